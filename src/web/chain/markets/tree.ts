import type { MasterNode } from '../../../contract/masters-markets.ts'

export type TreeRow = MasterNode & { readonly depth: number; readonly path: string }

/**
 * The tree as rows, each beneath what holds it. With words: what holds them in name or code, and what lies above.
 */
export function treeRows(nodes: readonly MasterNode[], words: string): readonly TreeRow[] {
  const known = new Set(nodes.map(({ id }) => id))
  const under = new Map<string, MasterNode[]>()
  for (const node of nodes) {
    const above = node.parent !== null && known.has(node.parent) ? node.parent : ''
    under.set(above, [...(under.get(above) ?? []), node])
  }
  const query = words.trim().toLowerCase()
  const found = ({ name, code }: MasterNode) =>
    query === '' || name.toLowerCase().includes(query) || code.toLowerCase().includes(query)
  const rows = (above: string, depth: number, path: string): readonly TreeRow[] =>
    (under.get(above) ?? []).flatMap((node) => {
      const held = rows(node.id, depth + 1, path === '' ? node.name : `${path} / ${node.name}`)
      return found(node) || held.length > 0 ? [{ ...node, depth, path }, ...held] : []
    })
  return rows('', 0, '')
}

/** All that hangs beneath a node, and itself: where it cannot be moved to. */
export function beneath(nodes: readonly MasterNode[], id: string): ReadonlySet<string> {
  const all = new Set([id])
  for (let before = 0; before !== all.size;) {
    before = all.size
    for (const node of nodes) if (node.parent !== null && all.has(node.parent)) all.add(node.id)
  }
  return all
}

/** What may hold a kind; the server has the rule, the choice only shows what can be. */
export function holders(
  nodes: readonly MasterNode[],
  kind: MasterNode['kind'],
  id?: string,
): readonly MasterNode[] {
  const not = id === undefined ? new Set<string>() : beneath(nodes, id)
  return nodes.filter(
    (node) =>
      !not.has(node.id) &&
      (node.kind === 'hq' || node.kind === 'region' || (kind === 'market' && node.kind !== 'market')),
  )
}
