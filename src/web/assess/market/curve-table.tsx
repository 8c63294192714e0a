import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { Curve, MemberLevel } from '../../../contract/market.ts'
import { marketMembersQuery } from '../../ui/market-query.ts'
import { usePlaceAndDay } from '../../ui/place.ts'
import { columnDigits, fixed, inUnit, type Whole } from '../../ui/figures.ts'
import { moneyWord, unitWord, useReading } from '../../ui/reading.ts'
import type { MoneyScale } from './axis-money.ts'
import { MemberName } from './member-name.tsx'

/** Members that come with each press. */
const PIECE = 200

/** The curve as figures: every member in its order, with the running total; of very many those in the middle come as they are asked for. */
export function CurveTable({
  code,
  curve,
  money,
  whole,
  level,
}: {
  readonly code: string
  readonly curve: Curve
  readonly money: MoneyScale
  readonly whole: Whole
  readonly level: MemberLevel
}) {
  const reading = useReading()
  const { t, locale, unit } = reading
  const { asOf } = usePlaceAndDay()
  const [pieces, setPieces] = useState(0)
  const room = curve.members - curve.best.length - curve.worst.length
  const wanted = Array.from({ length: pieces }, (_, at) => ({
    from: curve.best.length + at * PIECE,
    count: Math.min(PIECE, room - at * PIECE),
  }))
  const more = useQueries({
    queries: wanted.map((piece) => marketMembersQuery(code, asOf, level, piece)),
    combine: (answers) => ({
      rows: answers.flatMap(({ data }) => data?.rows ?? []),
      pending: answers.some(({ isPending }) => isPending),
    }),
  })
  const members = [...curve.best, ...curve.worst]
  const digits = columnDigits(members.map(({ litres }) => inUnit(unit, litres, whole)))
  const between = room - more.rows.length
  const best = running([...curve.best, ...more.rows], 0)
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
                {t('curve.middle', { n: between })}{' '}
                <button
                  type="button"
                  className="link"
                  disabled={more.pending}
                  onClick={() => setPieces(pieces + 1)}
                >
                  {more.pending ? t('curve.loading') : t('curve.more', { n: Math.min(PIECE, between) })}
                </button>
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
  let sum = from
  return members.map((member) => {
    sum += member.contribution
    return { member, sum }
  })
}
