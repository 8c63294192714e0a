import type { Tx } from '../db/transaction.ts'

export async function feedOf({ q }: Tx, person: string): Promise<{ readonly since: Date } | undefined> {
  const row = await q
    .selectFrom('calendar_feed')
    .select('made_at')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row && { since: row.made_at }
}

export async function personOfFeed({ q }: Tx, hash: Buffer): Promise<string | undefined> {
  const row = await q
    .selectFrom('calendar_feed')
    .select('person_id')
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return row?.person_id
}

/** The one address of a person: the one before it does not lead anywhere any more. */
export async function setFeed({ q }: Tx, person: string, hash: Buffer, at: Date): Promise<void> {
  await q
    .insertInto('calendar_feed')
    .values({ person_id: person, token_hash: hash, made_at: at })
    .onConflict((there) => there.column('person_id').doUpdateSet({ token_hash: hash, made_at: at }))
    .execute()
}

/** Whether there was one. */
export async function dropFeed({ q }: Tx, person: string): Promise<boolean> {
  const gone = await q.deleteFrom('calendar_feed').where('person_id', '=', person).executeTakeFirst()
  return gone.numDeletedRows > 0n
}
