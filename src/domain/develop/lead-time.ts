import { addMonths, daysBetween, type Day } from '../day.ts'

/**
 * Quantile of a sample by Hyndman and Fan's definition 7 (The American Statistician 50, 1996, p. 361–365; the default of R and of
 * spreadsheets): linear between order statistics at h = (n − 1)p + 1. Null of nothing. `share` 0..1.
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  if (low === undefined || high === undefined) return null
  return low + (at - Math.floor(at)) * (high - low)
}

export type Quartiles = { readonly low: number; readonly median: number; readonly high: number }

export function quartiles(values: readonly number[]): Quartiles | null {
  const [low, median, high] = [quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)]
  return low === null || median === null || high === null ? null : { low, median, high }
}

/** The article's "under a month" (2.2): the first order before the same day of the next month. */
export function isUnderAMonth(found: Day, firstOrder: Day): boolean {
  return firstOrder < addMonths(found, 1)
}

/** One prospect: when it was found, when it first ordered (null: not yet), until when it was waited for. */
export type Way = {
  readonly found: Day
  readonly firstOrder: Day | null
  /** The day of asking; of a lost one the day when it was lost. */
  readonly until: Day
  readonly lost: boolean
}

export type LeadTime = {
  /** Those that have ordered: all figures of days are theirs. */
  readonly ordered: number
  readonly days: Quartiles | null
  readonly underAMonth: number
  /** Still open: their time is not over, so that the median of those who ordered is too short while there are many. */
  readonly open: number
  /** Open ones that have waited longer than the median already. */
  readonly openLonger: number
  readonly lost: number
  /** Share that had ordered within 30 days, lost ones and open ones counted for as long as they were watched; null: nobody was. */
  readonly within30: number | null
}

/** Lead times from finding to first order, in days, beside how many have not ended: those are right-censored. */
export function leadTime(ways: readonly Way[]): LeadTime {
  const ended = ways.flatMap(({ found, firstOrder }) =>
    firstOrder === null
      ? []
      : [{ days: daysBetween(found, firstOrder), quick: isUnderAMonth(found, firstOrder) }],
  )
  const days = quartiles(ended.map((one) => one.days))
  const open = ways.filter((way) => way.firstOrder === null && !way.lost)
  return {
    ordered: ended.length,
    days,
    underAMonth: ended.filter(({ quick }) => quick).length,
    open: open.length,
    openLonger: days ? open.filter(({ found, until }) => daysBetween(found, until) > days.median).length : 0,
    lost: ways.filter(({ firstOrder, lost }) => firstOrder === null && lost).length,
    within30: shareWithin(ways, 30),
  }
}

/**
 * Cumulative incidence at a day, with being lost as the competing end (Aalen and Johansen 1978; Kalbfleisch and Prentice, The
 * Statistical Analysis of Failure Time Data, 1980, ch. 8): what share has ordered by then, where each is at risk for as long as it was
 * watched and a lost one can order no more. Open ones of a day count as watched on that day. Null: nobody was watched for so long.
 */
export function shareWithin(ways: readonly Way[], limit: number): number | null {
  const spells = ways.map(({ found, firstOrder, until, lost }) => ({
    days: daysBetween(found, firstOrder ?? until),
    end: firstOrder !== null ? 'ordered' : lost ? 'lost' : 'open',
  }))
  const times = [...new Set(spells.filter(({ end }) => end !== 'open').map(({ days }) => days))]
  let left = 1
  let share = 0
  for (const time of times.filter((one) => one <= limit).toSorted((a, b) => a - b)) {
    const atRisk = spells.filter(({ days }) => days >= time).length
    const count = (end: string) => spells.filter((one) => one.days === time && one.end === end).length
    share += (left * count('ordered')) / atRisk
    left *= 1 - (count('ordered') + count('lost')) / atRisk
  }
  const watched = spells.some(({ days }) => days >= limit) || (spells.length > 0 && left < 1e-12)
  return watched ? share : null
}
