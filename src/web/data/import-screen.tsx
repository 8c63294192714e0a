import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import type { ImportBatch, ImportKind } from '../../contract/intake.ts'
import { percent } from '../../language/message.ts'
import { paths } from '../paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { PageHead, Section, useTitle } from '../ui/page.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { useRight } from '../ui/session.ts'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { upload } from '../upload.ts'
import { DropZone } from './drop-zone.tsx'
import { History } from './history.tsx'
import { kinds } from './fields.ts'
import { importQuery, importsQuery } from './queries.ts'
import './data.css'

type Sending = { readonly file: string; readonly sent: number }

/** Bring a file; and what was brought before. */
export function ImportScreen() {
  const { t, locale } = useLanguage()
  useTitle(t('import.title'))
  const may = useRight('import.run')
  const navigate = useNavigate()
  const client = useQueryClient()
  const [kind, setKind] = useState<ImportKind>('movements')
  const [sending, setSending] = useState<Sending | null>(null)
  const [error, setError] = useState<unknown>(null)
  const imports = useQuery({ ...importsQuery, enabled: may })

  const send = async (file: File) => {
    setError(null)
    setSending({ file: file.name, sent: 0 })
    try {
      const batch: ImportBatch = await upload(kind, file, (sent) => setSending({ file: file.name, sent }))
      client.setQueryData(importQuery(batch.id).queryKey, batch)
      void client.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true })
      await navigate({ to: paths.importBatch, params: { batch: batch.id }, search: true })
    } catch (problem) {
      setError(problem)
    } finally {
      setSending(null)
    }
  }

  if (!may)
    return (
      <PageHead
        words={t('state.no-right')}
        note={t('state.no-right-whom', { right: t('right.import.run') })}
      />
    )
  const words = sending && (sending.sent < 1 ? t('import.sending', sending) : t('import.recognising', sending))
  return (
    <>
      <PageHead words={t('import.sentence')} note={t('import.note')} />
      <div className="import-ask">
        <label htmlFor="kind">{t('import.kind')}</label>
        <Select
          id="kind"
          value={kind}
          disabled={sending !== null}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={setKind}
        />
      </div>
      {sending ? (
        <div className="import-sending" role="status">
          <strong>{words}</strong>
          <ProgressBar label={words ?? ''} done={sending.sent} />
          <span className="quiet">{percent(locale, Math.round(sending.sent * 100) / 100)}</span>
        </div>
      ) : (
        <DropZone onFile={(file) => void send(file)} />
      )}
      {error !== null && <Failed error={error} />}
      <Section title={t('import.history')}>
        {imports.isPending && <Loading head={false} rows={4} />}
        {imports.isError && <Failed error={imports.error} onRetry={() => void imports.refetch()} />}
        {imports.data?.length === 0 && <Empty words={t('import.history-none')} />}
        {imports.data && imports.data.length > 0 && <History batches={imports.data} />}
      </Section>
    </>
  )
}
