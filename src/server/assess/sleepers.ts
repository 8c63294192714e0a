import { bigSleepers } from '../../domain/assess/sleeping.ts'
import type { Assessed } from './assessed.ts'

const kept = new WeakMap<Assessed, ReadonlySet<string>>()

/** Ids of the big sleepers of an assessed market, found once for all its rows. */
export function sleepersOf(assessed: Assessed): ReadonlySet<string> {
  const found = kept.get(assessed) ?? bigSleepers(assessed.verdict, assessed.load.figures.accounts)
  kept.set(assessed, found)
  return found
}
