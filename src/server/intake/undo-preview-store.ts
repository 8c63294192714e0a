import { UNSEEN } from './trial-store.ts'
import type { Tx } from '../db/transaction.ts'

export type Touched = {
  readonly lines: number
  readonly millilitres: number
  readonly amountMinor: number
  readonly months: readonly string[]
}

/** Lines of the batch that count today; what it corrected comes back and is not in here. */
export async function touchedBy(tx: Tx, batch: string, markets: readonly string[]): Promise<Touched> {
  const found = await tx.client.query<Touched>(
    `SELECT count(*) FILTER (WHERE sign = 1) AS lines, coalesce(sum(millilitres), 0)::int8 AS millilitres,
       coalesce(sum(amount_minor), 0)::int8 AS "amountMinor",
       coalesce(array_agg(DISTINCT to_char(day, 'YYYY-MM-01')), '{}') AS months
     FROM movement WHERE market_id = ANY ($2::uuid[]) AND batch_id = $1`,
    [batch, markets],
  )
  return found.rows[0] ?? { lines: 0, millilitres: 0, amountMinor: 0, months: [] }
}

const SOME = 10

export async function accountsTouched(
  tx: Tx,
  batch: string,
  markets: readonly string[],
): Promise<{ count: number; names: string[] }> {
  const found = await tx.client.query<{ name: string; count: number }>(
    `SELECT a.name, count(*) OVER () AS count FROM (
       SELECT market_id, account_id, sum(millilitres) AS ml FROM movement
       WHERE market_id = ANY ($2::uuid[]) AND batch_id = $1 GROUP BY 1, 2) m
     JOIN account a ON a.market_id = m.market_id AND a.id = m.account_id ORDER BY abs(m.ml) DESC, a.code LIMIT ${SOME}`,
    [batch, markets],
  )
  return { count: found.rows[0]?.count ?? 0, names: found.rows.map(({ name }) => name) }
}

/** The batch's own lines in a rollup of the ledger, against all that stand there. */
const USED = {
  account: `
    SELECT EXISTS (SELECT FROM rollup_day r WHERE r.market_id = c.market_id AND r.account_id = t.id GROUP BY r.account_id
      HAVING sum(r.lines) <> (SELECT count(*) FILTER (WHERE m.sign = 1) - count(*) FILTER (WHERE m.sign = -1) FROM movement m
        WHERE m.market_id = c.market_id AND m.batch_id = $1 AND m.account_id = t.id))
    OR EXISTS (SELECT FROM movement r JOIN import_batch b ON b.id = r.batch_id AND b.state = 'done' AND b.undo_of IS NULL
      WHERE r.market_id = c.market_id AND r.account_id = t.id AND r.batch_id <> $1 AND r.reverses IS NOT NULL)
    OR EXISTS (SELECT FROM supply_link l WHERE l.market_id = c.market_id AND l.batch_id IS DISTINCT FROM $1 AND t.id IN (l.buyer_id, l.seller_id))
    OR EXISTS (SELECT FROM account_fact f WHERE f.market_id = c.market_id AND f.account_id = t.id AND f.batch_id IS DISTINCT FROM $1)
    OR EXISTS (SELECT FROM account_record n WHERE n.market_id = c.market_id AND n.account_id = t.id)
    OR EXISTS (SELECT FROM trade_spend s WHERE s.market_id = c.market_id AND s.account_id = t.id AND s.posting_id IS NULL)
    OR EXISTS (SELECT FROM policy_balance b WHERE b.market_id = c.market_id AND b.account_id = t.id AND b.confirmed)
    OR EXISTS (SELECT FROM visit_cadence d WHERE d.market_id = c.market_id AND d.account_id = t.id)
    OR EXISTS (SELECT FROM visit v WHERE v.market_id = c.market_id AND v.account_id = t.id)
    OR EXISTS (SELECT FROM first_order_due w WHERE w.market_id = c.market_id AND w.account_id = t.id)
    OR EXISTS (SELECT FROM claim k WHERE k.market_id = c.market_id AND k.account_id = t.id)
    OR EXISTS (SELECT FROM agreement g WHERE g.market_id = c.market_id AND g.account_id = t.id)
    OR EXISTS (SELECT FROM account o WHERE o.market_id = c.market_id AND o.withdrawn_at IS NULL AND o.batch_id IS DISTINCT FROM $1
      AND t.id IN (o.parent_id, o.merged_into))`,
  sku: `
    SELECT EXISTS (SELECT FROM rollup_month r WHERE r.sku_id = t.id HAVING sum(r.lines) <> (
      SELECT count(*) FILTER (WHERE m.sign = 1) - count(*) FILTER (WHERE m.sign = -1) FROM movement m
      WHERE m.market_id = ANY ($3::uuid[]) AND m.batch_id = $1 AND m.sku_id = t.id))
    OR EXISTS (SELECT FROM price p WHERE p.sku_id = t.id AND p.batch_id IS DISTINCT FROM $1)`,
  market: `
    SELECT EXISTS (SELECT FROM account a WHERE a.market_id = t.id AND a.withdrawn_at IS NULL AND a.batch_id IS DISTINCT FROM $1)
    OR EXISTS (SELECT FROM territory_node n WHERE n.parent_id = t.id AND n.withdrawn_at IS NULL AND n.batch_id IS DISTINCT FROM $1)
    OR EXISTS (SELECT FROM person_role r WHERE r.node_id = t.id)`,
} as const

