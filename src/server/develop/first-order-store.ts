import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Delivery, FirstOrderPlan, KnownOutlet, Sighting } from '../../domain/develop/placement.ts'
import type { Stamp } from '../db/audit.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

/** An account with all that count for it, in the market where it is. */
type Of = { readonly market: string; readonly ids: readonly string[] }
type Days = { readonly from: Day; readonly to: Day }

/** What was said last of when its first order is due. */
export async function planOf(tx: Tx, { market, ids }: Of): Promise<FirstOrderPlan | null> {
  const found = await sql<FirstOrderPlan>`
    SELECT d.due_on AS "dueOn", d.cases FROM first_order_due d
    WHERE d.market_id = ${market}::uuid AND ${reached(tx.scope, 'd.market_id')} AND d.account_id = ANY (${ids}::uuid[])
    ORDER BY d.made_at DESC, d.id DESC LIMIT 1`.execute(tx.q)
  return found.rows[0] ?? null
}

export async function insertPlan(
  tx: Tx,
  at: { readonly market: string; readonly id: string; readonly account: string },
  { dueOn, cases }: FirstOrderPlan,
  stamp: Stamp,
): Promise<void> {
  await tx.q
    .insertInto('first_order_due')
    .values({
      market_id: at.market,
      id: at.id,
      account_id: at.account,
      due_on: dueOn,
      cases,
      made_by: stamp.actor,
      made_at: stamp.at,
    })
    .execute()
}

/** The first day on which it bought from us, since it signed if it was found as a prospect, with what it bought on that day. */
export async function orderOf(
  tx: Tx,
  { market, ids }: Of,
): Promise<{ readonly day: Day; readonly milliCases: number } | null> {
  const found = await sql<{ day: Day; milliCases: number }>`
    SELECT r.day, sum(r.milli_cases)::bigint AS "milliCases" FROM rollup_day r
    WHERE r.market_id = ${market}::uuid AND ${reached(tx.scope, 'r.market_id')} AND r.account_id = ANY (${ids}::uuid[])
      AND r.kind = 'sell_in' AND r.milli_cases > 0
      AND r.day >= coalesce((SELECT max(p.signed_on) FROM prospect p
        WHERE p.market_id = r.market_id AND p.account_id = ANY (${ids}::uuid[])), '-infinity'::date)
    GROUP BY r.day ORDER BY r.day LIMIT 1`.execute(tx.q)
  return found.rows[0] ?? null
}

/** The one that counts where accounts were merged once. */
const root = sql<string>`coalesce(b.merged_into, b.id)`

/** Goods that it sold on in these days, and that who bought of it sold on again. */
export async function deliveriesOf(
  tx: Tx,
  { market, ids }: Of,
  { from, to }: Days,
): Promise<readonly Delivery[]> {
  const found = await sql<Delivery>`
    WITH own AS (
      SELECT NULL::uuid AS via, m.account_id, m.day, m.milli_cases FROM movement m
      WHERE m.market_id = ${market}::uuid AND ${reached(tx.scope, 'm.market_id')} AND m.kind = 'sell_through'
        AND m.seller_id = ANY (${ids}::uuid[]) AND m.day BETWEEN ${from}::date AND ${to}::date
    ), onward AS (
      SELECT m.seller_id AS via, m.account_id, m.day, m.milli_cases FROM movement m
      WHERE m.market_id = ${market}::uuid AND ${reached(tx.scope, 'm.market_id')} AND m.kind = 'sell_through'
        AND m.seller_id IN (SELECT account_id FROM own) AND m.day BETWEEN ${from}::date AND ${to}::date
    )
    SELECT d.via, ${root} AS to, b.tier = 'outlet' AS outlet, d.day, sum(d.milli_cases)::bigint AS "milliCases"
    FROM (SELECT * FROM own UNION ALL SELECT * FROM onward) d
      JOIN account b ON b.market_id = ${market}::uuid AND b.id = d.account_id
    WHERE d.milli_cases IS NOT NULL GROUP BY 1, 2, 3, 4`.execute(tx.q)
  return found.rows
}

export type Named = KnownOutlet & { readonly name: string }

/**
 * Outlets that it reaches on a day: those that it or who is between supplies, is said to or did in the half year before, and those of which it
 * was written down as a prospect that it serves them. With what each bought, of anybody, in the ninety days before.
 */
export async function networkOf(tx: Tx, { market, ids }: Of, day: Day): Promise<readonly Named[]> {
  const found = await sql<Named>`
    WITH RECURSIVE below AS (
      SELECT unnest(${ids}::uuid[]) AS id, 0 AS steps
      UNION
      SELECT l.buyer_id, b.steps + 1 FROM below b JOIN supply_link l ON l.market_id = ${market}::uuid AND l.seller_id = b.id
        AND l.valid_from <= ${day}::date AND (l.valid_to IS NULL OR l.valid_to > ${day}::date)
      WHERE b.steps < 2
    ), near AS (
      SELECT id FROM below
      UNION
      SELECT a.id FROM account a WHERE a.market_id = ${market}::uuid AND a.parent_id IN (SELECT id FROM below)
      UNION
      SELECT m.account_id FROM movement m
      WHERE m.market_id = ${market}::uuid AND m.kind = 'sell_through' AND m.seller_id IN (SELECT id FROM below)
        AND m.day < ${day}::date AND m.day >= ${day}::date - 180
      UNION
      SELECT s.account_id FROM prospect p JOIN prospect_serves s ON s.market_id = p.market_id AND s.prospect_id = p.id
      WHERE p.market_id = ${market}::uuid AND p.account_id = ANY (${ids}::uuid[])
    )
    SELECT b.id, b.name, coalesce((SELECT sum(r.milli_cases) FROM rollup_day r
      WHERE r.market_id = b.market_id AND r.account_id = b.id AND r.kind = 'sell_through' AND r.day < ${day}::date
        AND r.day >= ${day}::date - 90), 0)::bigint AS usual
    FROM near JOIN account b ON b.market_id = ${market}::uuid AND b.id = near.id
    WHERE ${reached(tx.scope, 'b.market_id')} AND b.tier = 'outlet' AND b.withdrawn_at IS NULL AND b.merged_into IS NULL
      AND b.closed_on IS NULL
    ORDER BY usual DESC, b.name, b.id LIMIT 5000`.execute(tx.q)
  return found.rows
}

/** Visits of these days at which our goods were seen in one of these outlets. */
export async function sightingsOf(
  tx: Tx,
  { market, ids }: Of,
  { from, to }: Days,
): Promise<readonly Sighting[]> {
  const found = await sql<Sighting>`
    SELECT ${root} AS outlet, v.day, v.cases FROM visit v JOIN account b ON b.market_id = v.market_id AND b.id = v.account_id
    WHERE v.market_id = ${market}::uuid AND ${reached(tx.scope, 'v.market_id')} AND ${root} = ANY (${ids}::uuid[])
      AND v.state = 'done' AND v.withdrawn_at IS NULL AND (v.seen && ARRAY['on_shelf', 'display'] OR v.cases > 0)
      AND v.day BETWEEN ${from}::date AND ${to}::date
    ORDER BY v.day, v.made_at, v.id`.execute(tx.q)
  return found.rows
}

/** Names of these accounts, where they are in reach. */
export async function accountNames(
  tx: Tx,
  market: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ id: string; name: string }>`
    SELECT a.id, a.name FROM account a
    WHERE a.market_id = ${market}::uuid AND ${reached(tx.scope, 'a.market_id')} AND a.id = ANY (${ids}::uuid[])`.execute(
    tx.q,
  )
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}
