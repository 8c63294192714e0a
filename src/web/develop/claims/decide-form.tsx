import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ClaimView } from '../../../contract/claim.ts'
import { tradeApi } from '../../trade-api.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { unread } from '../../ui/unread.ts'
import { useClaimAct } from './act.ts'

type Less = 'part' | 'refuse'

/** Approves the whole in one tap; less than that asks for a reason, which the sender reads. */
export function DecideForm({ claim }: { readonly claim: ClaimView }) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const why = useWhyNot(claim)
  const { act, busy, error } = useClaimAct()
  const [less, setLess] = useState<Less | null>(null)
  const [approved, setApproved] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const decide = (approvedMinor: number) => act(() => tradeApi.decide(claim.id, { approvedMinor, reason }))
  return (
    <section className="trade-posting">
      <h3>{t('claim.decide')}</h3>
      {why !== null && <p className="trade-quiet">{why}</p>}
      <div className="claim-acts">
        <Button
          type="primary"
          loading={busy && less === null}
          disabled={why !== null}
          onClick={() => {
            setLess(null)
            decide(claim.askedMinor)
          }}
        >
          {t('claim.approve-all', { sum: money.said(claim.askedMinor) })}
        </Button>
        <Button disabled={why !== null} onClick={() => setLess('part')}>
          {t('claim.approve-part')}
        </Button>
        <Button disabled={why !== null} onClick={() => setLess('refuse')}>
          {t('claim.refuse')}
        </Button>
      </div>
      {less !== null && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!unread(event.currentTarget)) decide(less === 'refuse' ? 0 : (money.minorOf(approved) ?? -1))
          }}
        >
          {less === 'part' && (
            <Field label={t('claim.approved', { money: money.word })}>
              <NumberInput value={approved} onValue={setApproved} />
            </Field>
          )}
          <Field label={t('claim.reason')} hint={t('claim.reason-hint')}>
            <Input value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
          </Field>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(less === 'part' ? 'claim.approve-part' : 'claim.refuse')}
          </Button>
        </form>
      )}
      {error !== null && <Failed error={error} />}
    </section>
  )
}

/** Why this person cannot decide it; null: they can. */
function useWhyNot({ own, askedMinor, approveUpToMinor }: ClaimView): string | null {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const may = useRight('claim.approve')
  const any = useRight('trade_policy.change')
  if (own) return t('claim.own')
  if (!may) return t('claim.may-not-decide')
  return any || askedMinor <= approveUpToMinor
    ? null
    : t('claim.beyond', { limit: money.said(approveUpToMinor) })
}
