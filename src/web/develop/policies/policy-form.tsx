import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { tradeApi, type OnePolicy, type PolicyBody } from '../../trade-api.ts'
import { DraftDrawer } from '../../ui/draft-drawer.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { useSession } from '../../ui/session.ts'
import { draftOf, emptyForm, formOf, type PolicyForm } from './form-values.ts'
import { MoreFields, ScopeFields } from './scope-fields.tsx'
import { TermsFields } from './terms-fields.tsx'
import { useDoing } from '../../ui/doing.ts'

/** A new policy, empty or like another. */
export function NewPolicy({
  today,
  like,
  onClose,
  onDone,
}: {
  readonly today: string
  readonly like: PolicyBody | null
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const { nodes } = useSession()
  const top = nodes.find(({ parent }) => parent === null)?.id
  const initial = useMemo(() => {
    if (like === null) return emptyForm(today, top === undefined ? [] : [top])
    return { ...formOf({ ...like, accounts: null }, [], money), name: '', from: today }
    // oxlint-disable-next-line react/exhaustive-deps -- money is made anew with each drawing and says the same
  }, [today, like, top])
  return (
    <Form
      draftKey={like === null ? 'trade-policy.new' : 'trade-policy.like'}
      title={t('trade.add')}
      initial={initial}
      save={t('app.save')}
      onSave={async (draft) => (await tradeApi.addPolicy(draft)).id}
      onClose={onClose}
      onDone={onDone}
    />
  )
}

/** The next version of a policy: days gone by are reckoned anew, and the difference is posted. */
export function ChangePolicy({
  policy,
  onClose,
}: {
  readonly policy: OnePolicy
  readonly onClose: () => void
}) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const { id, version, draft, listed, agreement } = policy
  // oxlint-disable-next-line react/exhaustive-deps -- money is made anew with each drawing and says the same
  const initial = useMemo(() => formOf(draft, listed ?? [], money), [draft, listed])
  return (
    <Form
      draftKey={`trade-policy.${id}`}
      title={draft.name}
      budgetOnly={agreement !== null}
      {...(agreement === null ? { why: t('trade.new-version-why') } : {})}
      initial={initial}
      save={t('trade.new-version', { version: version + 1 })}
      onSave={async (to) => (await tradeApi.changePolicy(id, { ...to, version })).id}
      onClose={onClose}
      onDone={onClose}
    />
  )
}

function Form({
  draftKey,
  title,
  why,
  budgetOnly = false,
  initial,
  save,
  onSave,
  onClose,
  onDone,
}: {
  readonly draftKey: string
  readonly title: string
  readonly why?: string
  /** What it says belongs to an agreement. */
  readonly budgetOnly?: boolean
  readonly initial: PolicyForm
  readonly save: string
  readonly onSave: (draft: PolicyBody) => Promise<string>
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const money = useMinorMoney()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input')?.focus(), [])
  const draft = useDraft<PolicyForm>(draftKey, initial)
  const { value, set } = draft
  const { busy, error, run } = useDoing()
  const send = async () => {
    await run(async () => {
      const id = await onSave(draftOf(value, money))
      draft.clear()
      // What accrued is spend: contribution everywhere may be another.
      await client.invalidateQueries()
      onDone(id)
    })
  }
  const day = (of: 'from' | 'to') => (
    <Field label={t(`trade.${of}`)}>
      <Input type="date" value={value[of]} onChange={(event) => set({ [of]: event.target.value })} />
    </Field>
  )
  return (
    <DraftDrawer
      title={title}
      draft={draft}
      form={form}
      className="trade-form"
      saveWord={save}
      busy={busy}
      error={error}
      onSave={send}
      onClose={onClose}
    >
      {!budgetOnly && (
        <>
          <Field label={t('trade.name')}>
            <Input
              value={value.name}
              maxLength={100}
              onChange={(event) => set({ name: event.target.value })}
            />
          </Field>
          <div className="field-row">
            {day('from')}
            {day('to')}
          </div>
          <TermsFields value={value} set={set} />
          <ScopeFields value={value} set={set} />
        </>
      )}
      <div className="field-row">
        <Field label={t('trade.budget', { money: money.word })} hint={t('trade.budget-hint')}>
          <NumberInput value={value.budget} onValue={(budget) => set({ budget })} />
        </Field>
        <Field label={t('trade.limit', { money: money.word })} hint={t('trade.limit-hint')}>
          <NumberInput value={value.limit} onValue={(limit) => set({ limit })} />
        </Field>
      </div>
      {!budgetOnly && <MoreFields value={value} set={set} />}
      {why !== undefined && <p className="trade-quiet">{why}</p>}
    </DraftDrawer>
  )
}