export type Subject = keyof typeof USED

/** What the batch made and is still listed, and whether anything else uses it by now: used things stay. */
export async function madeBy(
  tx: Tx,
  subject: Subject,
  batch: string,
  homes: readonly string[],
): Promise<readonly { readonly name: string; readonly used: boolean }[]> {
  const table = subject === 'market' ? 'territory_node' : subject
  const join =
    subject === 'account' ? 't.market_id = c.market_id AND t.id = c.subject_id' : 't.id = c.subject_id'
  const found = await tx.client.query<{ name: string; used: boolean }>(
    `SELECT t.name, (${USED[subject]}) AS used FROM import_change c JOIN ${table} t ON ${join}
     WHERE c.market_id = ANY ($3::uuid[]) AND c.batch_id = $1 AND c.subject = $2 AND c.before IS NULL AND t.batch_id = $1
       AND t.withdrawn_at IS NULL ORDER BY t.name`,
    [batch, subject, homes],
  )
  return found.rows
}

export async function restoredBy(tx: Tx, batch: string, homes: readonly string[]): Promise<number> {
  const found = await tx.client.query<{ count: number }>(
    `SELECT count(*) AS count FROM import_change WHERE market_id = ANY ($2::uuid[]) AND batch_id = $1 AND before IS NOT NULL
       AND (subject NOT IN ('market', 'account', 'sku') OR (before - $3::text[]) <> (after - $3::text[]))`,
    [batch, homes, UNSEEN],
  )
  return found.rows[0]?.count ?? 0
}

/** Batches that came after, touched one of the same markets and stand; newest first. */
export async function batchesOnTop(
  tx: Tx,
  batch: string,
  markets: readonly string[],
): Promise<readonly { id: string; fileName: string; actor: string; at: Date }[]> {
  const rows = await tx.client.query<{ id: string; fileName: string; actor: string; at: Date }>(
    `SELECT b.id, b.file_name AS "fileName", b.actor, b.started_at AS at FROM import_batch b, import_batch own
     WHERE own.id = $1 AND b.state = 'done' AND b.undo_of IS NULL AND (b.ended_at, b.id) > (own.ended_at, own.id)
       AND b.markets && $2::uuid[] ORDER BY b.ended_at DESC, b.id DESC LIMIT 20`,
    [batch, markets],
  )
  return rows.rows
}
