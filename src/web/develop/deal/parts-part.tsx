import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import type { DeskProps } from './desk.ts'
import { yuan } from './figures.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import { TierRows } from './tier-rows.tsx'
import type { Sums } from './sums.ts'

/** What stands behind the lines of the slip: the exchange, the rebate, free goods. */
export function PartsPart({
  desk,
  set,
  sums,
}: DeskProps & {
  readonly sums: Sums | null
}) {
  const { t } = useLanguage()
  const exchange = ['n', 'fullValue', 'depositValue'] as const
  const goods = ['buy', 'get'] as const
  return (
    <Section title={t('desk.behind')} note={t('desk.behind-note')}>
      <div className="desk-fields">
        {exchange.map((name) => (
          <Field key={name} label={t(`desk.path.case.emptyExchange.${name}`)}>
            <NumberInput value={desk[name]} onValue={(value) => set({ [name]: value })} />
          </Field>
        ))}
        {goods.map((name) => (
          <Field key={name} label={t(`desk.path.case.freeGoods.${name}`)}>
            <NumberInput value={desk[name]} onValue={(value) => set({ [name]: value })} />
          </Field>
        ))}
      </div>
      <div className="desk-rebate">
        <Choice
          label={t('desk.rebate-by')}
          value={desk.rebateBy}
          options={[
            { value: 'case', label: t('desk.rebate-case') },
            { value: 'tiers', label: t('desk.rebate-tiers') },
          ]}
          onChange={(rebateBy) => set({ rebateBy })}
        />
        {desk.rebateBy === 'tiers' && (
          <>
            <TierRows desk={desk} set={set} />
            <Cliffs sums={sums} />
          </>
        )}
      </div>
    </Section>
  )
}

/** The step is where loading begins: what the one case that reaches it is worth. */
function Cliffs({ sums }: { readonly sums: Sums | null }) {
  const { t } = useLanguage()
  const tiers = sums?.said.tiers
  if (!tiers) return null
  return (
    <ul className="desk-says">
      {tiers.cliffs.map(({ from, lastCase }) => (
        <li key={from}>{t('desk.cliff', { from, last: yuan(lastCase) })}</li>
      ))}
      {tiers.next && <li>{t('desk.next', { lacking: tiers.next.lacking, gain: yuan(tiers.next.gain) })}</li>}
    </ul>
  )
}
