import { gramsOf } from '../../domain/chain/grams.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import type { Changing } from './change-store.ts'

/** Masters as a file of them says: every field that it leaves open stays as it is. */
export type AccountRow = {
  readonly market: string
  readonly id: string
  readonly code: string
  readonly name: string
  readonly name_as_of: Day | null
  readonly tier: string
  readonly parent_id: string | null
  readonly address: string | null
  readonly city: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly phone: string | null
  readonly contact: string | null
  readonly channel: string | null
  readonly opened_on: Day | null
  readonly closed_on: Day | null
}

const ACCOUNT_FIELDS = [
  'name',
  'name_as_of',
  'tier',
  'parent_id',
  'address',
  'city',
  'latitude',
  'longitude',
  'phone',
  'contact',
  'channel',
  'opened_on',
  'closed_on',
] as const

export async function accountRows(tx: Tx, ids: readonly string[]): Promise<Map<string, AccountRow>> {
  const scope = tx.scope === '*' ? null : tx.scope
  const found = await tx.client.query<AccountRow>(
    `SELECT market_id AS market, id, code, ${ACCOUNT_FIELDS.join(', ')} FROM account
     WHERE id = ANY ($1::uuid[]) AND moved_to_market IS NULL AND ($2::uuid[] IS NULL OR market_id = ANY ($2))`,
    [ids, scope],
  )
  return new Map(found.rows.map((row) => [row.id, row]))
}

const SEPARATOR = '\u001F'
const RECORD = `jsonb_to_recordset($1) AS r (market uuid, id uuid, change uuid, grams text, name text, name_as_of date, tier text,
  parent_id uuid, address text, city text, latitude float8, longitude float8, phone text, contact text, channel text,
  opened_on date, closed_on date)`

const SET_ACCOUNTS = `
  WITH r AS (SELECT * FROM ${RECORD}),
  now AS (
    UPDATE account a SET ${ACCOUNT_FIELDS.map((name) => `${name} = r.${name}`).join(', ')}, grams = string_to_array(r.grams, $3)
    FROM r WHERE a.market_id = r.market AND a.id = r.id RETURNING a.*)
  INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, before, after)
  SELECT r.market, r.change, $2::uuid, 'account', r.id, to_jsonb(old), to_jsonb(now)
  FROM r JOIN account old ON old.market_id = r.market AND old.id = r.id JOIN now ON now.market_id = r.market AND now.id = r.id
  WHERE old.batch_id IS DISTINCT FROM $2::uuid`

/** Writes all fields of these accounts. What this batch made itself needs no trace of what it was before. */
export async function setAccounts(
  tx: Tx,
  { batch, newId }: Changing,
  rows: readonly AccountRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 10_000) {
    const lot = rows.slice(from, from + 10_000).map((row) => {
      const grams = gramsOf([row.name, row.code]).join(SEPARATOR)
      return { ...row, grams, change: newId() }
    })
    await tx.client.query(SET_ACCOUNTS, [JSON.stringify(lot), batch, SEPARATOR])
  }
}

export type Fact = {
  readonly market: string
  readonly account: string
  readonly fact: string
  readonly value: number
  readonly day: Day
  readonly source: string
}

const FACTS = `
  WITH r AS (
    SELECT r.* FROM jsonb_to_recordset($1) AS r (id uuid, change uuid, market uuid, account uuid, fact text, value numeric, day date,
      source text)
    WHERE r.value IS DISTINCT FROM (SELECT f.value FROM account_fact f WHERE f.market_id = r.market AND f.account_id = r.account
      AND f.fact = r.fact AND f.day <= r.day ORDER BY f.day DESC LIMIT 1)),
  replaced AS (
    DELETE FROM account_fact f USING r
    WHERE f.market_id = r.market AND f.account_id = r.account AND f.fact = r.fact AND f.day = r.day RETURNING f.*),
  kept AS (
    INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, before, after)
    SELECT r.market, r.change, $2::uuid, 'account_fact', r.id, to_jsonb(o), to_jsonb(r)
    FROM r LEFT JOIN replaced o ON o.market_id = r.market AND o.account_id = r.account AND o.fact = r.fact)
  SELECT r.id, r.market, r.account, r.fact, r.value::text AS value, r.day, r.source FROM r`

/** Facts that say something new. Answers the accounts that they are about. */
export async function addFacts(
  tx: Tx,
  { batch, newId }: Changing,
  facts: readonly Fact[],
): Promise<Set<string>> {
  if (facts.length === 0) return new Set()
  const rows = facts.map((fact) => ({ ...fact, id: newId(), change: newId() }))
  const fresh = await tx.client.query<{ account: string }>(FACTS, [JSON.stringify(rows), batch])
  await tx.client.query(
    `INSERT INTO account_fact (market_id, id, account_id, fact, value, day, source, batch_id)
     SELECT market, id, account, fact, value, day, source, $2::uuid FROM jsonb_to_recordset($1)
       AS r (id uuid, market uuid, account uuid, fact text, value numeric, day date, source text)`,
    [JSON.stringify(fresh.rows), batch],
  )
  return new Set(fresh.rows.map(({ account }) => account))
}

export type Node = {
  readonly id: string
  readonly key: string
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parent_id: string | null
  readonly withdrawn: boolean
}

export async function allNodes(tx: Tx): Promise<Map<string, Node>> {
  const found = await tx.client.query<Node>(
    'SELECT id, code_key AS key, code, name, kind, parent_id, withdrawn_at IS NOT NULL AS withdrawn FROM territory_node',
  )
  return new Map(found.rows.map((row) => [row.key, row]))
}

