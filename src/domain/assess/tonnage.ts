import type { Day } from '../day.ts'
import { monthEnd } from '../day.ts'
import type { AccountFigures, MarketFigures } from './figures.ts'
import type { Tonnage } from './verdict.ts'

/** Net volume of all tier-1 accounts of the market in the window, millilitres. */
export function marketMillilitres(accounts: readonly AccountFigures[]): number {
  return accounts.reduce((total, account) => total + account.millilitres, 0)
}

/** Places by volume, 1 is the largest; equal volumes by code, so that nobody shares a place. By account id. */
export function placesByVolume(accounts: readonly AccountFigures[]): ReadonlyMap<string, number> {
  const largestFirst = accounts.toSorted(
    (a, b) => b.millilitres - a.millilitres || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )
  return new Map(largestFirst.map((account, index) => [account.id, index + 1]))
}

/** (now − then) ÷ then; null without a positive `then`. */
export function changeFrom(then: number | null, now: number): number | null {
  return then === null || then <= 0 ? null : (now - then) / then
}

/**
 * The last three whole months against the same three months a year ago, so that a season is compared with itself.
 * `months`: 24 calendar months, oldest first, the last one that of `asOf`; a last month that is not over is left out.
 * Null where one of the six was before the first record.
 */
export function recentChange(months: readonly (number | null)[], asOf: Day): number | null {
  if (months.length !== 24) return null
  const end = asOf === monthEnd(asOf) ? 24 : 23
  const sum = (from: number) =>
    months
      .slice(from, from + 3)
      .reduce((total, month) => (total === null || month === null ? null : total + month), 0)
  const now = sum(end - 3)
  return now === null ? null : changeFrom(sum(end - 15), now)
}

/**
 * Tonnage decides standing (article 1.1): the account's volume, its share of its market and of the category, and where it
 * is going. Shares are 0..1; a market without volume has shares of 0. Null where a figure to compare with is missing.
 */
export function tonnageOf(
  account: AccountFigures,
  market: Pick<MarketFigures, 'asOf' | 'categoryMillilitres'>,
  totalMillilitres: number,
  place: number,
): Tonnage {
  return {
    marketShare: totalMillilitres > 0 ? account.millilitres / totalMillilitres : 0,
    categoryShare:
      market.categoryMillilitres === null ? null : account.millilitres / market.categoryMillilitres,
    place,
    change: changeFrom(account.lastYearMillilitres, account.millilitres),
    recentChange: recentChange(account.months, market.asOf),
  }
}
