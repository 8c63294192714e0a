import { sql } from 'kysely'
import type { Standing } from '../../domain/assess/criterion.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import { undoneSpans } from '../db/undone.ts'
import type { Whose } from './whose-store.ts'

export type EventRow = {
  readonly what: string
  readonly day: Day
  readonly at: Date | null
  readonly by: string | null
  readonly standing: Standing | null
  readonly before: Standing | null
  readonly policy: number | null
  readonly words: string
}

/** How many a page of the timeline holds; one more is asked for, to know whether there are any. */
export const MOST_EVENTS = 200

/**
 * Everything that happened to an account and to those that count for it, up to a day, latest first: its first order, each stored
 * verdict that differs from the one before, what stands written down, and the audit's entries that changed what it is.
 */
export async function loadEvents(
  tx: Tx,
  { market, markets, id, ids, tier }: Whose,
  asOf: Day,
): Promise<readonly EventRow[]> {
  const bought = tier === 'wholesaler' ? 'sell_in' : 'sell_through'
  const found = await sql<EventRow>`
    WITH zone AS (SELECT time_zone FROM company LIMIT 1),
    verdicts AS (
      SELECT as_of, standing, policy_version, lag(standing) OVER (ORDER BY as_of, policy_version) AS before
      FROM unnest(${markets}::uuid[]) AS m (id) CROSS JOIN ${undoneSpans(sql`m.id`)} AS gone
        JOIN verdict v ON v.market_id = m.id AND v.account_id = ${id}::uuid AND v.made_at <@ gone.spans IS NOT TRUE
    ),
    event AS (
      SELECT 'first-order' AS what, min(day) AS day, NULL::timestamptz AS at, NULL::text AS actor, NULL::text AS standing,
        NULL::text AS before, NULL::int AS policy, '' AS words
      FROM rollup_day WHERE market_id = ANY (${markets}::uuid[]) AND account_id = ANY (${ids}::uuid[]) AND kind = ${bought}
        AND millilitres > 0
      UNION ALL
      SELECT 'standing', as_of, NULL, NULL, standing, before, policy_version, '' FROM verdicts
      WHERE before IS DISTINCT FROM standing
      UNION ALL
      SELECT kind, day, made_at, made_by, NULL, NULL, NULL, CASE kind WHEN 'note' THEN words WHEN 'site' THEN words ELSE name END
      FROM account_record
      WHERE market_id = ANY (${markets}::uuid[]) AND account_id = ANY (${ids}::uuid[]) AND withdrawn_at IS NULL
      UNION ALL
      SELECT substr(e.action, 9), (e.at AT TIME ZONE zone.time_zone)::date, e.at, e.actor, e.detail ->> 'standing', NULL, NULL,
        coalesce(e.detail ->> 'reason', e.detail #>> '{after,fact}', e.detail ->> 'account', '')
      FROM audit_entry e, zone
      WHERE e.market_id = ANY (${markets}::uuid[]) AND e.subject = ANY (${ids}::text[])
        AND e.action IN ('account.override', 'account.override-withdrawn', 'account.merge', 'account.unmerge', 'account.fact')
      UNION ALL
      SELECT w.what, w.day, NULL, NULL, NULL, NULL, NULL, '' FROM account a,
        LATERAL (VALUES ('opened', a.opened_on), ('closed', a.closed_on)) AS w (what, day)
      WHERE a.market_id = ${market}::uuid AND a.id = ${id}::uuid
      UNION ALL
      SELECT 'move', v.day, NULL, NULL, NULL, NULL, NULL, n.name FROM account_move v JOIN territory_node n ON n.id = v.other_market
      WHERE v.market_id = ANY (${markets}::uuid[]) AND v.account_id = ${id}::uuid AND v.side = 'from'
    )
    SELECT e.what, e.day, e.at, coalesce(p.name, e.actor) AS by, e.standing, e.before, e.policy, e.words
    FROM event e LEFT JOIN person p ON e.actor = 'person:' || p.id
    WHERE e.day IS NOT NULL AND e.day <= ${asOf}::date
    ORDER BY e.day DESC, e.at DESC NULLS LAST, e.what LIMIT ${MOST_EVENTS + 1}`.execute(tx.q)
  return found.rows
}
