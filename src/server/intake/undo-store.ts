import type { Tx } from '../db/transaction.ts'

/**
 * Takes back what a batch did to accounts, products and markets, from `import_change`. What a later batch changed again stays as
 * it is. `homes`: the markets, and HQ, under which the batch's changes are kept.
 */
type Kept = { readonly batch: string; readonly homes: readonly string[]; readonly at: Date }

const ACCOUNT_COLUMNS = [
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
  'grams',
  'opened_on',
  'closed_on',
]
const SKU_COLUMNS = ['name', 'category', 'brand', 'name_as_of']
const NODE_COLUMNS = ['name', 'kind', 'parent_id']

function restore(
  table: 'account' | 'sku' | 'territory_node',
  subject: string,
  columns: readonly string[],
): string {
  const same =
    table === 'account' ? 't.market_id = c.market_id AND t.id = c.subject_id' : 't.id = c.subject_id'
  const of = `c.subject = '${subject}' AND c.before IS NOT NULL`
  // What stood before may itself be of a batch that has been undone since: then what stood before that one.
  return `
    WITH RECURSIVE back AS (
      SELECT c.id, c.market_id, c.subject_id, c.after, c.before, 0 AS step FROM import_change c
      WHERE c.market_id = ANY ($2::uuid[]) AND c.batch_id = $1 AND ${of}
      UNION ALL
      SELECT old.id, back.market_id, back.subject_id, back.after, old.before, back.step + 1
      FROM back CROSS JOIN LATERAL (
        SELECT c.id, c.before FROM import_change c JOIN import_batch b ON b.id = c.batch_id AND b.state = 'undone'
        WHERE c.market_id = ANY ($2::uuid[]) AND c.subject_id = back.subject_id AND c.id < back.id AND c.after = back.before AND ${of}
        ORDER BY c.id DESC LIMIT 1) old),
    c AS (SELECT DISTINCT ON (market_id, subject_id) * FROM back ORDER BY market_id, subject_id, step DESC)
    UPDATE ${table} t SET ${columns.map((name) => `${name} = old.${name}`).join(', ')}
    FROM c, jsonb_populate_record(NULL::${table}, c.before) old
    WHERE ${same} AND to_jsonb(t) @> c.after`
}

const PERIODS = `
  SELECT subject_id AS sku, before FROM import_change
  WHERE market_id = ANY ($2::uuid[]) AND batch_id = $1 AND subject = 'sku_period' AND before IS NOT NULL`

const OLD_PERIODS = `
  INSERT INTO sku_period SELECT p.* FROM jsonb_array_elements($1::jsonb) AS e (row), jsonb_populate_record(NULL::sku_period, e.row) p`

/** A product's periods go back as they were, unless a later batch has written them since. */
async function restorePeriods(tx: Tx, { batch, homes }: Kept): Promise<void> {
  const kept = await tx.client.query<{ sku: string; before: unknown[] }>(PERIODS, [batch, homes])
  if (kept.rows.length === 0) return
  const skus = kept.rows.map(({ sku }) => sku)
  const others = await tx.client.query<{ sku_id: string }>(
    'SELECT DISTINCT sku_id FROM sku_period WHERE sku_id = ANY ($1::uuid[]) AND batch_id IS DISTINCT FROM $2',
    [skus, batch],
  )
  const touched = new Set(others.rows.map(({ sku_id }) => sku_id))
  const back = kept.rows.filter(({ sku }) => !touched.has(sku))
  await tx.client.query('DELETE FROM sku_period WHERE sku_id = ANY ($1::uuid[])', [
    back.map(({ sku }) => sku),
  ])
  await tx.client.query(OLD_PERIODS, [JSON.stringify(back.flatMap(({ before }) => before))])
}

function created(subject: string): string {
  return `SELECT c.market_id, c.subject_id AS id FROM import_change c
    WHERE c.market_id = ANY ($2::uuid[]) AND c.batch_id = $1 AND c.subject = '${subject}' AND c.before IS NULL`
}

