import { sql } from 'kysely'
import type { RecordDraft } from '../../domain/chain/account-record.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import type { Whose } from './whose-store.ts'

export type RecordRow = {
  readonly id: string
  readonly account: string
  readonly kind: 'note' | 'contact' | 'site' | 'file'
  readonly day: Day
  readonly name: string
  readonly role: string
  readonly phone: string | null
  readonly words: string
  readonly media: string | null
  readonly bytes: number | null
  readonly replaces: string | null
  readonly withdrawn: boolean
  readonly by: string
  readonly at: Date
}

const columns = sql`r.id, r.account_id AS account, r.kind, r.day, r.name, r.role, r.phone, r.words, r.media, r.bytes, r.replaces,
  r.withdrawn_at IS NOT NULL AS withdrawn, coalesce(p.name, r.made_by) AS by, r.made_at AS at`

/** What stands, latest day first; of the days up to `asOf`. */
export async function loadRecords(tx: Tx, whose: Whose, asOf: Day): Promise<readonly RecordRow[]> {
  const found = await sql<RecordRow>`
    SELECT ${columns} FROM account_record r LEFT JOIN person p ON r.made_by = 'person:' || p.id
    WHERE r.market_id = ANY (${whose.markets}::uuid[]) AND r.account_id = ANY (${whose.ids}::uuid[]) AND r.withdrawn_at IS NULL
      AND r.day <= ${asOf}::date
    ORDER BY r.day DESC, r.made_at DESC, r.id DESC LIMIT 1000`.execute(tx.q)
  return found.rows
}

/** One row of the account, also a withdrawn one; locked until the transaction ends. */
export async function findRecord(tx: Tx, whose: Whose, id: string): Promise<RecordRow | undefined> {
  const found = await sql<RecordRow>`
    SELECT ${columns} FROM account_record r LEFT JOIN person p ON r.made_by = 'person:' || p.id
    WHERE r.market_id = ANY (${whose.markets}::uuid[]) AND r.id = ${id}::uuid AND r.account_id = ANY (${whose.ids}::uuid[])
    FOR UPDATE OF r`.execute(tx.q)
  return found.rows[0]
}

export type NewRecord = (
  | RecordDraft
  | (Omit<RecordDraft, 'kind'> & {
      readonly kind: 'file'
      readonly media: string
      readonly bytes: number
      readonly digest: Buffer
    })
) & {
  readonly id: string
  /** Which account it is of; a change stays with the one that had it. */
  readonly account: string
  readonly replaces: string | null
}

export async function insertRecord(
  tx: Tx,
  market: string,
  record: NewRecord,
  stamp: { readonly actor: string; readonly at: Date },
): Promise<void> {
  const file = record.kind === 'file' ? record : null
  await tx.q
    .insertInto('account_record')
    .values({
      market_id: market,
      id: record.id,
      account_id: record.account,
      kind: record.kind,
      day: record.day,
      name: record.name,
      role: record.role,
      phone: record.phone,
      words: record.words,
      media: file?.media ?? null,
      bytes: file?.bytes ?? null,
      digest: file?.digest ?? null,
      replaces: record.replaces,
      made_by: stamp.actor,
      made_at: stamp.at,
    })
    .execute()
}

export async function setWithdrawn(tx: Tx, { markets }: Whose, id: string, at: Date | null): Promise<void> {
  await tx.q
    .updateTable('account_record')
    .set({ withdrawn_at: at })
    .where('market_id', 'in', [...markets])
    .where('id', '=', id)
    .execute()
}

/** Takes away what came in the place of a row: then the row itself can come back. */
export async function withdrawReplacements(tx: Tx, whose: Whose, id: string, at: Date): Promise<void> {
  await tx.q
    .updateTable('account_record')
    .set({ withdrawn_at: at })
    .where('market_id', 'in', [...whose.markets])
    .where('account_id', 'in', [...whose.ids])
    .where('replaces', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}
