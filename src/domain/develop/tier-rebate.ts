import { compare, least, minus, most, ratio, sum, times, ZERO, type Fraction } from '../fraction.ts'
import type { Tier, TierRebate } from './deal.ts'

/** What so many cases earn in all, yuan. Below the first tier nothing. `cases` is whole and not negative. */
export function rebateOn(cases: number, rebate: Pick<TierRebate, 'tiers' | 'mode'>): Fraction {
  return rebateOnExact(ratio(cases), rebate)
}

/** The same of a quantity that need not be whole, in whatever the tiers and their rates count. Below zero it is below the first tier. */
export function rebateOnExact(
  quantity: Fraction,
  { tiers, mode }: Pick<TierRebate, 'tiers' | 'mode'>,
): Fraction {
  const reached = (tier: Tier) => compare(quantity, ratio(tier.from)) >= 0
  if (mode === 'all') return times(quantity, tiers.findLast(reached)?.rate ?? ZERO)
  return sum(tiers.map((tier, at) => times(within(quantity, tier, tiers[at + 1]), tier.rate)))
}

function within(quantity: Fraction, tier: Tier, next: Tier | undefined): Fraction {
  const top = next ? least(quantity, ratio(next.from)) : quantity
  return most(ZERO, minus(top, ratio(tier.from)))
}

export type Cliff = {
  /** The step: from so many cases on. */
  readonly from: number
  readonly rateBefore: Fraction
  readonly rate: Fraction
  /** The rebate in all one case before the step, and on it. */
  readonly before: Fraction
  readonly on: Fraction
  /** What the one case between them brings: above its own rate it pays to load cases, or to sell them elsewhere. */
  readonly lastCase: Fraction
}

/**
 * The steps of a tiered rebate. Where every case takes the rate of the tier reached, the case on the step is paid for all the cases
 * before it: an incentive to buy ahead of demand and to divert (Dutta, Bergen, John, Marketing Science 13(1), 1994, on what quantity
 * discounts do to territories).
 */
export function cliffsOf(rebate: Pick<TierRebate, 'tiers' | 'mode'>): readonly Cliff[] {
  return rebate.tiers.flatMap((tier, at) => {
    if (tier.from < 1) return []
    const [before, on] = [rebateOn(tier.from - 1, rebate), rebateOn(tier.from, rebate)]
    const rateBefore = rebate.tiers[at - 1]?.rate ?? ZERO
    return [{ from: tier.from, rateBefore, rate: tier.rate, before, on, lastCase: minus(on, before) }]
  })
}

/** The step that so many cases have not reached: how many are lacking, and what reaching it adds. Null on the last tier. */
export function nextStep(
  cases: number,
  rebate: Pick<TierRebate, 'tiers' | 'mode'>,
): { readonly from: number; readonly lacking: number; readonly gain: Fraction } | null {
  const next = rebate.tiers.find((tier) => tier.from > cases)
  if (!next) return null
  const gain = minus(rebateOn(next.from, rebate), rebateOn(cases, rebate))
  return { from: next.from, lacking: next.from - cases, gain }
}
