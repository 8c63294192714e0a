import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import type { At } from './part-store.ts'

/**
 * Whatever says who people are beside the card itself: the people with their talks, who told of a brand, and the words of what happened.
 * Stages, days and reasons stay.
 */
export async function erasePeople(tx: Tx, { market, id }: At): Promise<void> {
  await sql`
    DELETE FROM prospect_talk t USING prospect_person p
    WHERE t.market_id = ${market}::uuid AND p.market_id = t.market_id AND p.id = t.person_id AND p.prospect_id = ${id}::uuid`.execute(
    tx.q,
  )
  await tx.q
    .deleteFrom('prospect_person')
    .where('market_id', '=', market)
    .where('prospect_id', '=', id)
    .execute()
  await tx.q
    .updateTable('prospect_brand')
    .set({ source: '' })
    .where('market_id', '=', market)
    .where('prospect_id', '=', id)
    .execute()
  await tx.q
    .updateTable('prospect_event')
    .set({ words: '' })
    .where('market_id', '=', market)
    .where('prospect_id', '=', id)
    .execute()
  await sql`
    UPDATE agreement_waiver w SET reason = '' FROM agreement a
    WHERE a.market_id = ${market}::uuid AND a.prospect_id = ${id}::uuid AND w.market_id = a.market_id AND w.agreement_id = a.id`.execute(
    tx.q,
  )
  await sql`
    UPDATE agreement_event e SET words = '' FROM agreement a
    WHERE a.market_id = ${market}::uuid AND a.prospect_id = ${id}::uuid AND e.market_id = a.market_id AND e.agreement_id = a.id`.execute(
    tx.q,
  )
}
