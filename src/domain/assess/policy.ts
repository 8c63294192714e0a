import type { Four } from './criterion.ts'

/** How many key accounts a market carries: by the smallest number that carries a share of its litres, or a fixed number. */
export type KRule =
  | { readonly kind: 'cover'; readonly share: number; readonly least: number; readonly most: number }
  | { readonly kind: 'fixed'; readonly k: number }

/** The versioned policy of assessment: data, never re-fitted by itself. Defaults and sources: docs/methods. */
export type Policy = {
  readonly weights: Four<number>
  /** Where the weights come from; kept so that a person can see and repeat it. */
  readonly weightsFrom: 'direct' | 'ranking' | 'pairwise'
  readonly k: KRule
  /** A market's own number of key accounts, by market code; it goes before the rule. */
  readonly kByMarket: Readonly<Record<string, number>>
  /** Enter at rank ≤ max(1, round(enter × K)); leave after `leaveAfter` assessments in a row at rank > ceil(leave × K). */
  readonly hysteresis: { readonly enter: number; readonly leave: number; readonly leaveAfter: number }
  /** The frozen yardstick: its two quantiles, the fewest accounts it takes, how many months it stays. */
  readonly reference: {
    readonly low: number
    readonly high: number
    readonly fewest: number
    readonly months: number
  }
  /** Below this share of costed volume the contribution is unknown to the score. */
  readonly costCoverage: number
  /** Growth needs at least this much history of the account. */
  readonly growthHistoryMonths: number
  readonly loyalty: {
    readonly warnFrom: number
    readonly closeFrom: number
    readonly gaps: number
    readonly fewestOrders: number
    /** Share of wallet (0..1) lost in half a year that warns. */
    readonly walletDrop: number
    /** Overdue money (minor units) above which it warns. */
    readonly overdueMinor: number
  }
  readonly dormant: { readonly months: number; readonly cycles: number }
  /** Parts (0..100) from which an account that is not key is a candidate. */
  readonly candidate: { readonly potential: number; readonly volume: number }
  readonly robustness: {
    readonly seed: number
    readonly draws: number
    /** Draw only weightings that keep the order of the policy's weights. */
    readonly keepOrder: boolean
  }
}

export const defaultPolicy: Policy = {
  weights: { volume: 0.3, profit: 0.3, strength: 0.2, potential: 0.2 },
  weightsFrom: 'direct',
  k: { kind: 'cover', share: 0.6, least: 1, most: 12 },
  kByMarket: {},
  hysteresis: { enter: 0.9, leave: 1.25, leaveAfter: 2 },
  reference: { low: 0.05, high: 0.95, fewest: 20, months: 12 },
  costCoverage: 0.8,
  growthHistoryMonths: 18,
  loyalty: { warnFrom: 2.5, closeFrom: 3, gaps: 12, fewestOrders: 4, walletDrop: 0.1, overdueMinor: 0 },
  dormant: { months: 6, cycles: 6 },
  candidate: { potential: 60, volume: 40 },
  robustness: { seed: 20_100_101, draws: 10_000, keepOrder: false },
}
