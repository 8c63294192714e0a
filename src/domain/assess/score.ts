import type { Four } from './criterion.ts'
import { criteria, four } from './criterion.ts'
import type { ScoreStep } from './verdict.ts'

export type Score = {
  readonly score: number | null
  readonly completeness: number
  readonly parts: Four<number | null>
}

/**
 * Score = 100 × Σ w u ÷ Σ w over the known criteria; parts = 100 u or null; completeness = Σ w of the known, 0..1.
 * `units`: u of the four, 0..1. Unknown is left out, never counted as zero. No known criterion with a weight: no score.
 */
export function scoreOf(units: Four<number | null>, weights: Four<number>): Score {
  let sum = 0
  let completeness = 0
  for (const criterion of criteria) {
    const unit = units[criterion]
    if (unit === null) continue
    sum += weights[criterion] * unit
    completeness += weights[criterion]
  }
  return {
    score: completeness > 0 ? (100 * sum) / completeness : null,
    completeness: Math.min(1, completeness),
    parts: four((criterion) => (units[criterion] === null ? null : 100 * units[criterion])),
  }
}

/** Mean u of each criterion over the accounts of which it is known. */
export function meansOf(accounts: readonly Four<number | null>[]): Four<number | null> {
  return four((criterion) => {
    const known = accounts.map((units) => units[criterion]).filter((unit) => unit !== null)
    return known.length === 0 ? null : known.reduce((total, unit) => total + unit, 0) / known.length
  })
}

/**
 * From the market's mean to the account's score. With all four known a step is 100 w (u − ū): exactly the Shapley value,
 * since the score is linear. Where something is unknown the account's weights are those of the known, and what that alone
 * moves is the step `unknown`. The steps sum to score − mean score. Null without a score.
 */
export function scoreSteps(
  units: Four<number | null>,
  weights: Four<number>,
  means: Four<number | null>,
): readonly ScoreStep[] | null {
  const { score, completeness } = scoreOf(units, weights)
  const mean = scoreOf(means, weights).score
  if (score === null || mean === null) return null
  const steps: ScoreStep[] = []
  let explained = 0
  for (const criterion of criteria) {
    const [unit, average] = [units[criterion], means[criterion]]
    if (unit === null || average === null) continue
    const value = (100 * weights[criterion] * (unit - average)) / completeness
    steps.push({ name: criterion, value })
    explained += value
  }
  const rest = score - mean - explained
  return criteria.every((criterion) => (units[criterion] === null) === (means[criterion] === null))
    ? steps
    : [...steps, { name: 'unknown', value: rest }]
}
