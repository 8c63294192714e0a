import { rounded, type Fraction } from '../fraction.ts'
import { entitlementOf, steadyRate, tierReached, type UnitState } from './policy-entitlement.ts'
import type { Terms } from './trade-policy.ts'

/** A line of a unit that is posted now, by what it counts in the policy's measure; below zero for a return. */
export type Weighed = { readonly id: string; readonly quantity: number }

/** Why an amount is what it is: the unit before and after, what it had earned and earns now. Money in minor units. */
export type PostingTrace = {
  readonly kind: Terms['kind']
  readonly before: UnitState & { readonly minor: number }
  readonly after: UnitState & { readonly minor: number }
  /** The tier reached before and now, counted from 0. */
  readonly tier: readonly [number | null, number | null]
  /** What the unit earns now before it is rounded. */
  readonly exact: string
}

export type UnitPosting = {
  readonly minor: number
  readonly shares: readonly { readonly id: string; readonly minor: number }[]
  readonly trace: PostingTrace
}

/** What a unit earns, rounded once, half away from zero. */
export function earned(terms: Terms, state: UnitState): number {
  return rounded(entitlementOf(terms, state), 0)
}

/**
 * The one rule of posting: what the unit earns now, rounded once, less what was posted for it before, split over `lines`. So whatever the order of purchases, returns and changes,
 * the balance is the rounded entitlement. Without lines (a confirmation, a change that no line is left for) there are no shares.
 */
export function postingOf(
  terms: Terms,
  before: UnitState & { readonly minor: number },
  after: UnitState,
  lines: readonly Weighed[],
): UnitPosting {
  const exact = entitlementOf(terms, after)
  const minor = rounded(exact, 0)
  return {
    minor: minor - before.minor,
    shares: split(minor - before.minor, lines, steadyRate(terms)),
    trace: {
      kind: terms.kind,
      before,
      after: { ...after, minor },
      tier: [tierReached(terms, before.quantity), tierReached(terms, after.quantity)],
      exact: `${exact.top}/${exact.bottom}`,
    },
  }
}

/**
 * A whole total over lines by largest remainder. With a steady rate each line has what it earns by itself, and the total differs from
 * that by less than a unit and the lines' own fractions; otherwise by how much each line counts, whichever way. Adds up to the total, always.
 */
export function split(
  total: number,
  lines: readonly Weighed[],
  steady: Fraction | null,
): readonly { readonly id: string; readonly minor: number }[] {
  if (lines.length === 0) return []
  const own = steady
    ? floors(
        lines.map(({ quantity }) => BigInt(quantity)),
        steady,
      )
    : null
  const shares = own && near(own, total) ? own : byWeight(total, lines)
  const rest = total - shares.reduce((sum, { whole }) => sum + whole, 0)
  const step = Math.sign(rest)
  // Most left over first; when there is too much, least left over first. Of equals the earlier line.
  const order = shares
    .map((share, at) => ({ at, left: share.left }))
    .toSorted((a, b) => (a.left === b.left ? a.at - b.at : a.left > b.left === step > 0 ? -1 : 1))
  const minor = shares.map(({ whole }) => whole)
  for (let given = 0; given !== rest; given += step) {
    const { at } = order[Math.abs(given) % order.length] as (typeof order)[number]
    minor[at] = (minor[at] as number) + step
  }
  return lines.map(({ id }, at) => ({ id, minor: minor[at] as number }))
}

type Floor = { readonly whole: number; readonly left: bigint }

function floors(weights: readonly bigint[], { top, bottom }: Fraction): readonly Floor[] {
  return weights.map((weight) => {
    const product = weight * top
    const left = ((product % bottom) + bottom) % bottom
    return { whole: Number((product - left) / bottom), left }
  })
}

/** Whether lines' own amounts leave no more to give than a unit each. */
function near(own: readonly Floor[], total: number): boolean {
  const rest = total - own.reduce((sum, { whole }) => sum + whole, 0)
  return rest >= -1 && rest <= own.length
}

function byWeight(total: number, lines: readonly Weighed[]): readonly Floor[] {
  const weights = lines.map(({ quantity }) => BigInt(Math.abs(quantity)))
  const sum = weights.reduce((all, one) => all + one, 0n)
  if (sum === 0n) return lines.map((_, at) => ({ whole: at === lines.length - 1 ? total : 0, left: 0n }))
  return floors(weights, { top: BigInt(total), bottom: sum })
}
