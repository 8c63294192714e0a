import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../day.ts'
import { covers, grantsOf, neverLent, rights, roles, type NodeKind, type TreeNode } from './reach.ts'
import { actingRows, readStandIn, type StandIn } from './reach-stand-ins.ts'

const node = (id: string, parentId: string | null, kind: NodeKind): TreeNode => ({ id, parentId, kind })
const tree = [
  node('hq', null, 'hq'),
  node('south', 'hq', 'region'),
  node('m1', 'south', 'market'),
  node('m2', 'south', 'market'),
  node('m3', 'hq', 'market'),
]
const people = ['a', 'b', 'c'] as const
const day = '2026-06-10'
const nobody: ReadonlySet<string> = new Set()
const role = (personId: string, name: (typeof roles)[number], nodeId: string) => ({
  personId,
  role: name,
  nodeId,
  validFrom: '2026-01-01',
  validTo: null,
})
const standIn = (
  personId: string,
  forPersonId: string,
  validFrom = '2026-06-10',
  validTo = '2026-06-13',
) => ({
  personId,
  forPersonId,
  validFrom,
  validTo,
})

describe('a stand-in', () => {
  const rows = [role('a', 'rep', 'm1'), role('b', 'regional_manager', 'south')]
  const mayUndo = (on: string) =>
    grantsOf(actingRows('a', rows, [standIn('a', 'b')], nobody, on), tree, on).get('import.undo')

  it('holds from its first day to its last, and not a day longer', () => {
    expect(mayUndo('2026-06-09')).toBeUndefined()
    expect(mayUndo('2026-06-10')).toEqual(['m1', 'm2'])
    expect(mayUndo('2026-06-12')).toEqual(['m1', 'm2'])
    expect(mayUndo('2026-06-13')).toBeUndefined()
  })

  it('lends no right over people or the company: days would become years', () => {
    const admin = [role('a', 'rep', 'm1'), role('b', 'admin', 'hq')]
    const grants = grantsOf(actingRows('a', admin, [standIn('a', 'b')], nobody, day), tree, day)
    expect(grants.get('policy.change')).toBe('*')
    expect(grants.has('people.change')).toBe(false)
    expect(grants.has('company.change')).toBe(false)
  })

  it('is refused for oneself, the wrong way round, in the past, for years, twice', () => {
    const wish = { personId: 'a', forPersonId: 'b', from: '2026-06-10', to: '2026-06-12' }
    expect(readStandIn(wish, [], day)).toEqual({ ok: true, value: standIn('a', 'b') })
    const code = (other: object, there: readonly StandIn[] = []) => {
      const read = readStandIn({ ...wish, ...other }, there, day)
      return read.ok ? 'ok' : read.problem.code
    }
    expect(code({ personId: 'b' })).toBe('stand-in/for-oneself')
    expect(code({ to: '2026-06-09' })).toBe('stand-in/days')
    expect(code({ to: '2026-06-31' })).toBe('stand-in/days')
    expect(code({ from: '2026-06-09' })).toBe('stand-in/past')
    expect(code({ to: '2027-06-10' })).toBe('ok')
    expect(code({ to: '2027-06-11' })).toBe('stand-in/too-long')
    expect(code({ to: '2026-06-10' })).toBe('ok')
    expect(code({}, [standIn('a', 'b', '2026-06-12', '2026-06-13')])).toBe('stand-in/twice')
    expect(code({}, [standIn('a', 'b', '2026-06-13', '2026-06-14'), standIn('a', 'c')])).toBe('ok')
  })
})

describe('stand-ins, for any people, roles and days', () => {
  const anyPerson = fc.constantFrom(...people)
  const anyDay = fc.integer({ min: -5, max: 5 }).map((n) => addDays(day, n))
  const anyRow = fc
    .tuple(anyPerson, fc.constantFrom(...roles), fc.constantFrom(...tree.map(({ id }) => id)))
    .map(([personId, name, nodeId]) => role(personId, name, nodeId))
  const anyStandIn = fc
    .tuple(anyPerson, anyPerson, anyDay, fc.integer({ min: 1, max: 4 }))
    .map(([a, b, from, n]) => standIn(a, b, from, addDays(from, n)))
  const anyOut = fc.subarray([...people]).map((out) => new Set<string>(out))

  it('give exactly what the person and those they stand in for hold themselves that day, never more', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 6 }),
        fc.array(anyStandIn, { maxLength: 5 }),
        anyOut,
        anyDay,
        (rows, standIns, out, on) => {
          const ownOf = (person: string) =>
            grantsOf(
              rows.filter((row) => row.personId === person),
              tree,
              on,
            )
          const acts = grantsOf(actingRows('a', rows, standIns, out, on), tree, on)
          const absent = people.filter(
            (one) =>
              one !== 'a' &&
              !out.has(one) &&
              standIns.some(
                (s) => s.personId === 'a' && s.forPersonId === one && s.validFrom <= on && on < s.validTo,
              ),
          )
          for (const right of rights)
            for (const market of ['m1', 'm2', 'm3']) {
              const may = (grants: typeof acts) => covers(grants.get(right) ?? [], [market])
              const expected =
                may(ownOf('a')) || (!neverLent.has(right) && absent.some((one) => may(ownOf(one))))
              expect(may(acts)).toBe(expected)
            }
        },
      ),
    )
  })
})
