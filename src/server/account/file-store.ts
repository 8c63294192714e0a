import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import type { Whose } from './whose-store.ts'

/** Keeps bytes under their digest; those that the market has already are not kept twice. */
export async function keepContent(
  tx: Tx,
  market: string,
  { digest, content, at }: { readonly digest: Buffer; readonly content: Buffer; readonly at: Date },
): Promise<void> {
  await tx.q
    .insertInto('account_file')
    .values({ market_id: market, digest, content, made_at: at })
    .onConflict((conflict) => conflict.columns(['market_id', 'digest']).doNothing())
    .execute()
}

/** The name under which the account has these bytes already; undefined: it has not. */
export async function nameOfSame(tx: Tx, whose: Whose, digest: Buffer): Promise<string | undefined> {
  const row = await tx.q
    .selectFrom('account_record')
    .select('name')
    .where('market_id', '=', whose.market)
    .where('account_id', 'in', [...whose.ids])
    .where('kind', '=', 'file')
    .where('digest', '=', digest)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.name
}

export type KeptFile = { readonly name: string; readonly media: string; readonly content: Buffer }

/** A file that stands with the account, with its bytes. */
export async function loadFile(tx: Tx, whose: Whose, record: string): Promise<KeptFile | undefined> {
  const found = await sql<KeptFile>`
    SELECT r.name, r.media, f.content
    FROM account_record r JOIN account_file f ON f.market_id = r.market_id AND f.digest = r.digest
    WHERE r.market_id = ${whose.market}::uuid AND r.id = ${record}::uuid
      AND r.account_id = ANY (${whose.ids}::uuid[]) AND r.withdrawn_at IS NULL`.execute(tx.q)
  return found.rows[0]
}
