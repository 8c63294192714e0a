import { sql } from 'kysely'
import type { Claimable } from '../../contract/claim.ts'
import { within, type Scope } from '../../domain/chain/reach.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

type Ask = { readonly markets: Scope; readonly policy: string | null; readonly account: string | null }
type Row = Claimable['units'][number] & { readonly n: number; readonly sum: number }

/**
 * Units of which more was posted than claims have taken, the largest rest first; how many there are, and their rests in all. What was
 * posted for accounts that count for another is that one's; what stayed in a market that an account left cannot be claimed any more.
 */
export async function claimableUnits(
  tx: Tx,
  { markets, policy, account }: Ask,
  limit: number,
): Promise<Claimable> {
  const here = within(tx.scope, markets)
  const found = await sql<Row>`
    WITH RECURSIVE root AS (
      SELECT a.market_id, a.id, a.id AS root FROM account a
      WHERE a.merged_into IS NULL AND a.withdrawn_at IS NULL AND a.moved_to_market IS NULL AND ${reached(here, 'a.market_id')}
        AND (${account}::uuid IS NULL OR a.id = ${account}::uuid)
      UNION ALL
      SELECT a.market_id, a.id, root.root FROM root JOIN account a ON a.market_id = root.market_id AND a.merged_into = root.id
    ), posted AS (
      SELECT r.market_id, r.root, b.policy_id, b.period, sum(b.accrued_minor) AS accrued
      FROM policy_balance b JOIN root r ON r.market_id = b.market_id AND r.id = b.account_id
      WHERE ${reached(here, 'b.market_id')} AND (${policy}::uuid IS NULL OR b.policy_id = ${policy}::uuid)
      GROUP BY 1, 2, 3, 4 HAVING sum(b.accrued_minor) > 0
    ), taken AS (
      SELECT r.market_id, r.root, c.policy_id, c.period, bool_or(c.state = 'open') AS waits,
        sum(CASE c.state WHEN 'open' THEN c.asked_minor ELSE c.approved_minor END) AS claimed
      FROM claim c JOIN root r ON r.market_id = c.market_id AND r.id = c.account_id
      WHERE c.state IN ('open', 'approved') AND ${reached(here, 'c.market_id')} GROUP BY 1, 2, 3, 4
    )
    SELECT p.id AS policy, p.code AS "policyCode", p.draft ->> 'name' AS "policyName", a.id AS account, a.code AS "accountCode",
      a.name AS "accountName", n.name AS "marketName", u.period, p.draft ->> 'period' AS "periodKind",
      u.accrued::bigint AS "accruedMinor", coalesce(t.claimed, 0)::bigint AS "claimedMinor",
      (u.accrued - coalesce(t.claimed, 0))::bigint AS "leftMinor", (p.budget_minor - p.held_minor)::bigint AS "budgetLeftMinor",
      p.draft -> 'terms' ->> 'kind' = 'display' AS "needsFile", coalesce(t.waits, false) AS waits,
      (count(*) OVER ())::int AS n, (sum(u.accrued - coalesce(t.claimed, 0)) OVER ())::bigint AS sum
    FROM posted u JOIN trade_policy p ON p.id = u.policy_id
      JOIN account a ON a.market_id = u.market_id AND a.id = u.root
      JOIN territory_node n ON n.id = u.market_id
      LEFT JOIN taken t ON t.market_id = u.market_id AND t.root = u.root AND t.policy_id = u.policy_id AND t.period = u.period
    WHERE u.accrued > coalesce(t.claimed, 0)
    ORDER BY u.accrued - coalesce(t.claimed, 0) DESC, p.code, a.code, u.period LIMIT ${limit}`.execute(tx.q)
  return {
    units: found.rows.map(({ n: _n, sum: _sum, ...unit }) => unit),
    n: found.rows[0]?.n ?? 0,
    leftMinor: found.rows[0]?.sum ?? 0,
  }
}
