import type { Curve as CurveShape } from '../../../contract/market.ts'
import { fixed } from '../../ui/figures.ts'
import { moneyWord, useReading } from '../../ui/reading.ts'
import type { MoneyScale } from './axis-money.ts'

/** Lowest line of the totals, px from the top of the plot. */
const LOWEST = 172

/** At the right end: what is lost in a bracket, and the totals beneath. */
export function CurveEnds({
  curve,
  money,
  peers,
  x,
  peak,
  end,
}: {
  readonly curve: CurveShape
  readonly money: MoneyScale
  readonly peers: number | null
  readonly x: number
  readonly peak: number
  readonly end: number
}) {
  const reading = useReading()
  const { t, locale } = reading
  const lost = curve.loss.members > 0
  const foot = Math.max(end, peak + 6)
  const from = Math.min(lost ? foot + 26 : peak + 4, LOWEST)
  const word = moneyWord(reading)
  return (
    <>
      {lost ? (
        <>
          <path d={`M${x + 6} ${peak}h5V${foot}h-5`} fill="none" stroke="var(--loss)" />
          <text x={x + 17} y={(peak + foot) / 2 + 4} className="axis whale-loss">
            <tspan className="whale-strong">{money.say(curve.loss.amount)}</tspan>{' '}
            <tspan>{t('curve.losing', { n: curve.loss.members })}</tspan>
          </text>
        </>
      ) : null}
      <text x={x + 17} y={from} className="axis">
        {t('curve.total')}
        <tspan className="whale-total" dx="6">
          {money.say(curve.total)}
        </tspan>
      </text>
      {curve.perTonne === null ? null : (
        <text x={x + 17} y={from + 17} className="axis">
          {t('curve.per-tonne', { amount: fixed(locale, curve.perTonne, 0), money: word })}
        </text>
      )}
      {peers === null ? null : (
        <text x={x + 17} y={from + 34} className="axis">
          {t('curve.peers', { amount: fixed(locale, peers, 0) })}
        </text>
      )}
    </>
  )
}
