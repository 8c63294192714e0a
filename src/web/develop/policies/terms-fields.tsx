import { Select } from 'antd'
import { measures, periodKinds, type Measure, type PeriodKind } from '../../../domain/develop/trade-policy.ts'
import { termsWords } from '../../../language/trade-words.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useMinorMoney } from '../../ui/minor-money.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { TierTable } from '../tier-table.tsx'
import { Cliffs } from './cliffs.tsx'
import { termKinds, termsOf, type PolicyForm, type TermKind } from './form-values.ts'

export type Part = { readonly value: PolicyForm; readonly set: (patch: Partial<PolicyForm>) => void }

const MOST_TIERS = 20

/** What a policy gives: the kind of terms, the fields of that kind, and the whole of it in a line. */
export function TermsFields({ value, set }: Part) {
  const { t, locale } = useLanguage()
  const money = useMinorMoney()
  const { kind } = value
  const measured = kind === 'rate' || kind === 'tiers' || kind === 'growth'
  const number = (of: 'rate' | 'above' | 'buy' | 'get' | 'value' | 'amount', label: string) => (
    <Field label={label}>
      <NumberInput value={value[of]} onValue={(to) => set({ [of]: to })} />
    </Field>
  )
  const terms = termsOf(value, money)
  const said = Object.values(terms).every((one) => one !== 0)
  return (
    <>
      <div className="field-row">
        <Field label={t('trade.kind')}>
          <Select<TermKind>
            value={kind}
            options={termKinds.map((one) => ({ value: one, label: t(`trade.kind-${one}`) }))}
            onChange={(to) => set({ kind: to })}
          />
        </Field>
        <Field label={t('trade.how-often')}>
          <Select<PeriodKind>
            value={value.period}
            options={periodKinds.map((one) => ({ value: one, label: t(`trade.period-${one}`) }))}
            onChange={(period) => set({ period })}
          />
        </Field>
      </div>
      <div className="field-row">
        {measured && (
          <Field label={t('trade.measure')}>
            <Select<Measure>
              value={value.measure}
              options={measures.map((one) => ({ value: one, label: t(`trade.measure-${one}`) }))}
              onChange={(measure) => set({ measure })}
            />
          </Field>
        )}
        {kind === 'growth' && number('above', t('trade.above'))}
        {(kind === 'rate' || kind === 'growth') &&
          number('rate', t(`trade.rate-${value.measure}`, { money: money.word } as never))}
        {kind === 'free_goods' && (
          <>
            {number('buy', t('trade.buy'))}
            {number('get', t('trade.get'))}
            {number('value', t('trade.value', { money: money.word }))}
          </>
        )}
        {(kind === 'conduct' || kind === 'display') &&
          number('amount', t('trade.amount', { money: money.word }))}
      </div>
      {kind === 'tiers' && <TierFields value={value} set={set} />}
      {said && <p className="trade-said">{termsWords(locale, terms, value.period, money.said)}</p>}
      <Cliffs terms={terms} />
    </>
  )
}

type Steps = Pick<PolicyForm, 'steps' | 'measure' | 'mode'>

/** The tiers of a rebate, a line each, and how they count. */
export function TierFields({
  value,
  set,
}: {
  readonly value: Steps
  readonly set: (patch: Partial<Pick<Steps, 'steps' | 'mode'>>) => void
}) {
  const { t } = useLanguage()
  const money = useMinorMoney()
  const { steps, measure } = value
  return (
    <>
      <Choice
        label={t('trade.mode')}
        value={value.mode}
        size="full"
        options={(['marginal', 'all'] as const).map((mode) => ({
          value: mode,
          label: t(`trade.mode-${mode}`),
        }))}
        onChange={(mode) => set({ mode })}
      />
      <TierTable
        tiers={steps}
        most={MOST_TIERS}
        words={{
          from: t(`trade.from-${measure}`, { money: money.word } as never),
          rate: t(`trade.rate-${measure}`, { money: money.word } as never),
          drop: t('trade.drop'),
          add: t('trade.tier-add'),
          line: (n) => ({
            from: t('trade.tier-from', { n }),
            rate: t('trade.tier-rate', { n }),
            drop: t('trade.tier-drop', { n }),
          }),
        }}
        onChange={(to) => set({ steps: to })}
      />
    </>
  )
}
