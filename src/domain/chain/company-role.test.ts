import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayShapeRole, readCompanyRole, showCosts } from './company-role.ts'
import { allGrants, grantsOf, mayGrant, neverLent, reachFor, rights, rolesWith, rightsOf } from './reach.ts'

const code = (done: ReturnType<typeof readCompanyRole>) => (done.ok ? done.value : done.problem.code)
const anyRights = fc.subarray([...rights], { minLength: 1 })
const tree = [
  { id: 'hq', parentId: null, kind: 'hq' },
  { id: 'south', parentId: 'hq', kind: 'region' },
  { id: 'port', parentId: 'south', kind: 'market' },
] as const
const row = { role: 'own-1', nodeId: 'south', validFrom: '2026-01-01', validTo: null }

describe('a role of the company’s own', () => {
  it('is a name and some of the rights, once each and in their order', () => {
    const wish = { name: '  副经理 ', rights: ['account.note', 'ranking.read', 'account.note'] } as const
    expect(code(readCompanyRole(wish, []))).toEqual({
      name: '副经理',
      rights: ['ranking.read', 'account.note'],
    })
  })

  it('is refused without a name or a right, with a name that is taken, and where costs would show after all', () => {
    const read = { rights: ['ranking.read'] } as const
    expect(code(readCompanyRole({ ...read, name: ' ' }, []))).toBe('role/name-missing')
    expect(code(readCompanyRole({ ...read, name: 'field REP' }, ['Field rep']))).toBe('role/name-taken')
    expect(code(readCompanyRole({ ...read, name: 'Admin' }, []))).toBe('role/name-taken')
    expect(code(readCompanyRole({ name: 'X', rights: [] }, []))).toBe('role/rights-none')
    for (const right of showCosts)
      expect(code(readCompanyRole({ name: 'X', rights: [right] }, []))).toBe('role/shows-costs')
    expect(readCompanyRole({ name: 'X', rights: [...showCosts, 'contribution.read'] }, [])).toMatchObject({
      ok: true,
    })
  })

  it('gives exactly its rights where it holds, and lent never the two that stay at home', () => {
    fc.assert(
      fc.property(anyRights, fc.boolean(), (some, lent) => {
        const held = { ...row, rights: some, ...(lent ? { lent: true as const } : {}) }
        const given = grantsOf([held], tree, '2026-02-01')
        const due = lent ? some.filter((right) => !neverLent.has(right)) : some
        expect([...given.keys()].toSorted()).toEqual(due.toSorted())
        expect([...given.values()].every((scope) => scope[0] === 'port')).toBe(true)
      }),
    )
  })

  it('gives nothing when it is not there any more', () => {
    expect(grantsOf([{ ...row, rights: [] }, row], tree, '2026-02-01').size).toBe(0)
  })

  it('is given and made only by who holds people.change and each of its rights there', () => {
    fc.assert(
      fc.property(anyRights, anyRights, (own, wanted) => {
        const at = (nodeId: string) => grantsOf([{ ...row, nodeId, rights: own }], tree, '2026-02-01')
        const holds = ['people.change' as const, ...wanted].every((right) => own.includes(right))
        const gift = { role: 'own-2', rights: wanted, nodeId: 'port' }
        expect(mayGrant(at('south'), tree, gift).ok).toBe(holds)
        expect(mayShapeRole(at('hq'), wanted).ok).toBe(holds)
        expect(mayShapeRole(at('south'), wanted).ok).toBe(false)
      }),
    )
    expect(mayShapeRole(allGrants(), rights).ok).toBe(true)
  })

  it('adds up with another in another place to nothing that neither gives', () => {
    const seller = { ...row, nodeId: 'hq', rights: ['ranking.read', 'export.run'] as const }
    const grants = grantsOf([seller, { ...row, role: 'regional_manager' }], tree, '2026-02-01')
    expect(reachFor(grants, 'export.run').rights.has('contribution.read')).toBe(false)
  })

  it('shows costs no more than the six do', () => {
    for (const right of showCosts)
      for (const role of rolesWith(right)) expect(rightsOf(role).has('contribution.read')).toBe(true)
  })
})
