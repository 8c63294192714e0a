import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import type { Person } from './person-store.ts'

/** Our writes into the sign-in library's tables; its own code reads passwords and keeps sessions. */
export async function setPassword(
  { q }: Tx,
  person: Person,
  hashed: string,
  newId: () => string,
  at: Date,
): Promise<void> {
  const { id, name, email } = person
  await sql`
    INSERT INTO auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    VALUES (${id}, ${name}, ${email}, true, ${at}, ${at})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, "updatedAt" = excluded."updatedAt"`.execute(
    q,
  )
  await dropPending({ q }, id)
  await sql`DELETE FROM auth.account WHERE "userId" = ${id} AND "providerId" = 'credential'`.execute(q)
  await sql`
    INSERT INTO auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    VALUES (${newId()}, ${id}, 'credential', ${id}, ${hashed}, ${at}, ${at})`.execute(q)
}

/** Ends the session that was just made for somebody who may not have it; their others are left alone. */
export async function dropSession({ q }: Tx, token: string): Promise<void> {
  await sql`DELETE FROM auth.session WHERE token = ${token}`.execute(q)
}

/** In the transaction that takes a person's access away: a session must not outlive it. */
export async function endSessions({ q }: Tx, personId: string): Promise<void> {
  await sql`DELETE FROM auth.session WHERE "userId" = ${personId}`.execute(q)
  await dropPending({ q }, personId)
}

/** A second step that stands open came by what no longer holds. */
async function dropPending({ q }: Pick<Tx, 'q'>, personId: string): Promise<void> {
  await q.deleteFrom('sign_in_pending').where('person_id', '=', personId).execute()
}
