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
 * verdict, 0..1. `weightings` are rows of four (`drawWeightings`); an unknown u is uniform on (0, 1), drawn from `random`.
 * Contenders best first: that order breaks ties. Gives an array in the order of the contenders.
 */
export function robustness(
  contenders: readonly Contender[],
  ranks: Ranks,
  weightings: Float64Array,
  random: Random,
): Float64Array {
  const draws = weightings.length / criteria.length
  const deepest = Math.max(ranks.enterRank, ranks.k, ranks.leaveRank)
  const far = beyondReach(contenders, deepest)
  const near = contenders.map((_, i) => i).filter((i) => !far[i])
  const counted = near.map((i) => contenders[i] as Contender)
  const n = counted.length
  const [units, unknown] = pack(counted)
  const same = Uint8Array.from({ length: n * BANDS }, (_, i) =>
    counted[Math.floor(i / BANDS)]?.same[i % BANDS] === true ? 1 : 0,
  )
  const scores = new Float64Array(n)
  // The best scores of a draw, falling, as many as the ranks ask for: for thousands of accounts far cheaper than a sort.
  const top = new Float64Array(Math.min(n, deepest))
  const kept = new Float64Array(n)
  // Beyond the last account everybody is within the rank.
  const floorAt = (rank: number) => (rank > n ? Number.NEGATIVE_INFINITY : (top[rank - 1] as number))
  for (let draw = 0; draw < draws; draw += 1) {
    for (let i = 0; i < unknown.length; i += 1) units[unknown[i] as number] = random()
    const a = weightings[draw * 4] as number
    const b = weightings[draw * 4 + 1] as number
    const c = weightings[draw * 4 + 2] as number
    const d = weightings[draw * 4 + 3] as number
    for (let i = 0, at = 0; i < n; i += 1, at += 4) {
      const score =
        a * (units[at] as number) +
        b * (units[at + 1] as number) +
        c * (units[at + 2] as number) +
        d * (units[at + 3] as number) -
        i * 1e-12
      scores[i] = score
      let place = i < top.length ? i : top.length
      if (place === top.length && score <= (top[place - 1] as number)) continue
      place = Math.min(place, top.length - 1)
      for (; place > 0 && (top[place - 1] as number) < score; place -= 1)
        top[place] = top[place - 1] as number
      top[place] = score
    }
    const enter = floorAt(ranks.enterRank)
    const within = floorAt(ranks.k)
    const leave = floorAt(ranks.leaveRank)
    for (let i = 0; i < n; i += 1) {
      const score = scores[i] as number
      const band = score >= enter ? 0 : score >= within ? 1 : score >= leave ? 2 : 3
      kept[i] = (kept[i] as number) + (same[i * BANDS + band] as number)
    }
  }
  const shares = Float64Array.from(contenders, (contender) => (contender.same[BANDS - 1] === true ? 1 : 0))
  near.forEach((i, at) => (shares[i] = (kept[at] as number) / draws))
  return shares
}

/**
 * Who is beaten on every criterion by at least `deepest` accounts that stand before it: no weighting brings it within that
 * rank, so no draw need look at it. An unknown u may be anything, so it neither beats nor is beaten.
 */
function beyondReach(contenders: readonly Contender[], deepest: number): readonly boolean[] {
  const known = contenders.map(({ units }) => criteria.map((criterion) => units[criterion]))
  return known.map((mine, i) => {
    if (mine.includes(null)) return false
    let beaten = 0
    for (let j = 0; j < i && beaten < deepest; j += 1) {
      const theirs = known[j] as readonly (number | null)[]
      if (theirs.every((unit, at) => unit !== null && unit >= (mine[at] as number))) beaten += 1
    }
    return beaten >= deepest
  })
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

/**
 * `draws` weightings in rows of four: uniform on the simplex (normalised Exp(1)), or on the part of it that keeps the order of
 * `order` (places of the criteria, the most important first).
 */
export function drawWeightings(draws: number, random: Random, order: readonly number[] | null): Float64Array {
  const rows = new Float64Array(draws * criteria.length)
  const weights = new Float64Array(criteria.length)
  for (let draw = 0; draw < draws; draw += 1) {
    drawWeights(weights, random, order)
    rows.set(weights, draw * criteria.length)
  }
  return rows
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
