import type { Deps } from '../db/deps.ts'
import { assess } from './assessment.ts'
import { dayAsked } from './ranking.ts'
import { standOn } from './stand-on.ts'

/**
 * Judges every market as of the last day, one after the other, so that the first who asks after a start need not wait for a
 * large company. Ends early when the database is closed.
 */
export async function warm(deps: Deps): Promise<void> {
  const stood = await standOn(deps)
  if (!stood.ok) return
  const when = dayAsked(stood.value, undefined)
  if (!when.ok) return
  for (const market of stood.value.markets) {
    if (deps.db.pool.ended) return
    await assess(deps, stood.value, '*', [market], when.value)
  }
}
