import type { Session } from '../../contract/people.ts'

export type TreeNode = Session['nodes'][number]

/** The nodes from the root to one, given by its code; nothing where the code is unknown. */
export function pathTo(nodes: readonly TreeNode[], code: string | undefined): readonly TreeNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const path: TreeNode[] = []
  let node = code === undefined ? undefined : nodes.find((one) => one.code === code)
  while (node && !path.includes(node)) {
    path.unshift(node)
    node = node.parent === null ? undefined : byId.get(node.parent)
  }
  return path
}

/** All nodes as a tree read from top to bottom, each with its depth. */
export function inOrder(
  nodes: readonly TreeNode[],
): readonly { readonly node: TreeNode; readonly depth: number }[] {
  const ids = new Set(nodes.map((node) => node.id))
  const children = new Map<string, TreeNode[]>()
  for (const node of nodes) {
    const parent = node.parent !== null && ids.has(node.parent) ? node.parent : ''
    children.set(parent, [...(children.get(parent) ?? []), node])
  }
  const list: { node: TreeNode; depth: number }[] = []
  const visit = (parent: string, depth: number) => {
    for (const node of children.get(parent) ?? []) {
      list.push({ node, depth })
      visit(node.id, depth + 1)
    }
  }
  visit('', 0)
  return list
}
