import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'

type SessionRow = {
  readonly id: string
  readonly address: string | null
  readonly agent: string | null
  readonly since: Date
  readonly seen: Date
}

/** A person's sessions that are still good, the latest seen first. */
export async function sessionsOf({ q }: Tx, personId: string, at: Date): Promise<readonly SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    SELECT id, "ipAddress" AS address, "userAgent" AS agent, "createdAt" AS since, "updatedAt" AS seen
    FROM auth.session WHERE "userId" = ${personId} AND "expiresAt" > ${at} ORDER BY "updatedAt" DESC, id`.execute(
    q,
  )
  return rows
}

/** Ends one session of this person, and of nobody else. */
export async function endSession({ q }: Tx, personId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM auth.session WHERE "userId" = ${personId} AND id = ${id} RETURNING id`.execute(q)
  return rows.length > 0
}

/** Ends all but the one that is kept; answers how many. */
export async function endOtherSessions({ q }: Tx, personId: string, keep: string): Promise<number> {
  const { rows } = await sql`
    DELETE FROM auth.session WHERE "userId" = ${personId} AND id <> ${keep} RETURNING id`.execute(q)
  return rows.length
}

export async function passwordHashOf({ q }: Tx, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ password: string | null }>`
    SELECT password FROM auth.account WHERE "userId" = ${personId} AND "providerId" = 'credential'`.execute(q)
  return rows[0]?.password ?? undefined
}

export async function dropLinks({ q }: Tx, personId: string): Promise<void> {
  await q.deleteFrom('one_time_link').where('person_id', '=', personId).execute()
}

export async function keysOf({ q }: Tx, personId: string) {
  return q
    .selectFrom('api_key')
    .select(['prefix', 'name', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('prefix')
    .execute()
}

export async function revokeKey({ q }: Tx, personId: string, prefix: string, at: Date): Promise<boolean> {
  const row = await q
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('prefix', '=', prefix)
    .where('revoked_at', 'is', null)
    .returning('prefix')
    .executeTakeFirst()
  return row !== undefined
}

export async function chooseLanguage({ q }: Tx, personId: string, locale: 'zh' | 'en'): Promise<void> {
  await q.updateTable('person').set({ locale }).where('id', '=', personId).execute()
}
