import { sql } from 'kysely'
import type { KnownOutlet } from '../../domain/assess/coverage-holes.ts'
import type { MarketSize } from '../../domain/assess/category-share.ts'
import type { Tier } from '../../domain/chain/line.ts'
import type { Day } from '../../domain/day.ts'
import { addDays, addMonths, monthStart } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import { among } from './moved-store.ts'
import type { Here } from './moved.ts'

/** Days that cut a member's two years: windows are (from, to], all to the as-of day. */
export type Cuts = {
  readonly to: Day
  readonly after: Day
  readonly recentAfter: Day
  readonly recentAfterBefore: Day
}

export function cutsTo(asOf: Day): Cuts {
  return {
    to: asOf,
    after: addMonths(asOf, -12),
    recentAfter: addMonths(asOf, -3),
    recentAfterBefore: addMonths(asOf, -15),
  }
}

function isHere(here: Here) {
  return sql`${among(here, 'a.market_id', 'a.id')} AND a.id <> ALL (${here.away}::uuid[])`
}

export type MemberRow = {
  readonly market: string
  readonly id: string
  readonly code: string
  readonly name: string
  readonly tier: Tier
  readonly mergedInto: string | null
  readonly ml: number
  readonly milliCases: number
  readonly returned: number
  readonly recent: number
  readonly recentBefore: number
}

/**
 * Tier-1 accounts and sub-distributors of one market with their volumes: one index range of `rollup_day` each, and a row for each
 * market where one has been. What a
 * wholesaler bought is sell-in, what a sub-distributor took is sell-through.
 */
export async function loadMemberRows(tx: Tx, here: Here, cuts: Cuts): Promise<readonly MemberRow[]> {
  const found = await sql<MemberRow>`
    SELECT a.market_id AS market, a.id, a.code, a.name, a.tier, a.merged_into AS "mergedInto", x.*
    FROM account a
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(r.millilitres) FILTER (WHERE r.day > ${cuts.after}::date), 0)::bigint AS ml,
        coalesce(sum(r.milli_cases) FILTER (WHERE r.day > ${cuts.after}::date), 0)::bigint AS "milliCases",
        coalesce(-sum(r.millilitres) FILTER (WHERE r.day > ${cuts.after}::date AND r.kind = 'return'), 0)::bigint AS returned,
        coalesce(sum(r.millilitres) FILTER (WHERE r.day > ${cuts.recentAfter}::date), 0)::bigint AS recent,
        coalesce(sum(r.millilitres) FILTER (WHERE r.day > ${cuts.recentAfterBefore}::date AND r.day <= ${cuts.after}::date), 0)::bigint
          AS "recentBefore"
      FROM rollup_day r
      WHERE r.market_id = a.market_id AND r.account_id = a.id
        AND r.kind IN (CASE WHEN a.tier = 'wholesaler' THEN 'sell_in' ELSE 'sell_through' END, 'return', 'adjustment')
        AND r.day > ${cuts.recentAfterBefore}::date AND r.day <= ${cuts.to}::date AND r.lines <> 0
    ) x
    WHERE ${isHere(here)} AND a.tier IN ('wholesaler', 'sub_distributor') AND a.withdrawn_at IS NULL`.execute(
    tx.q,
  )
  return found.rows
}

export type SupplierRow = { readonly buyer: string; readonly seller: string; readonly days: number }

/** Who supplied each sub-distributor in the window (after, to], and on how many of its days. */
export async function loadSuppliers(
  tx: Tx,
  market: string,
  after: Day,
  to: Day,
): Promise<readonly SupplierRow[]> {
  const found = await sql<SupplierRow>`
    SELECT l.buyer_id AS buyer, l.seller_id AS seller,
      sum(least(coalesce(l.valid_to, ${addDays(to, 1)}::date), ${addDays(to, 1)}::date)
        - greatest(l.valid_from, ${addDays(after, 1)}::date))::int AS days
    FROM supply_link l
    JOIN account b ON b.market_id = l.market_id AND b.id = l.buyer_id AND b.tier = 'sub_distributor'
    WHERE l.market_id = ${market}::uuid AND l.valid_from <= ${to}::date
      AND (l.valid_to IS NULL OR l.valid_to > ${addDays(after, 1)}::date)
    GROUP BY 1, 2`.execute(tx.q)
  return found.rows
}

/**
 * What a kilolitre of each member's products leaves at the market's own margins (revenue − cost − excise of tier 1, by SKU),
 * minor units; from the calendar months that the window touches. Members without such products are absent.
 */
