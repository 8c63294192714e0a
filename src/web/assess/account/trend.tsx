import { useState } from 'react'
import { addDays } from '../../../domain/day.ts'
import { Section } from '../../ui/page.tsx'
import { useWidth } from '../../ui/width.ts'
import { WhyButton } from '../../ui/why.tsx'
import type { AccountProfile } from '../../../contract/assess.ts'
import { digitsOf, fixed, inUnit } from '../../ui/figures.ts'
import { unitWord, useReading } from '../../ui/reading.ts'
import { area, line, points, ticks } from '../scale.ts'

const TOP = 22
const PLOT = 168
const BASE = 24
/** Room for the figures of the axis: so much a sign, and never less than this. */
const SIGN = 7.2
const LEAST_LEFT = 44
const RIGHT = 104

/** 24 months: this year's line over last year's area, labelled where they end; the month under the pointer says its figures. */
export function Trend({
  profile,
  onWhy,
}: {
  readonly profile: AccountProfile
  readonly onWhy: (key: string) => void
}) {
  const reading = useReading()
  const { t, locale } = reading
  // Where nobody counted cases the curve stays in kilolitres, and says so.
  const unit = reading.unit === 'cases' && profile.account.cases === null ? 'kl' : reading.unit
  const [ref, width] = useWidth<HTMLDivElement>()
  const [over, setOver] = useState<number | null>(null)
  const whole = { litres: profile.account.tonnageLitres, cases: profile.account.cases }
  const series = profile.trend.map(({ litres }) =>
    litres === null ? null : (inUnit(unit, litres, whole) ?? 0),
  )
  const before = series.slice(0, 12)
  const now = series.slice(12)
  const months = profile.trend.slice(12).map(({ month }) => Number(month.slice(5)))
  const marks = ticks(Math.max(...series.map((value) => value ?? 0), 0), 4)
  const max = marks.at(-1) ?? 0
  const digits = digitsOf(max)
  const markDigits = marks.every(Number.isInteger)
    ? 0
    : marks.every((mark) => Number.isInteger(mark * 10))
      ? 1
      : 2
  const markWords = marks.map((mark) => fixed(locale, mark, markDigits))
  const left = Math.max(LEAST_LEFT, 12 + SIGN * Math.max(...markWords.map((words) => words.length)))
  const inner = Math.max(10, width - left - RIGHT)
  const say = (value: number | null | undefined) => fixed(locale, value ?? null, digits)
  const lines = { now: points(now, inner, PLOT, max), before: points(before, inner, PLOT, max) }
  const end = { now: lines.now.at(-1)?.[1] ?? 0, before: lines.before.at(-1)?.[1] ?? 0 }
  const apart = Math.abs(end.now - end.before) < 16 ? (end.now > end.before ? 8 : -8) : 0
  const last = profile.trend.at(-1)
  const known = before.some((value) => value !== null && value !== 0)
  // In the middle of a month these are other months than the twelve of the page's volume, so no sum stands beside that one.
  const wholeMonths = isMonthEnd(profile.asOf)
  const ofYear = (name: string, values: readonly (number | null)[]) => {
    const sum = wholeMonths ? total(values) : null
    return sum === null ? name : `${name} ${say(sum)}`
  }
  return (
    <Section
      title={t('trend.title')}
      note={
        <>
          {t('trend.note', { unit: unitWord({ t, unit }) })}{' '}
          <WhyButton of={t('trend.title')} onOpen={() => onWhy('trend')} />
        </>
      }
      aside={
        last && !isMonthEnd(profile.asOf)
          ? t('trend.partial', { month: monthWord(t, locale, last.month), n: Number(profile.asOf.slice(8)) })
          : undefined
      }
    >
      <div
        ref={ref}
        className="trend"
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect()
          const at = Math.round(((event.clientX - box.left - left) / inner) * (now.length - 1))
          setOver(at >= 0 && at < now.length ? at : null)
        }}
        onPointerLeave={() => setOver(null)}
      >
        <svg width="100%" height={TOP + PLOT + BASE} aria-hidden="true">
          <g transform={`translate(${left} ${TOP})`}>
            {marks.map((mark, at) => {
              const y = PLOT - (max > 0 ? mark / max : 0) * PLOT
              return (
                <g key={mark}>
                  <path d={`M0 ${y}H${inner}`} stroke={mark === 0 ? 'var(--ink)' : 'var(--grid)'} />
                  <text x={-8} y={y + 4} textAnchor="end" className="axis">
                    {markWords[at]}
                  </text>
                </g>
              )
            })}
            <path d={area(lines.before, PLOT)} fill="var(--last-year-area)" />
            {known ? (
              <path d={line(lines.before)} fill="none" stroke="var(--last-year)" strokeWidth="1.5" />
            ) : null}
            <path
              d={line(lines.now)}
              fill="none"
              stroke="var(--ink)"
              strokeWidth="2.25"
              strokeLinejoin="round"
            />
            {months.map((month, i) => (
              <text key={month} x={(i / 11) * inner} y={PLOT + 18} textAnchor="middle" className="axis">
                {i === 0 || i === 11 || inner > 300 || i % 3 === 0
                  ? locale === 'zh' && i === 11
                    ? t('trend.month', { month })
                    : month
                  : null}
              </text>
            ))}
            {over === null ? (
              <>
                {known ? (
                  <text x={inner + 8} y={end.before + 4 - apart} className="axis">
                    {ofYear(t('trend.last-year'), before)}
                  </text>
                ) : null}
                <text x={inner + 8} y={end.now + 4 + (known ? apart : 0)} className="axis axis-now">
                  {ofYear(t('trend.this-year'), now)}
                </text>
              </>
            ) : (
              <Over
                x={(over / 11) * inner}
                y={points([now[over] ?? null], inner, PLOT, max)[0]?.[1] ?? null}
                inner={inner}
                words={`${profile.trend[over + 12]?.month ?? ''} · ${t('trend.this-year')} ${say(now[over])} · ${t('trend.last-year')} ${say(before[over])}`}
              />
            )}
          </g>
        </svg>
      </div>
      <div className="visually-hidden">
        <table>
          <caption>{t('trend.table')}</caption>
          <tbody>
            {profile.trend.map(({ month }, i) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>{say(series[i])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Over({
  x,
  y,
  inner,
  words,
}: {
  readonly x: number
  /** Null where the month is missing: no point to mark. */
  readonly y: number | null
  readonly inner: number
  readonly words: string
}) {
  const anchor = x < 120 ? 'start' : x > inner - 120 ? 'end' : 'middle'
  return (
    <>
      <path d={`M${x} -4V${PLOT}`} stroke="var(--ink)" strokeDasharray="1.5 2.5" />
      {y === null ? null : <circle cx={x} cy={y} r="3.5" fill="var(--ink)" />}
      <text x={x} y={-10} textAnchor={anchor} className="axis axis-now">
        {words}
      </text>
    </>
  )
}

/** Null where a month is missing: the sum of eleven is no year. */
function total(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}

function isMonthEnd(day: string): boolean {
  return addDays(day, 1).endsWith('-01')
}

function monthWord(t: ReturnType<typeof useReading>['t'], locale: 'zh' | 'en', month: string): string {
  if (locale === 'zh') return t('trend.month', { month: Number(month.slice(5)) })
  const day = new Date(`${month}-01T00:00:00Z`)
  return new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(day)
}
