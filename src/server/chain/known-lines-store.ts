import type { Tx } from '../db/transaction.ts'

/** A line that stands in the ledger: its print as hexadecimal digits, its figures as posted. */
export type KnownLine = {
  readonly key: string
  readonly print: string
  readonly millilitres: number
  readonly amountMinor: number | null
}

/** Lines of the ledger by their keys (hexadecimal), within the transaction's scope. */
export async function knownLines(tx: Tx, keys: readonly string[]): Promise<readonly KnownLine[]> {
  const scope = tx.scope === '*' ? null : tx.scope
  const found = await tx.client.query<KnownLine>(
    `SELECT encode(k.key, 'hex') AS key, encode(k.fingerprint, 'hex') AS print, m.millilitres, m.amount_minor AS "amountMinor"
     FROM line_key k JOIN movement m ON m.market_id = k.market_id AND m.id = k.movement_id
     WHERE k.key IN (SELECT decode(one, 'hex') FROM unnest($1::text[]) AS one)
       AND ($2::uuid[] IS NULL OR k.market_id = ANY ($2))`,
    [keys, scope],
  )
  return found.rows
}
