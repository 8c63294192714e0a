import { useState } from 'react'
import type { Curve as CurveShape, MarketPage, MemberLevel } from '../../../contract/market.ts'
import { figure } from '../../../language/message.ts'
import { Choice } from '../../ui/choice.tsx'
import { Section } from '../../ui/page.tsx'
import { useWidth } from '../../ui/width.ts'
import { WhyButton } from '../../ui/why.tsx'
import { percent } from '../../ui/figures.ts'
import { moneySaid } from '../../ui/money.ts'
import { useReading, type Reading } from '../../ui/reading.ts'
import { line, ticks } from '../scale.ts'
import { moneyScale, type MoneyScale } from './axis-money.ts'
import { CurveEnds } from './curve-ends.tsx'
import { CurveTable } from './curve-table.tsx'
import { volumeSaid, wholeOf } from './volume.ts'

const TOP = 26
const PLOT = 206
const BASE = 26
const LEFT = 48
const RIGHT = 124
const DIGIT = 8

/** Cumulative contribution: ink while it rises, red after the peak, a bracket with the loss; the totals at its end. */
export function WhaleCurve({
  page,
  peers,
  onWhy,
  onLevel,
}: {
  readonly page: MarketPage
  /** Contribution a tonne of the other markets in sight; null: there are none, or not fetched yet. */
  readonly peers: number | null
  readonly onWhy: (key: string) => void
  readonly onLevel: (level: MemberLevel) => void
}) {
  const reading = useReading()
  const { t, may } = reading
  const [table, setTable] = useState(false)
  const { curve, level, levels } = page
  const title = t('curve.title')
  if (!curve)
    return (
      <Section title={title}>
        {may('contribution.read') ? (
          <p className="quiet">{t('curve.none')}</p>
        ) : (
          <div className="no-right">
            <p>{t('curve.withheld')}</p>
            <p>{t('state.no-right-whom', { right: t('right.contribution.read') })}</p>
          </div>
        )}
      </Section>
    )
  const money = moneyScale(reading, [curve.peak.amount, curve.total])
  return (
    <Section
      title={title}
      note={
        <>
          {t(level === 'wholesaler' ? 'curve.note-first' : 'curve.note-sub', {
            money: money.word,
            n: curve.members,
          })}{' '}
          <WhyButton of={title} onOpen={() => onWhy('curve')} />
        </>
      }
      aside={
        levels.length > 1 ? (
          <Choice
            label={t('curve.level')}
            value={level}
            options={levels.map((value) => ({ value, label: t(`curve.level-${value}`) }))}
            onChange={onLevel}
          />
        ) : undefined
      }
    >
      <Drawn curve={curve} money={money} peers={peers} />
      <p className="market-small">
        {limits(reading, page, curve)}{' '}
        <button
          type="button"
          className="link no-print"
          aria-expanded={table}
          onClick={() => setTable(!table)}
        >
          {t(table ? 'curve.chart' : 'curve.table')}
        </button>
      </p>
      {table ? (
        <CurveTable
          code={page.row.code}
          curve={curve}
          money={money}
          whole={wholeOf(page.row)}
          level={level}
        />
      ) : null}
    </Section>
  )
}

function limits(reading: Reading, page: MarketPage, curve: CurveShape): string {
  const { t } = reading
  const { untraced, unknown } = curve
  return [
    ...(untraced === null || Math.abs(untraced) < 1
      ? []
      : [
          t(untraced > 0 ? 'curve.untraced' : 'curve.untraced-less', {
            amount: moneySaid(reading, Math.abs(untraced)),
          }),
        ]),
    ...(unknown.members > 0
      ? [
          t('curve.unknown', {
            n: unknown.members,
            volume: volumeSaid(reading, unknown.litres, wholeOf(page.row)),
          }),
        ]
      : []),
  ].join(reading.locale === 'zh' ? '' : ' ')
}

