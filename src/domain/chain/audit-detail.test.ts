import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASK, saidIn } from './audit-detail.ts'

describe('what an entry of the audit says', () => {
  it('is the difference where it has before and after, with nested fields joined by dots', () => {
    expect(
      saidIn({
        before: { name: '永盛', weights: { volume: 30, profit: 20 } },
        after: { name: '永盛糖酒', weights: { volume: 30, profit: 25 } },
        reason: '改名',
      }),
    ).toEqual([
      { field: 'name', before: '永盛', after: '永盛糖酒' },
      { field: 'weights.profit', before: '20', after: '25' },
      { field: 'reason', before: null, after: '改名' },
    ])
  })

  it('is what was taken away, or what is there for the first time', () => {
    expect(saidIn({ before: { name: 'A' } })).toEqual([{ field: 'name', before: 'A', after: null }])
    expect(saidIn({ before: null, after: { name: 'A' } })).toEqual([
      { field: 'name', before: null, after: 'A' },
    ])
  })

  it('leaves from and to that are days or ids as they are', () => {
    expect(saidIn({ from: '2026-01-01', to: '2026-01-09', roles: ['rep@First', 'hq@HQ'] })).toEqual([
      { field: 'from', before: null, after: '2026-01-01' },
      { field: 'to', before: null, after: '2026-01-09' },
      { field: 'roles', before: null, after: 'rep@First, hq@HQ' },
    ])
    expect(saidIn(null)).toEqual([])
  })

  it('never gives a telephone back, however deep it lies', () => {
    assert(
      property(array(constantFrom('a', 'b', 'c'), { maxLength: 4 }), (path) => {
        const detail = path.reduce<Record<string, unknown>>((inner, name) => ({ [name]: inner }), {
          phone: '13800004417',
        })
        const said = saidIn({ before: detail, after: detail, kept: detail })
        expect(JSON.stringify(said)).not.toContain('4417')
        expect(said.some(({ after }) => after === MASK)).toBe(true)
      }),
    )
  })
})
