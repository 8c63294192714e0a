import type { Day } from '../day.ts'
import { contributionOf } from './contribution.ts'
import type { Four } from './criterion.ts'
import type { AccountFigures, SpendComponent } from './figures.ts'
import type { Policy } from './policy.ts'
import { potentialMeasures } from './potential.ts'
import { unitOf } from './reference.ts'
import { meanOfKnown, strengthMeasures } from './strength.ts'
import type { Measure, Scale } from './verdict.ts'
import { measures } from './verdict.ts'

export type Measured = Readonly<Record<Measure, number | null>>

/** All seven raw measures of an account, before any scale. Volume in millilitres, money in minor units. */
export function measuresOf(
  account: AccountFigures,
  knownSpend: readonly SpendComponent[],
  policy: Policy,
  asOf: Day,
): Measured {
  return {
    volume: account.millilitres,
    profit: contributionOf(account, knownSpend, policy).forScore,
    ...strengthMeasures(account, asOf),
    ...potentialMeasures(account, policy, asOf),
  }
}

/** Each measure on its frozen scale, 0..1; null where the measure or the scale is unknown. */
export function unitsOf(raw: Measured, scales: Readonly<Record<Measure, Scale | null>>): Measured {
  const units: Record<string, number | null> = {}
  for (const measure of measures) {
    const value = raw[measure]
    const scale = scales[measure]
    units[measure] = value === null || scale === null ? null : unitOf(scale, value)
  }
  return units as Measured
}

/** The u of the four bigs: strength and potential are the means of what is known of theirs. */
export function fourOf(units: Measured): Four<number | null> {
  return {
    volume: units.volume,
    profit: units.profit,
    strength: meanOfKnown([units.funds, units.network, units.team]),
    potential: meanOfKnown([units.growth, units.whiteSpace]),
  }
}
