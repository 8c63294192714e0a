import type { Tier as AccountTier } from '../chain/line.ts'
import type { Day } from '../day.ts'
import { decimal } from '../fraction.ts'
import type { TierMode } from './deal.ts'
import type { Measure, PeriodKind, PolicyComponent, Terms, TradePolicy } from './trade-policy.ts'

/** Terms as they are written and kept: numbers as a person wrote them, `to` of a tier only to be compared with the next `from`. */
export type TermsDraft =
  | { readonly kind: 'rate'; readonly measure: Measure; readonly rate: number }
  | {
      readonly kind: 'tiers'
      readonly measure: Measure
      readonly mode: TierMode
      readonly tiers: readonly {
        readonly from: number
        readonly to?: number | null | undefined
        readonly rate: number
      }[]
    }
  | { readonly kind: 'growth'; readonly measure: Measure; readonly above: number; readonly rate: number }
  | { readonly kind: 'free_goods'; readonly buy: number; readonly get: number; readonly valueMinor: number }
  | { readonly kind: 'conduct' | 'display'; readonly amountMinor: number }

/** A policy as it is written down: what a version keeps. `budgetMinor` null: nobody has said one, and it is refused. */
export type PolicyDraft = {
  readonly name: string
  readonly from: Day
  readonly to: Day
  readonly nodes: readonly string[]
  readonly tiers: readonly AccountTier[]
  readonly accounts: readonly string[] | null
  readonly skus: readonly string[] | null
  readonly stacking: 'stackable' | 'exclusive'
  readonly priority: number
  readonly period: PeriodKind
  readonly component: PolicyComponent
  readonly terms: TermsDraft
  readonly budgetMinor: number | null
  readonly approveUpToMinor: number
}

/** Exact terms of a draft whose numbers were looked at (`readTradePolicy`). */
export function termsOf(draft: TermsDraft): Terms {
  switch (draft.kind) {
    case 'rate':
      return { ...draft, rate: decimal(draft.rate) }
    case 'tiers':
      return { ...draft, tiers: draft.tiers.map(({ from, rate }) => ({ from, rate: decimal(rate) })) }
    case 'growth':
      return { ...draft, above: decimal(draft.above), rate: decimal(draft.rate) }
    default:
      return draft
  }
}

/** The policy of a draft that was accepted; `markets` are those beneath its nodes, null is all. */
export function policyOfDraft(draft: PolicyDraft, markets: readonly string[] | null): TradePolicy {
  const { nodes, tiers, accounts, skus, budgetMinor, terms, ...same } = draft
  return {
    ...same,
    scope: { nodes, markets, tiers, accounts, skus },
    terms: termsOf(terms),
    budgetMinor: budgetMinor ?? 0,
  }
}
