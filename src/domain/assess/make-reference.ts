import type { Tier } from '../chain/line.ts'
import { tiers } from '../chain/line.ts'
import type { Day } from '../day.ts'
import { addMonths } from '../day.ts'
import type { AccountFigures, SpendComponent } from './figures.ts'
import { measuresOf } from './measures.ts'
import type { Policy } from './policy.ts'
import { kindOf, scaleOf } from './reference.ts'
import type { Measure, Reference, Scale } from './verdict.ts'
import { measures } from './verdict.ts'

type Scales = Readonly<Record<Measure, Scale | null>>

/**
 * The yardstick of a policy version: per tier the two quantiles of each measure, over the accounts with volume in the window.
 * Where a tier has fewer than `policy.reference.fewest` known values, the whole company's are taken, and the scale says so.
 * `accounts`: all accounts of the company. Freeze the result: deleting or adding an account later moves nobody's score.
 */
export function makeReference(
  accounts: readonly AccountFigures[],
  knownSpend: readonly SpendComponent[],
  policy: Policy,
  frozenOn: Day,
): Reference {
  const selling = accounts
    .filter((account) => account.millilitres > 0)
    .map((account) => ({ tier: account.tier, raw: measuresOf(account, knownSpend, policy, frozenOn) }))
  const scale = (measure: Measure, tier: Tier): Scale | null => {
    const known = (of: typeof selling) => of.map(({ raw }) => raw[measure]).filter((value) => value !== null)
    const own = known(selling.filter((account) => account.tier === tier))
    return own.length >= policy.reference.fewest
      ? scaleOf(kindOf(measure), own, policy.reference, 'tier')
      : scaleOf(kindOf(measure), known(selling), policy.reference, 'company')
  }
  const scales = (tier: Tier) =>
    Object.fromEntries(measures.map((measure) => [measure, scale(measure, tier)])) as Record<
      Measure,
      Scale | null
    >
  return {
    frozenOn,
    tiers: Object.fromEntries(tiers.map((tier) => [tier, scales(tier)])) as Record<Tier, Scales>,
  }
}

/**
 * A frozen reference with its gaps filled: a measure of which nothing was known when it was frozen takes its scale from
 * `fresh` (the first facts about funds, say). A scale that is there stays as it is.
 */
export function fillReference(frozen: Reference, fresh: Reference): Reference {
  const filled = (tier: Tier) =>
    Object.fromEntries(
      measures.map((measure) => [measure, frozen.tiers[tier][measure] ?? fresh.tiers[tier][measure]]),
    ) as Record<Measure, Scale | null>
  return {
    frozenOn: frozen.frozenOn,
    tiers: Object.fromEntries(tiers.map((tier) => [tier, filled(tier)])) as Record<Tier, Scales>,
  }
}

/** Whether a reference has served its months by a day and a new one is due. */
export function isReferenceDue(reference: Reference, policy: Pick<Policy, 'reference'>, day: Day): boolean {
  return addMonths(reference.frozenOn, policy.reference.months) <= day
}
