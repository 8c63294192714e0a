import { percent } from '../../../language/message.ts'
import { Field } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/page.tsx'
import type { DeskProps } from './desk.ts'
import { yuan } from './figures.ts'
import { NumberInput } from '../../ui/number-input.tsx'
import type { Sums } from './sums.ts'

/** The manufacturer's side of the same case, from what is typed here: list price down to the pocket and, with a cost, to contribution. */
export function OursPart({
  desk,
  set,
  sums,
}: DeskProps & {
  readonly sums: Sums | null
}) {
  const { t, locale } = useLanguage()
  const steps = sums?.kept.waterfall ?? []
  const share = sums?.kept.pocketShare ?? null
  return (
    <Section title={t('desk.ours')} note={t('desk.ours-note')}>
      <div className="desk-fields">
        {(['list', 'cost', 'excise', 'freight'] as const).map((name) => (
          <Field key={name} label={t(`desk.path.price.${name}`)}>
            <NumberInput value={desk[name]} onValue={(value) => set({ [name]: value })} />
          </Field>
        ))}
      </div>
      {steps.length === 0 ? <p className="quiet">{t('desk.ours-none')}</p> : <Steps steps={steps} />}
      {share !== null && <p>{t('desk.pocket-share', { share: percent(locale, share) })}</p>}
      {steps.length > 0 && desk.cost === null && <p className="quiet">{t('desk.ours-cost')}</p>}
    </Section>
  )
}

type Step = Sums['kept']['waterfall'][number]

/** From where to where each bar goes: totals from zero, the others from where the one before ended. */
function spansOf(steps: readonly Step[]): readonly (readonly [number, number])[] {
  const ends = steps.reduce<readonly number[]>((before, { kind, amount }) => {
    const last = before.at(-1) ?? 0
    return [...before, kind === 'total' ? amount : kind === 'plus' ? last + amount : last - amount]
  }, [])
  return ends.map((end, i) => {
    const start = steps[i]?.kind === 'total' ? 0 : (ends[i - 1] ?? 0)
    return [Math.min(start, end), Math.max(start, end)]
  })
}

/** Totals dark and from zero, deductions pale, each where the one before it ended. */
function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useLanguage()
  const bars = spansOf(steps)
  const low = Math.min(0, ...bars.map(([from = 0]) => from))
  const high = Math.max(0.01, ...bars.map(([, to = 0]) => to))
  const at = (value: number) => ((value - low) / (high - low)) * 100
  return (
    <table className="price-steps">
      <tbody>
        {steps.map(({ name, kind, amount }, i) => {
          const [from = 0, to = 0] = bars[i] ?? []
          const sign = kind === 'total' ? '' : kind === 'minus' ? '−' : '+'
          return (
            <tr key={name} data-kind={kind} data-loss={(kind === 'total' && amount < 0) || undefined}>
              <th scope="row">{t(`deal.step.${name}`)}</th>
              <td aria-hidden="true">
                <span className="step-bar">
                  <i
                    style={{
                      insetInlineStart: `${at(from)}%`,
                      width: `${Math.max(0.6, at(to) - at(from))}%`,
                    }}
                  />
                </span>
              </td>
              <td className="number">{`${sign}${yuan(amount)}`}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
