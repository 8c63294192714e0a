import { sql } from 'kysely'
import type { DealLimit } from '../../contract/agreement.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

type Held = {
  readonly node: string
  readonly place: string
  readonly perCase: number
  readonly total: number
}

/** Limits of the roles that somebody has of their own on a day, with the place of each. */
export async function limitsHeld(tx: Tx, actor: string, today: Day): Promise<readonly Held[]> {
  const found = await sql<Held>`
    SELECT r.node_id AS node, n.name AS place, l.per_case_minor AS "perCase", l.total_minor AS total
    FROM person_role r JOIN deal_limit l ON l.role = r.role JOIN territory_node n ON n.id = r.node_id
    WHERE 'person:' || r.person_id = ${actor} AND r.valid_from <= ${today}::date AND (r.valid_to IS NULL OR r.valid_to > ${today}::date)
    ORDER BY n.code`.execute(tx.q)
  return found.rows
}

export async function loadLimits(tx: Tx): Promise<readonly DealLimit[]> {
  return tx.q
    .selectFrom('deal_limit')
    .select(['role', 'per_case_minor as perCaseMinor', 'total_minor as totalMinor'])
    .orderBy('role')
    .execute()
}

export async function writeLimit(
  tx: Tx,
  { role, perCaseMinor, totalMinor }: DealLimit,
  { actor, at }: { readonly actor: string; readonly at: Date },
): Promise<void> {
  const limit = { per_case_minor: perCaseMinor, total_minor: totalMinor, made_by: actor, made_at: at }
  await tx.q
    .insertInto('deal_limit')
    .values({ role, ...limit })
    .onConflict((conflict) => conflict.column('role').doUpdateSet(limit))
    .execute()
}

/** Whether a role of the company's own with this code stands. */
export async function ownRole(tx: Tx, code: string): Promise<boolean> {
  const row = await tx.q
    .selectFrom('company_role')
    .select('code')
    .where('code', '=', code)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