/** Markets that take no new accounts, by id: their last stay in the tree has ended, on that day. */
export async function closedMarkets(
  tx: Tx,
): Promise<ReadonlyMap<string, { readonly name: string; readonly day: Day }>> {
  const found = await tx.client.query<{ id: string; name: string; day: Day }>(
    `SELECT n.id, n.name, s.valid_to AS day FROM territory_node n JOIN LATERAL (
       SELECT valid_to FROM territory_stay WHERE node_id = n.id ORDER BY valid_from DESC LIMIT 1) s ON s.valid_to IS NOT NULL`,
  )
  return new Map(found.rows.map(({ id, name, day }) => [id, { name, day }]))
}

export async function setNode(
  tx: Tx,
  { batch, home, newId }: Changing,
  node: Node,
  old: Node | undefined,
): Promise<void> {
  const { id, key, code, name, kind, parent_id } = node
  if (!old || old.withdrawn) {
    await tx.client.query(
      `INSERT INTO territory_node (id, kind, code, code_key, name, parent_id, batch_id) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (code_key) DO UPDATE SET withdrawn_at = NULL, kind = excluded.kind, name = excluded.name,
         parent_id = excluded.parent_id, batch_id = excluded.batch_id`,
      [id, kind, code, key, name, parent_id, batch],
    )
    await tx.client.query(
      `INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, after) VALUES ($1, $2, $3, 'market', $4, '{}')`,
      [home, newId(), batch, id],
    )
    return
  }
  await tx.client.query(
    `WITH now AS (UPDATE territory_node SET name = $2, kind = $3, parent_id = $4 WHERE id = $1 RETURNING *)
     INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, before, after)
     SELECT $5, $6, $7, 'market', $1, to_jsonb(old), to_jsonb(now) FROM now JOIN territory_node old ON old.id = now.id`,
    [id, name, kind, parent_id, home, newId(), batch],
  )
}

export async function marketInUse(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.client.query('SELECT FROM account WHERE market_id = $1 LIMIT 1', [id])
  return (found.rowCount ?? 0) > 0
}

const SIZE = `
  WITH latest AS (SELECT * FROM market_size WHERE market_id = $1 ORDER BY valid_from DESC LIMIT 1),
  told AS (
    SELECT CASE WHEN EXISTS (SELECT FROM latest) THEN $3::date ELSE '1970-01-01'::date END AS day
    WHERE NOT EXISTS (SELECT FROM latest WHERE litres_a_year = $2::numeric)),
  replaced AS (DELETE FROM market_size s USING told WHERE s.market_id = $1 AND s.valid_from = told.day RETURNING s.*),
  kept AS (
    INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, before, after)
    SELECT $1, $4, $5, 'market_size', $1, (SELECT to_jsonb(r) FROM replaced r), jsonb_build_object('valid_from', told.day) FROM told)
  SELECT day FROM told`

/** How much of the category the market drinks in a year, where that is news; the first figure holds from always. */
export async function setMarketSize(
  tx: Tx,
  { batch, newId }: Changing,
  size: { readonly market: string; readonly litres: number; readonly today: Day },
): Promise<boolean> {
  const { market, litres, today } = size
  const told = await tx.client.query<{ day: Day }>(SIZE, [market, litres, today, newId(), batch])
  const [news] = told.rows
  if (!news) return false
  await tx.client.query(
    "INSERT INTO market_size (market_id, valid_from, litres_a_year, source) VALUES ($1, $2, $3, 'import')",
    [market, news.day, litres],
  )
  return true
}

export type DatedRow = {
  readonly id: string
  readonly market: string | null
  readonly values: Readonly<Record<string, string | number | null>>
}

/** Writes one row of supply links or prices, found by its natural key; says whether it was there and said the same. */
export async function setDated(
  tx: Tx,
  { batch, home, newId }: Changing,
  table: 'supply_link' | 'price',
  key: readonly string[],
  row: DatedRow,
): Promise<'created' | 'updated' | 'unchanged'> {
  const own = row.market === null ? {} : { market_id: row.market }
  const all = { ...own, ...row.values }
  const names = Object.keys(all)
  const where = key.map((name, at) => `${name} = $${at + 1}`).join(' AND ')
  const keyed = key.map((name) => all[name as keyof typeof all])
  const found = await tx.client.query<{ id: string; old: Record<string, unknown> }>(
    `SELECT id, to_jsonb(t) AS old FROM ${table} t WHERE ${where}`,
    keyed,
  )
  const [old] = found.rows
  if (old && names.every((name) => (old.old[name] ?? null) === (all[name as keyof typeof all] ?? null)))
    return 'unchanged'
  if (old)
    await tx.client.query(
      `DELETE FROM ${table} WHERE id = $1 AND ${key.map((name, at) => `${name} = $${at + 2}`).join(' AND ')}`,
      [old.id, ...keyed],
    )
  const id = row.id
  await tx.client.query(
    `INSERT INTO ${table} (id, batch_id, ${names.join(', ')}) VALUES ($1, $2, ${names.map((_, at) => `$${at + 3}`).join(', ')})`,
    [id, batch, ...Object.values(all)],
  )
  await tx.client.query(
    `INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, before, after) VALUES ($1, $2, $3, '${table}', $4, $5, '{}')`,
    [row.market ?? home, newId(), batch, id, old ? JSON.stringify(old.old) : null],
  )
  return old ? 'updated' : 'created'
}