function Drawn({
  curve,
  money,
  peers,
}: {
  readonly curve: CurveShape
  readonly money: MoneyScale
  readonly peers: number | null
}) {
  const reading = useReading()
  const { t, locale } = reading
  const [ref, width] = useWidth<HTMLDivElement>()
  const inner = Math.max(60, width - LEFT - RIGHT)
  const amounts = curve.points.map((point) => point.amount)
  const marks = ticks(Math.max(...amounts, 1), 5)
  const top = marks.at(-1) ?? 1
  const bottom = Math.min(0, ...amounts)
  const x = (members: number) => (members / Math.max(1, curve.members)) * inner
  const y = (amount: number) => PLOT - ((amount - bottom) / (top - bottom)) * PLOT
  const at = (points: CurveShape['points']) =>
    line(points.map(({ members, amount }) => [round(x(members)), round(y(amount))]))
  // Members that neither earn nor cost lie on the level between.
  const falls = curve.members - curve.loss.members
  const rising = curve.points.filter((point) => point.members <= falls)
  const falling = curve.points.filter((point) => point.members >= falls)
  const zero = y(0)
  const last = curve.points.at(-1) ?? { members: 0, amount: 0 }
  const lost = curve.loss.members > 0
  const firsts = (curve.members > 24 ? [2, 10] : curve.members > 5 ? [2] : []).flatMap((n) =>
    curve.points.filter((point) => point.members === n && n < curve.peak.members * 0.7),
  )
  const peakX = Math.min(Math.max(x(curve.peak.members), 50), inner - 30)
  // No tick under the words at the end.
  const xEnd = inner - 14 - DIGIT * String(curve.members).length
  const xTicks = ticks(curve.members, 5).filter(
    (tick) => Number.isInteger(tick) && tick > 0 && x(tick) < xEnd,
  )
  return (
    <div
      ref={ref}
      className="whale"
      role="img"
      aria-label={`${t('curve.label')}: ${t('curve.peak', { n: curve.peak.members, amount: money.say(curve.peak.amount) })}; ${t('curve.total')} ${money.say(curve.total)} ${money.word}`}
    >
      {width === 0 ? null : (
        <svg width="100%" height={TOP + PLOT + BASE} aria-hidden="true">
          <g transform={`translate(${LEFT} ${TOP})`}>
            {marks.map((mark) => (
              <g key={mark}>
                <path d={`M0 ${y(mark)}H${inner}`} stroke={mark === 0 ? 'var(--ink)' : 'var(--grid)'} />
                <text x={-8} y={y(mark) + 4} textAnchor="end" className="axis">
                  {money.say(mark).replace(/\.0+$/, '')}
                </text>
              </g>
            ))}
            <path
              d={`${at(curve.points)}L${x(last.members)} ${zero}L0 ${zero}Z`}
              fill="var(--last-year-area)"
            />
            {lost ? (
              <>
                <path
                  d={`M${x(falls)} ${y(curve.peak.amount)}H${inner}V${y(last.amount)}${at(falling.toReversed()).replace('M', 'L')}Z`}
                  fill="var(--loss-pale)"
                />
                <path
                  d={`M${x(curve.peak.members)} ${y(curve.peak.amount)}H${inner}`}
                  stroke="var(--tertiary)"
                  strokeDasharray="1.5 2.5"
                />
              </>
            ) : null}
            <path d={at(rising)} fill="none" stroke="var(--ink)" strokeWidth="2.25" strokeLinejoin="round" />
            {lost ? (
              <path
                d={at(falling)}
                fill="none"
                stroke="var(--loss)"
                strokeWidth="2.25"
                strokeLinejoin="round"
              />
            ) : null}
            {firsts.map((point) => (
              <g key={point.members}>
                <path
                  d={`M${x(point.members)} ${y(point.amount)}V${zero}`}
                  stroke="var(--tertiary)"
                  strokeDasharray="1.5 2.5"
                />
                <circle cx={x(point.members)} cy={y(point.amount)} r="3.5" fill="var(--ink)" />
                <text x={x(point.members) + 8} y={y(point.amount) + 14} className="axis axis-now">
                  {t('curve.first', {
                    n: point.members,
                    share: percent(locale, point.amount / curve.peak.amount, 0),
                  })}
                </text>
              </g>
            ))}
            {curve.peak.members > 0 ? (
              <>
                <circle
                  cx={x(curve.peak.members)}
                  cy={y(curve.peak.amount)}
                  r="4"
                  fill="var(--surface)"
                  stroke="var(--ink)"
                  strokeWidth="1.75"
                />
                <text x={peakX} y={y(curve.peak.amount) - 11} textAnchor="middle" className="axis axis-now">
                  {t('curve.peak', { n: curve.peak.members, amount: money.say(curve.peak.amount) })}
                </text>
              </>
            ) : null}
            {xTicks.map((tick) => (
              <text key={tick} x={x(tick)} y={PLOT + 18} textAnchor="middle" className="axis">
                {figure(locale, tick)}
              </text>
            ))}
            <text x={inner} y={PLOT + 18} textAnchor="middle" className="axis">
              {t('curve.members', { n: curve.members })}
            </text>
            <CurveEnds
              curve={curve}
              money={money}
              peers={peers}
              x={inner}
              peak={y(curve.peak.amount)}
              end={y(last.amount)}
            />
          </g>
        </svg>
      )}
    </div>
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
