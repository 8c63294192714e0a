import type { Tier } from '../../domain/chain/line.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import type { Changing } from './change-store.ts'

export type PriceRow = {
  readonly id: string
  readonly sku: string
  readonly tier: Tier
  readonly from: Day
  readonly to: Day | null
  readonly list: number
}

/** All list prices of some products, in the order of their days. */
export async function pricesOf(tx: Tx, skus: readonly string[]): Promise<readonly PriceRow[]> {
  const found = await tx.client.query<PriceRow>(
    `SELECT id, sku_id AS sku, tier, valid_from AS "from", valid_to AS "to", list_minor AS list
     FROM price WHERE sku_id = ANY ($1::uuid[]) ORDER BY sku_id, tier, valid_from`,
    [skus],
  )
  return found.rows
}

/** A price whose days another has taken; kept for undo. */
export async function dropPrice(tx: Tx, { batch, home, newId }: Changing, id: string): Promise<void> {
  await tx.client.query(
    `WITH gone AS (DELETE FROM price WHERE id = $1 RETURNING *)
     INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, before, after)
     SELECT $2, $3, $4, 'price', gone.id, to_jsonb(gone), '{}' FROM gone`,
    [id, home, newId(), batch],
  )
}
