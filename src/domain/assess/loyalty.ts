import type { Day } from '../day.ts'
import { addMonths, dayNumber } from '../day.ts'
import type { Reason } from './criterion.ts'
import { factAt } from './fact.ts'
import type { AccountFigures } from './figures.ts'
import type { Policy } from './policy.ts'
import { quantile } from './reference.ts'
import type { LoyaltyVerdict } from './verdict.ts'

/** Silence against the account's own rhythm. `usual` and `cycles` are null before `fewestOrders` order days. */
export type Silence = {
  readonly silentDays: number | null
  readonly usualDays: number | null
  readonly cycles: number | null
  readonly orders: number
}

/**
 * s = days since the last order ÷ usual gap; usual = median of the last 12 gaps between order days (returns are no orders,
 * orders of one day are one). As a detector of churn this plain ratio equals the models: Wuebben & v. Wangenheim,
 * J. Marketing 72(3), 2008.
 */
export function silenceOf(orderDays: readonly number[], asOf: Day, rule: Policy['loyalty']): Silence {
  const orders = orderDays.length
  const last = orderDays[orders - 1]
  if (last === undefined) return { silentDays: null, usualDays: null, cycles: null, orders }
  const silentDays = dayNumber(asOf) - last
  if (orders < rule.fewestOrders) return { silentDays, usualDays: null, cycles: null, orders }
  const gaps = orderDays.slice(1).map((day, index) => day - (orderDays[index] ?? day))
  const usualDays = quantile(
    gaps.slice(-rule.gaps).toSorted((a, b) => a - b),
    0.5,
  )
  return { silentDays, usualDays, cycles: silentDays / usualDays, orders }
}

/**
 * The loyalty gate (article 1.4: large volume with low loyalty is dangerous). It never adds to a score: it closes.
 * Closed from s = 3; warning from s = 2.5, or share of wallet down by 10 points in two quarters, or overdue above the policy;
 * unknown before four orders. All thresholds are the policy's.
 */
export function loyaltyOf(
  account: Pick<AccountFigures, 'orderDays' | 'facts'>,
  asOf: Day,
  rule: Policy['loyalty'],
  minorDigits: number,
): LoyaltyVerdict {
  const silence = silenceOf(account.orderDays, asOf, rule)
  const now = factAt(account.facts, 'share_of_wallet', asOf)
  const then = shareBefore(account, asOf)
  const shareTrend = now && then !== undefined ? now.value - then : null
  const overdue = factAt(account.facts, 'overdue_minor', asOf)
  const walletFell = shareTrend !== null && shareTrend <= -rule.walletDrop + 1e-9
  const isOverdue = overdue !== undefined && overdue.value > rule.overdueMinor
  const { cycles, silentDays, usualDays } = silence
  const silent = cycles !== null && cycles >= rule.warnFrom
  const reasons: Reason[] = []
  if (silent) reasons.push({ code: 'loyalty.silent', facts: { n: silentDays ?? 0, usual: usualDays ?? 0 } })
  if (walletFell)
    reasons.push({ code: 'loyalty.wallet-fell', facts: { before: then ?? 0, now: now?.value ?? 0 } })
  if (isOverdue)
    reasons.push({
      code: 'loyalty.overdue',
      facts: { amount: overdue.value / 10 ** minorDigits, day: overdue.day },
    })
  if (cycles === null && silence.orders > 0)
    reasons.push({ code: 'loyalty.few-orders', facts: { n: silence.orders } })
  return {
    state: stateOf(cycles, silent || walletFell || isOverdue, rule),
    silentDays,
    usualDays,
    cycles,
    shareTrend,
    payment: overdue === undefined ? 'unknown' : isOverdue ? 'overdue' : 'ok',
    overdueMinor: overdue?.value ?? null,
    reasons,
  }
}

function stateOf(cycles: number | null, warned: boolean, rule: Policy['loyalty']): LoyaltyVerdict['state'] {
  if (cycles !== null && cycles >= rule.closeFrom) return 'closed'
  if (warned) return 'warning'
  return cycles === null ? 'unknown' : 'ok'
}

/** Share of wallet as it was two quarters before: the latest that was known then, at most a year older. */
function shareBefore(account: Pick<AccountFigures, 'facts'>, asOf: Day): number | undefined {
  const then = addMonths(asOf, -6)
  const oldest = addMonths(then, -12)
  const fact = factAt(
    account.facts.map((one) => ({ ...one, expiresOn: null })),
    'share_of_wallet',
    then,
  )
  return fact && fact.day > oldest ? fact.value : undefined
}
