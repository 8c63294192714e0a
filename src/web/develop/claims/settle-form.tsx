import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ClaimView, NewSettlement } from '../../../contract/claim.ts'
import { mastersApi } from '../../masters-api.ts'
import { tradeApi } from '../../trade-api.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { useRight } from '../../ui/session.ts'
import { Failed } from '../../ui/states.tsx'
import { unread } from '../../ui/unread.ts'
import { useClaimAct } from './act.ts'

type How = NewSettlement['how']
const ways: readonly How[] = ['credit', 'cash', 'goods']

/** Pays what was approved, in part or in full: as a credit note, in cash, in goods. */
export function SettleForm({ claim }: { readonly claim: ClaimView }) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const may = useRight('settlement.run')
  const { act, busy, error } = useClaimAct()
  const left = claim.approvedMinor - claim.settledMinor
  const [how, setHow] = useState<How>('credit')
  const [amount, setAmount] = useState<number | null>(money.typed(left))
  const [sku, setSku] = useState<string | null>(null)
  const [cases, setCases] = useState<number | null>(null)
  const products = useQuery({
    queryKey: ['master-products'],
    queryFn: () => mastersApi.masterProducts(),
    enabled: how === 'goods',
  })
  const save = () => {
    const goods = how === 'goods' ? { sku, cases } : { sku: null, cases: null }
    act(() => tradeApi.settle(claim.id, { how, amountMinor: money.minorOf(amount) ?? 0, ...goods }))
  }
  return (
    <section className="trade-posting">
      <h3>{t('claim.pay')}</h3>
      {!may && <p className="trade-quiet">{t('claim.may-not-pay')}</p>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!unread(event.currentTarget)) save()
        }}
      >
        <div className="claim-how">
          <Choice
            label={t('claim.how')}
            value={how}
            size="full"
            disabled={!may}
            options={ways.map((value) => ({ value, label: t(`claim.how-${value}`) }))}
            onChange={setHow}
          />
        </div>
        <Field
          label={t('claim.pay-amount', { money: money.word })}
          hint={t('claim.pay-left', { left: money.exact(left) })}
        >
          <NumberInput disabled={!may} digits={money.digits} value={amount} onValue={setAmount} />
        </Field>
        {how === 'goods' && (
          <div className="field-row">
            <Field label={t('claim.pay-sku')}>
              <Select<string | null>
                showSearch={{ optionFilterProp: 'label' }}
                value={sku}
                options={(products.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                onChange={setSku}
              />
            </Field>
            <Field label={t('claim.pay-cases')}>
              <NumberInput value={cases} onValue={setCases} />
            </Field>
          </div>
        )}
        <Button type="primary" htmlType="submit" disabled={!may} loading={busy}>
          {t('claim.pay')}
        </Button>
      </form>
      {error !== null && <Failed error={error} />}
    </section>
  )
}
