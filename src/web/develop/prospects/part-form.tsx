import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Prospect } from '../../../contract/prospect.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { useDoing } from '../../ui/doing.ts'

/** What each part of a prospect's page is given: whom it is of, and how the page is told that something changed. */
export type Part = { readonly one: Prospect; readonly onDone: () => Promise<void> }

/** A small form within the page. Enter saves; a refusal stays beneath what was typed. */
export function PartForm({
  save,
  onDone,
  label,
  children,
}: {
  readonly save: () => Promise<unknown>
  readonly onDone: () => Promise<void>
  readonly label?: string
  readonly children: ReactNode
}) {
  const { t } = useLanguage()
  const { busy, error, run } = useDoing()
  const send = async () => {
    await run(async () => {
      await save()
      await onDone()
    })
  }
  return (
    <form
      className="prospect-form"
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {children}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('app.save')}
      </Button>
      {error !== null && <Failed error={error} />}
    </form>
  )
}

/** A button that gives way to a form until that is done; without the right it says why it is out of reach. */
export function OpensForm({
  words,
  onDone,
  children,
}: {
  readonly words: string
  readonly onDone: () => Promise<void>
  readonly children: (onDone: () => Promise<void>) => ReactNode
}) {
  const { t } = useLanguage()
  const may = useRight('prospect.change')
  const [open, setOpen] = useState(false)
  if (open)
    return children(async () => {
      await onDone()
      setOpen(false)
    })
  return (
    <Button
      className="prospect-open"
      disabled={!may}
      title={may ? undefined : t('prospect.may-not')}
      onClick={() => setOpen(true)}
    >
      {words}
    </Button>
  )
}
