import { sql } from 'kysely'
import type { SpendComponent } from '../../domain/assess/figures.ts'
import type { Day } from '../../domain/day.ts'
import { addMonths, addDays, monthEnd, monthStart } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import type { Buckets } from './buckets.ts'
import { among } from './moved-store.ts'
import type { Whom } from './moved.ts'

/** Every query here is one pass over many accounts, and names its markets beside the row policies. */
export type Member = {
  readonly market: string
  readonly id: string
  readonly code: string
  readonly name: string
  readonly parentId: string | null
  readonly mergedInto: string | null
  readonly opened: Day | null
}

/** Room for a hash of some thousand accounts, so that no sort goes to disk; for this transaction only. */
export async function makeRoom(tx: Tx): Promise<void> {
  await sql`SELECT set_config('work_mem', '32MB', true)`.execute(tx.q)
}

/** Tier-1 accounts, and whatever was merged into one: its movements stay where they were posted. */
export async function loadMembers(tx: Tx, markets: readonly string[]): Promise<readonly Member[]> {
  const found = await sql<Member>`
    SELECT market_id AS market, id, code, name, parent_id AS "parentId", merged_into AS "mergedInto", opened_on AS opened
    FROM account
    WHERE market_id = ANY (${markets}::uuid[]) AND (tier = 'wholesaler' OR merged_into IS NOT NULL)
      AND withdrawn_at IS NULL`.execute(tx.q)
  return found.rows
}

