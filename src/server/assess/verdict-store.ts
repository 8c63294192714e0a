import { sql } from 'kysely'
import type { Standing } from '../../domain/assess/criterion.ts'
import type { Before, Memory } from '../../domain/assess/figures.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import { undoneSpans } from '../db/undone.ts'
import { among } from './moved-store.ts'
import type { Whom } from './moved.ts'

/** Verdicts that count: of the markets, without those decided on lines that were undone since. */
function counting(markets: readonly string[]) {
  return sql`unnest(${markets}::uuid[]) AS m (id) CROSS JOIN ${undoneSpans(sql`m.id`)} AS gone
    JOIN verdict v ON v.market_id = m.id AND v.made_at <@ gone.spans IS NOT TRUE`
}

/** Lets no one else store verdicts until the transaction ends: two that catch up at once would store the same day twice. */
export async function lockVerdicts(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('tonnage.verdicts'))`.execute(tx.q)
}

/**
 * What the assessment of a day decided, of all accounts of the markets and of those that moved there; empty where there was none. What
 * an account's own market decided comes before what its former one did.
 */
export async function loadMemory(tx: Tx, whom: Whom, day: Day): Promise<Before> {
  const found = await sql<Memory & { id: string }>`
    SELECT v.account_id AS id, v.as_of AS "asOf", v.standing, v.rank, v.is_member AS member, v.months_below AS "monthsBelow"
    FROM ${counting([...whom.markets, ...whom.from.markets])}
    WHERE v.as_of = ${day}::date AND ${among(whom, 'v.market_id', 'v.account_id')}
    ORDER BY v.market_id = ANY (${whom.markets}::uuid[])`.execute(tx.q)
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

/** Stores verdicts of markets and days that have none yet (see `loadAssessed`, under `lockVerdicts`). Returns how many. */
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

/** Which of the markets were assessed on each of the days, on lines that still stand. */
export async function loadAssessed(
  tx: Tx,
  markets: readonly string[],
  days: readonly Day[],
): Promise<ReadonlyMap<Day, ReadonlySet<string>>> {
  const found = await sql<{ market: string; day: Day }>`
    SELECT m.id AS market, d.day
    FROM unnest(${markets}::uuid[]) AS m (id) CROSS JOIN ${undoneSpans(sql`m.id`)} AS gone
    CROSS JOIN unnest(${days}::date[]) AS d (day)
    WHERE EXISTS (
      SELECT FROM verdict v WHERE v.market_id = m.id AND v.as_of = d.day AND v.made_at <@ gone.spans IS NOT TRUE
    )`.execute(tx.q)
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

/** Every stored verdict of an account, in each of its markets, the earliest first. */
export async function loadHistory(
  tx: Tx,
  markets: readonly string[],
  account: string,
): Promise<readonly (HistoryRow & { readonly market: string })[]> {
  const found = await sql<HistoryRow & { readonly market: string }>`
    SELECT v.market_id AS market, v.as_of AS "asOf", v.standing, v.rank, v.score::double precision AS score, v.policy_version AS policy
    FROM ${counting(markets)} WHERE v.account_id = ${account}::uuid ORDER BY v.as_of`.execute(tx.q)
  return found.rows
}
