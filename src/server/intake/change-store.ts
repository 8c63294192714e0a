import { codeKey } from '../../domain/chain/code.ts'
import { gramsOf } from '../../domain/chain/grams.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import type { Period } from '../../domain/chain/size-period.ts'

/**
 * Writes accounts, products and markets for a batch, and keeps in `import_change` what stood there before, so that undo can
 * bring it back. `home`: the market (or HQ) under which changes of what belongs to no market are kept.
 */
export type Changing = { readonly batch: string; readonly home: string; readonly newId: () => string }

const AT_ONCE = 20_000

async function inLots<T>(rows: readonly T[], work: (json: string) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await work(JSON.stringify(rows.slice(from, from + AT_ONCE)))
}

export type NewNode = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly revive: boolean
}

const UNASSIGNED = 'unassigned'

/** The node under HQ that holds markets nobody has placed yet; made when it is first needed. */
async function unassignedNode(tx: Tx, hq: string, newId: () => string): Promise<string> {
  await tx.q
    .insertInto('territory_node')
    .values({
      id: newId(),
      kind: UNASSIGNED,
      code: UNASSIGNED,
      code_key: UNASSIGNED,
      name: '未分配',
      parent_id: hq,
    })
    .onConflict((on) => on.column('code_key').doNothing())
    .execute()
  const node = await tx.q
    .selectFrom('territory_node')
    .select('id')
    .where('code_key', '=', UNASSIGNED)
    .executeTakeFirstOrThrow()
  return node.id
}

const NODES = `
  WITH r AS (SELECT * FROM jsonb_to_recordset($1) AS r (id uuid, code text, key text, name text, change uuid)),
  made AS (
    INSERT INTO territory_node (id, kind, code, code_key, name, parent_id, batch_id)
    SELECT id, 'market', code, key, name, $2::uuid, $3::uuid FROM r
    ON CONFLICT (code_key) DO UPDATE SET withdrawn_at = NULL, name = excluded.name, batch_id = excluded.batch_id)
  INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, after)
  SELECT $4::uuid, change, $3::uuid, 'market', id, '{}' FROM r`

/** New markets hang under "unassigned" until somebody moves them; one that was withdrawn comes back where it was. */
export async function createMarkets(
  tx: Tx,
  changing: Changing,
  hq: string,
  nodes: readonly NewNode[],
): Promise<void> {
  if (nodes.length === 0) return
  const { batch, home, newId } = changing
  const parent = await unassignedNode(tx, hq, newId)
  const rows = nodes.map((node) => ({ ...node, key: codeKey(node.code), change: newId() }))
  await inLots(rows, (json) => tx.client.query(NODES, [json, parent, batch, home]))
}

export type NewAccount = {
  readonly market: string
  readonly id: string
  readonly code: string
  readonly name: string
  readonly asOf: Day | null
  readonly tier: string
  readonly address: string | null
  readonly city: string | null
  readonly lat: number | null
  readonly lon: number | null
}

const KEYS = `
  INSERT INTO account_key (code_key, market_id, account_id)
  SELECT key, market, id FROM jsonb_to_recordset($1) AS r (key text, market uuid, id uuid)
  ON CONFLICT (code_key) DO NOTHING RETURNING code_key`

/** Which of these codes are ours to give: one that another market has, out of the caller's reach, is not. */
export async function claimCodes(
  tx: Tx,
  accounts: readonly { readonly key: string; readonly market: string; readonly id: string }[],
): Promise<Set<string>> {
  const claimed = new Set<string>()
  await inLots(accounts, async (json) => {
    const given = await tx.client.query<{ code_key: string }>(KEYS, [json])
    for (const { code_key } of given.rows) claimed.add(code_key)
  })
  return claimed
}

/** U+001F between grams: an array cannot ride in a record of JSON. */
const SEPARATOR = '\u001F'

function grams(name: string, code: string): string {
  return gramsOf([name, code]).join(SEPARATOR)
}

const ACCOUNTS = `
  WITH r AS (SELECT * FROM jsonb_to_recordset($1) AS r (market uuid, id uuid, code text, name text, "asOf" date, tier text,
    address text, city text, lat float8, lon float8, grams text, change uuid)),
  made AS (
    INSERT INTO account (market_id, id, code, name, name_as_of, tier, address, city, latitude, longitude, grams, batch_id)
    SELECT market, id, code, name, "asOf", tier, address, city, lat, lon, string_to_array(grams, $3), $2::uuid FROM r)
  INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, after)
  SELECT market, change, $2::uuid, 'account', id, '{}' FROM r`

export async function createAccounts(
  tx: Tx,
  changing: Changing,
  accounts: readonly NewAccount[],
): Promise<void> {
  const rows = accounts.map((account) => ({
    ...account,
    grams: grams(account.name, account.code),
    change: changing.newId(),
  }))
  await inLots(rows, (json) => tx.client.query(ACCOUNTS, [json, changing.batch, SEPARATOR]))
}

export type AccountUpdate = {
  readonly market: string
  readonly id: string
  readonly code: string
  readonly name: string
  readonly asOf: Day | null
  readonly address: string | null
  readonly city: string | null
  readonly lat: number | null
  readonly lon: number | null
}