/** Those of the markets that have a tier-1 account at all. */
export async function loadListedMarkets(tx: Tx, markets: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    SELECT m.id FROM unnest(${markets}::uuid[]) AS m (id) WHERE EXISTS (
      SELECT FROM account a WHERE a.market_id = m.id AND a.tier = 'wholesaler' AND a.merged_into IS NULL
        AND a.withdrawn_at IS NULL
    )`.execute(tx.q)
  return found.rows.map((row) => row.id)
}

export type Volume = {
  readonly id: string
  /** `bucket:millilitres` pairs, comma between them. */
  readonly buckets: string
  readonly ml: number
  readonly milliCases: number
  readonly amount: number
  readonly cost: number
  readonly costedMl: number
  readonly costedAmount: number
  readonly lines: number
  readonly costedLines: number
  readonly lastDay: Day | null
}

/**
 * Sell-in, returns and adjustments of the last 24 months by account: one index range of `rollup_day` each, cut into buckets
 * (`buckets.ts`). Figures are of the window, the buckets of both years. Silent accounts are absent.
 */
export async function loadVolumes(tx: Tx, whom: Whom, buckets: Buckets): Promise<readonly Volume[]> {
  const found = await sql<Volume>`
    SELECT a.id, x.*
    FROM account a
    CROSS JOIN LATERAL (
      SELECT string_agg(b.bucket || ':' || b.ml, ',') AS buckets,
        coalesce(sum(b.ml) FILTER (WHERE b.bucket >= ${buckets.windowFrom}), 0)::bigint AS ml,
        coalesce(sum(b.mc) FILTER (WHERE b.bucket >= ${buckets.windowFrom}), 0)::bigint AS "milliCases",
        coalesce(sum(b.amount) FILTER (WHERE b.bucket >= ${buckets.windowFrom}), 0)::bigint AS amount,
        coalesce(sum(b.cost) FILTER (WHERE b.bucket >= ${buckets.windowFrom}), 0)::bigint AS cost,
        coalesce(sum(b.cml) FILTER (WHERE b.bucket >= ${buckets.windowFrom}), 0)::bigint AS "costedMl",
        coalesce(sum(b.camount) FILTER (WHERE b.bucket >= ${buckets.windowFrom}), 0)::bigint AS "costedAmount",
        coalesce(sum(b.n) FILTER (WHERE b.bucket >= ${buckets.windowFrom}), 0)::bigint AS lines,
        coalesce(sum(b.cn) FILTER (WHERE b.bucket >= ${buckets.windowFrom}), 0)::bigint AS "costedLines",
        max(b.last) AS "lastDay"
      FROM (
        SELECT width_bucket(r.day - date '1970-01-01', ${buckets.starts}::int[]) AS bucket,
          sum(r.millilitres) AS ml, sum(r.milli_cases) AS mc, sum(r.amount_minor) AS amount, sum(r.cost_minor) AS cost,
          sum(r.costed_ml) AS cml, sum(r.costed_amount_minor) AS camount, sum(r.lines) AS n, sum(r.costed_lines) AS cn,
          max(r.day) AS last
        FROM rollup_day r
        WHERE r.market_id = a.market_id AND r.account_id = a.id AND r.kind IN ('sell_in', 'return', 'adjustment')
          AND r.day >= ${buckets.from}::date AND r.day <= ${buckets.to}::date AND r.lines <> 0
        GROUP BY 1
      ) b
    ) x
    WHERE ${among(whom, 'a.market_id', 'a.id')} AND (a.tier = 'wholesaler' OR a.merged_into IS NOT NULL)
      AND x.buckets IS NOT NULL`.execute(tx.q)
  return found.rows
}

export type Orders = { readonly id: string; readonly first: number; readonly days: string }

/** The last 13 order days (day numbers, comma between, latest first) and the first of all. An order is a day with sell-in. */
export async function loadOrders(tx: Tx, whom: Whom, asOf: Day): Promise<readonly Orders[]> {
  const found = await sql<Orders>`
    SELECT a.id, f.first, o.days
    FROM account a
    CROSS JOIN LATERAL (
      SELECT r.day - date '1970-01-01' AS first FROM rollup_day r
      WHERE r.market_id = a.market_id AND r.account_id = a.id AND r.kind = 'sell_in' AND r.day <= ${asOf}::date
        AND r.millilitres > 0
      ORDER BY r.day LIMIT 1
    ) f
    CROSS JOIN LATERAL (
      SELECT string_agg((d.day - date '1970-01-01')::text, ',') AS days FROM (
        SELECT r.day FROM rollup_day r
        WHERE r.market_id = a.market_id AND r.account_id = a.id AND r.kind = 'sell_in' AND r.day <= ${asOf}::date
          AND r.millilitres > 0
        ORDER BY r.day DESC LIMIT 13
      ) d
    ) o
    WHERE ${among(whom, 'a.market_id', 'a.id')} AND (a.tier = 'wholesaler' OR a.merged_into IS NOT NULL)`.execute(
    tx.q,
  )
  return found.rows
}

/** What was spent for each account in the window, by component. */
export async function loadSpend(
  tx: Tx,
  whom: Whom,
  after: Day,
  to: Day,
): Promise<readonly { readonly id: string; readonly component: SpendComponent; readonly minor: number }[]> {
  const found = await sql<{ id: string; component: SpendComponent; minor: number }>`
    SELECT s.account_id AS id, s.component, sum(s.amount_minor)::bigint AS minor
    FROM trade_spend s
    WHERE ${among(whom, 's.market_id', 's.account_id')} AND s.day > ${after}::date AND s.day <= ${to}::date
    GROUP BY 1, 2`.execute(tx.q)
  return found.rows
}

/**
 * Excise of the window by account: whole months from `rollup_month` at the rate of the month's last day, the broken months at
 * the window's ends from the movements themselves at the rate of their day.
 */
export async function loadExcise(
  tx: Tx,
  whom: Whom,
  after: Day,
  to: Day,
): Promise<ReadonlyMap<string, number>> {
  const firstWhole = monthEnd(after) === after ? addDays(after, 1) : addMonths(monthStart(after), 1)
  const end = monthEnd(to) === to ? addDays(to, 1) : monthStart(to)
  const found = await sql<{ id: string; minor: number }>`
    WITH rate AS MATERIALIZED (
      SELECT p.sku_id, m.month::date AS month, p.excise_minor
      FROM sku_period p
      JOIN generate_series(${firstWhole}::date::timestamp, ${end}::date::timestamp - interval '1 day', interval '1 month')
        AS m (month) ON p.valid_from < m.month + interval '1 month'
        AND (p.valid_to IS NULL OR p.valid_to >= m.month + interval '1 month')
      WHERE p.excise_minor IS NOT NULL
    ), whole AS (
      SELECT r.account_id AS id, r.milli_cases * rate.excise_minor AS milli
      FROM account a
      JOIN rollup_month r ON r.market_id = a.market_id AND r.account_id = a.id
      JOIN rate ON rate.sku_id = r.sku_id AND rate.month = r.month
      WHERE ${among(whom, 'a.market_id', 'a.id')} AND (a.tier = 'wholesaler' OR a.merged_into IS NOT NULL)
        AND r.kind IN ('sell_in', 'return', 'adjustment') AND r.month >= ${firstWhole}::date AND r.month < ${end}::date
    ), broken AS (
      SELECT m.account_id AS id, m.milli_cases * p.excise_minor AS milli
      FROM account a
      JOIN movement m ON m.market_id = a.market_id AND m.account_id = a.id
        AND m.day > ${after}::date AND m.day <= ${to}::date AND (m.day < ${firstWhole}::date OR m.day >= ${end}::date)
      JOIN sku_period p ON p.sku_id = m.sku_id AND p.valid_from <= m.day AND (p.valid_to IS NULL OR p.valid_to > m.day)
      WHERE ${among(whom, 'a.market_id', 'a.id')} AND (a.tier = 'wholesaler' OR a.merged_into IS NOT NULL)
        AND m.kind IN ('sell_in', 'return', 'adjustment') AND m.milli_cases IS NOT NULL AND p.excise_minor IS NOT NULL
    )
    SELECT id, round(sum(milli) / 1000)::bigint AS minor
    FROM (SELECT * FROM whole UNION ALL SELECT * FROM broken) t GROUP BY id`.execute(tx.q)
  return new Map(found.rows.map((row) => [row.id, row.minor]))
}
