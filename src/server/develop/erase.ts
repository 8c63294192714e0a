import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { ok, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { erasePeople } from './erase-store.ts'
import { onProspect } from './with-prospect.ts'

/**
 * Erases the people of a prospect, its phones and every free text, for good: for whoever asks to be forgotten. Refused: less than
 * everything in charge; no such prospect.
 */
export async function eraseProspect(
  deps: Deps,
  caller: Caller,
  id: string,
): Promise<Result<{ readonly done: true }>> {
  if (caller.scope !== '*' || !caller.rights.has('people.change')) return noRight('people.change')
  return inScope(deps.db, caller.scope, (tx) =>
    onProspect(tx, deps, caller.actor, { id }, async ({ one, note }) => {
      await erasePeople(tx, one)
      await note('prospect.erased', {})
      return ok({ done: true as const })
    }),
  )
}
