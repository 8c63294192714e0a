import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayHang, readDays, type Parents } from './account-edit.ts'

const codeOf = (result: { ok: boolean; problem?: { code: string } }) => result.problem?.code ?? 'ok'

describe('who an account hangs under', () => {
  it('is nobody beneath it, and somebody nearer to the brewery', () => {
    const parents: Parents = new Map([
      ['w', null],
      ['s', 'w'],
      ['o', 's'],
    ])
    const w = { id: 'w', tier: 'wholesaler' } as const
    const s = { id: 's', tier: 'sub_distributor' } as const
    const o = { id: 'o', tier: 'outlet' } as const
    expect(codeOf(mayHang(w, o, parents))).toBe('account/beneath-itself')
    expect(codeOf(mayHang(w, w, parents))).toBe('account/beneath-itself')
    expect(codeOf(mayHang(o, w, parents))).toBe('ok')
    expect(codeOf(mayHang(s, { id: 'o2', tier: 'outlet' }, parents))).toBe('account/parent-tier')
    expect(codeOf(mayHang(s, { id: 's2', tier: 'sub_distributor' }, parents))).toBe('account/parent-tier')
    expect(codeOf(mayHang(w, { id: 'w2', tier: 'wholesaler' }, parents))).toBe('ok')
  })

  it('makes no circle, whatever is hung where', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))), (hangings) => {
        const parents = new Map<string, string | null>()
        for (const [id, parent] of hangings) {
          const may = mayHang({ id, tier: 'wholesaler' }, { id: parent, tier: 'wholesaler' }, parents)
          if (may.ok) parents.set(id, parent)
        }
        for (const id of ids) {
          let steps = 0
          for (let at = parents.get(id); at; at = parents.get(at)) expect((steps += 1)).toBeLessThan(6)
        }
      }),
    )
  })

  it('opens before it closes', () => {
    expect(codeOf(readDays('2026-05-01', '2026-04-30'))).toBe('account/closes-before-opening')
    expect(codeOf(readDays('2026-05-01', '2026-05-01'))).toBe('ok')
    expect(codeOf(readDays(null, '2026-13-01'))).toBe('period/day-invalid')
  })
})