export async function loadMixMargins(
  tx: Tx,
  here: Here,
  after: Day,
  to: Day,
): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ id: string; margin: number }>`
    WITH rate AS MATERIALIZED (
      SELECT p.sku_id, m.month::date AS month, p.excise_minor
      FROM sku_period p
      JOIN generate_series(${monthStart(addDays(after, 1))}::date::timestamp, ${to}::date::timestamp, interval '1 month') AS m (month)
        ON p.valid_from < m.month + interval '1 month' AND (p.valid_to IS NULL OR p.valid_to >= m.month + interval '1 month')
      WHERE p.excise_minor IS NOT NULL
    ), sold AS MATERIALIZED (
      SELECT a.id, a.tier = 'wholesaler' AS first, r.sku_id, sum(r.millilitres) AS ml,
        sum(r.costed_amount_minor - r.cost_minor) AS margin, sum(r.costed_ml) AS cml,
        sum(r.milli_cases * coalesce(rate.excise_minor, 0)) / 1000 AS excise
      FROM account a
      JOIN rollup_month r ON r.market_id = a.market_id AND r.account_id = a.id
      LEFT JOIN rate ON rate.sku_id = r.sku_id AND rate.month = r.month
      WHERE ${isHere(here)} AND a.tier IN ('wholesaler', 'sub_distributor') AND a.withdrawn_at IS NULL
        AND r.kind = CASE WHEN a.tier = 'wholesaler' THEN 'sell_in' ELSE 'sell_through' END
        AND r.month >= ${monthStart(addDays(after, 1))}::date AND r.month <= ${to}::date
      GROUP BY 1, 2, 3 HAVING sum(r.millilitres) > 0
    ), product AS (
      SELECT sku_id, sum(margin) / sum(cml) - sum(excise) / sum(ml) AS a_ml FROM sold WHERE first GROUP BY sku_id HAVING sum(cml) > 0
    )
    SELECT s.id, (1000000 * sum(s.ml * p.a_ml) / sum(s.ml))::double precision AS margin
    FROM sold s JOIN product p USING (sku_id) GROUP BY s.id`.execute(tx.q)
  return new Map(found.rows.map((row) => [row.id, row.margin]))
}

/** Outlets that are there on the day, each with whether anybody served it in the window. */
export async function loadOutlets(tx: Tx, here: Here, after: Day, to: Day): Promise<readonly KnownOutlet[]> {
  const found = await sql<KnownOutlet>`
    SELECT a.address, a.city, EXISTS (
        SELECT FROM supply_link l WHERE l.market_id = a.market_id AND l.buyer_id = a.id AND l.valid_from <= ${to}::date
          AND (l.valid_to IS NULL OR l.valid_to > ${addDays(after, 1)}::date)
      ) OR EXISTS (
        SELECT FROM rollup_day r WHERE r.market_id = a.market_id AND r.account_id = a.id AND r.lines > 0
          AND r.day > ${after}::date AND r.day <= ${to}::date
      ) AS served
    FROM account a
    WHERE a.market_id = ${here.markets[0]}::uuid AND a.id <> ALL (${here.away}::uuid[]) AND a.tier = 'outlet' AND a.merged_into IS NULL AND a.withdrawn_at IS NULL
      AND (a.opened_on IS NULL OR a.opened_on <= ${to}::date) AND (a.closed_on IS NULL OR a.closed_on > ${to}::date)`.execute(
    tx.q,
  )
  return found.rows
}

/** All that was ever estimated of a market, latest first. */
export async function loadSizeEntries(tx: Tx, market: string): Promise<readonly MarketSize[]> {
  const found = await sql<MarketSize>`
    SELECT valid_from AS "validFrom", litres_a_year::double precision AS litres, low::double precision AS low,
      high::double precision AS high, source
    FROM market_size WHERE market_id = ${market}::uuid ORDER BY valid_from DESC`.execute(tx.q)
  return found.rows
}

/** Puts an estimate in the place of that day's, or beside the others. Answers what stood there. */
export async function saveSize(tx: Tx, market: string, size: MarketSize): Promise<MarketSize | null> {
  const before = (await loadSizeEntries(tx, market)).find((one) => one.validFrom === size.validFrom) ?? null
  await removeSize(tx, market, size.validFrom)
  await tx.q
    .insertInto('market_size')
    .values({
      market_id: market,
      valid_from: size.validFrom,
      litres_a_year: String(size.litres),
      low: size.low === null ? null : String(size.low),
      high: size.high === null ? null : String(size.high),
      source: size.source,
    })
    .execute()
  return before
}

/** Takes the estimate of a day away; answers whether there was one. */
export async function removeSize(tx: Tx, market: string, validFrom: Day): Promise<boolean> {
  const done = await tx.q
    .deleteFrom('market_size')
    .where('market_id', '=', market)
    .where('valid_from', '=', validFrom)
    .executeTakeFirst()
  return Number(done.numDeletedRows) > 0
}
