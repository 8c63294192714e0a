import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { hashOf } from './token.ts'
import type { Person } from './person-store.ts'

/** Uses a way up: false where it was used before. Ways that have ended are forgotten beside it. */
export async function useState({ q }: Tx, state: string, expiresAt: Date, at: Date): Promise<boolean> {
  await q.deleteFrom('company_sign_in_use').where('expires_at', '<=', at).execute()
  const row = await q
    .insertInto('company_sign_in_use')
    .values({ state_hash: hashOf(state), expires_at: expiresAt })
    .onConflict((on) => on.column('state_hash').doNothing())
    .returning('expires_at')
    .executeTakeFirst()
  return row !== undefined
}

export async function personOfIdentity(
  { q }: Tx,
  issuer: string,
  subject: string,
): Promise<string | undefined> {
  const row = await q
    .selectFrom('company_identity')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.person_id
}

/** Links a person for good. False where the account is somebody's, or the person has another account of this provider. */
export async function linkIdentity(
  { q }: Tx,
  identity: { readonly issuer: string; readonly subject: string },
  personId: string,
  at: Date,
): Promise<boolean> {
  const row = await q
    .insertInto('company_identity')
    .values({ ...identity, person_id: personId, linked_at: at })
    .onConflict((on) => on.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets which accounts are the person's; answers how many. The next sign-in links anew, by the address. */
export async function unlinkIdentities({ q }: Tx, personId: string): Promise<number> {
  const rows = await q
    .deleteFrom('company_identity')
    .where('person_id', '=', personId)
    .returning('issuer')
    .execute()
  return rows.length
}

/** Sessions hang on the sign-in library's own row of a person, which setting a password makes; who never had one gets it here. */
export async function knownToLibrary({ q }: Tx, { id, name, email }: Person, at: Date): Promise<void> {
  await sql`
    INSERT INTO auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    VALUES (${id}, ${name}, ${email}, true, ${at}, ${at}) ON CONFLICT (id) DO NOTHING`.execute(q)
}
