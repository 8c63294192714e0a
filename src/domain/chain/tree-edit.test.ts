import { describe, expect, it } from 'vitest'
import type { TreeNode } from './reach.ts'
import { mayStand } from './tree-edit.ts'

const nodes: readonly TreeNode[] = [
  { id: 'hq', kind: 'hq', parentId: null },
  { id: 'south', kind: 'region', parentId: 'hq' },
  { id: 'north', kind: 'region', parentId: 'hq' },
  { id: 'river', kind: 'office', parentId: 'south' },
  { id: 'lake', kind: 'market', parentId: 'river' },
]
const node = (id: string) => nodes.find((one) => one.id === id) as TreeNode
const codeOf = (result: { ok: boolean; problem?: { code: string } }) => result.problem?.code ?? 'ok'

describe('the tree of territories', () => {
  it('lets nothing stand beneath itself, and a market hold nothing', () => {
    expect(codeOf(mayStand(node('south'), node('river'), nodes))).toBe('market/beneath-itself')
    expect(codeOf(mayStand(node('south'), node('south'), nodes))).toBe('market/beneath-itself')
    expect(codeOf(mayStand(node('river'), node('lake'), nodes))).toBe('market/beneath-itself')
    expect(codeOf(mayStand(node('north'), node('lake'), nodes))).toBe('market/parent-kind')
    expect(codeOf(mayStand(node('river'), node('north'), nodes))).toBe('ok')
    expect(codeOf(mayStand(node('lake'), node('hq'), nodes))).toBe('ok')
  })
})
