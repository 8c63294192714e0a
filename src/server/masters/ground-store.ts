import type { NodeKind, TreeNode } from '../../domain/chain/reach.ts'
import type { Stays } from '../../domain/chain/tree-edit.ts'
import type { Timeline } from '../../domain/chain/timeline.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

export type MasterNodeRow = TreeNode & {
  readonly code: string
  readonly key: string
  readonly name: string
  readonly version: string
}

export async function masterNodes(tx: Tx): Promise<readonly MasterNodeRow[]> {
  const found = await tx.client.query<MasterNodeRow & { kind: NodeKind }>(
    `SELECT id, kind, parent_id AS "parentId", code, code_key AS key, name,
       md5(concat_ws('|', code, name, parent_id, (SELECT string_agg(concat(s.parent_id, s.valid_from, s.valid_to), ',' ORDER BY s.valid_from)
         FROM territory_stay s WHERE s.node_id = n.id))) AS version
     FROM territory_node n WHERE withdrawn_at IS NULL ORDER BY code_key`,
  )
  return found.rows
}

export async function companyOf(tx: Tx): Promise<{ zone: string; digits: number } | undefined> {
  const found = await tx.client.query<{ zone: string; digits: number }>(
    'SELECT time_zone AS zone, minor_digits AS digits FROM company',
  )
  return found.rows[0]
}

/** Where each node that ever moved stood, and when. */
export async function staysOf(tx: Tx): Promise<Stays> {
  const found = await tx.client.query<{ node: string; parent: string; from: Day; to: Day | null }>(
    `SELECT node_id AS node, parent_id AS parent, valid_from AS "from", valid_to AS "to" FROM territory_stay ORDER BY valid_from`,
  )
  const stays = new Map<string, Timeline<{ parent: string }>>()
  for (const { node, parent, from, to } of found.rows)
    stays.set(node, [...(stays.get(node) ?? []), { from, to, value: { parent } }])
  return stays
}

/** Since when a market is closed: its last stay has ended. */
export function closedOn(stays: Stays, node: string): Day | null {
  return stays.get(node)?.at(-1)?.to ?? null
}

/** Who changed a thing last, from the audit chain of its market (or HQ). */
export async function lastChange(
  tx: Tx,
  market: string,
  subject: string,
): Promise<{ who: string; at: Date } | undefined> {
  const found = await tx.client.query<{ who: string; at: Date }>(
    `SELECT coalesce(p.name, e.actor) AS who, e.at FROM audit_entry e LEFT JOIN person p ON concat('person:', p.id) = e.actor
     WHERE e.market_id = $1 AND e.subject = $2 ORDER BY e.seq DESC LIMIT 1`,
    [market, subject],
  )
  return found.rows[0]
}
