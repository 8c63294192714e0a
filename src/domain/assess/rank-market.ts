import type { Four } from './criterion.ts'
import type { AccountFigures, MarketFigures } from './figures.ts'
import { fourOf, measuresOf, unitsOf, type Measured } from './measures.ts'
import type { Policy } from './policy.ts'
import { scoreOf, type Score } from './score.ts'
import type { Reference } from './verdict.ts'

/** An account on the yardstick, with its place: all that needs no other account but for the rank. */
export type Ranked = {
  readonly account: AccountFigures
  readonly measures: Measured
  readonly units: Four<number | null>
  readonly scored: Score
  readonly rank: number | null
}

/**
 * The market's accounts best first: by score, then volume, then code, so that the same input in any order gives the same
 * ranks and nobody shares one. A score looks at its own account and the frozen reference alone, so leaving an account out
 * never changes the order of the others. No score, no rank: those stand last.
 */
export function rankMarket(figures: MarketFigures, policy: Policy, reference: Reference): readonly Ranked[] {
  const measured = figures.accounts.map((account) => {
    const raw = measuresOf(account, figures.knownSpend, policy, figures.asOf)
    const measures = unitsOf(raw, reference.tiers[account.tier])
    const units = fourOf(measures)
    return { account, measures, units, scored: scoreOf(units, policy.weights) }
  })
  return measured
    .toSorted(bestFirst)
    .map((one, index) => ({ ...one, rank: one.scored.score === null ? null : index + 1 }))
}

function bestFirst(a: Omit<Ranked, 'rank'>, b: Omit<Ranked, 'rank'>): number {
  const byScore = (b.scored.score ?? -1) - (a.scored.score ?? -1)
  const byCode = a.account.code < b.account.code ? -1 : a.account.code > b.account.code ? 1 : 0
  return byScore || b.account.millilitres - a.account.millilitres || byCode
}
