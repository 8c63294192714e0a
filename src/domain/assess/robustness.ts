import type { Four } from './criterion.ts'
import { criteria } from './criterion.ts'
import type { Ranks } from './k.ts'
import type { Random } from './random.ts'

/** The places that a verdict can tell apart: within enterRank, within K, within leaveRank, beyond. */
export const BANDS = 4

export type Contender = {
  /** u of the four; an unknown one is drawn anew each time. */
  readonly units: Four<number | null>
  /** For each band, whether the account's verdict would be the one it has. */
  readonly same: readonly boolean[]
}

/**
 * SMAA-2 (Lahdelma & Salminen, Operations Research 49(3), 2001): the share of weightings under which each account keeps its
 * verdict, 0..1. Weights are uniform on the simplex (normalised Exp(1)), or on the part of it that keeps the order of
 * `order` (most important first); an unknown u is uniform on (0, 1). Contenders best first: that order breaks ties.
 * Gives an array in the order of the contenders.
 */
export function robustness(
  contenders: readonly Contender[],
  ranks: Ranks,
  draws: number,
  random: Random,
  order: readonly number[] | null,
): Float64Array {
  const n = contenders.length
  const [units, unknown] = pack(contenders)
  const same = Uint8Array.from({ length: n * BANDS }, (_, i) =>
    contenders[Math.floor(i / BANDS)]?.same[i % BANDS] === true ? 1 : 0,
  )
  const scores = new Float64Array(n)
  const sorted = new Float64Array(n)
  const kept = new Float64Array(n)
  const weights = new Float64Array(criteria.length)
  // Ascending order: the score at a rank stands at n − rank; beyond the last account everybody is within the rank.
  const floorAt = (rank: number) => (rank > n ? Number.NEGATIVE_INFINITY : (sorted[n - rank] as number))
  for (let draw = 0; draw < draws; draw += 1) {
    drawWeights(weights, random, order)
    for (let i = 0; i < unknown.length; i += 1) units[unknown[i] as number] = random()
    const [a, b, c, d] = weights as unknown as [number, number, number, number]
    for (let i = 0, at = 0; i < n; i += 1, at += 4) {
      scores[i] =
        a * (units[at] as number) +
        b * (units[at + 1] as number) +
        c * (units[at + 2] as number) +
        d * (units[at + 3] as number) -
        i * 1e-12
    }
    sorted.set(scores)
    sorted.sort()
    const [enter, within, leave] = [floorAt(ranks.enterRank), floorAt(ranks.k), floorAt(ranks.leaveRank)]
    for (let i = 0; i < n; i += 1) {
      const score = scores[i] as number
      const band = score >= enter ? 0 : score >= within ? 1 : score >= leave ? 2 : 3
      kept[i] = (kept[i] as number) + (same[i * BANDS + band] as number)
    }
  }
  return kept.map((count) => count / draws)
}

/** u of all contenders in one row of numbers, and the places of the unknown ones. */
function pack(contenders: readonly Contender[]): [Float64Array, Int32Array] {
  const units = new Float64Array(contenders.length * criteria.length)
  const unknown: number[] = []
  contenders.forEach((contender, i) => {
    criteria.forEach((criterion, j) => {
      const unit = contender.units[criterion]
      if (unit === null) unknown.push(i * criteria.length + j)
      else units[i * criteria.length + j] = unit
    })
  })
  return [units, Int32Array.from(unknown)]
}

/** Uniform on the simplex: independent Exp(1), normalised; then dealt out by the order, the largest first, if one is kept. */
export function drawWeights(weights: Float64Array, random: Random, order: readonly number[] | null): void {
  let sum = 0
  for (let i = 0; i < weights.length; i += 1) sum += weights[i] = -Math.log(random())
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] as number) / sum
  if (order === null) return
  const falling = weights.toSorted().toReversed()
  order.forEach((criterion, place) => (weights[criterion] = falling[place] as number))
}
