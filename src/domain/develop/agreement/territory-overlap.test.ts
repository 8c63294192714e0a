import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlapOf, type Ground } from './territory-overlap.ts'

const ground = (more: Partial<Ground> = {}): Ground => ({
  markets: new Set(['M1', 'M2']),
  products: null,
  from: '2026-01-01',
  to: '2026-12-31',
  exclusive: true,
  ...more,
})

describe('two agreements over the same ground', () => {
  it('meet where one of them is exclusive: the markets, products and days are named', () => {
    const other = ground({
      markets: new Set(['M2', 'M3']),
      products: new Set(['LAGER']),
      from: '2026-07-01',
      to: '2027-06-30',
      exclusive: false,
    })
    expect(overlapOf(ground(), other)).toEqual({
      markets: ['M2'],
      products: ['LAGER'],
      from: '2026-07-01',
      to: '2026-12-31',
    })
    expect(overlapOf(ground(), ground())).toMatchObject({ products: null })
  })
  it('do not meet when neither is exclusive, or market, product or day differ', () => {
    const shared = ground({ exclusive: false })
    expect(overlapOf(shared, shared)).toBeNull()
    expect(overlapOf(ground(), ground({ markets: new Set(['M3']) }))).toBeNull()
    const lager = ground({ products: new Set(['LAGER']) })
    expect(overlapOf(lager, ground({ products: new Set(['STOUT']) }))).toBeNull()
    expect(overlapOf(ground(), ground({ from: '2027-01-01', to: '2027-12-31' }))).toBeNull()
  })
  it('meet on the last day of the one, when the other begins on it', () => {
    expect(overlapOf(ground(), ground({ from: '2026-12-31', to: '2027-12-31' }))).toMatchObject({
      from: '2026-12-31',
      to: '2026-12-31',
    })
  })
  const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c')).map((all) => new Set(all))
  const days = fc.constantFrom('2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31')
  const any: fc.Arbitrary<Ground> = fc.record({
    markets: some,
    products: fc.option(some),
    from: days,
    to: days,
    exclusive: fc.boolean(),
  })
  it('say the same whichever is asked first', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(overlapOf(one, other)).toEqual(overlapOf(other, one))
      }),
    )
  })
})
