import type { Day } from '../../day.ts'

/** Where, for what and when an agreement holds. */
export type Ground = {
  /** Markets, with all beneath the places that were chosen. */
  readonly markets: ReadonlySet<string>
  /** Products; null: all of them, also those to come. */
  readonly products: ReadonlySet<string> | null
  readonly from: Day
  /** The last day that counts. */
  readonly to: Day
  /** Nobody else sells these products here. */
  readonly exclusive: boolean
}

/** What two agreements have in common, for the sentence that stops or is waived. */
export type Overlap = {
  readonly markets: readonly string[]
  /** Null: all products. */
  readonly products: readonly string[] | null
  readonly from: Day
  readonly to: Day
}

/**
 * Where two agreements promise what only one can hold: the same market, product and day, one of the two exclusive. Two that are not
 * exclusive may share a market. Null: they do not meet. Which of the two is asked first makes no difference.
 */
export function overlapOf(one: Ground, other: Ground): Overlap | null {
  if (!one.exclusive && !other.exclusive) return null
  const from = one.from > other.from ? one.from : other.from
  const to = one.to < other.to ? one.to : other.to
  if (from > to) return null
  const markets = [...one.markets].filter((market) => other.markets.has(market)).toSorted()
  if (markets.length === 0) return null
  const products = shared(one.products, other.products)
  return products?.length === 0 ? null : { markets, products, from, to }
}

function shared(one: Ground['products'], other: Ground['products']): readonly string[] | null {
  const few = one ?? other
  if (few === null) return null
  if (one === null || other === null) return [...few].toSorted()
  return [...one].filter((product) => other.has(product)).toSorted()
}
