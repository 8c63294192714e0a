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
    onProspect(tx, deps, caller.actor, { id }, async ({ one, today, note, write }) => {
      // As a version of the card: a form that was opened before cannot write the old words back.
      const { stage } = one
      const event = { kind: 'change', stage, day: today, words: '', nextOn: null, reason: null, owner: null }
      await write(
        {
          phone: null,
          address: null,
          words: '',
          // A trader is known by the name alone; accounts, prospects and campaigns stay named.
          ...(one.referrerKind === 'trader' ? { referrer_kind: null } : {}),
          referrer_name: '',
          lost_to: null,
          ...(one.nextStep === null ? {} : { next_step: '' }),
        },
        event,
      )
      await erasePeople(tx, one)
      await note('prospect.erased', {})
      return ok({ done: true as const })
    }),
  )
}