const UNUSED_ACCOUNTS = `
  WITH made AS (${created('account')}),
  selling AS (
    SELECT DISTINCT m.seller_id AS id FROM line_key k JOIN movement m ON m.market_id = k.market_id AND m.id = k.movement_id
    WHERE m.seller_id IN (SELECT id FROM made))
  UPDATE account a SET withdrawn_at = $3
  FROM made WHERE a.market_id = made.market_id AND a.id = made.id AND a.batch_id = $1 AND a.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT FROM rollup_day r WHERE r.market_id = made.market_id AND r.account_id = made.id)
    AND a.id NOT IN (SELECT id FROM selling)
    AND NOT EXISTS (SELECT FROM supply_link l WHERE l.market_id = made.market_id AND (l.buyer_id = a.id OR l.seller_id = a.id))
    AND NOT EXISTS (SELECT FROM account_fact f WHERE f.market_id = made.market_id AND f.account_id = a.id)
    AND NOT EXISTS (SELECT FROM account_record n WHERE n.market_id = made.market_id AND n.account_id = a.id)
    AND NOT EXISTS (SELECT FROM trade_spend s WHERE s.market_id = made.market_id AND s.account_id = a.id AND s.posting_id IS NULL)
    AND NOT EXISTS (SELECT FROM policy_balance b WHERE b.market_id = made.market_id AND b.account_id = a.id AND b.confirmed)
    AND NOT EXISTS (SELECT FROM visit_cadence d WHERE d.market_id = made.market_id AND d.account_id = a.id)
    AND NOT EXISTS (SELECT FROM visit v WHERE v.market_id = made.market_id AND v.account_id = a.id)
    AND NOT EXISTS (SELECT FROM first_order_due w WHERE w.market_id = made.market_id AND w.account_id = a.id)
    AND NOT EXISTS (SELECT FROM claim k WHERE k.market_id = made.market_id AND k.account_id = a.id)
    AND NOT EXISTS (SELECT FROM agreement g WHERE g.market_id = made.market_id AND g.account_id = a.id)
    AND NOT EXISTS (SELECT FROM account o WHERE o.market_id = made.market_id AND o.withdrawn_at IS NULL
      AND o.batch_id IS DISTINCT FROM $1 AND (o.parent_id = a.id OR o.merged_into = a.id))
  RETURNING a.market_id, a.id`

const UNUSED_SKUS = `
  WITH made AS (${created('sku')})
  UPDATE sku s SET withdrawn_at = $3 FROM made
  WHERE s.id = made.id AND s.batch_id = $1 AND s.withdrawn_at IS NULL
    AND s.id NOT IN (SELECT r.sku_id FROM rollup_month r)
    AND s.id NOT IN (SELECT p.sku_id FROM price p)
  RETURNING s.id`

const UNUSED_MARKETS = `
  WITH made AS (${created('market')})
  UPDATE territory_node n SET withdrawn_at = $3 FROM made
  WHERE n.id = made.id AND n.batch_id = $1 AND n.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT FROM account a WHERE a.market_id = n.id AND a.withdrawn_at IS NULL)
    AND NOT EXISTS (SELECT FROM territory_node c WHERE c.parent_id = n.id AND c.withdrawn_at IS NULL AND c.batch_id IS DISTINCT FROM $1)
    AND NOT EXISTS (SELECT FROM person_role r WHERE r.node_id = n.id)
  RETURNING n.id`

export type Withdrawn = { readonly accounts: number; readonly skus: number; readonly markets: number }

/** Where a later batch has taken days of what comes back, they stay taken: two prices never hold on one day. */
const APART = `
  UPDATE price t SET valid_to = n.next
  FROM (SELECT id, lead(valid_from) OVER (PARTITION BY sku_id, tier ORDER BY valid_from) AS next
    FROM price WHERE sku_id = ANY ($1::uuid[])) n
  WHERE t.id = n.id AND (t.valid_to IS NULL OR t.valid_to > n.next)`

