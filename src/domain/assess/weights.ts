import type { Result } from '../problem.ts'
import { ok, refuse } from '../problem.ts'
import type { Criterion, Four } from './criterion.ts'
import { criteria, four } from './criterion.ts'

/**
 * Rank-order-centroid weights of n criteria, the most important first: w_i = (1/n) Σ_{j ≥ i} 1/j, the mean of all weightings
 * that keep the order (Barron & Barrett, Management Science 42(11), 1996).
 */
export function rankWeights(n: number): readonly number[] {
  const weights: number[] = []
  let sum = 0
  for (let i = n; i >= 1; i -= 1) {
    sum += 1 / i
    weights.unshift(sum / n)
  }
  return weights
}

/** Weights from a manager's ranking of the four, most important first. Refused unless each stands there once. */
export function weightsFromRanking(order: readonly Criterion[]): Result<Four<number>, 'policy/invalid'> {
  if (order.length !== criteria.length || !criteria.every((criterion) => order.includes(criterion)))
    return refuse('policy/invalid', { why: 'weights' })
  const weights = rankWeights(order.length)
  return ok(four((criterion) => weights[order.indexOf(criterion)] ?? 0))
}

/** Saaty's mean consistency index of random matrices, by size. */
const randomIndex: Readonly<Record<number, number>> = { 1: 0, 2: 0, 3: 0.58, 4: 0.9, 5: 1.12, 6: 1.24 }
export const MOST_INCONSISTENT = 0.1

export type Elicited = {
  readonly weights: readonly number[]
  readonly lambdaMax: number
  readonly ci: number
  /** Consistency ratio CI ÷ RI; above 0.1 the comparisons contradict each other too much. */
  readonly cr: number
}

/**
 * Weights from pairwise comparisons (Saaty, AHP), if they may be used.
 * `matrix[i][j]`: how many times as important i is as j, 1/9..9, reciprocal, 1 on the diagonal, 1 to 6 criteria.
 * Refused: another shape (`policy/invalid`), a consistency ratio above 0.1 (`policy/inconsistent`, with the ratio).
 */
export function weightsFromPairs(
  matrix: readonly (readonly number[])[],
): Result<Elicited, 'policy/invalid' | 'policy/inconsistent'> {
  if (!isReciprocal(matrix)) return refuse('policy/invalid', { why: 'weights' })
  const elicited = weightsOfPairs(matrix)
  return elicited.cr > MOST_INCONSISTENT
    ? refuse('policy/inconsistent', { ratio: elicited.cr, most: MOST_INCONSISTENT })
    : ok(elicited)
}

/** The same, however much the comparisons contradict each other: the principal eigenvector by power iteration; CI = (λmax − n) ÷ (n − 1). */
export function weightsOfPairs(matrix: readonly (readonly number[])[]): Elicited {
  const n = matrix.length
  let weights: readonly number[] = matrix.map(() => 1 / n)
  for (let round = 0; round < 1000; round += 1) {
    const image = times(matrix, weights)
    const sum = image.reduce((total, value) => total + value, 0)
    const next = image.map((value) => value / sum)
    const moved = Math.max(...next.map((value, i) => Math.abs(value - (weights[i] ?? 0))))
    weights = next
    if (moved < 1e-14) break
  }
  const lambdaMax = times(matrix, weights).reduce((total, value) => total + value, 0)
  const ci = n > 1 ? (lambdaMax - n) / (n - 1) : 0
  const index = randomIndex[n] ?? 0
  const cr = index > 0 ? ci / index : 0
  return { weights, lambdaMax, ci, cr }
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((total, value, j) => total + value * (vector[j] ?? 0), 0))
}

function isReciprocal(matrix: readonly (readonly number[])[]): boolean {
  const n = matrix.length
  if (randomIndex[n] === undefined || matrix.some((row) => row.length !== n)) return false
  return matrix.every((row, i) =>
    row.every((value, j) => {
      const back = matrix[j]?.[i] ?? 0
      return value >= 1 / 9 - 1e-9 && value <= 9 + 1e-9 && Math.abs(value * back - 1) < 1e-6
    }),
  )
}
