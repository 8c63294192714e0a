import { sql } from 'kysely'
import type { Tier } from '../../domain/chain/line.ts'
import type { Day } from '../../domain/day.ts'
import type { PostingTrace } from '../../domain/develop/policy-posting.ts'
import type { PolicyDraft } from '../../domain/develop/trade-policy-draft.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

export type Whom = {
  readonly market: string
  readonly id: string
  readonly code: string
  readonly name: string
  readonly tier: Tier
  readonly ids: readonly string[]
}

/**
 * The account of the scope that this one counts for, with all that count for it; undefined where there is none. `left`: also where it was
 * before it moved to a market out of the scope.
 */
export async function accountHere(
  tx: Tx,
  id: string,
  { left }: { readonly left: boolean },
): Promise<Whom | undefined> {
  const found = await sql<Whom & { readonly root: string }>`
    WITH RECURSIVE up AS (
      SELECT a.market_id, a.id, a.merged_into, 0 AS steps FROM account a
      WHERE a.id = ${id}::uuid AND a.withdrawn_at IS NULL AND ${reached(tx.scope, 'a.market_id')}
        AND (a.moved_to_market IS NULL OR ${left})
      UNION ALL
      SELECT a.market_id, a.id, a.merged_into, up.steps + 1
      FROM up JOIN account a ON a.market_id = up.market_id AND a.id = up.merged_into WHERE up.steps < 100
    ), whole AS (
      SELECT market_id, id, id AS root, 0 AS steps FROM up WHERE merged_into IS NULL
      UNION ALL
      SELECT a.market_id, a.id, whole.root, whole.steps + 1
      FROM whole JOIN account a ON a.market_id = whole.market_id AND a.merged_into = whole.id WHERE whole.steps < 100
    )
    SELECT w.market_id AS market, w.id, w.root, a.code, a.name, a.tier FROM whole w JOIN account a ON a.market_id = w.market_id AND a.id = w.id
    ORDER BY w.steps, a.moved_to_market IS NOT NULL, a.code`.execute(tx.q)
  const root = found.rows[0]
  if (!root) return undefined
  return { ...root, ids: found.rows.filter(({ market }) => market === root.market).map((row) => row.id) }
}

/** A unit's account where the account has been: in a market that it left, units of it stay. */
type Unit = { readonly policy: string; readonly period: Day; readonly ids: readonly string[] }

export type PostingRow = {
  readonly market: string
  readonly id: string
  readonly version: number
  readonly cause: 'movements' | 'change' | 'confirm' | 'merge'
  readonly bookedOn: Day
  readonly amountMinor: number
  readonly trace: PostingTrace
  readonly draft: PolicyDraft
}

/** Postings of a unit in the scope, the latest first, each with the policy as it was then. */
export async function postingsOf(
  tx: Tx,
  { policy, period, ids }: Unit,
  limit: number,
): Promise<readonly PostingRow[]> {
  const found = await sql<PostingRow>`
    SELECT g.market_id AS market, g.id, g.policy_version AS version, g.cause, g.booked_on AS "bookedOn", g.amount_minor AS "amountMinor",
      g.trace, v.draft
    FROM policy_posting g JOIN trade_policy_version v ON v.policy_id = g.policy_id AND v.version = g.policy_version
    WHERE ${reached(tx.scope, 'g.market_id')} AND g.account_id = ANY (${ids}::uuid[]) AND g.policy_id = ${policy}::uuid
      AND g.period = ${period}::date
    ORDER BY g.recorded_at DESC, g.id DESC LIMIT ${limit}`.execute(tx.q)
  return found.rows
}

export type ShareRow = {
  readonly posting: string
  readonly day: Day
  readonly sku: string | null
  readonly doc: string | null
  readonly milliCases: number | null
  readonly millilitres: number | null
  readonly lineAmountMinor: number | null
  readonly amountMinor: number
}

/** What lines earned in these postings, at most so many of each; a share without a line is the unit's as a whole. */
export async function sharesOf(
  tx: Tx,
  postings: readonly Pick<PostingRow, 'market' | 'id'>[],
  limit: number,
): Promise<readonly ShareRow[]> {
  const found = await sql<ShareRow>`
    SELECT g.id AS posting, s.*
    FROM unnest(${postings.map(({ market }) => market)}::uuid[], ${postings.map(({ id }) => id)}::uuid[]) AS g (market_id, id)
    CROSS JOIN LATERAL (
      SELECT s.day, k.name AS sku, m.doc, m.milli_cases AS "milliCases", m.millilitres, m.amount_minor AS "lineAmountMinor",
        s.amount_minor AS "amountMinor"
      FROM trade_spend s LEFT JOIN movement m ON m.market_id = s.market_id AND m.id = s.movement_id LEFT JOIN sku k ON k.id = m.sku_id
      WHERE s.market_id = g.market_id AND s.posting_id = g.id AND ${reached(tx.scope, 's.market_id')}
      ORDER BY s.day, s.id LIMIT ${limit}) s`.execute(tx.q)
  return found.rows
}
