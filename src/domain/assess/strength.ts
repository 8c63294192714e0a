import type { Day } from '../day.ts'
import { factAt } from './fact.ts'
import type { AccountFigures } from './figures.ts'

/** Funds (money, minor units), network and team (counts): the article's 1.3. Null where nothing is known. */
export type StrengthMeasures = {
  readonly funds: number | null
  readonly network: number | null
  readonly team: number | null
}

/**
 * Funds: working capital, or the credit limit where that is not known. Network: active sub-distributors and outlets by
 * supply links in the window. Team: sales people and vehicles; one of the two known is enough. An expired fact is not known.
 */
export function strengthMeasures(account: AccountFigures, asOf: Day): StrengthMeasures {
  const value = (name: Parameters<typeof factAt>[1]) => factAt(account.facts, name, asOf)?.value ?? null
  return {
    funds: value('working_capital') ?? value('credit_limit'),
    network: sumOfKnown([account.activeSubDistributors, account.activeOutlets]),
    team: sumOfKnown([value('sales_people'), value('vehicles')]),
  }
}

function sumOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
}

/** The mean of the known, null if none: how u of strength and of potential are made of their measures. */
export function meanOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length
}