/** Links, prices and facts that the batch wrote: what stood there before is what it replaced. */
async function takeBackRows(tx: Tx, { batch, homes }: Kept): Promise<void> {
  const products = new Set<string>()
  for (const table of ['supply_link', 'account_fact', 'price'] as const) {
    const scoped = table === 'price' ? '' : ' AND t.market_id = c.market_id'
    const mine = `c.market_id = ANY ($2::uuid[]) AND c.batch_id = $1 AND c.subject = '${table}'`
    await tx.client.query(
      `DELETE FROM ${table} t USING import_change c WHERE ${mine} AND t.id = c.subject_id AND t.batch_id = $1${scoped}`,
      [batch, homes],
    )
    const back = await tx.client.query<{ sku_id?: string }>(
      `INSERT INTO ${table} SELECT old.* FROM import_change c, jsonb_populate_record(NULL::${table}, c.before) old
       WHERE ${mine} AND c.before IS NOT NULL ON CONFLICT DO NOTHING RETURNING *`,
      [batch, homes],
    )
    if (table === 'price') for (const { sku_id } of back.rows) products.add(sku_id ?? '')
  }
  await tx.client.query(APART, [[...products]])
}

const MARKET_SIZES = `
  DELETE FROM market_size s USING import_change c
  WHERE c.market_id = ANY ($2::uuid[]) AND c.batch_id = $1 AND c.subject = 'market_size' AND s.market_id = c.market_id
    AND s.valid_from = (c.after ->> 'valid_from')::date`

const OLD_MARKET_SIZES = `
  INSERT INTO market_size SELECT old.* FROM import_change c, jsonb_populate_record(NULL::market_size, c.before) old
  WHERE c.market_id = ANY ($2::uuid[]) AND c.batch_id = $1 AND c.subject = 'market_size' AND c.before IS NOT NULL
  ON CONFLICT DO NOTHING`

/** After the batch's lines were reversed. */
export async function takeBackMasters(tx: Tx, kept: Kept): Promise<Withdrawn> {
  const { batch, homes, at } = kept
  await takeBackRows(tx, kept)
  await tx.client.query(MARKET_SIZES, [batch, homes])
  await tx.client.query(OLD_MARKET_SIZES, [batch, homes])
  await tx.client.query(restore('account', 'account', ACCOUNT_COLUMNS), [batch, homes])
  await tx.client.query(restore('sku', 'sku', SKU_COLUMNS), [batch, homes])
  await tx.client.query(restore('territory_node', 'market', NODE_COLUMNS), [batch, homes])
  await restorePeriods(tx, kept)
  const accounts = await tx.client.query<{ market_id: string; id: string }>(UNUSED_ACCOUNTS, [
    batch,
    homes,
    at,
  ])
  const ids = accounts.rows.map(({ id }) => id)
  await tx.client.query('DELETE FROM account_key WHERE account_id = ANY ($1::uuid[])', [ids])
  const skus = await tx.client.query<{ id: string }>(UNUSED_SKUS, [batch, homes, at])
  await tx.client.query('DELETE FROM sku_period WHERE sku_id = ANY ($1::uuid[])', [
    skus.rows.map(({ id }) => id),
  ])
  const markets = await tx.client.query<{ id: string }>(UNUSED_MARKETS, [batch, homes, at])
  return { accounts: ids.length, skus: skus.rows.length, markets: markets.rows.length }
}

/** The batch is undone, and its undoing is a batch of its own. */
export async function recordUndo(
  tx: Tx,
  undo: { readonly id: string; readonly of: string; readonly kind: string; readonly fileName: string },
  by: {
    readonly actor: string
    readonly at: Date
    readonly ended: Date
    readonly markets: readonly string[]
  },
): Promise<void> {
  await tx.q.updateTable('import_batch').set({ state: 'undone' }).where('id', '=', undo.of).execute()
  await tx.q
    .insertInto('import_batch')
    .values({
      id: undo.id,
      kind: undo.kind,
      state: 'done',
      file_name: undo.fileName,
      undo_of: undo.of,
      markets: [...by.markets],
      actor: by.actor,
      started_at: by.at,
      ended_at: by.ended,
    })
    .execute()
}
