import type { Curve, MemberLevel } from '../../../contract/market.ts'
import { columnDigits, fixed, inUnit, type Whole } from '../figures.ts'
import { moneyWord, unitWord, useReading } from '../reading.ts'
import type { MoneyScale } from './axis-money.ts'
import { MemberName } from './member-name.tsx'

/** The curve as figures: every member in its order, with the running total; of very many those in the middle are counted. */
export function CurveTable({
  curve,
  money,
  whole,
  level,
}: {
  readonly curve: Curve
  readonly money: MoneyScale
  readonly whole: Whole
  readonly level: MemberLevel
}) {
  const reading = useReading()
  const { t, locale, unit } = reading
  const members = [...curve.best, ...curve.worst]
  const digits = columnDigits(members.map(({ litres }) => inUnit(unit, litres, whole)))
  const between = curve.members - members.length
  const best = running(curve.best, 0)
  const worst = running(curve.worst, curve.total - sumOf(curve.worst))
  const shown = ({ member, sum }: (typeof best)[number], at: number) => (
    <tr key={member.id}>
      <td className="number">{at}</td>
      <th scope="row">
        <MemberName member={member} level={level} />
      </th>
      <td className="number">{fixed(locale, inUnit(unit, member.litres, whole), digits)}</td>
      <td className="number" data-loss={member.contribution < 0 || undefined}>
        {money.say(member.contribution)}
      </td>
      <td className="number">{fixed(locale, member.perTonne, 0)}</td>
      <td className="number">{money.say(sum)}</td>
    </tr>
  )
  return (
    <div className="curve-table">
      <table className="plain-table">
        <caption className="visually-hidden">{t('curve.label')}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('col.rank')}
            </th>
            <th scope="col">{t(level === 'wholesaler' ? 'losers.member-first' : 'losers.member-sub')}</th>
            <th scope="col" className="number">
              {unitWord(reading)}
            </th>
            <th scope="col" className="number">
              {money.word}
            </th>
            <th scope="col" className="number">
              {t('col.per-tonne', { money: moneyWord(reading) })}
            </th>
            <th scope="col" className="number">
              {t('curve.col-cumulative')}
            </th>
          </tr>
        </thead>
        <tbody>
          {best.map((row, i) => shown(row, i + 1))}
          {between > 0 ? (
            <tr>
              <td colSpan={6} className="quiet">
                {t('curve.middle', { n: between })}
              </td>
            </tr>
          ) : null}
          {worst.map((row, i) => shown(row, curve.members - worst.length + i + 1))}
        </tbody>
      </table>
    </div>
  )
}

function sumOf(members: Curve['best']): number {
  return members.reduce((total, { contribution }) => total + contribution, 0)
}

function running(members: Curve['best'], from: number) {
  return members.map((member, i) => ({ member, sum: from + sumOf(members.slice(0, i + 1)) }))
}
