import type { Day } from '../../domain/day.ts'
import type { StandIn } from '../../domain/chain/reach-stand-ins.ts'
import type { Tx } from '../db/transaction.ts'

export type StoredStandIn = StandIn & { readonly id: string }

/** Stand-ins that have not ended by a day: of everybody, or those of two people (either way round). */
export async function standInsFrom(
  { q }: Tx,
  day: Day,
  who?: { readonly acting?: string; readonly id?: string },
): Promise<readonly StoredStandIn[]> {
  let query = q
    .selectFrom('stand_in')
    .select(['id', 'person_id', 'for_person_id', 'valid_from', 'valid_to'])
    .where('valid_to', '>', day)
  if (who?.acting !== undefined) query = query.where('person_id', '=', who.acting)
  if (who?.id !== undefined) query = query.where('id', '=', who.id)
  const rows = await query.orderBy('valid_from').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    forPersonId: row.for_person_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

export async function insertStandIn(
  { q }: Tx,
  one: StoredStandIn,
  made: { readonly by: string; readonly at: Date },
): Promise<void> {
  await q
    .insertInto('stand_in')
    .values({
      id: one.id,
      person_id: one.personId,
      for_person_id: one.forPersonId,
      valid_from: one.validFrom,
      valid_to: one.validTo,
      made_by: made.by,
      made_at: made.at,
    })
    .execute()
}

/** Ends it before a day; one that would begin on that day or later never held, and goes. */
export async function endStandIn({ q }: Tx, one: StoredStandIn, day: Day): Promise<void> {
  if (one.validFrom >= day) await q.deleteFrom('stand_in').where('id', '=', one.id).execute()
  else await q.updateTable('stand_in').set({ valid_to: day }).where('id', '=', one.id).execute()
}
