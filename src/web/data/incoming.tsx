import { useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { ImportKind } from '../../contract/intake.ts'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { useRight } from '../ui/session.ts'
import { kindOfName } from './kind-of-name.ts'
import { bring, dismiss, keepFile, useQueue } from './queue.ts'
import { QueueStrip } from './queue-strip.tsx'
import { importQuery } from './queries.ts'

type Bringing = {
  readonly files: (files: readonly File[]) => void
  /** Cells from the clipboard; false where it does not look like a table. */
  readonly text: (text: string) => boolean
  /** The same file, read as another kind. */
  readonly again: (file: File, kind: ImportKind) => void
}
const BringContext = createContext<Bringing | null>(null)

export function useBring(): Bringing {
  const bringing = use(BringContext)
  if (!bringing) throw new Error('useBring outside of Incoming')
  return bringing
}

/**
 * A screen on which files may be dropped anywhere and tables pasted anywhere (Ctrl-V). The first file that was brought opens when it
 * is there; the others wait in a strip.
 */
export function Incoming({ kind, children }: { readonly kind: ImportKind; readonly children: ReactNode }) {
  const { t } = useLanguage()
  const may = useRight('import.run')
  const navigate = useNavigate()
  const client = useQueryClient()
  const queue = useQueue()
  const first = useRef<number | null>(null)
  const [refusedPaste, setRefusedPaste] = useState(false)

  const take = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return
      setRefusedPaste(false)
      const keys = bring(files, (file) => (files.length > 1 ? kindOfName(file.name, kind) : kind))
      first.current ??= keys[0] ?? null
    },
    [kind],
  )
  const takeText = useCallback(
    (text: string): boolean => {
      const table = /\t|[^\s]\r?\n[^\s]/.test(text.trim())
      setRefusedPaste(!table)
      if (table) take([new File([text], `${t('wizard.pasted')}.tsv`, { type: 'text/tab-separated-values' })])
      return table
    },
    [take, t],
  )
  useEffect(() => {
    const opened = queue.find(({ key }) => key === first.current)
    if (!opened || opened.state === 'waits' || opened.state === 'sending' || opened.state === 'reading') return
    first.current = null
    if (!opened.batch) return
    client.setQueryData(importQuery(opened.batch.id).queryKey, opened.batch)
    void client.invalidateQueries({ queryKey: ['imports', 'list'] })
    keepFile(opened.batch.id, opened.file)
    dismiss(opened.key)
    void navigate({ to: paths.importBatch, params: { batch: opened.batch.id }, search: true })
  }, [queue, client, navigate])

  const over = useFilesFromOutside(may, take, takeText)
  const again = useCallback((file: File, as: ImportKind) => {
    first.current = bring([file], () => as)[0] ?? null
  }, [])
  const bringing = useMemo(() => ({ files: take, text: takeText, again }), [take, takeText, again])
  return (
    <BringContext value={bringing}>
      <QueueStrip queue={queue} />
      {refusedPaste && (
        <p className="batch-note" role="status" data-amber="true">
          {t('wizard.paste-no-table')}
        </p>
      )}
      {children}
      {over && (
        <div className="drop-anywhere" aria-hidden="true">
          <strong>{t('wizard.let-go')}</strong>
        </div>
      )}
    </BringContext>
  )
}

/** Files and text that come to the page from outside, wherever they are let go; a field keeps what is pasted into it. */
function useFilesFromOutside(
  may: boolean,
  onFiles: (files: readonly File[]) => void,
  onText: (text: string) => boolean,
): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (!may) return
    const dragged = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onOver = (event: DragEvent) => {
      if (!dragged(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!dragged(event)) return
      event.preventDefault()
      setOver(false)
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    const onPaste = (event: ClipboardEvent) => {
      const at = event.target
      if (at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable="true"]')) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text === '' && files.length === 0) return
      event.preventDefault()
      // Excel puts a picture of the cells beside their text.
      if (text === '') onFiles(files)
      else onText(text)
    }
    document.addEventListener('dragover', onOver)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste)
    }
  }, [may, onFiles, onText])
  return over
}
