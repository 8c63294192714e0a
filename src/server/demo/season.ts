import { civilOf, dayFromNumber, dayNumber } from '../../domain/day.ts'
import type { Span } from './shape.ts'

/** What is drunk in a month against the mean: hot summers, a short winter. */
const monthly = [0.62, 0.62, 0.72, 0.92, 1.15, 1.35, 1.5, 1.48, 1.16, 0.88, 0.66, 0.66]

/** First day of the lunar year (Hong Kong Observatory, calendar conversion tables). Years beyond have no Spring Festival here. */
const springFestivals = (
  '2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 ' +
  '2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08'
)
  .split(' ')
  .map(dayNumber)

/** Orders run ahead of a holiday: from how many days before, until how many, by which factor. */
type Rush = { readonly from: number; readonly to: number; readonly factor: number }
const beforeSpring: Rush = { from: 24, to: 3, factor: 2.1 }
const beforeMay: Rush = { from: 9, to: 1, factor: 1.35 }
const beforeNational: Rush = { from: 11, to: 1, factor: 1.4 }

export type Season = {
  /** Weight of each day of the span, about 1 on average. */
  readonly weight: Float64Array
  /** Running sum: `upTo[i]` is the weight of all days before i. */
  readonly upTo: Float64Array
  /** 1 on days when nothing is delivered: Sundays, and the week of the Spring Festival. */
  readonly closed: Uint8Array
}

export function seasonOf(span: Span): Season {
  const weight = new Float64Array(span.days)
  const upTo = new Float64Array(span.days + 1)
  const closed = new Uint8Array(span.days)
  for (let i = 0; i < span.days; i += 1) {
    const day = span.first + i
    weight[i] = smooth(day) * rushOn(day)
    upTo[i + 1] = (upTo[i] as number) + (weight[i] as number)
    const sunday = (((day + 4) % 7) + 7) % 7 === 0
    const festival = springFestivals.some((first) => day >= first - 1 && day <= first + 5)
    closed[i] = sunday || festival ? 1 : 0
  }
  return { weight, upTo, closed }
}

/** Monthly weights stand in the middle of their months; days between are on the line. */
function smooth(day: number): number {
  const { month, day: d } = civilOf(dayFromNumber(day))
  const at = month - 1 + (d - 15.5) / 30.5
  const low = Math.floor(at)
  const here = monthly[(low + 12) % 12] as number
  const next = monthly[(low + 13) % 12] as number
  return here + (next - here) * (at - low)
}

function rushOn(day: number): number {
  const { year } = civilOf(dayFromNumber(day))
  const days: readonly [Rush, readonly number[]][] = [
    [beforeSpring, springFestivals],
    [beforeMay, [dayNumber(`${year}-05-01`)]],
    [beforeNational, [dayNumber(`${year}-10-01`)]],
  ]
  let factor = 1
  for (const [rush, firsts] of days)
    if (firsts.some((first) => first - day >= rush.to && first - day <= rush.from)) factor *= rush.factor
  // The cellar is full after the festival.
  if (springFestivals.some((first) => day - first >= 6 && day - first <= 24)) factor *= 0.45
  return factor
}

/** Days left to the end of the quarter, 0 on its last day. */
export function toQuarterEnd(day: number): number {
  const { year, month } = civilOf(dayFromNumber(day))
  const next = Math.floor((month - 1) / 3) * 3 + 4
  const first = next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, '0')}-01`
  return dayNumber(first) - 1 - day
}
