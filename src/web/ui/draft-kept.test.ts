import { describe, expect, it } from 'vitest'
import { differing, readKept } from './draft-kept.ts'

describe('a draft', () => {
  it('keeps what differs and forgets what was put back', () => {
    const initial = { name: '金穗', tiers: ['1'], money: null as number | null }
    expect(differing(initial, { name: '金穗', tiers: ['1'], money: 3 })).toEqual({ money: 3 })
    expect(differing(initial, { tiers: ['1', '2'] })).toEqual({ tiers: ['1', '2'] })
  })
  it('leaves out a field that the form no longer has', () => {
    expect(differing<object>({ name: '' }, { gone: 1 } as object)).toEqual({})
  })
  it('is nothing where what was kept is no draft', () => {
    for (const text of [null, '', '{', '3', 'null', '{"patch":1,"at":1}', '{"patch":{}}'])
      expect(readKept(text)).toBeNull()
    expect(readKept('{"patch":{"a":1},"at":5}')).toEqual({ patch: { a: 1 }, at: 5 })
  })
})
