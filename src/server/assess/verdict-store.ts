import { sql } from 'kysely'
import type { Standing } from '../../domain/assess/criterion.ts'
import type { Before, Memory } from '../../domain/assess/figures.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

/** What the assessment of a day decided, of all accounts of the markets; empty where there was none. */
export async function loadMemory(tx: Tx, markets: readonly string[], day: Day): Promise<Before> {
  const found = await sql<Memory & { id: string }>`
    SELECT account_id AS id, as_of AS "asOf", standing, rank, is_member AS member, months_below AS "monthsBelow"
    FROM verdict WHERE market_id = ANY (${markets}::uuid[]) AND as_of = ${day}::date`.execute(tx.q)
  return new Map(found.rows.map(({ id, ...memory }) => [id, memory]))
}

export type VerdictRow = {
  readonly market: string
  readonly account: string
  readonly asOf: Day
  readonly policy: number
  readonly standing: Standing
  readonly rank: number | null
  readonly score: number | null
  readonly member: boolean
  readonly monthsBelow: number
  readonly body: object
}

/** Stores verdicts once: one that is there already stays as it is. Returns how many were new. */
export async function insertVerdicts(tx: Tx, rows: readonly VerdictRow[], madeAt: Date): Promise<number> {
  if (rows.length === 0) return 0
  const made = await sql<{ made: number }>`
    WITH made AS (
      INSERT INTO verdict (market_id, account_id, as_of, policy_version, standing, rank, score, is_member, months_below,
        body, made_at)
      SELECT v.market, v.account, v."asOf", v.policy, v.standing, v.rank, v.score, v.member, v."monthsBelow", v.body,
        ${madeAt}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v (market uuid, account uuid, "asOf" date, policy int,
        standing text, rank int, score numeric, member boolean, "monthsBelow" smallint, body jsonb)
      ON CONFLICT DO NOTHING RETURNING 1
    ) SELECT count(*)::int AS made FROM made`.execute(tx.q)
  return made.rows[0]?.made ?? 0
}

/** Which of the markets were assessed on each of the days: one index probe for each of both. */
export async function loadAssessed(
  tx: Tx,
  markets: readonly string[],
  days: readonly Day[],
): Promise<ReadonlyMap<Day, ReadonlySet<string>>> {
  const found = await sql<{ market: string; day: Day }>`
    SELECT m.id AS market, d.day
    FROM unnest(${markets}::uuid[]) AS m (id) CROSS JOIN unnest(${days}::date[]) AS d (day)
    WHERE EXISTS (SELECT FROM verdict v WHERE v.market_id = m.id AND v.as_of = d.day)`.execute(tx.q)
  const assessed = new Map<Day, Set<string>>()
  for (const { market, day } of found.rows) assessed.set(day, (assessed.get(day) ?? new Set()).add(market))
  return assessed
}

export type HistoryRow = {
  readonly asOf: Day
  readonly standing: Standing
  readonly rank: number | null
  readonly score: number | null
  readonly policy: number
}

export async function loadHistory(tx: Tx, market: string, account: string): Promise<readonly HistoryRow[]> {
  const found = await sql<HistoryRow>`
    SELECT as_of AS "asOf", standing, rank, score::double precision AS score, policy_version AS policy
    FROM verdict WHERE market_id = ${market}::uuid AND account_id = ${account}::uuid ORDER BY as_of`.execute(
    tx.q,
  )
  return found.rows
}
