import { compare, least, minus, most, ONE, over, ZERO, type Fraction } from '../fraction.ts'
import type { Deal } from './deal.ts'
import { perCase } from './per-case.ts'

/** The two shares that a headline is silent about: empties that come back, and cap prizes that stay with the wholesaler. */
export const keptFields = ['case.emptyExchange.returnRate', 'case.capPrize.kept'] as const
export type KeptField = (typeof keptFields)[number]

/** The deal with one of the two shares set; a deal without that part stays as it is. */
export function withShare(deal: Deal, field: KeptField, share: Fraction): Deal {
  const { emptyExchange, capPrize } = deal.case
  if (field === 'case.emptyExchange.returnRate')
    return emptyExchange
      ? { ...deal, case: { ...deal.case, emptyExchange: { ...emptyExchange, returnRate: share } } }
      : deal
  return capPrize ? { ...deal, case: { ...deal.case, capPrize: { ...capPrize, kept: share } } } : deal
}

const both = (deal: Deal, empties: Fraction, caps: Fraction) =>
  perCase(withShare(withShare(deal, keptFields[0], empties), keptFields[1], caps)).total

export type KeptRange = {
  /** Every empty comes back and every prize stays: what is said across the table. */
  readonly headline: Fraction
  /** With the shares as they were said. */
  readonly kept: Fraction
  /** Least and most over all shares from none to all. */
  readonly low: Fraction
  readonly high: Fraction
}

/** The headline beside what is kept, and how far that can move. Null where nothing of the deal is known. */
export function keptRange(deal: Deal): KeptRange | null {
  const kept = perCase(deal).total
  const headline = both(deal, ONE, ONE)
  if (kept === null || headline === null) return null
  // The total is linear in each share, so its ends are at the corners.
  const corners = [ZERO, ONE].flatMap((a) => [ZERO, ONE].map((b) => both(deal, a, b) ?? ZERO))
  return { headline, kept, low: corners.reduce(least), high: corners.reduce(most) }
}

export type Breakpoint = {
  readonly field: 'case.spread' | KeptField
  /** Where the total is `goal`; null: nowhere within what the field can be. */
  readonly at: Fraction | null
  /** Whether the total is at the goal or under it below this point (the usual way) or above it. */
  readonly worse: 'below' | 'above'
}

/**
 * What would break it: the spread, the return of empties and the share of the cap prizes at which a case leaves no more than `goal`
 * (nothing, or what a rival leaves), each with the others as they are. Fields whose part is not in the deal are left out.
 */
export function breakpoints(deal: Deal, goal: Fraction = ZERO): readonly Breakpoint[] {
  const { total } = perCase(deal)
  if (total === null) return []
  const { spread } = deal.case
  const margin = minus(total, goal)
  const shares = keptFields.flatMap((field): readonly Breakpoint[] => {
    const there = field === keptFields[0] ? deal.case.emptyExchange : deal.case.capPrize
    if (!there) return []
    const none = perCase(withShare(deal, field, ZERO)).total ?? ZERO
    const slope = minus(perCase(withShare(deal, field, ONE)).total ?? ZERO, none)
    const worse = compare(slope, ZERO) < 0 ? 'above' : 'below'
    const at = compare(slope, ZERO) === 0 ? null : over(minus(goal, none), slope)
    const within = at !== null && compare(at, ZERO) >= 0 && compare(at, ONE) <= 0
    return [{ field, at: within ? at : null, worse }]
  })
  return spread ? [{ field: 'case.spread', at: minus(spread, margin), worse: 'below' }, ...shares] : shares
}
