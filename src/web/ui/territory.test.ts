import { describe, expect, it } from 'vitest'
import { inOrder, pathTo, type TreeNode } from './territory.ts'

const node = (id: string, parent: string | null, kind: TreeNode['kind'] = 'office'): TreeNode => ({
  id,
  parent,
  kind,
  code: id.toUpperCase(),
  name: `name of ${id}`,
})
const nodes = [
  node('hq', null, 'hq'),
  node('n', 'hq'),
  node('s', 'hq'),
  node('n1', 'n', 'market'),
  node('s1', 's', 'market'),
]

describe('territory', () => {
  it('path runs from the top to the node', () => {
    expect(pathTo(nodes, 'N1').map(({ id }) => id)).toEqual(['hq', 'n', 'n1'])
    expect(pathTo(nodes, 'NOWHERE')).toEqual([])
    expect(pathTo(nodes, undefined)).toEqual([])
  })

  it('ends where a parent may not be seen, and does not run in a circle', () => {
    expect(pathTo([node('m', 'hidden', 'market')], 'M').map(({ id }) => id)).toEqual(['m'])
    expect(pathTo([node('a', 'b'), node('b', 'a')], 'A').map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('is read from the top, children under their parents, whatever the order it came in', () => {
    expect(inOrder(nodes.toReversed()).map(({ node: { id }, depth }) => [id, depth])).toEqual([
      ['hq', 0],
      ['s', 1],
      ['s1', 2],
      ['n', 1],
      ['n1', 2],
    ])
    expect(inOrder([node('m', 'hidden', 'market')])).toHaveLength(1)
  })
})
