import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import type { Whose } from './whose-store.ts'

/** A record with all that it replaced and all that replaced it. */
export async function versionsOf(tx: Tx, { markets }: Whose, id: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    WITH RECURSIVE of AS (
      SELECT id, replaces FROM account_record WHERE market_id = ANY (${markets}::uuid[]) AND id = ${id}::uuid
      UNION
      SELECT r.id, r.replaces FROM account_record r, of
      WHERE r.market_id = ANY (${markets}::uuid[]) AND (r.id = of.replaces OR r.replaces = of.id)
    )
    SELECT id FROM of`.execute(tx.q)
  return found.rows.map((row) => row.id)
}

/** Deletes records, and the bytes of files that no other record has. */
export async function eraseRecords(tx: Tx, { markets }: Whose, ids: readonly string[]): Promise<void> {
  await tx.q
    .deleteFrom('account_record')
    .where('market_id', 'in', [...markets])
    .where('id', 'in', [...ids])
    .execute()
  await sql`
    DELETE FROM account_file f WHERE f.market_id = ANY (${markets}::uuid[])
      AND NOT EXISTS (SELECT FROM account_record r WHERE r.market_id = f.market_id AND r.digest = f.digest)`.execute(
    tx.q,
  )
}

/** What an account's contact and phone are, and were before each change on screen and each import. */
export async function eraseContact(tx: Tx, { markets, ids }: Whose): Promise<void> {
  const of = sql`market_id = ANY (${markets}::uuid[]) AND account_id = ANY (${ids}::uuid[])`
  await tx.q
    .updateTable('account')
    .set({ phone: null, contact: null })
    .where('market_id', 'in', [...markets])
    .where('id', 'in', [...ids])
    .execute()
  await sql`UPDATE account_said SET phone_end = NULL WHERE ${of}`.execute(tx.q)
  await sql`UPDATE claim SET words = '', reason = '' WHERE ${of}`.execute(tx.q)
  await sql`UPDATE visit SET words = '' WHERE ${of}`.execute(tx.q)
  await sql`
    UPDATE agreement_waiver w SET reason = '' FROM agreement a
    WHERE a.market_id = ANY (${markets}::uuid[]) AND a.account_id = ANY (${ids}::uuid[]) AND w.market_id = a.market_id AND w.agreement_id = a.id`.execute(
    tx.q,
  )
  await sql`
    UPDATE agreement_event e SET words = '' FROM agreement a
    WHERE a.market_id = ANY (${markets}::uuid[]) AND a.account_id = ANY (${ids}::uuid[]) AND e.market_id = a.market_id AND e.agreement_id = a.id`.execute(
    tx.q,
  )
  await sql`
    UPDATE import_change SET before = before - 'phone' - 'contact', after = after - 'phone' - 'contact'
    WHERE market_id = ANY (${markets}::uuid[]) AND subject = 'account' AND subject_id = ANY (${ids}::uuid[])`.execute(
    tx.q,
  )
  await sql`
    UPDATE master_change SET before = before - 'phone' - 'contact', after = after - 'phone' - 'contact'
    WHERE market_id = ANY (${markets}::uuid[]) AND subject = 'account' AND subject_id = ANY (${ids.map(String)}::text[])`.execute(
    tx.q,
  )
}
