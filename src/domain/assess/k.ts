import type { Policy } from './policy.ts'

export type Ranks = {
  readonly k: number
  /** An account becomes a member at this rank or better … */
  readonly enterRank: number
  /** … and loses it only after repeated assessments beyond this one. */
  readonly leaveRank: number
}

/**
 * How many key accounts a market carries: its own number from the policy, or the fixed number, or the smallest n of accounts
 * that together carry the share (60 %) of its volume, between `least` and `most`. "80/20" is no law, so K comes from the curve.
 * `volumes`: net volume of the market's accounts, any unit and order.
 */
export function keyCount(
  volumes: readonly number[],
  market: string,
  policy: Pick<Policy, 'k' | 'kByMarket'>,
): number {
  const own = Object.hasOwn(policy.kByMarket, market) ? policy.kByMarket[market] : undefined
  if (own !== undefined) return own
  if (policy.k.kind === 'fixed') return policy.k.k
  const total = volumes.reduce((sum, volume) => sum + volume, 0)
  let carried = 0
  let n = 0
  for (const volume of volumes.toSorted((a, b) => b - a)) {
    if (carried >= policy.k.share * total) break
    carried += volume
    n += 1
  }
  return Math.min(policy.k.most, Math.max(policy.k.least, n))
}

/** Binary dust must not push 1.1 × 10 = 11.000000000000002 up a rank. */
const clean = (value: number) => Number(value.toPrecision(12))

/** The two ranks of the hysteresis: enter at rank ≤ max(1, round(0.9 K)), leave beyond ceil(1.25 K). */
export function ranksOf(k: number, rule: Policy['hysteresis']): Ranks {
  return {
    k,
    enterRank: Math.max(1, Math.round(clean(rule.enter * k))),
    leaveRank: Math.ceil(clean(rule.leave * k)),
  }
}
