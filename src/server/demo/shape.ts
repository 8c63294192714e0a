import type { Day } from '../../domain/day.ts'
import { addDays, addMonths, dayNumber } from '../../domain/day.ts'

/** How large the demo company is. The same shape (seed and days included) always makes the same company. */
export type DemoShape = {
  readonly seed: number
  /** The last day with movements. */
  readonly end: Day
  readonly months: number
  readonly regions: number
  readonly prefectures: number
  readonly markets: number
  readonly wholesalers: number
  readonly subDistributors: number
  readonly outlets: number
  /** Outlets that a wholesaler supplies itself, by line. */
  readonly directOutlets: number
  /** Share of outlets whose sell-out is known outside the one prefecture where all report. */
  readonly sampled: number
}

/** One imaginary province: about 600,000 movements in 30 months. */
export function provinceTo(end: Day): DemoShape {
  return {
    seed: 2010,
    end,
    months: 30,
    regions: 4,
    prefectures: 14,
    markets: 62,
    wholesalers: 400,
    subDistributors: 2500,
    outlets: 12_000,
    directOutlets: 700,
    sampled: 0.02,
  }
}

/** A tenth of it, for tests: the same stories in fewer markets. */
export function countyTo(end: Day): DemoShape {
  return {
    ...provinceTo(end),
    regions: 2,
    prefectures: 3,
    markets: 9,
    wholesalers: 60,
    subDistributors: 120,
    outlets: 400,
    directOutlets: 30,
  }
}

export type Span = { readonly first: number; readonly last: number; readonly days: number }

/** First and last day of the history, as day numbers. */
export function spanOf(shape: DemoShape): Span {
  const last = dayNumber(shape.end)
  const first = dayNumber(addDays(addMonths(shape.end, -shape.months), 1))
  return { first, last, days: last - first + 1 }
}
