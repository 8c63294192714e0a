import { criteria, type Criterion, type Four } from './criterion.ts'
import { MOST_INCONSISTENT, weightsOfPairs, type Elicited } from './weights.ts'

/** Saaty's scale, from "as important" to "beyond comparison", and its inverses. */
export const saatySteps: readonly number[] = [9, 8, 7, 6, 5, 4, 3, 2]
  .map((step) => 1 / step)
  .concat([1, 2, 3, 4, 5, 6, 7, 8, 9])

/** How many times as important `a` is as `b`; the inverse stands for the other direction. */
export type Comparison = { readonly a: Criterion; readonly b: Criterion; readonly times: number }

/** The six comparisons of the four, each once, in the article's order. */
export const pairsOfFour: readonly (readonly [Criterion, Criterion])[] = criteria.flatMap((a, i) =>
  criteria.slice(i + 1).map((b) => [a, b] as const),
)

export type Judged = Elicited & {
  /** Whether the ratio is within Saaty's 0.1, so that the weights may be used. */
  readonly consistent: boolean
  /** Three of the four that run in a circle: each matters more than the next, and the last more than the first. */
  readonly circle: readonly [Criterion, Criterion, Criterion] | null
  /** The one comparison whose change mends the most, what it would become, and the ratio after it. Null below 0.0005. */
  readonly mend: { readonly pair: Comparison; readonly instead: number; readonly cr: number } | null
}

/** The full table of a set of comparisons: what is missing counts as "as important". */
export function matrixOf(comparisons: readonly Comparison[]): readonly (readonly number[])[] {
  const times = (a: Criterion, b: Criterion): number => {
    if (a === b) return 1
    const given = comparisons.find((one) => one.a === a && one.b === b)
    if (given) return given.times
    const turned = comparisons.find((one) => one.a === b && one.b === a)
    return turned ? 1 / turned.times : 1
  }
  return criteria.map((a) => criteria.map((b) => times(a, b)))
}

/**
 * What six comparisons say: weights, how far they contradict each other, and the smallest change that mends it. The mend is
 * searched, not estimated: each pair is put on each of the 17 steps in turn and the consistency ratio taken anew.
 */
export function judgePairs(comparisons: readonly Comparison[]): Judged {
  const elicited = weightsOfPairs(matrixOf(comparisons))
  return {
    ...elicited,
    consistent: elicited.cr <= MOST_INCONSISTENT,
    circle: circleIn(comparisons),
    mend: elicited.cr < 0.0005 ? null : bestMend(comparisons, elicited.cr),
  }
}

function bestMend(comparisons: readonly Comparison[], now: number): Judged['mend'] {
  let best: { pair: Comparison; instead: number; cr: number; far: number } | null = null
  for (const [a, b] of pairsOfFour) {
    const times = matrixOf(comparisons)[criteria.indexOf(a)]?.[criteria.indexOf(b)] ?? 1
    const others = comparisons.filter((one) => !isPair(one, a, b))
    for (const instead of saatySteps) {
      const far = Math.abs(Math.log(instead / times))
      if (far < 1e-9) continue
      const { cr } = weightsOfPairs(matrixOf([...others, { a, b, times: instead }]))
      // Of equally good ones the nearest to what was said.
      if (!best || cr < best.cr - 1e-9 || (cr < best.cr + 1e-9 && far < best.far))
        best = { pair: { a, b, times }, instead, cr, far }
    }
  }
  return best && best.cr < now ? { pair: best.pair, instead: best.instead, cr: best.cr } : null
}

function isPair(one: Comparison, a: Criterion, b: Criterion): boolean {
  return (one.a === a && one.b === b) || (one.a === b && one.b === a)
}

function circleIn(comparisons: readonly Comparison[]): Judged['circle'] {
  const matrix = matrixOf(comparisons)
  const before = (a: Criterion, b: Criterion) =>
    (matrix[criteria.indexOf(a)]?.[criteria.indexOf(b)] ?? 1) > 1 + 1e-9
  for (const a of criteria)
    for (const b of criteria)
      for (const c of criteria) if (before(a, b) && before(b, c) && before(c, a)) return [a, b, c]
  return null
}

/** Comparisons on Saaty's scale that come nearest to given weights: where a person starts who never compared. */
export function pairsFromWeights(weights: Four<number>): readonly Comparison[] {
  return pairsOfFour.map(([a, b]) => {
    const ratio = Math.log(Math.max(weights[a], 1e-6) / Math.max(weights[b], 1e-6))
    const near = saatySteps.reduce((best, step) =>
      Math.abs(Math.log(step) - ratio) < Math.abs(Math.log(best) - ratio) ? step : best,
    )
    return { a, b, times: near }
  })
}
