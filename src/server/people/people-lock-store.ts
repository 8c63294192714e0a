import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

/** Who changes people queues here: of two administrators who suspend each other, one stays. Held to the end of the transaction. */
export async function peopleLock({ q }: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('tonnage.people'))`.execute(q)
}

/** Whether somebody else who may come in administers the whole company on a day. */
export async function otherAdmin({ q }: Tx, personId: string, hq: string, day: Day): Promise<boolean> {
  const row = await q
    .selectFrom('person_role')
    .innerJoin('person', 'person.id', 'person_role.person_id')
    .select('person.id')
    .where('person.active', '=', true)
    .where('person.id', '<>', personId)
    .where('role', '=', 'admin')
    .where('node_id', '=', hq)
    .where('valid_from', '<=', day)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', day)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
