import type { MovementKind, Tier } from '../../domain/chain/line.ts'
import type { Day } from '../../domain/day.ts'
import type { PolicyLine } from '../../domain/develop/trade-policy.ts'
import type { Tx } from '../db/transaction.ts'

/** A line with the account that it counts for (`root`, through merges) and the one that it was posted to. */
export type LineRow = PolicyLine & {
  readonly market: string
  readonly root: string
  readonly account: string
  readonly tier: Tier
  readonly kind: MovementKind
}

/** Which lines: a batch's own, or all of accounts (null: of all) from a day to a day. */
export type WhichLines =
  | { readonly batch: string }
  | { readonly from: Day; readonly to: Day; readonly roots: readonly string[] | null }

const PAGE = 5000

const MERGED = `
  WITH RECURSIVE up AS (
    SELECT market_id, id, merged_into AS root, 1 AS steps FROM account WHERE merged_into IS NOT NULL AND market_id = ANY ($1::uuid[])
    UNION ALL
    SELECT up.market_id, up.id, a.merged_into, up.steps + 1
    FROM up JOIN account a ON a.market_id = up.market_id AND a.id = up.root WHERE a.merged_into IS NOT NULL AND up.steps < 100)
  SELECT DISTINCT ON (market_id, id) market_id, id, root FROM up ORDER BY market_id, id, steps DESC`

/** Accounts of the markets that count for another, with the one they count for. */
export async function mergedIn(tx: Tx, markets: readonly string[]) {
  const found = await tx.client.query<{ market_id: string; id: string; root: string }>(MERGED, [markets])
  return found.rows
}

const FOUND = (where: string) => `
  DECLARE policy_line NO SCROLL CURSOR FOR
  SELECT m.market_id AS market, coalesce(r.root, m.account_id) AS root, m.account_id AS account, a.tier, m.id, m.sku_id AS sku, m.day,
    m.kind, m.millilitres, m.milli_cases AS "milliCases", m.amount_minor AS "amountMinor"
  FROM movement m JOIN account a ON a.market_id = m.market_id AND a.id = m.account_id
    LEFT JOIN unnest($2::uuid[], $3::uuid[], $4::uuid[]) AS r (market_id, id, root) ON r.market_id = m.market_id AND r.id = m.account_id
  WHERE m.market_id = ANY ($1::uuid[]) AND m.kind <> 'sell_out' AND a.tier = ANY ($5::text[]) AND ${where}
  ORDER BY m.market_id, 2, m.day, m.id`

/** Lines of accounts of some tiers by market and account, a page at a time: what is held does not grow with their number. */
export async function* policyLines(
  tx: Tx,
  markets: readonly string[],
  tiers: readonly Tier[],
  which: WhichLines,
): AsyncGenerator<readonly LineRow[]> {
  const merged = await mergedIn(tx, markets)
  const given = [
    markets,
    merged.map(({ market_id }) => market_id),
    merged.map(({ id }) => id),
    merged.map(({ root }) => root),
    tiers,
  ]
  if ('batch' in which) await tx.client.query(FOUND('m.batch_id = $6'), [...given, which.batch])
  else
    await tx.client.query(
      FOUND(
        'm.day BETWEEN $6::date AND $7::date AND ($8::uuid[] IS NULL OR coalesce(r.root, m.account_id) = ANY ($8))',
      ),
      [...given, which.from, which.to, which.roots],
    )
  for (;;) {
    const page = await tx.client.query<LineRow>(`FETCH ${PAGE} FROM policy_line`)
    if (page.rows.length > 0) yield page.rows
    if (page.rows.length < PAGE) break
  }
  await tx.client.query('CLOSE policy_line')
}

/** Markets of the scope where a batch has entries. */
export async function marketsOfBatch(tx: Tx, batch: string): Promise<readonly string[]> {
  const found = await tx.client.query<{ id: string }>(
    `SELECT n.id FROM territory_node n WHERE n.kind = 'market' AND ($2::uuid[] IS NULL OR n.id = ANY ($2))
      AND EXISTS (SELECT FROM movement m WHERE m.market_id = n.id AND m.batch_id = $1) ORDER BY n.id`,
    [batch, tx.scope === '*' ? null : tx.scope],
  )
  return found.rows.map(({ id }) => id)
}

/** All markets of the scope. */
export async function marketsHere(tx: Tx): Promise<readonly string[]> {
  const found = await tx.client.query<{ id: string }>(
    "SELECT n.id FROM territory_node n WHERE n.kind = 'market' AND ($1::uuid[] IS NULL OR n.id = ANY ($1)) ORDER BY n.id",
    [tx.scope === '*' ? null : tx.scope],
  )
  return found.rows.map(({ id }) => id)
}
