import type { Tx } from '../db/transaction.ts'

export type Preview = { readonly asPersonId: string; readonly endsAt: Date }

/** As whom a session looks at the app, if it does and its time is not over. */
export async function previewOf({ q }: Tx, session: string, now: Date): Promise<Preview | undefined> {
  const row = await q
    .selectFrom('preview')
    .select(['as_person_id', 'ends_at'])
    .where('session_id', '=', session)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return row && { asPersonId: row.as_person_id, endsAt: row.ends_at }
}

/** Writes as whom a session looks; what is left of this person's former ones goes. */
export async function keepPreview(
  { q }: Tx,
  {
    session,
    personId,
    asPersonId,
    beganAt,
    endsAt,
  }: Preview & {
    readonly session: string
    readonly personId: string
    readonly beganAt: Date
  },
): Promise<void> {
  await q
    .deleteFrom('preview')
    .where('person_id', '=', personId)
    .where((e) => e.or([e('session_id', '=', session), e('ends_at', '<=', beganAt)]))
    .execute()
  await q
    .insertInto('preview')
    .values({
      session_id: session,
      person_id: personId,
      as_person_id: asPersonId,
      began_at: beganAt,
      ends_at: endsAt,
    })
    .execute()
}

/** Ends what a session looks at; whether there was anything. */
export async function dropPreview({ q }: Tx, session: string): Promise<boolean> {
  const gone = await q.deleteFrom('preview').where('session_id', '=', session).executeTakeFirst()
  return gone.numDeletedRows > 0n
}
