import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  covers,
  grantsOf,
  marketsUnder,
  mayDo,
  mayGrant,
  nodesInReach,
  reachFor,
  rights,
  rightsOf,
  roles,
  rolesWith,
  union,
  within,
  type NodeKind,
  type RoleRow,
  type Role,
  type TreeNode,
} from './reach.ts'

const node = (id: string, parentId: string | null, kind: NodeKind): TreeNode => ({ id, parentId, kind })
const tree = [
  node('m1', 'office', 'market'),
  node('hq', null, 'hq'),
  node('south', 'hq', 'region'),
  node('office', 'south', 'office'),
  node('m2', 'office', 'market'),
  node('north', 'hq', 'region'),
  node('m3', 'north', 'market'),
  node('west', 'hq', 'region'),
]
const row = (
  role: Role,
  nodeId: string,
  validFrom = '2026-01-01',
  validTo: string | null = null,
): RoleRow => ({
  role,
  nodeId,
  validFrom,
  validTo,
})
const day = '2026-06-01'

describe('reach', () => {
  it('takes the markets beneath a node; HQ is every market, also those to come', () => {
    expect(marketsUnder(tree, 'south')).toEqual(['m1', 'm2'])
    expect(marketsUnder(tree, 'm3')).toEqual(['m3'])
    expect(marketsUnder(tree, 'hq')).toBe('*')
    expect(marketsUnder(tree, 'west')).toEqual([])
    expect(marketsUnder(tree, 'nowhere')).toEqual([])
  })

  it('counts a role from its first day to the day before its last', () => {
    const rows = [row('hq', 'hq', '2026-02-01', '2026-06-01')]
    expect(grantsOf(rows, tree, '2026-01-31').size).toBe(0)
    expect(grantsOf(rows, tree, '2026-02-01').get('ranking.read')).toBe('*')
    expect(grantsOf(rows, tree, '2026-05-31').get('ranking.read')).toBe('*')
    expect(grantsOf(rows, tree, '2026-06-01').size).toBe(0)
  })

  it('does not add two roles in two places up to a right where neither gives it', () => {
    const grants = grantsOf([row('rep', 'm1'), row('finance', 'north')], tree, day)
    const ranking = reachFor(grants, 'ranking.read')
    expect(ranking.scope).toEqual(['m1', 'm3'])
    expect(ranking.rights.has('contribution.read')).toBe(false)
    const exported = reachFor(grants, 'export.run')
    expect(exported.scope).toEqual(['m3'])
    expect(exported.rights.has('contribution.read')).toBe(true)
  })

  it('says which roles have a right that is missing', () => {
    const refused = mayDo(grantsOf([row('rep', 'm1')], tree, day), 'people.change')
    expect(refused).toEqual({
      ok: false,
      problem: { code: 'person/no-right', facts: { right: 'people.change', roles: 'admin' } },
    })
  })

  it('keeps contribution from reps and from those who only look', () => {
    expect(rolesWith('contribution.read')).toEqual(['admin', 'hq', 'finance', 'regional_manager'])
  })

  it('lets nobody hand out more than they hold', () => {
    const regional = grantsOf([row('admin', 'south')], tree, day)
    expect(mayGrant(regional, tree, { role: 'rep', nodeId: 'office' }).ok).toBe(true)
    expect(mayGrant(regional, tree, { role: 'rep', nodeId: 'north' }).ok).toBe(false)
    expect(mayGrant(regional, tree, { role: 'admin', nodeId: 'hq' }).ok).toBe(false)
    // A region that has no market today gets some tomorrow.
    expect(mayGrant(regional, tree, { role: 'admin', nodeId: 'west' }).ok).toBe(false)
    const manager = grantsOf([row('hq', 'hq')], tree, day)
    expect(mayGrant(manager, tree, { role: 'rep', nodeId: 'm1' }).ok).toBe(false)
  })

  it('shows the path to what a person sees, parents first, and no neighbour', () => {
    expect(nodesInReach(tree, ['m1']).map((one) => one.id)).toEqual(['hq', 'south', 'office', 'm1'])
    expect(nodesInReach(tree, '*')).toHaveLength(tree.length)
    expect(nodesInReach(tree, [])).toEqual([])
  })

  it('survives a tree with a circle', () => {
    const circle = [node('a', 'b', 'region'), node('b', 'a', 'office'), node('m', 'a', 'market')]
    expect(marketsUnder(circle, 'a')).toEqual(['m'])
    expect(
      nodesInReach(circle, ['m'])
        .map((one) => one.id)
        .toSorted(),
    ).toEqual(['a', 'b', 'm'])
  })
})

describe('reach, for any roles', () => {
  const anyRow = fc.record({
    role: fc.constantFrom(...roles),
    nodeId: fc.constantFrom(...tree.map((one) => one.id)),
    validFrom: fc.constant('2026-01-01'),
    validTo: fc.constant(null),
  })

  it('never gives a right in a market where no single role gives it', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 4 }), fc.constantFrom(...rights), (rows, right) => {
        const reach = reachFor(grantsOf(rows, tree, day), right)
        for (const market of ['m1', 'm2', 'm3']) {
          if (!covers(reach.scope, [market])) continue
          for (const held of reach.rights)
            expect(
              rows.some(
                (one) => rightsOf(one.role).has(held) && covers(marketsUnder(tree, one.nodeId), [market]),
              ),
            ).toBe(true)
        }
      }),
    )
  })

  it('joins and limits scopes as sets', () => {
    const anyScope = fc.oneof(fc.constant('*' as const), fc.subarray(['m1', 'm2', 'm3']))
    fc.assert(
      fc.property(anyScope, anyScope, (a, b) => {
        expect(covers(union(a, b), a) && covers(union(a, b), b)).toBe(true)
        expect(covers(a, within(a, b)) && covers(b, within(a, b))).toBe(true)
      }),
    )
  })
})
