import { contributionOf } from './contribution.ts'
import { four } from './criterion.ts'
import type { Before, MarketFigures } from './figures.ts'
import { keyCount, ranksOf, type Ranks } from './k.ts'
import { loyaltyOf } from './loyalty.ts'
import { marketRobustness } from './market-robustness.ts'
import type { Policy } from './policy.ts'
import { rankMarket, type Ranked } from './rank-market.ts'
import { reasonsOf, type Judged } from './reasons.ts'
import { meansOf, scoreOf, scoreSteps } from './score.ts'
import { membership, overrideOn, standingOf, type StandingFacts } from './standing.ts'
import { marketMillilitres, placesByVolume, tonnageOf } from './tonnage.ts'
import type { MarketVerdict, Reference } from './verdict.ts'

/**
 * The four tests of the article's first chapter over one market: who its key accounts are, and why. `figures` holds every
 * tier-1 account of the market; `reference` is the policy version's frozen yardstick; `before` what the last assessment of an
 * earlier month decided. Pure and deterministic, robustness included (its seed is the policy's, with the market's code).
 */
export function assessMarket(
  figures: MarketFigures,
  policy: Policy,
  reference: Reference,
  before: Before,
): MarketVerdict {
  const { accounts, market, asOf } = figures
  const total = marketMillilitres(accounts)
  const places = placesByVolume(accounts)
  const ranked = rankMarket(figures, policy, reference)
  const means = meansOf(ranked.map(({ units }) => units))
  const volumes = accounts.map((account) => account.millilitres)
  const ranks = ranksOf(keyCount(volumes, market.code, policy), policy.hysteresis)
  const stood = ranked.map((one) => stand(one, figures, policy, ranks, before))
  const kept = marketRobustness(stood, policy, market.code)
  const verdicts = stood.map((one, index) => {
    const { account, measures, units, scored, rank } = one
    const judged: Judged = {
      account: account.id,
      tonnage: tonnageOf(account, figures, total, places.get(account.id) ?? 0),
      contribution: one.contribution,
      measures,
      parts: scored.parts,
      completeness: scored.completeness,
      score: scored.score,
      rank,
      scoreSteps: scoreSteps(units, policy.weights, means),
      loyalty: one.loyalty,
      standing: one.override?.standing ?? one.ruled,
      ruled: one.ruled,
      override: one.override,
      ...one.membership,
      robustness: scored.score === null ? null : (kept[index] ?? null),
    }
    return { ...judged, reasons: reasonsOf(account, figures, judged, ranks) }
  })
  return {
    asOf,
    market,
    ...ranks,
    totalMillilitres: total,
    means: four((criterion) => (means[criterion] === null ? null : 100 * means[criterion])),
    meanScore: scoreOf(means, policy.weights).score,
    verdicts,
  }
}

/** What the rules say of one account at its rank, before anybody is compared under other weightings. */
function stand(one: Ranked, figures: MarketFigures, policy: Policy, ranks: Ranks, before: Before) {
  const { account, rank, scored } = one
  const contribution = contributionOf(account, figures.knownSpend, policy)
  const loyalty = loyaltyOf(account, figures.asOf, policy.loyalty, figures.minorDigits)
  const past = before.get(account.id)
  const facts: StandingFacts = {
    asOf: figures.asOf,
    rank,
    ranks,
    before: past,
    loyalty,
    lastMovement: account.lastMovement,
    contribution: contribution.forScore,
    parts: scored.parts,
  }
  return {
    ...one,
    contribution,
    loyalty,
    facts,
    ruled: standingOf(facts, policy),
    override: overrideOn(account.override, figures.asOf),
    membership: membership(rank, ranks, past, policy.hysteresis.leaveAfter),
  }
}
