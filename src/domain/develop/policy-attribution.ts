import type { Tier as AccountTier } from '../chain/line.ts'
import type { Day } from '../day.ts'
import { counts, policiesOn, quantityOf } from './trade-policy-lines.ts'
import { daysOf, measureOf, periodOf, yearLater, type PolicyLine, type TradePolicy } from './trade-policy.ts'

/** A policy as it stands: its latest version, of the policies that speak to the account. */
export type StandingPolicy = {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly policy: TradePolicy
}

/** What a line is to a unit: so much of its quantity, or, for growth, of the same days a year before. */
export type Hit = {
  readonly of: StandingPolicy
  readonly period: Day
  readonly quantity: number
  readonly as: 'quantity' | 'base'
}

/**
 * The units that a line belongs to. `spoken`: the policies that speak to the account, all of them, because an exclusive one takes the
 * line from the others. A line that is not known in a policy's measure, or counts nothing in it, is no hit. Last year's lines count for
 * growth whatever other policies said then.
 */
export function hitsOf(
  spoken: readonly StandingPolicy[],
  tier: AccountTier,
  line: PolicyLine,
): readonly Hit[] {
  const hits: Hit[] = []
  const entries = spoken.map((one) => ({ code: one.code, policy: one.policy, of: one }))
  for (const one of policiesOn(entries, tier, line)) {
    const quantity = counted(one.policy, line)
    if (quantity !== 0)
      hits.push({ of: one, period: periodOf(one.policy.period, line.day), quantity, as: 'quantity' })
  }
  for (const one of spoken) {
    if (one.policy.terms.kind !== 'growth') continue
    const day = yearLater(line.day)
    if (day < one.policy.from || day > one.policy.to || !counts(one.policy, tier, line)) continue
    const quantity = counted(one.policy, line)
    if (quantity !== 0) hits.push({ of: one, period: periodOf(one.policy.period, day), quantity, as: 'base' })
  }
  return hits
}

function counted({ terms }: TradePolicy, line: PolicyLine): number {
  const measure = measureOf(terms)
  return measure === null ? 0 : (quantityOf(line, measure) ?? 0)
}

/** Whether a period is one of the policy's own. */
export function isPeriodOf(policy: TradePolicy, key: Day): boolean {
  if (periodOf(policy.period, key) !== key) return false
  const { from, to } = daysOf(policy, key)
  return from <= to
}
