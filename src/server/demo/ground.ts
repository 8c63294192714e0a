import { dayFromNumber, type Day } from '../../domain/day.ts'
import { seasonOf, type Season } from './season.ts'
import { spanOf, type DemoShape, type Span } from './shape.ts'

/** The days of the history with what holds on each: computed once, read by index (0 is the first day). */
export type Ground = {
  readonly span: Span
  readonly season: Season
  readonly days: readonly Day[]
  /** Calendar years and months since the first. */
  readonly year: Int32Array
  readonly month: Int32Array
  /** The last index of each month, the last one that of the end. */
  readonly monthEnds: readonly number[]
}

export function groundOf(shape: DemoShape): Ground {
  const span = spanOf(shape)
  const days = Array.from({ length: span.days }, (_, i) => dayFromNumber(span.first + i))
  const year = new Int32Array(span.days)
  const month = new Int32Array(span.days)
  const monthEnds: number[] = []
  const at = (i: number) => days[i] as Day
  for (let i = 0; i < span.days; i += 1) {
    year[i] = Number(at(i).slice(0, 4)) - Number(at(0).slice(0, 4))
    month[i] = (year[i] as number) * 12 + Number(at(i).slice(5, 7)) - Number(at(0).slice(5, 7))
    if (i + 1 === span.days || at(i + 1).slice(0, 7) !== at(i).slice(0, 7)) monthEnds.push(i)
  }
  return { span, season: seasonOf(span), days, year, month, monthEnds }
}

/** Weight of the days after `from` up to and including `to`; days before the history count like its first. */
export function weightBetween({ season, span }: Ground, from: number, to: number): number {
  const low = Math.max(-1, from)
  const missing = Math.max(0, -1 - from)
  const upTo = (i: number) => season.upTo[Math.min(span.days, i + 1)] as number
  return upTo(to) - upTo(low) + missing * (season.weight[0] as number)
}
