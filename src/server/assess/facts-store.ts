import { sql } from 'kysely'
import type { Fact, Override } from '../../domain/assess/figures.ts'
import type { Day } from '../../domain/day.ts'
import { addMonths } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import { among } from './moved-store.ts'
import type { Whom } from './moved.ts'

export type FactRow = Fact & { readonly id: string }

/**
 * Of each fact of an account the one to believe on the day: the latest that has not expired, else the latest. Of the share of
 * wallet also the one that was believed half a year before, for the trend.
 */
export async function loadFacts(tx: Tx, whom: Whom, asOf: Day): Promise<readonly FactRow[]> {
  const then = addMonths(asOf, -6)
  const found = await sql<FactRow>`
    WITH told AS (
      SELECT f.account_id AS id, f.fact, f.value::double precision AS value, f.day, f.expires_on, f.source, f.id AS told
      FROM account_fact f
      JOIN account a ON a.market_id = f.market_id AND a.id = f.account_id
        AND (a.tier = 'wholesaler' OR a.merged_into IS NOT NULL)
      WHERE ${among(whom, 'f.market_id', 'f.account_id')} AND f.day <= ${asOf}::date
    ), now AS (
      SELECT DISTINCT ON (id, fact) * FROM told
      ORDER BY id, fact, (expires_on IS NULL OR expires_on > ${asOf}::date) DESC, day DESC, told DESC
    ), before AS (
      SELECT DISTINCT ON (id) * FROM told
      WHERE fact = 'share_of_wallet' AND day <= ${then}::date ORDER BY id, day DESC, told DESC
    )
    SELECT id, fact, value, day, expires_on AS "expiresOn", source
    FROM (SELECT * FROM now UNION SELECT * FROM before) t ORDER BY id, fact, day`.execute(tx.q)
  return found.rows
}

export type Network = { readonly id: string; readonly subDistributors: number; readonly outlets: number }

/**
 * Distinct customers by the supply links that held in the window (after, to]; zero where all have ended, absent where none was
 * ever told. `merged` maps a merged account to the one it is
 * now: a customer of both is one customer.
 */
export async function loadNetworks(
  tx: Tx,
  whom: Whom,
  after: Day,
  to: Day,
  merged: ReadonlyMap<string, string>,
): Promise<readonly Network[]> {
  const found = await sql<Network>`
    SELECT coalesce(g.root, l.seller_id) AS id,
      count(DISTINCT l.buyer_id) FILTER (WHERE b.tier = 'sub_distributor' AND l.held)::int AS "subDistributors",
      count(DISTINCT l.buyer_id) FILTER (WHERE b.tier = 'outlet' AND l.held)::int AS outlets
    FROM (
      SELECT k.market_id, k.seller_id, k.buyer_id, k.valid_to IS NULL OR k.valid_to > (${after}::date + 1) AS held
      FROM supply_link k JOIN account s ON ${among(whom, 's.market_id', 's.id')} AND s.id = k.seller_id
        AND (s.tier = 'wholesaler' OR s.merged_into IS NOT NULL)
      WHERE ${among(whom, 'k.market_id', 'k.seller_id')} AND k.valid_from <= ${to}::date
    ) l
    JOIN account b ON b.market_id = l.market_id AND b.id = l.buyer_id AND b.merged_into IS NULL
    LEFT JOIN unnest(${[...merged.keys()]}::uuid[], ${[...merged.values()]}::uuid[]) AS g (id, root) ON g.id = l.seller_id
    GROUP BY 1`.execute(tx.q)
  return found.rows
}

/** What the category drinks in a year in each market, as believed on the day. */
export async function loadSizes(
  tx: Tx,
  markets: readonly string[],
  asOf: Day,
): Promise<ReadonlyMap<string, { readonly litres: number; readonly source: string; readonly from: Day }>> {
  const found = await sql<{ market: string; litres: number; source: string; from: Day }>`
    SELECT DISTINCT ON (market_id) market_id AS market, litres_a_year::double precision AS litres, source, valid_from AS from
    FROM market_size
    WHERE market_id = ANY (${markets}::uuid[]) AND valid_from <= ${asOf}::date
    ORDER BY market_id, valid_from DESC`.execute(tx.q)
  return new Map(found.rows.map(({ market, ...size }) => [market, size]))
}

/** A person's decisions that began by `asOf` and still hold on `until`; of several for one account the last made. */
export async function loadOverrides(
  tx: Tx,
  markets: readonly string[],
  asOf: Day,
  until: Day,
): Promise<ReadonlyMap<string, Override>> {
  const found = await sql<Override & { id: string }>`
    SELECT DISTINCT ON (o.account_id) o.account_id AS id, o.standing, o.reason, o.valid_from AS "validFrom",
      o.expires_on AS "expiresOn", coalesce(p.name, o.made_by) AS by
    FROM standing_override o LEFT JOIN person p ON o.made_by = 'person:' || p.id
    WHERE o.market_id = ANY (${markets}::uuid[]) AND valid_from <= ${asOf}::date AND expires_on > ${until}::date
      AND withdrawn_at IS NULL
    ORDER BY o.account_id, o.made_at DESC, o.id DESC`.execute(tx.q)
  return new Map(found.rows.map(({ id, ...override }) => [id, override]))
}
