import type { Day } from '../day.ts'
import type { Fact, FactName } from './figures.ts'

/**
 * The latest fact of a name that was known of the day and had not expired by then; undefined where there is none.
 * Of two of one day the later in the list counts.
 */
export function factAt(facts: readonly Fact[], name: FactName, day: Day): Fact | undefined {
  let latest: Fact | undefined
  for (const fact of facts) {
    if (fact.fact !== name || fact.day > day) continue
    if (fact.expiresOn !== null && fact.expiresOn <= day) continue
    if (!latest || fact.day >= latest.day) latest = fact
  }
  return latest
}
