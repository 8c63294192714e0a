import type { Day } from '../../domain/day.ts'
import { addDays, addMonths, dayNumber, monthStart, windowTo } from '../../domain/day.ts'

/**
 * The two years to a day, cut where something begins: each calendar month, the window (D − 12 months, D] and the one before.
 * Every bucket lies wholly inside or outside of each of them, so that one pass over the days serves all three.
 */
export type Buckets = {
  readonly after: Day
  readonly afterBefore: Day
  readonly from: Day
  readonly to: Day
  /** First day numbers of the buckets, ascending; bucket i (from 1) is [starts[i − 1], starts[i]). */
  readonly starts: readonly number[]
  /** The first bucket of the window. */
  readonly windowFrom: number
  /** By bucket − 1: which of the 24 calendar months it is in (0 the oldest), −1 for none; and whether it is of the year before. */
  readonly month: readonly number[]
  readonly before: readonly boolean[]
  /** First days of the 24 calendar months, oldest first. */
  readonly months: readonly Day[]
}

export function bucketsTo(asOf: Day): Buckets {
  const { after } = windowTo(asOf, 12)
  const { after: afterBefore } = windowTo(asOf, 24)
  const newest = monthStart(asOf)
  const months = Array.from({ length: 24 }, (_, index) => addMonths(newest, index - 23))
  const begins = [...months, addDays(after, 1), addDays(afterBefore, 1)]
  const days = [...new Set(begins)].toSorted()
  const from = days[0] ?? asOf
  return {
    after,
    afterBefore,
    from,
    to: asOf,
    starts: days.map(dayNumber),
    windowFrom: days.filter((day) => day <= after).length + 1,
    month: days.map((day) => months.indexOf(monthStart(day))),
    before: days.map((day) => day > afterBefore && day <= after),
    months,
  }
}