/** The row as it was, the row as it is: the statement sees the old one, the update gives the new one. */
const ACCOUNT_UPDATES = `
  WITH r AS (SELECT * FROM jsonb_to_recordset($1) AS r (market uuid, id uuid, name text, "asOf" date, address text, city text,
    lat float8, lon float8, grams text, change uuid)),
  now AS (
    UPDATE account a SET name = r.name, name_as_of = r."asOf", address = r.address, city = r.city, latitude = r.lat,
      longitude = r.lon, grams = string_to_array(r.grams, $3)
    FROM r WHERE a.market_id = r.market AND a.id = r.id RETURNING a.*)
  INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, before, after)
  SELECT r.market, r.change, $2::uuid, 'account', r.id, to_jsonb(old), to_jsonb(now)
  FROM r JOIN account old ON old.market_id = r.market AND old.id = r.id
  JOIN now ON now.market_id = r.market AND now.id = r.id`

export async function updateAccounts(
  tx: Tx,
  changing: Changing,
  updates: readonly AccountUpdate[],
): Promise<void> {
  const rows = updates.map((row) => ({ ...row, grams: grams(row.name, row.code), change: changing.newId() }))
  await inLots(rows, (json) => tx.client.query(ACCOUNT_UPDATES, [json, changing.batch, SEPARATOR]))
}

export type NewSku = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly category: string | null
  readonly brand: string | null
  readonly asOf: Day | null
}

const SKUS = `
  WITH r AS (SELECT * FROM jsonb_to_recordset($1) AS r (id uuid, code text, key text, name text, category text, brand text,
    "asOf" date, change uuid)),
  made AS (
    INSERT INTO sku (id, code, code_key, name, category, brand, name_as_of, batch_id)
    SELECT id, code, key, name, category, brand, "asOf", $2::uuid FROM r
    ON CONFLICT (code_key) DO UPDATE SET withdrawn_at = NULL, name = excluded.name, category = excluded.category,
      brand = excluded.brand, name_as_of = excluded.name_as_of, batch_id = excluded.batch_id)
  INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, after)
  SELECT $3::uuid, change, $2::uuid, 'sku', id, '{}' FROM r`

export async function createSkus(tx: Tx, changing: Changing, skus: readonly NewSku[]): Promise<void> {
  const { batch, home, newId } = changing
  const rows = skus.map((sku) => ({ ...sku, key: codeKey(sku.code), change: newId() }))
  await inLots(rows, (json) => tx.client.query(SKUS, [json, batch, home]))
}

const SKU_UPDATES = `
  WITH r AS (SELECT * FROM jsonb_to_recordset($1) AS r (id uuid, name text, category text, brand text, "asOf" date, change uuid)),
  now AS (
    UPDATE sku s SET name = r.name, category = r.category, brand = r.brand, name_as_of = r."asOf"
    FROM r WHERE s.id = r.id RETURNING s.*)
  INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, before, after)
  SELECT $3::uuid, r.change, $2::uuid, 'sku', r.id, to_jsonb(old), to_jsonb(now)
  FROM r JOIN sku old ON old.id = r.id JOIN now ON now.id = r.id`

export async function updateSkus(
  tx: Tx,
  changing: Changing,
  updates: readonly Omit<NewSku, 'code'>[],
): Promise<void> {
  const { batch, home, newId } = changing
  const rows = updates.map((row) => ({ ...row, change: newId() }))
  await inLots(rows, (json) => tx.client.query(SKU_UPDATES, [json, batch, home]))
}

export type SkuPeriods = {
  readonly sku: string
  readonly periods: readonly Period[]
  readonly isNew: boolean
}

const PERIODS = `
  INSERT INTO sku_period (id, sku_id, valid_from, valid_to, pack_units, unit_ml, cost_minor, excise_minor, batch_id)
  SELECT id, sku, "validFrom", lead("validFrom") OVER (PARTITION BY sku ORDER BY "validFrom"), "packUnits", "unitMl", "costMinor",
    "exciseMinor", $2::uuid
  FROM jsonb_to_recordset($1) AS r (id uuid, sku uuid, "validFrom" date, "packUnits" int4, "unitMl" numeric, "costMinor" int8,
    "exciseMinor" int8)`

const OLD_PERIODS = `
  INSERT INTO import_change (market_id, id, batch_id, subject, subject_id, before, after)
  SELECT $3::uuid, r.change, $2::uuid, 'sku_period', r.sku,
    coalesce((SELECT jsonb_agg(to_jsonb(p) ORDER BY p.valid_from) FROM sku_period p WHERE p.sku_id = r.sku), '[]'), r.after
  FROM jsonb_to_recordset($1) AS r (sku uuid, change uuid, after jsonb)`

/** Replaces the periods of products by these, each ending where the next begins. A new product's are not kept apart. */
export async function writePeriods(tx: Tx, changing: Changing, all: readonly SkuPeriods[]): Promise<void> {
  const { batch, home, newId } = changing
  const replaced = all.filter(({ isNew }) => !isNew)
  const kept = replaced.map(({ sku, periods }) => ({
    sku,
    change: newId(),
    after: periods.map((p) => p.validFrom),
  }))
  await inLots(kept, (json) => tx.client.query(OLD_PERIODS, [json, batch, home]))
  await tx.client.query('DELETE FROM sku_period WHERE sku_id = ANY ($1::uuid[])', [all.map(({ sku }) => sku)])
  const rows = all.flatMap(({ sku, periods }) => periods.map((period) => ({ ...period, sku, id: newId() })))
  await inLots(rows, (json) => tx.client.query(PERIODS, [json, batch]))
}
