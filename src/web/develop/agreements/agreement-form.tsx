import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode } from 'react'
import type { AgreementBody } from '../../agreements-api.ts'
import { DraftDrawer } from '../../ui/draft-drawer.tsx'
import { useDraft } from '../../ui/draft.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { AgreementFields } from './agreement-fields.tsx'
import { draftOf, type AgreementForm } from './form-values.ts'
import { useDoing } from '../../ui/doing.ts'

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
  const draft = useDraft<AgreementForm>(draftKey, initial)
  const { busy, error, run } = useDoing()
  const save = async () => {
    await run(async () => {
      const saved = await onSave(draftOf(draft.value, money))
      if (saved === null) return
      draft.clear()
      await client.invalidateQueries({ queryKey: ['agreements'] })
      onDone(saved.id)
    })
  }
  return (
    <DraftDrawer
      title={title}
      draft={draft}
      changed={changed}
      saveWord={t('agreement.save-draft')}
      busy={busy}
      error={error}
      onSave={save}
      onClose={onClose}
    >
      {head}
      <AgreementFields value={draft.value} set={draft.set} follows={follows} />
    </DraftDrawer>
  )
}
