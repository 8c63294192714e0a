import { codeKey } from '../../domain/chain/code.ts'
import type { Timeline } from '../../domain/chain/timeline.ts'
import type { Tx } from '../db/transaction.ts'

/** Writers of the tree queue here: two moves at once could make a circle that neither of them is. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.client.query("SELECT FROM territory_node WHERE kind = 'hq' FOR UPDATE")
}

export type NodeCounts = {
  readonly id: string
  readonly accounts: number
  readonly wholesalers: number
  readonly people: number
  readonly inUse: boolean
}

/** What hangs on each node. In use: anything at all refers to it, also what was withdrawn or ended. Accounts only of the scope. */
export async function nodeCounts(tx: Tx): Promise<ReadonlyMap<string, NodeCounts>> {
  const found = await tx.client.query<NodeCounts>(
    `WITH a AS (SELECT market_id, count(*) AS all_of, count(*) FILTER (WHERE standing) AS accounts,
         count(*) FILTER (WHERE standing AND tier = 'wholesaler') AS wholesalers
       FROM (SELECT market_id, tier, withdrawn_at IS NULL AND moved_to_market IS NULL AND merged_into IS NULL AS standing FROM account) s
       GROUP BY market_id),
     p AS (SELECT node_id, count(DISTINCT person_id) AS people FROM person_role GROUP BY node_id)
     SELECT n.id, coalesce(a.accounts, 0)::int AS accounts, coalesce(a.wholesalers, 0)::int AS wholesalers,
       coalesce(p.people, 0)::int AS people,
       (coalesce(a.all_of, 0) > 0 OR p.people > 0 OR EXISTS (SELECT FROM territory_node c WHERE c.parent_id = n.id AND c.withdrawn_at IS NULL)
         OR EXISTS (SELECT FROM territory_stay s WHERE s.parent_id = n.id)
         OR EXISTS (SELECT FROM market_size z WHERE z.market_id = n.id)) IS TRUE AS "inUse"
     FROM territory_node n LEFT JOIN a ON a.market_id = n.id LEFT JOIN p ON p.node_id = n.id WHERE n.withdrawn_at IS NULL`,
  )
  return new Map(found.rows.map((row) => [row.id, row]))
}

/** Who has a code, also one that was withdrawn: that one may come back. */
export async function nodeByCode(
  tx: Tx,
  code: string,
): Promise<{ id: string; name: string; withdrawn: boolean } | undefined> {
  const found = await tx.client.query<{ id: string; name: string; withdrawn: boolean }>(
    'SELECT id, name, withdrawn_at IS NOT NULL AS withdrawn FROM territory_node WHERE code_key = $1',
    [codeKey(code)],
  )
  return found.rows[0]
}

export async function writeNode(
  tx: Tx,
  node: { id: string; kind: string; code: string; name: string; parent: string },
): Promise<void> {
  await tx.client.query(
    `INSERT INTO territory_node (id, kind, code, code_key, name, parent_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (code_key) DO UPDATE SET withdrawn_at = NULL, kind = excluded.kind, code = excluded.code, name = excluded.name,
       parent_id = excluded.parent_id, batch_id = NULL`,
    [node.id, node.kind, node.code, codeKey(node.code), node.name, node.parent],
  )
}

/** A node that was changed by hand is no longer the import's: its undo leaves it. */
export async function renameNode(tx: Tx, node: { id: string; code: string; name: string }): Promise<void> {
  await tx.client.query(
    'UPDATE territory_node SET code = $2, code_key = $3, name = $4, batch_id = NULL WHERE id = $1',
    [node.id, node.code, codeKey(node.code), node.name],
  )
}

export async function placeNode(tx: Tx, node: { id: string; parent: string }): Promise<void> {
  await tx.client.query('UPDATE territory_node SET parent_id = $2, batch_id = NULL WHERE id = $1', [
    node.id,
    node.parent,
  ])
}

export async function withdrawNode(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.client.query('UPDATE territory_node SET withdrawn_at = $2 WHERE id = $1', [id, at])
}

/** All stays of a node anew. `newId`: one for each. */
export async function writeStays(
  tx: Tx,
  node: string,
  stays: Timeline<{ readonly parent: string }>,
  newId: () => string,
): Promise<void> {
  await tx.client.query('DELETE FROM territory_stay WHERE node_id = $1', [node])
  const rows = stays.map(({ from, to, value }) => ({ id: newId(), parent: value.parent, from, to }))
  await tx.client.query(
    `INSERT INTO territory_stay (id, node_id, parent_id, valid_from, valid_to)
     SELECT id, $2::uuid, parent, "from", "to" FROM jsonb_to_recordset($1) AS r (id uuid, parent uuid, "from" date, "to" date)`,
    [JSON.stringify(rows), node],
  )
}
