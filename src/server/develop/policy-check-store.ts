import { sql } from 'kysely'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

export type OutOfPolicy = {
  readonly code: string
  readonly what: 'balance' | 'spend' | 'held' | 'settled'
  readonly rows: number
}

/**
 * Where sums that are kept are not what they are sums of: a unit's balance and its postings; a posting and the spend that it is; what a
 * policy's claims hold and the claims; what was paid on a claim and its settlements. In the scope.
 */
export async function sumsApart(tx: Tx): Promise<readonly OutOfPolicy[]> {
  const here = (alias: string) => reached(tx.scope, `${alias}.market_id`)
  const found = await sql<OutOfPolicy>`
    SELECT p.code, w.what, count(*)::int AS rows FROM (
      SELECT policy_id, 'balance' AS what FROM (
        SELECT b.policy_id, b.accrued_minor AS minor, b.market_id, b.account_id, b.period FROM policy_balance b WHERE ${here('b')}
        UNION ALL
        SELECT g.policy_id, -g.amount_minor, g.market_id, g.account_id, g.period FROM policy_posting g WHERE ${here('g')}) u
      GROUP BY policy_id, market_id, account_id, period HAVING sum(minor) <> 0
      UNION ALL
      SELECT g.policy_id, 'spend' FROM policy_posting g LEFT JOIN (
        SELECT s.market_id, s.posting_id, sum(s.amount_minor) AS minor FROM trade_spend s
        WHERE ${here('s')} AND s.posting_id IS NOT NULL GROUP BY 1, 2) s ON s.market_id = g.market_id AND s.posting_id = g.id
      WHERE ${here('g')} AND coalesce(s.minor, 0) <> g.amount_minor
      UNION ALL
      SELECT p.id, 'held' FROM trade_policy p WHERE ${tx.scope === '*'} AND p.held_minor <> (
        SELECT coalesce(sum(CASE c.state WHEN 'open' THEN c.asked_minor ELSE c.approved_minor END), 0) FROM claim c
        WHERE c.policy_id = p.id AND c.state IN ('open', 'approved'))
      UNION ALL
      SELECT c.policy_id, 'settled' FROM claim c WHERE ${here('c')} AND c.settled_minor <> (
        SELECT coalesce(sum(s.amount_minor), 0) FROM settlement s WHERE s.market_id = c.market_id AND s.claim_id = c.id)
    ) w JOIN trade_policy p ON p.id = w.policy_id GROUP BY 1, 2 ORDER BY 1, 2`.execute(tx.q)
  return found.rows
}

export async function unitCount(tx: Tx): Promise<number> {
  const found = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM policy_balance b WHERE ${reached(tx.scope, 'b.market_id')}`.execute(tx.q)
  return found.rows[0]?.n ?? 0
}
