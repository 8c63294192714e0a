import { useState } from 'react'
import type { AccountProfile } from '../../../contract/assess.ts'
import { daysBetween } from '../../../domain/day.ts'
import { Section } from '../../ui/page.tsx'
import { WhyButton } from '../../ui/why.tsx'
import { columnDigits, fixed, inUnit } from '../../ui/figures.ts'
import { gapDays, silenceWarns } from '../loyalty.ts'
import { dayWords, moneyWord, unitWord, useReading } from '../../ui/reading.ts'

/** Orders shown before somebody asks for all. */
const FEW = 5

/** The loyalty gate drawn large, and the order days that it is made of, newest first. */
export function Rhythm({
  profile,
  onWhy,
}: {
  readonly profile: AccountProfile
  readonly onWhy: (key: string) => void
}) {
  const { t } = useReading()
  const title = t('rhythm.title')
  return (
    <Section
      title={title}
      note={
        <>
          {t('rhythm.note')} <WhyButton of={title} onOpen={() => onWhy('loyalty')} />
        </>
      }
    >
      <GateRuler loyalty={profile.account.loyalty} />
      <Orders profile={profile} />
    </Section>
  )
}

/** Silence against the usual interval and three of them. */
export function GateRuler({ loyalty }: { readonly loyalty: AccountProfile['account']['loyalty'] }) {
  const { t, locale } = useReading()
  const { silentDays, usualDays, cycles } = loyalty
  if (silentDays === null || usualDays === null || cycles === null) {
    return <p className="missing-line">{t('rhythm.too-few')}</p>
  }
  const reach = Math.max(3.5, Math.min(cycles * 1.05, 8))
  const at = (value: number) => `${Math.min(100, (value / reach) * 100)}%`
  const days = (value: number) => gapDays(locale, value)
  const red = silenceWarns(loyalty)
  const [silent, usual, three] = [
    t('rhythm.silent', { days: days(silentDays) }),
    t('rhythm.usual', { days: days(usualDays) }),
    t('rhythm.three', { days: days(usualDays * 3) }),
  ]
  return (
    <div
      className="gate-ruler"
      role="img"
      aria-label={[silent, usual, three].join(' · ')}
      data-red={red || undefined}
    >
      <div className="gate-track">
        <i className="gate-bar" style={{ width: at(cycles) }} />
        <i className="gate-tick" style={{ insetInlineStart: at(1) }} />
        <i className="gate-three" data-over={cycles > 3 || undefined} style={{ insetInlineStart: at(3) }} />
      </div>
      <span style={{ insetInlineStart: at(1) }}>{usual}</span>
      <span style={{ insetInlineStart: at(3) }}>{three}</span>
    </div>
  )
}

function Orders({ profile }: { readonly profile: AccountProfile }) {
  const reading = useReading()
  const { t, locale, unit } = reading
  const [all, setAll] = useState(false)
  const newest = profile.orders.toSorted((a, b) => (a.day < b.day ? 1 : -1))
  const shown = all ? newest : newest.slice(0, FEW)
  const whole = { litres: profile.account.tonnageLitres, cases: profile.account.cases }
  const digits = columnDigits(newest.map((order) => inUnit(unit, order.litres, whole)))
  if (newest.length === 0) return null
  const money = newest.some((order) => order.revenue !== null)
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('rhythm.day')}</th>
            <th scope="col" className="number">
              {t('rhythm.gap')}
            </th>
            <th scope="col" className="number">
              {unitWord(reading)}
            </th>
            {money ? (
              <th scope="col" className="number">
                {`${t('rhythm.revenue')} ${moneyWord(reading)}`}
              </th>
            ) : null}
            <th scope="col" className="number">
              {t('rhythm.lines')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((order, i) => {
            const earlier = newest[i + 1]
            return (
              <tr key={order.day}>
                <th scope="row" title={order.day}>
                  {dayWords(reading, order.day)}
                </th>
                <td className="number">
                  {fixed(locale, earlier ? daysBetween(earlier.day, order.day) : null, 0)}
                </td>
                <td className="number">{fixed(locale, inUnit(unit, order.litres, whole), digits)}</td>
                {money ? <td className="number">{fixed(locale, order.revenue, 0)}</td> : null}
                <td className="number">{fixed(locale, order.lines, 0)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {newest.length > FEW ? (
        <button type="button" className="link more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('rhythm.less') : t('rhythm.more', { n: newest.length })}
        </button>
      ) : null}
    </>
  )
}
