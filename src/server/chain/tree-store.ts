import type { NodeKind, TreeNode } from '../../domain/chain/reach.ts'
import type { Tx } from '../db/transaction.ts'

export type NamedNode = TreeNode & { readonly code: string; readonly name: string; readonly codeKey: string }

export async function treeNodes({ q }: Tx): Promise<readonly NamedNode[]> {
  const rows = await q
    .selectFrom('territory_node')
    .select(['id', 'kind', 'code', 'code_key', 'name', 'parent_id'])
    .where('withdrawn_at', 'is', null)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as NodeKind,
    code: row.code,
    codeKey: row.code_key,
    name: row.name,
    parentId: row.parent_id,
  }))
}
