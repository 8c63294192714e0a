import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { NearWholesaler } from '../../domain/develop/sheet-facts.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

/** Where facts are taken from: markets within the scope, and without the accounts that are the prospect itself. */
export type Nearby = { readonly markets: readonly string[]; readonly without: string | null }

const root = sql`coalesce(a.merged_into, a.id)`

/** How many wholesalers each market has that bought from us since a day; merged ones count as one. */
export async function buyersIn(
  tx: Tx,
  since: Day,
  without: string | null,
): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ market: string; n: number }>`
    SELECT a.market_id AS market, count(DISTINCT ${root})::int AS n FROM account a
    WHERE ${reached(tx.scope, 'a.market_id')} AND a.tier = 'wholesaler' AND a.withdrawn_at IS NULL
      AND ${root} IS DISTINCT FROM ${without}::uuid
      AND EXISTS (SELECT FROM rollup_day r WHERE r.market_id = a.market_id AND r.account_id = a.id AND r.kind = 'sell_in'
        AND r.day > ${since}::date AND r.millilitres > 0)
    GROUP BY a.market_id`.execute(tx.q)
  return new Map(found.rows.map(({ market, n }) => [market, n]))
}

/** The last day that the ledger knows in these markets; null: it knows none. */
export async function lastLedgerDay(tx: Tx, markets: readonly string[], to: Day): Promise<Day | null> {
  const found = await sql<{ day: Day | null }>`
    SELECT max(r.day) AS day FROM rollup_day r
    WHERE r.market_id = ANY (${markets}::uuid[]) AND ${reached(tx.scope, 'r.market_id')} AND r.day <= ${to}::date`.execute(
    tx.q,
  )
  return found.rows[0]?.day ?? null
}

/** Each wholesaler's year to `to` and the one before: what it bought, and what it sold on. */
export async function wholesalersNear(
  tx: Tx,
  { markets, without }: Nearby,
  { before, after, to }: { readonly before: Day; readonly after: Day; readonly to: Day },
): Promise<readonly NearWholesaler[]> {
  const found = await sql<NearWholesaler>`
    WITH firm AS (
      SELECT a.market_id, a.id, ${root} AS root FROM account a
      WHERE a.market_id = ANY (${markets}::uuid[]) AND ${reached(tx.scope, 'a.market_id')} AND a.tier = 'wholesaler'
        AND a.withdrawn_at IS NULL AND ${root} IS DISTINCT FROM ${without}::uuid
    ),
    bought AS (
      SELECT f.root, coalesce(sum(m.millilitres) FILTER (WHERE m.day > ${after}::date), 0)::bigint AS ml,
        coalesce(sum(m.millilitres) FILTER (WHERE m.day <= ${after}::date), 0)::bigint AS before,
        CASE WHEN bool_and(m.milli_cases IS NOT NULL) THEN sum(m.milli_cases) FILTER (WHERE m.day > ${after}::date) END::bigint AS cases,
        CASE WHEN bool_and(m.amount_minor IS NOT NULL) THEN sum(m.amount_minor) FILTER (WHERE m.day > ${after}::date) END::bigint AS amount
      FROM firm f JOIN movement m ON m.market_id = f.market_id AND m.account_id = f.id
      WHERE m.kind IN ('sell_in', 'return', 'adjustment') AND m.day > ${before}::date AND m.day <= ${to}::date GROUP BY f.root
    ),
    sold AS (
      SELECT f.root, CASE WHEN bool_and(m.milli_cases IS NOT NULL) THEN sum(m.milli_cases) END::bigint AS cases,
        CASE WHEN bool_and(m.amount_minor IS NOT NULL) THEN sum(m.amount_minor) END::bigint AS amount
      FROM firm f JOIN movement m ON m.market_id = f.market_id AND m.seller_id = f.id
      WHERE m.kind = 'sell_through' AND m.day > ${after}::date AND m.day <= ${to}::date GROUP BY f.root
    )
    SELECT b.root AS id, b.ml, b.before AS "mlBefore", b.cases AS "casesIn", b.amount AS "amountIn", s.cases AS "casesOut",
      s.amount AS "amountOut"
    FROM bought b LEFT JOIN sold s ON s.root = b.root WHERE b.ml > 0`.execute(tx.q)
  return found.rows
}

/** What each got of each part of trade spend in the year, in minor units. */
export async function supportNear(
  tx: Tx,
  { markets, without }: Nearby,
  { after, to }: { readonly after: Day; readonly to: Day },
): Promise<readonly { readonly id: string; readonly component: string; readonly minor: number }[]> {
  const found = await sql<{ id: string; component: string; minor: number }>`
    SELECT ${root} AS id, s.component, sum(s.amount_minor)::bigint AS minor
    FROM trade_spend s JOIN account a ON a.market_id = s.market_id AND a.id = s.account_id
    WHERE s.market_id = ANY (${markets}::uuid[]) AND ${reached(tx.scope, 's.market_id')} AND s.day > ${after}::date
      AND s.day <= ${to}::date AND a.tier = 'wholesaler' AND ${root} IS DISTINCT FROM ${without}::uuid
    GROUP BY 1, 2 HAVING sum(s.amount_minor) > 0`.execute(tx.q)
  return found.rows
}

/** Thousandths of cases that each outlet bought in the 90 days to `to`, and in the 90 before these. */
export async function outletsNear(
  tx: Tx,
  { markets }: Nearby,
  { middle, first, to }: { readonly first: Day; readonly middle: Day; readonly to: Day },
): Promise<readonly { readonly now: number; readonly before: number }[]> {
  const found = await sql<{ now: number; before: number }>`
    SELECT coalesce(sum(r.milli_cases) FILTER (WHERE r.day > ${middle}::date), 0)::bigint AS now,
      coalesce(sum(r.milli_cases) FILTER (WHERE r.day <= ${middle}::date), 0)::bigint AS before
    FROM account a JOIN rollup_day r ON r.market_id = a.market_id AND r.account_id = a.id
    WHERE a.market_id = ANY (${markets}::uuid[]) AND ${reached(tx.scope, 'a.market_id')} AND a.tier = 'outlet'
      AND a.withdrawn_at IS NULL AND r.kind = 'sell_through' AND r.day > ${first}::date AND r.day <= ${to}::date
    GROUP BY a.market_id, a.id`.execute(tx.q)
  return found.rows
}

/** Estimates of how much of the category the market drinks in a year, the latest first. */
export async function sizesOf(
  tx: Tx,
  market: string,
  to: Day,
): Promise<readonly { readonly day: Day; readonly litres: number; readonly source: string }[]> {
  const found = await sql<{ day: Day; litres: number; source: string }>`
    SELECT z.valid_from AS day, z.litres_a_year::float8 AS litres, z.source FROM market_size z
    WHERE z.market_id = ${market}::uuid AND ${reached(tx.scope, 'z.market_id')} AND z.valid_from <= ${to}::date
    ORDER BY z.valid_from DESC LIMIT 2`.execute(tx.q)
  return found.rows
}

/** Since when the ledger has had us in these markets. */
export async function firstLedgerDay(tx: Tx, markets: readonly string[]): Promise<Day | null> {
  const found = await sql<{ day: Day | null }>`
    SELECT min(r.day) AS day FROM rollup_day r
    WHERE r.market_id = ANY (${markets}::uuid[]) AND ${reached(tx.scope, 'r.market_id')} AND r.kind = 'sell_in'`.execute(
    tx.q,
  )
  return found.rows[0]?.day ?? null
}
