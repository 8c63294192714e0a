import { describe, expect, it } from 'vitest'
import type { MasterNode } from '../../../contract/masters-markets.ts'
import { beneath, holders, treeRows } from './tree.ts'

const node = (id: string, kind: MasterNode['kind'], parent: string | null): MasterNode => ({
  id,
  kind,
  parent,
  code: id,
  name: `n-${id}`,
  version: '',
  closed: null,
  stays: [],
  accounts: 0,
  wholesalers: 0,
  people: 0,
  inUse: false,
})
const nodes = [
  node('hq', 'hq', null),
  node('south', 'region', 'hq'),
  node('north', 'region', 'hq'),
  node('lin', 'office', 'south'),
  node('lake', 'market', 'lin'),
]

describe('the tree as a list', () => {
  it('stands each beneath what holds it', () => {
    expect(treeRows(nodes, '').map(({ id, depth }) => [id, depth])).toEqual([
      ['hq', 0],
      ['south', 1],
      ['lin', 2],
      ['lake', 3],
      ['north', 1],
    ])
  })

  it('keeps what lies above the found', () => {
    expect(treeRows(nodes, 'LAKE').map(({ id }) => id)).toEqual(['hq', 'south', 'lin', 'lake'])
  })

  it('starts where the reader’s reach does', () => {
    expect(treeRows(nodes.slice(3), '').map(({ id, depth }) => [id, depth])).toEqual([
      ['lin', 0],
      ['lake', 1],
    ])
  })

  it('offers no place within itself', () => {
    expect([...beneath(nodes, 'south')]).toEqual(['south', 'lin', 'lake'])
    expect(holders(nodes, 'region', 'south').map(({ id }) => id)).toEqual(['hq', 'north'])
    expect(holders(nodes, 'market').map(({ id }) => id)).toEqual(['hq', 'south', 'north', 'lin'])
  })
})
