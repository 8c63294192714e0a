import type { Four, Standing } from './criterion.ts'
import { criteria } from './criterion.ts'
import type { Policy } from './policy.ts'
import { seedFor, sfc32 } from './random.ts'
import { robustness } from './robustness.ts'
import { standingOf, type StandingFacts } from './standing.ts'

export type Stood = {
  readonly units: Four<number | null>
  readonly facts: StandingFacts
  readonly ruled: Standing
}

/**
 * The share of weightings under which each account keeps its standing, in the order given (best first). A weighting moves
 * nothing but ranks, so a standing is tried once at a rank of each band and not once a draw.
 */
export function marketRobustness(stood: readonly Stood[], policy: Policy, market: string): Float64Array {
  const ranks = stood[0]?.facts.ranks
  if (!ranks) return new Float64Array()
  const { draws, seed, keepOrder } = policy.robustness
  const trial = [ranks.enterRank, ranks.k, ranks.leaveRank, ranks.leaveRank + 1]
  const contenders = stood.map(({ units, facts, ruled }) => ({
    units,
    same: trial.map((rank) => standingOf({ ...facts, rank }, policy) === ruled),
  }))
  const order = keepOrder ? importance(policy.weights) : null
  return robustness(contenders, ranks, draws, sfc32(seedFor(seed, market)), order)
}

/** Places of the criteria by weight, the most important first; equals keep the article's order. */
function importance(weights: Four<number>): readonly number[] {
  const values = criteria.map((criterion, place) => ({ place, weight: weights[criterion] }))
  return values.toSorted((a, b) => b.weight - a.weight).map(({ place }) => place)
}
