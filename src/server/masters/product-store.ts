import { codeKey } from '../../domain/chain/code.ts'
import type { Tier } from '../../domain/chain/line.ts'
import type { Span } from '../../domain/chain/timeline.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

/** What a product is made of and costs from a day on; money in minor units of a case. */
export type Size = {
  readonly packUnits: number | null
  readonly unitMl: number | null
  readonly costMinor: number | null
  readonly exciseMinor: number | null
}
export type SkuRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly brand: string | null
  readonly category: string | null
  readonly version: string
}
export type SizeRow = Size & { readonly sku: string; readonly from: Day; readonly to: Day | null }
export type PriceRow = {
  readonly sku: string
  readonly tier: Tier
  readonly from: Day
  readonly to: Day | null
  readonly listMinor: number
}

/** Changes with whatever the form shows. */
const VERSION = `md5(concat_ws('|', s.code, s.name, s.brand, s.category, s.withdrawn_at,
  (SELECT string_agg(concat_ws(' ', p.valid_from, p.valid_to, p.pack_units, p.unit_ml, p.cost_minor, p.excise_minor), ',' ORDER BY p.valid_from)
   FROM sku_period p WHERE p.sku_id = s.id),
  (SELECT string_agg(concat_ws(' ', p.tier, p.valid_from, p.valid_to, p.list_minor), ',' ORDER BY p.tier, p.valid_from)
   FROM price p WHERE p.sku_id = s.id)))`

/** Products that stand, or some of them; `lock` for whoever is about to change them. */
export async function skuRows(
  tx: Tx,
  ids: readonly string[] | null,
  { lock = false }: { lock?: boolean } = {},
): Promise<readonly SkuRow[]> {
  const found = await tx.client.query<SkuRow>(
    `SELECT s.id, s.code, s.name, s.brand, s.category, ${VERSION} AS version FROM sku s
     WHERE s.withdrawn_at IS NULL AND ($1::uuid[] IS NULL OR s.id = ANY ($1)) ORDER BY s.code ${lock ? 'FOR UPDATE' : ''}`,
    [ids],
  )
  return found.rows
}

/** Periods of some products, or of all: those that hold on `day`, where one is given. */
export async function sizeRows(
  tx: Tx,
  ids: readonly string[] | null,
  day: Day | null = null,
): Promise<readonly SizeRow[]> {
  const found = await tx.client.query<SizeRow>(
    `SELECT sku_id AS sku, valid_from AS "from", valid_to AS "to", pack_units AS "packUnits", unit_ml::float8 AS "unitMl",
       cost_minor AS "costMinor", excise_minor AS "exciseMinor"
     FROM sku_period WHERE ($1::uuid[] IS NULL OR sku_id = ANY ($1))
       AND ($2::date IS NULL OR (valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2))) ORDER BY sku_id, valid_from`,
    [ids, day],
  )
  return found.rows
}

export async function priceRows(
  tx: Tx,
  ids: readonly string[] | null,
  day: Day | null = null,
): Promise<readonly PriceRow[]> {
  const found = await tx.client.query<PriceRow>(
    `SELECT sku_id AS sku, tier, valid_from AS "from", valid_to AS "to", list_minor AS "listMinor"
     FROM price WHERE ($1::uuid[] IS NULL OR sku_id = ANY ($1))
       AND ($2::date IS NULL OR (valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2))) ORDER BY sku_id, tier, valid_from`,
    [ids, day],
  )
  return found.rows
}

/** Whether any line of any market names it. Needs scope '*'. */
export async function isUsed(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.client.query('SELECT FROM rollup_month WHERE sku_id = $1 LIMIT 1', [id])
  return found.rowCount === 1
}

/** Who has a code, also one that was withdrawn: that one may come back. */
export async function skuByCode(
  tx: Tx,
  code: string,
): Promise<{ id: string; name: string; withdrawn: boolean } | undefined> {
  const found = await tx.client.query<{ id: string; name: string; withdrawn: boolean }>(
    'SELECT id, name, withdrawn_at IS NOT NULL AS withdrawn FROM sku WHERE code_key = $1',
    [codeKey(code)],
  )
  return found.rows[0]
}

/** Makes a product, or writes its fields. One that was changed by hand is no longer the import's: its undo leaves it. */
export async function writeSku(
  tx: Tx,
  { id, code, name, brand, category }: Omit<SkuRow, 'version'>,
  today: Day,
): Promise<void> {
  await tx.client.query(
    `INSERT INTO sku (id, code, code_key, name, brand, category, name_as_of) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, code_key = excluded.code_key, name = excluded.name, brand = excluded.brand,
       category = excluded.category, name_as_of = excluded.name_as_of, batch_id = NULL, withdrawn_at = NULL`,
    [id, code, codeKey(code), name, brand, category, today],
  )
}

export async function groupSkus(
  tx: Tx,
  ids: readonly string[],
  change: { readonly brand?: string | null | undefined; readonly category?: string | null | undefined },
): Promise<void> {
  await tx.client.query(
    `UPDATE sku SET brand = CASE WHEN $2 THEN $3 ELSE brand END, category = CASE WHEN $4 THEN $5 ELSE category END, batch_id = NULL
     WHERE id = ANY ($1::uuid[])`,
    [
      ids,
      change.brand !== undefined,
      change.brand ?? null,
      change.category !== undefined,
      change.category ?? null,
    ],
  )
}

export async function withdrawSku(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.client.query('UPDATE sku SET withdrawn_at = $2 WHERE id = $1', [id, at])
}

/** All sizes and costs of a product anew. `newId`: one for each. */
export async function writeSizes(
  tx: Tx,
  sku: string,
  spans: readonly Span<Size>[],
  newId: () => string,
): Promise<void> {
  await tx.client.query('DELETE FROM sku_period WHERE sku_id = $1', [sku])
  const rows = spans.map(({ from, to, value }) => ({ id: newId(), from, to, ...value }))
  await tx.client.query(
    `INSERT INTO sku_period (id, sku_id, valid_from, valid_to, pack_units, unit_ml, cost_minor, excise_minor)
     SELECT id, $2::uuid, "from", "to", "packUnits", "unitMl", "costMinor", "exciseMinor" FROM jsonb_to_recordset($1) AS r
       (id uuid, "from" date, "to" date, "packUnits" int4, "unitMl" numeric, "costMinor" int8, "exciseMinor" int8)`,
    [JSON.stringify(rows), sku],
  )
}

/** All list prices of a product for a tier anew. */
export async function writePrices(
  tx: Tx,
  at: { readonly sku: string; readonly tier: Tier },
  spans: readonly Span<number>[],
  newId: () => string,
): Promise<void> {
  await tx.client.query('DELETE FROM price WHERE sku_id = $1 AND tier = $2', [at.sku, at.tier])
  const rows = spans.map(({ from, to, value }) => ({ id: newId(), from, to, list: value }))
  await tx.client.query(
    `INSERT INTO price (id, sku_id, tier, valid_from, valid_to, list_minor)
     SELECT id, $2::uuid, $3, "from", "to", list FROM jsonb_to_recordset($1) AS r (id uuid, "from" date, "to" date, list int8)`,
    [JSON.stringify(rows), at.sku, at.tier],
  )
}
