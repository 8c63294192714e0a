import { sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { PeriodKind } from '../../domain/develop/trade-policy.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

export type StatementLine = {
  readonly kind: 'accrual' | 'claim' | 'withdrawal' | 'decision' | 'refusal' | 'settlement'
  readonly on: Day
  readonly policyCode: string
  readonly policyName: string
  readonly period: Day
  readonly periodKind: PeriodKind
  readonly amountMinor: number
  readonly ref: string
}

const of = (tx: Tx, alias: string, ids: readonly string[]) =>
  sql<boolean>`${reached(tx.scope, `${alias}.market_id`)} AND ${sql.raw(alias)}.account_id = ANY (${ids}::uuid[])`

/** What was posted and what was paid before a day, minor units. */
export async function balanceBefore(tx: Tx, ids: readonly string[], day: Day): Promise<number> {
  const found = await sql<{ minor: number }>`
    SELECT ((SELECT coalesce(sum(g.amount_minor), 0) FROM policy_posting g WHERE ${of(tx, 'g', ids)} AND g.booked_on < ${day}::date)
      - (SELECT coalesce(sum(s.amount_minor), 0) FROM settlement s JOIN claim c ON c.market_id = s.market_id AND c.id = s.claim_id
        WHERE ${of(tx, 'c', ids)} AND s.settled_on < ${day}::date))::bigint AS minor`.execute(tx.q)
  return found.rows[0]?.minor ?? 0
}

/** What claims that stood at the end of a day ask for or were promised and not yet paid by then. */
export async function claimedOn(tx: Tx, ids: readonly string[], day: Day): Promise<number> {
  const found = await sql<{ minor: number }>`
    SELECT coalesce(sum(CASE WHEN c.decided_on IS NULL OR c.decided_on > ${day}::date THEN c.asked_minor ELSE c.approved_minor
      - (SELECT coalesce(sum(s.amount_minor), 0) FROM settlement s
         WHERE s.market_id = c.market_id AND s.claim_id = c.id AND s.settled_on <= ${day}::date) END), 0)::bigint AS minor
    FROM claim c WHERE ${of(tx, 'c', ids)} AND c.sent_on <= ${day}::date AND (c.withdrawn_on IS NULL OR c.withdrawn_on > ${day}::date)`.execute(
    tx.q,
  )
  return found.rows[0]?.minor ?? 0
}

/** What happened to an account under policies in these days, in order. Settlements are below zero. */
export async function statementLines(
  tx: Tx,
  ids: readonly string[],
  days: { readonly from: Day; readonly to: Day },
): Promise<readonly StatementLine[]> {
  const found = await sql<StatementLine>`
    SELECT l.kind, l.on, p.code AS "policyCode", p.draft ->> 'name' AS "policyName", l.period,
      p.draft ->> 'period' AS "periodKind", l.minor AS "amountMinor", l.ref
    FROM (
      SELECT 'accrual' AS kind, g.booked_on AS on, g.policy_id, g.period, g.amount_minor AS minor, g.id AS ref, g.recorded_at AS at
      FROM policy_posting g WHERE ${of(tx, 'g', ids)}
      UNION ALL
      SELECT 'claim', c.sent_on, c.policy_id, c.period, c.asked_minor, c.id, c.made_at FROM claim c
      WHERE ${of(tx, 'c', ids)}
      UNION ALL
      SELECT 'withdrawal', c.withdrawn_on, c.policy_id, c.period, c.asked_minor, c.id, c.made_at FROM claim c
      WHERE ${of(tx, 'c', ids)} AND c.withdrawn_on IS NOT NULL
      UNION ALL
      SELECT CASE c.state WHEN 'refused' THEN 'refusal' ELSE 'decision' END, c.decided_on, c.policy_id, c.period,
        CASE c.state WHEN 'refused' THEN c.asked_minor ELSE c.approved_minor END, c.id, c.made_at FROM claim c
      WHERE ${of(tx, 'c', ids)} AND c.decided_on IS NOT NULL
      UNION ALL
      SELECT 'settlement', s.settled_on, c.policy_id, c.period, -s.amount_minor, s.claim_id, s.made_at
      FROM settlement s JOIN claim c ON c.market_id = s.market_id AND c.id = s.claim_id WHERE ${of(tx, 'c', ids)}
    ) l JOIN trade_policy p ON p.id = l.policy_id
    WHERE l.on BETWEEN ${days.from}::date AND ${days.to}::date
    ORDER BY l.on, l.at, array_position(ARRAY['accrual', 'claim', 'withdrawal', 'decision', 'refusal', 'settlement'], l.kind), p.code, l.period, l.ref`.execute(
    tx.q,
  )
  return found.rows
}
