import type { RecordSaved } from '../../contract/account.ts'
import { type Caller, noRight } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { eraseContact, eraseRecords, versionsOf } from './erase-store.ts'
import { findRecord } from './record-store.ts'
import { withAccount } from './with-account.ts'

/**
 * Erases a note, a contact, a site or a file with all its earlier versions, for good: for whoever asks to be forgotten, in every market where the
 * account was. Refused: see `withAccount`; less than everything in charge; a record that this account never had.
 */
export async function eraseRecord(
  deps: Deps,
  caller: Caller,
  account: string,
  record: string,
): Promise<Result<RecordSaved>> {
  if (caller.scope !== '*') return noRight('people.change')
  return withAccount(deps, caller, 'people.change', account, async ({ tx, whose, note }) => {
    const found = await findRecord(tx, whose, record)
    if (!found) return refuse('account/record-missing')
    await eraseRecords(tx, whose, await versionsOf(tx, whose, record))
    await note('account.record-erased', { kind: found.kind, record })
    return ok({ id: record, before: null })
  })
}

/** Erases an account's own contact and phone, also where they stood before a change or an import. Refused: as above. */
export async function eraseAccountContact(
  deps: Deps,
  caller: Caller,
  account: string,
): Promise<Result<{ readonly done: true }>> {
  if (caller.scope !== '*') return noRight('people.change')
  return withAccount(deps, caller, 'people.change', account, async ({ tx, whose, note }) => {
    await eraseContact(tx, whose)
    await note('account.contact-erased', {})
    return ok({ done: true as const })
  })
}
