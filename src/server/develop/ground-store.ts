import { sql, type RawBuilder } from 'kysely'
import type { Right, Scope } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

/** Whether a column of markets is in reach: said in each query beside the row policies. */
export function reached(scope: Scope, column: string): RawBuilder<boolean> {
  return scope === '*' ? sql<boolean>`true` : sql<boolean>`${sql.raw(column)} = ANY (${scope}::uuid[])`
}

/** A market of the scope where something can be begun: it is there, and not closed. */
export async function openMarket(
  tx: Tx,
  market: string,
): Promise<{ name: string; closed: Day | null } | undefined> {
  const found = await sql<{ name: string; closed: Day | null }>`
    SELECT n.name, (SELECT s.valid_to FROM territory_stay s WHERE s.node_id = n.id ORDER BY s.valid_from DESC LIMIT 1) AS closed
    FROM territory_node n
    WHERE n.id = ${market}::uuid AND n.kind = 'market' AND n.withdrawn_at IS NULL AND ${reached(tx.scope, 'n.id')}`.execute(
    tx.q,
  )
  return found.rows[0]
}

/** Active people whose role of the day hangs on one of these nodes and may change prospects: who can look after one there. */
export async function ownersOn(
  tx: Tx,
  nodes: readonly string[],
  today: Day,
): Promise<readonly { readonly id: string; readonly name: string; readonly role: string }[]> {
  const found = await sql<{ id: string; name: string; role: string }>`
    SELECT DISTINCT p.id, p.name, r.role FROM person p JOIN person_role r ON r.person_id = p.id
    WHERE p.active AND r.node_id = ANY (${nodes}::uuid[]) AND r.valid_from <= ${today}::date
      AND (r.valid_to IS NULL OR r.valid_to > ${today}::date)
    ORDER BY p.name, p.id`.execute(tx.q)
  return found.rows
}

/** The rights of the company's own roles, by their codes. */
export async function companyRights(tx: Tx): Promise<ReadonlyMap<string, readonly Right[]>> {
  const rows = await tx.q.selectFrom('company_role').select(['code', 'rights']).execute()
  return new Map(rows.map(({ code, rights }) => [code, rights as Right[]]))
}
