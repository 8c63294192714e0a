import type { Tier } from '../chain/line.ts'
import type { Day } from '../day.ts'
import type { Standing } from './criterion.ts'

/**
 * What the store hands to the rules. Money is in minor units, volume in millilitres (both integers), shares are 0..1.
 * The window is the twelve months to the as-of day, (after, to]. `null` is "not known", and never means zero.
 */
export const factNames = [
  'working_capital',
  'credit_limit',
  'sales_people',
  'vehicles',
  'warehouse_m2',
  'share_of_wallet',
  'overdue_minor',
] as const
export type FactName = (typeof factNames)[number]

/** A fact that no order tells. `value`: money in minor units, share of wallet 0..1, counts as counts. */
export type Fact = {
  readonly fact: FactName
  readonly value: number
  readonly day: Day
  /** From this day on the fact is no longer believed. */
  readonly expiresOn: Day | null
  readonly source: string
}

/** Trade spend (on the invoice, off it) and cost to serve, as in the table `trade_spend`. */
export const spendComponents = [
  'on_invoice',
  'rebate',
  'free_goods',
  'display',
  'cap_prize',
  'empty_exchange',
  'freight',
  'credit',
  'visits',
  'orders',
  'drops',
  'promoter',
] as const
export type SpendComponent = (typeof spendComponents)[number]

/** A person's own decision, which stands until it expires: `validFrom` ≤ as-of day < `expiresOn`. */
export type Override = {
  readonly standing: Standing
  readonly reason: string
  readonly validFrom: Day
  readonly expiresOn: Day
  readonly by: string
}

export type AccountFigures = {
  readonly id: string
  readonly code: string
  readonly tier: Tier
  /** Net volume of the window: sell-in, returns and adjustments for a wholesaler. */
  readonly millilitres: number
  /** The same of the twelve months before; null where the company's ledger does not reach that far back. */
  readonly lastYearMillilitres: number | null
  /** Whole months from the account's first movement to the as-of day; 0 without one. */
  readonly historyMonths: number
  /** Millilitres of the last 24 calendar months, oldest first; the last may be a part of a month; null before the account's first record. */
  readonly months: readonly (number | null)[]
  /** What was invoiced in the window, without VAT, after discounts on the invoice. */
  readonly revenueMinor: number
  readonly lines: number
  /** The part of the window whose cost is known: its lines, volume, revenue, and the cost itself. */
  readonly costedLines: number
  readonly costedMillilitres: number
  readonly costedRevenueMinor: number
  readonly costMinor: number
  /** The window's volume at the list prices of its days; null where a list price is missing. */
  readonly listMinor: number | null
  /** Excise of the window; null where the company's SKUs carry none. */
  readonly exciseMinor: number | null
  /** The account's own spend in the window; a component that the company knows and this account lacks is zero. */
  readonly spend: Readonly<Partial<Record<SpendComponent, number>>>
  /** Distinct order days as day numbers, ascending, at most the as-of day; at least the last 13 of them. Returns are no orders. */
  readonly orderDays: readonly number[]
  /** Last day with any movement up to the as-of day. */
  readonly lastMovement: Day | null
  /** Distinct sub-distributors and outlets that it supplied by links that held in the window; null: no links are known. */
  readonly activeSubDistributors: number | null
  readonly activeOutlets: number | null
  /** All facts up to the as-of day, in any order, expired ones too: the rules choose. */
  readonly facts: readonly Fact[]
  readonly override: Override | null
}

export type MarketFigures = {
  readonly market: { readonly id: string; readonly code: string }
  readonly asOf: Day
  /** Decimals of the company's currency: sentences speak of money, not of minor units. */
  readonly minorDigits: number
  /** What the whole market drinks of the category in a year; null: not known. */
  readonly categoryMillilitres: number | null
  /** Spend components of which the company has any entry at all: only these are part of a contribution. */
  readonly knownSpend: readonly SpendComponent[]
  /** Every tier-1 account of the market, silent ones too: rank and share are the market's, whoever looks. */
  readonly accounts: readonly AccountFigures[]
}

/** What the last assessment of an earlier month decided: the memory that hysteresis needs. */
export type Memory = {
  readonly asOf: Day
  readonly standing: Standing
  readonly rank: number | null
  readonly member: boolean
  readonly monthsBelow: number
}

/** By account id. An account that is not in it has no past. */
export type Before = ReadonlyMap<string, Memory>
