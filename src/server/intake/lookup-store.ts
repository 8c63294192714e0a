import type { Tx } from '../db/transaction.ts'
import type { Period } from '../../domain/chain/size-period.ts'
import type { KnownAccount, KnownNode, KnownSku } from './entries.ts'

type AccountRow = KnownAccount & { readonly key: string }

const ACCOUNT = `
  SELECT k.code_key AS key, a.id, a.market_id AS market, t.code_key AS "marketKey", t.code AS "marketCode",
    (SELECT valid_to FROM territory_stay WHERE node_id = t.id ORDER BY valid_from DESC LIMIT 1) AS "marketClosed", a.code, a.name,
    a.name_as_of AS "nameAsOf", a.address, a.city, a.latitude, a.longitude
  FROM account_key k JOIN account a ON a.market_id = k.market_id AND a.id = k.account_id JOIN territory_node t ON t.id = k.market_id
  WHERE a.withdrawn_at IS NULL AND ($2::uuid[] IS NULL OR k.market_id = ANY ($2))`

function scopeOf(tx: Tx): readonly string[] | null {
  return tx.scope === '*' ? null : tx.scope
}

export async function accountsByKey(tx: Tx, keys: readonly string[]): Promise<Map<string, KnownAccount>> {
  const found = await tx.client.query<AccountRow>(`${ACCOUNT} AND k.code_key = ANY ($1)`, [keys, scopeOf(tx)])
  return new Map(found.rows.map((row) => [row.key, row]))
}

export type NamedAccount = { readonly id: string; readonly market: string; readonly name: string }

/** Every account of the scope by name: for files that know customers by nothing else. */
export async function accountNames(tx: Tx): Promise<readonly NamedAccount[]> {
  const found = await tx.client.query<NamedAccount>(
    `SELECT id, market_id AS market, name FROM account
     WHERE withdrawn_at IS NULL AND merged_into IS NULL AND moved_to_market IS NULL AND ($1::uuid[] IS NULL OR market_id = ANY ($1))`,
    [scopeOf(tx)],
  )
  return found.rows
}

export async function accountsById(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownAccount>> {
  if (ids.length === 0) return new Map()
  const found = await tx.client.query<AccountRow>(`${ACCOUNT} AND a.id = ANY ($1)`, [ids, scopeOf(tx)])
  return new Map(found.rows.map((row) => [row.id, row]))
}

/** Accounts whose code of digits is one of these but for leading zeros. Reads every key: for the few codes that are in doubt. */
export async function accountsByBareKey(tx: Tx, bare: readonly string[]): Promise<AccountRow[]> {
  const query = `${ACCOUNT} AND k.code_key ~ '^0[0-9]+$' AND coalesce(nullif(ltrim(k.code_key, '0'), ''), '0') = ANY ($1)`
  return (await tx.client.query<AccountRow>(query, [bare, scopeOf(tx)])).rows
}

type SkuRow = Omit<KnownSku, 'periods' | 'withdrawn'> & {
  readonly key: string
  readonly withdrawn: boolean
  readonly periods: readonly (Omit<Period, 'unitMl'> & { readonly unitMl: string | number | null })[]
}

const SKU = `
  SELECT s.code_key AS key, s.id, s.name, s.category, s.brand, s.name_as_of AS "nameAsOf", s.withdrawn_at IS NOT NULL AS withdrawn,
    coalesce((SELECT jsonb_agg(jsonb_build_object('validFrom', p.valid_from, 'packUnits', p.pack_units, 'unitMl', p.unit_ml,
      'costMinor', p.cost_minor, 'exciseMinor', p.excise_minor) ORDER BY p.valid_from)
      FROM sku_period p WHERE p.sku_id = s.id), '[]') AS periods
  FROM sku s`

function asSku(row: SkuRow): KnownSku & { readonly key: string } {
  const periods = row.periods.map((period) => ({
    ...period,
    unitMl: period.unitMl === null ? null : Number(period.unitMl),
  }))
  return { ...row, periods }
}

export async function skusByKey(tx: Tx, keys: readonly string[]): Promise<Map<string, KnownSku>> {
  const found = await tx.client.query<SkuRow>(`${SKU} WHERE s.code_key = ANY ($1)`, [keys])
  return new Map(found.rows.map((row) => [row.key, asSku(row)]))
}

export async function skusByBareKey(
  tx: Tx,
  bare: readonly string[],
): Promise<(KnownSku & { readonly key: string })[]> {
  const found = await tx.client.query<SkuRow>(
    `${SKU} WHERE s.withdrawn_at IS NULL AND s.code_key ~ '^0[0-9]+$'
       AND coalesce(nullif(ltrim(s.code_key, '0'), ''), '0') = ANY ($1)`,
    [bare],
  )
  return found.rows.map(asSku)
}

export type KeyedNode = KnownNode & { readonly key: string }

const NODE = `
  SELECT code_key AS key, id, kind, name, withdrawn_at IS NOT NULL AS withdrawn,
    (SELECT valid_to FROM territory_stay WHERE node_id = n.id ORDER BY valid_from DESC LIMIT 1) AS closed
  FROM territory_node n`

export async function nodesByKey(tx: Tx, keys: readonly string[]): Promise<Map<string, KnownNode>> {
  const found = await tx.client.query<KeyedNode>(`${NODE} WHERE code_key = ANY ($1)`, [keys])
  return new Map(found.rows.map((row) => [row.key, row]))
}

/** Every market of the scope that stands, by name: for files that know markets by nothing else. */
export async function marketNames(tx: Tx): Promise<readonly KeyedNode[]> {
  const standing = `${NODE} WHERE kind = 'market' AND withdrawn_at IS NULL AND ($1::uuid[] IS NULL OR id = ANY ($1))`
  return (await tx.client.query<KeyedNode>(standing, [scopeOf(tx)])).rows
}
