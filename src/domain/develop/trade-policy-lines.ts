import type { MovementKind, Tier as AccountTier } from '../chain/line.ts'
import type { Day } from '../day.ts'
import type { Measure, PolicyLine, TradePolicy } from './trade-policy.ts'

/** What an account buys: from the manufacturer, and below the first tier from a wholesaler. What consumers buy of it is not counted. */
const bought: Readonly<Record<AccountTier, readonly MovementKind[]>> = {
  wholesaler: ['sell_in', 'return', 'adjustment'],
  sub_distributor: ['sell_in', 'sell_through', 'return', 'adjustment'],
  outlet: ['sell_in', 'sell_through', 'return', 'adjustment'],
}

/** An account as policies look at it. `ids`: its own and those that were merged into it. */
export type PolicyAccount = {
  readonly market: string
  readonly ids: readonly string[]
  readonly tier: AccountTier
}

/** Whether a policy speaks to an account at all, whatever it buys. */
export function speaksTo({ scope }: TradePolicy, { market, ids, tier }: PolicyAccount): boolean {
  return (
    (scope.markets === null || scope.markets.includes(market)) &&
    scope.tiers.includes(tier) &&
    (scope.accounts === null || ids.some((id) => scope.accounts?.includes(id)))
  )
}

/** Whether a line is one that the policy would count, whatever its day and whatever other policies say. */
export function counts({ scope }: TradePolicy, tier: AccountTier, line: PolicyLine): boolean {
  return bought[tier].includes(line.kind) && (scope.skus === null || scope.skus.includes(line.sku))
}

/**
 * What a line counts in a measure: thousandths of a case, millilitres, minor units. Null: not known (no pack, no amount). What was
 * given away, at an amount of exactly nothing, counts nothing: free goods earn no rebate.
 */
export function quantityOf(line: PolicyLine, measure: Measure): number | null {
  if (line.amountMinor === 0) return 0
  if (measure === 'litres') return line.millilitres
  return measure === 'cases' ? line.milliCases : line.amountMinor
}

const onDay = ({ from, to }: TradePolicy, day: Day) => from <= day && day <= to

/**
 * Of the policies that speak to an account those that count a line: all stackable ones; or, where exclusive ones count it, the one of
 * the lowest priority number alone, of equals the one whose code comes first.
 */
export function policiesOn<P>(
  spoken: readonly { readonly code: string; readonly policy: TradePolicy; readonly of: P }[],
  tier: AccountTier,
  line: PolicyLine,
): readonly P[] {
  const those = spoken.filter(({ policy }) => onDay(policy, line.day) && counts(policy, tier, line))
  const alone = those
    .filter(({ policy }) => policy.stacking === 'exclusive')
    .toSorted((a, b) => a.policy.priority - b.policy.priority || (a.code < b.code ? -1 : 1))[0]
  return (alone ? [alone] : those).map(({ of }) => of)
}
