import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, type ReactNode } from 'react'
import type { AgreementBody } from '../../agreements-api.ts'
import { DraftNote } from '../../ui/draft-note.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { unread } from '../../ui/unread.ts'
import { AgreementFields } from './agreement-fields.tsx'
import { draftOf, type AgreementForm } from './form-values.ts'
import { useDoing } from '../../ui/doing.ts'
import { FormFault } from '../../ui/form-fault.tsx'

/** The form of a draft: what is typed is kept in this browser until it is saved. `head`: what stands before its fields. */
export function AgreementFormDrawer({
  draftKey,
  title,
  initial,
  head,
  changed = false,
  follows = false,
  onSave,
  onClose,
  onDone,
}: {
  readonly draftKey: string
  readonly title: string
  readonly initial: AgreementForm
  readonly head?: ReactNode
  /** Whether something before the fields would be lost. */
  readonly changed?: boolean
  /** Whether it is the next version of an agreement. */
  readonly follows?: boolean
  readonly onSave: (draft: AgreementBody) => Promise<{ readonly id: string } | null>
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const money = useMinorMoney()
  const form = useRef<HTMLFormElement>(null)
  const { value, set, dirty, clear, ...draft } = useDraft<AgreementForm>(draftKey, initial)
  const { busy, error, run } = useDoing()
  const save = async () => {
    await run(async () => {
      const saved = await onSave(draftOf(value, money))
      if (saved === null) return
      clear()
      await client.invalidateQueries({ queryKey: ['agreements'] })
      onDone(saved.id)
    })
  }
  return (
    <Drawer
      title={title}
      note={<DraftNote draft={draft} />}
      onClose={onClose}
      dirty={dirty || changed}
      footer={
        <>
          {dirty && <Button onClick={clear}>{t('form.drop')}</Button>}
          <Button type="primary" loading={busy} onClick={() => form.current?.requestSubmit()}>
            {t('agreement.save-draft')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!unread(event.currentTarget)) void save()
        }}
      >
        {head}
        <AgreementFields value={value} set={set} follows={follows} />
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      </form>
      <FormFault error={error} />
    </Drawer>
  )
}
