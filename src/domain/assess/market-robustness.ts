import type { Four, Standing } from './criterion.ts'
import { criteria } from './criterion.ts'
import type { Policy } from './policy.ts'
import { seedFor, sfc32 } from './random.ts'
import { drawWeightings, robustness } from './robustness.ts'
import { standingOf, type StandingFacts } from './standing.ts'

export type Stood = {
  readonly units: Four<number | null>
  readonly facts: StandingFacts
  readonly ruled: Standing
}

/**
 * The share of weightings under which each account keeps its standing, in the order given (best first). A weighting moves
 * nothing but ranks, so a standing is tried once at a rank of each band and not once a draw. All markets are tried under the
 * same weightings, which the policy's seed decides; what is unknown is drawn from a stream of the market's own.
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
  return robustness(contenders, ranks, weightingsOf(seed, draws, order), sfc32(seedFor(seed, market)))
}

/** The last weightings made: the same for every market of a company, and a pure function of what they are remembered by. */
let last: { readonly key: string; readonly rows: Float64Array } | undefined

function weightingsOf(seed: number, draws: number, order: readonly number[] | null): Float64Array {
  const key = [seed, draws, order?.join() ?? ''].join('|')
  if (last?.key !== key) last = { key, rows: drawWeightings(draws, sfc32(seed), order) }
  return last.rows
}

/** Places of the criteria by weight, the most important first; equals keep the article's order. */
function importance(weights: Four<number>): readonly number[] {
  const values = criteria.map((criterion, place) => ({ place, weight: weights[criterion] }))
  return values.toSorted((a, b) => b.weight - a.weight).map(({ place }) => place)
}
