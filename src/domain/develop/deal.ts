import type { Fraction } from '../fraction.ts'

/**
 * A deal as it is put to a wholesaler (article 2.4): what a case brings him, part by part, and what the first order does to his
 * cash. Money is yuan a case, exact; null is "nobody has said", never zero.
 */
export type Deal = {
  readonly case: DealCase
  readonly firstOrder: FirstOrderTerms | null
  readonly price: OurPrice
  /** What was left out and is taken as the method says; shown, so that nobody mistakes it for what was said. */
  readonly assumed: readonly Assumed[]
}

export type Assumed = { readonly field: string; readonly value: number }

export type DealCase = {
  /** Price out − price in. Below zero in a price war. */
  readonly spread: Fraction | null
  readonly emptyExchange: EmptyExchange | null
  readonly capPrize: CapPrize | null
  readonly rebate: Rebate | null
  readonly freeGoods: FreeGoods | null
  /** What the wholesaler pays to deliver a case. */
  readonly delivery: Fraction | null
}

/** `n` empty cases for one full case; `returnRate`, 0..1, is how many empties come back for a full case that is sold. */
export type EmptyExchange = {
  readonly n: number
  readonly fullValue: Fraction
  readonly depositValue: Fraction
  readonly returnRate: Fraction
}

/** `kept`, 0..1, is what stays with the wholesaler of the prizes that outlets and sub-distributors also claim. */
export type CapPrize = { readonly amount: Fraction; readonly kept: Fraction }

/** From so many cases on, so much a case; a tier holds until the next begins. */
export type Tier = { readonly from: number; readonly rate: Fraction }

export type TierRebate = {
  readonly kind: 'tiers'
  readonly tiers: readonly Tier[]
  /** `all`: every case at the rate of the tier that was reached; `marginal`: each case at the rate of its own tier. */
  readonly mode: TierMode
}
export type TierMode = 'all' | 'marginal'
export type Rebate = { readonly kind: 'perCase'; readonly perCase: Fraction } | TierRebate

/** Buy so many cases, get so many more: whole cases. */
export type FreeGoods = { readonly buy: number; readonly get: number }

export type FirstOrderTerms = {
  readonly cases: number | null
  readonly priceIn: Fraction | null
  readonly sellDays: number | null
  /** Share of the sales, 0..1, that is paid `creditDays` later. */
  readonly creditShare: Fraction
  readonly creditDays: number
  /** Empties, cap prizes and rebates are paid so many days after the sale. */
  readonly rebateLagDays: number
  readonly annualRate: number | null
}

/** What only the manufacturer knows of a case: list price, cost of goods, excise, freight to the wholesaler. */
export type OurPrice = {
  readonly list: Fraction | null
  readonly cost: Fraction | null
  readonly excise: Fraction | null
  readonly freight: Fraction | null
}

export const componentNames = [
  'spread',
  'emptyExchange',
  'capPrize',
  'rebate',
  'freeGoods',
  'delivery',
] as const
export type ComponentName = (typeof componentNames)[number]
