import type { SpendComponent } from '../assess/figures.ts'
import type { MovementKind, Tier as AccountTier } from '../chain/line.ts'
import { dayOf, civilOf, monthEnd, addMonths, monthStart, type Day } from '../day.ts'
import type { Fraction } from '../fraction.ts'
import type { TierMode } from './deal.ts'

/**
 * A trade policy (政策): a dated, scoped, budgeted promise to accounts (article 2.4: the 3 yuan a case is one). Money is minor
 * units (fen), rates are exact; quantities are the ledger's: thousandths of a case, millilitres, minor units.
 */
export type TradePolicy = {
  readonly name: string
  /** First and last day, both inclusive. */
  readonly from: Day
  readonly to: Day
  readonly scope: PolicyScope
  /** `exclusive`: takes its lines alone; of several exclusive ones the lowest `priority` has a line. */
  readonly stacking: 'stackable' | 'exclusive'
  readonly priority: number
  /** What is reckoned together and rounded once. */
  readonly period: PeriodKind
  readonly component: PolicyComponent
  readonly terms: Terms
  /** What claims may take in all. */
  readonly budgetMinor: number
  /** A claim above it is decided by whoever makes policies. */
  readonly approveUpToMinor: number
}

/** Null is "all of them". Markets are those that were beneath the nodes when the version was made. */
export type PolicyScope = {
  readonly nodes: readonly string[]
  readonly markets: readonly string[] | null
  readonly tiers: readonly AccountTier[]
  readonly accounts: readonly string[] | null
  readonly skus: readonly string[] | null
}

export const periodKinds = ['month', 'quarter', 'year', 'term'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** Where it is taken off in the contribution; what stands on the invoice is in the revenue already. */
export const policyComponents = [
  'rebate',
  'free_goods',
  'display',
  'cap_prize',
  'empty_exchange',
  'freight',
  'credit',
  'promoter',
] as const satisfies readonly SpendComponent[]
export type PolicyComponent = (typeof policyComponents)[number]

export const measures = ['cases', 'litres', 'amount'] as const
export type Measure = (typeof measures)[number]

/** `from`: cases, litres, or minor units of amount. `rate`: minor units a case or a litre, percent of an amount. */
export type PolicyTier = { readonly from: number; readonly rate: Fraction }

export type Terms =
  | { readonly kind: 'rate'; readonly measure: Measure; readonly rate: Fraction }
  | {
      readonly kind: 'tiers'
      readonly measure: Measure
      readonly mode: TierMode
      readonly tiers: readonly PolicyTier[]
    }
  /** On what is above last year's same days by more than `above` percent. */
  | { readonly kind: 'growth'; readonly measure: Measure; readonly above: Fraction; readonly rate: Fraction }
  /** For every `buy` whole cases bought, `get` more, each worth `valueMinor`. */
  | { readonly kind: 'free_goods'; readonly buy: number; readonly get: number; readonly valueMinor: number }
  /** So much a period, once somebody has confirmed that it was kept (conduct) or stands there (display). */
  | { readonly kind: 'conduct' | 'display'; readonly amountMinor: number }

export function measureOf(terms: Terms): Measure | null {
  if (terms.kind === 'free_goods') return 'cases'
  return 'measure' in terms ? terms.measure : null
}

/** One entry of the ledger as policies see it. */
export type PolicyLine = {
  readonly id: string
  readonly sku: string
  readonly day: Day
  readonly kind: MovementKind
  readonly millilitres: number
  readonly milliCases: number | null
  readonly amountMinor: number | null
}

/** The key of a policy's only period where the whole term is one: it stays when a version moves the first day. */
export const WHOLE_TERM: Day = '1900-01-01'

/** The key of the period of a day: its unclipped first day. */
export function periodOf(kind: PeriodKind, day: Day): Day {
  if (kind === 'term') return WHOLE_TERM
  if (kind === 'month') return monthStart(day)
  const { year, month } = civilOf(day)
  return kind === 'year' ? dayOf(year, 1, 1) : dayOf(year, month - ((month - 1) % 3), 1)
}

/** First and last day of a policy's period, within the policy's own days. */
export function daysOf(
  { from, to, period }: Pick<TradePolicy, 'from' | 'to' | 'period'>,
  key: Day,
): { readonly from: Day; readonly to: Day } {
  if (period === 'term') return { from, to }
  const end = monthEnd(addMonths(key, { month: 0, quarter: 2, year: 11 }[period]))
  return { from: key > from ? key : from, to: end < to ? end : to }
}

/** The same day a year later; the end of a month stays the end of that month. */
export function yearLater(day: Day): Day {
  const later = addMonths(day, 12)
  return monthEnd(day) === day ? monthEnd(later) : later
}

/** The same day a year before; the end of a month stays the end of that month. */
export function yearBefore(day: Day): Day {
  const before = addMonths(day, -12)
  return monthEnd(day) === day ? monthEnd(before) : before
}
