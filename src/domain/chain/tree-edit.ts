import { ok, refuse, type Result } from '../problem.ts'
import type { NodeKind, TreeNode } from './reach.ts'
import type { Timeline } from './timeline.ts'

/** What may hang under what: HQ, regions, offices, markets, in this order; "unassigned" holds only markets. */
const holders: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  hq: [],
  region: ['hq', 'region'],
  office: ['hq', 'region'],
  unassigned: ['hq'],
  market: ['hq', 'region', 'office', 'unassigned'],
}

/** May a node hang under another? Not under itself or anything beneath it, and only under what holds its kind. */
export function mayStand(
  node: { readonly id: string; readonly kind: NodeKind },
  parent: TreeNode,
  nodes: readonly TreeNode[],
): Result<true, 'market/beneath-itself' | 'market/parent-kind'> {
  const byId = new Map(nodes.map((one) => [one.id, one]))
  const seen = new Set<string>()
  for (let at: TreeNode | undefined = parent; at && !seen.has(at.id); at = byId.get(at.parentId ?? '')) {
    if (at.id === node.id) return refuse('market/beneath-itself')
    seen.add(at.id)
  }
  return holders[node.kind].includes(parent.kind) ? ok(true) : refuse('market/parent-kind')
}

/** Under which node one stands, from when to when; a node without any has always stood where it stands. */
export type Stays = ReadonlyMap<string, Timeline<{ readonly parent: string }>>
