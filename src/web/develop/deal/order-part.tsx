import { figure, listed, percent } from '../../../language/message.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import type { DeskProps } from './desk.ts'
import { fieldWord } from './field-words.ts'
import { wholeYuan, yuan } from './figures.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import type { Sums } from './sums.ts'

/** The first order: what is asked of the wholesaler's purse, and when it is back. */
export function OrderPart({
  desk,
  set,
  sums,
  money,
}: DeskProps & {
  readonly sums: Sums | null
  readonly money: string
}) {
  const { t } = useLanguage()
  const plain = ['cases', 'priceIn', 'sellDays'] as const
  const days = ['creditDays', 'rebateLagDays'] as const
  return (
    <Section title={t('desk.order')} note={t('desk.order-note')}>
      <div className="desk-fields">
        {plain.map((name) => (
          <Field key={name} label={t(`desk.path.firstOrder.${name}`)}>
            <NumberInput value={desk[name]} onValue={(value) => set({ [name]: value })} />
          </Field>
        ))}
        <Field label={t('desk.path.firstOrder.creditShare')}>
          <NumberInput percent value={desk.creditShare} onValue={(creditShare) => set({ creditShare })} />
        </Field>
        {days.map((name) => (
          <Field key={name} label={t(`desk.path.firstOrder.${name}`)}>
            <NumberInput value={desk[name]} onValue={(value) => set({ [name]: value })} />
          </Field>
        ))}
        <Field label={t('desk.path.firstOrder.annualRate')}>
          <NumberInput percent value={desk.annualRate} onValue={(annualRate) => set({ annualRate })} />
        </Field>
      </div>
      {sums && <Outcome sums={sums} money={money} />}
    </Section>
  )
}

function Outcome({ sums, money }: { readonly sums: Sums; readonly money: string }) {
  const { t, locale } = useLanguage()
  const order = sums.kept.firstOrder
  if (order === null) return <p className="quiet">{t('desk.order-none')}</p>
  const { profit, peakCash, paybackDay, npv, roiOnPeak, freeCases, needs } = order
  const day = paybackDay === null ? t('desk.never') : t('desk.day', { day: paybackDay })
  const sum = (value: number | null) =>
    value === null ? yuan(null) : t('desk.money', { sum: wholeYuan(value), money })
  const facts = [
    [t(sums.open.length > 0 ? 'desk.profit-said' : 'desk.profit'), sum(profit)],
    [t('desk.peak'), sum(peakCash)],
    [t('desk.payback'), peakCash === null ? yuan(null) : day],
    [t('desk.roi'), roiOnPeak === null ? yuan(null) : percent(locale, roiOnPeak)],
    [t('desk.npv'), sum(npv)],
  ] as const
  return (
    <>
      <dl className="desk-outcome" aria-live="polite">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {freeCases > 0 && <p className="quiet">{t('desk.free', { n: figure(locale, freeCases) })}</p>}
      {needs.length > 0 && (
        <p className="quiet">
          {t('desk.needs', {
            fields: listed(
              locale,
              needs.map((path) => fieldWord(t, path).field ?? path),
            ),
          })}
        </p>
      )}
    </>
  )
}
