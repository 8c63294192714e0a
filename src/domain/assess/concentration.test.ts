import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concentrationOf } from './concentration.ts'

describe('concentration of a market', () => {
  it('says how few carry it, and how many equal ones that corresponds to', () => {
    // 4,862 + 4,318 + 1,845 + 975 = 12,000; the first two carry 76.5 %
    // HHI = .40517² + .35983² + .15375² + .08125² = .32388; 1 ÷ .32388 = 3.09
    const found = concentrationOf([975, 4318, 1845, 4862])
    expect(found?.lead.members).toBe(2)
    expect(found?.lead.share).toBeCloseTo(0.765, 4)
    expect(found?.hhi).toBeCloseTo(0.32388, 4)
    expect(found?.equal).toBeCloseTo(3.09, 2)
  })

  it('names at most five, and nobody where nobody sells', () => {
    expect(concentrationOf(Array.from({ length: 40 }, () => 10))?.lead).toEqual({ members: 5, share: 5 / 40 })
    expect(concentrationOf([])).toBeNull()
    expect(concentrationOf([0, -3])).toBeNull()
  })

  it('lies between one and the number of members, and equal members are their own number', () => {
    const volumes = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(volumes, (of) => {
        const found = concentrationOf(of)
        expect(found?.equal).toBeGreaterThanOrEqual(1 - 1e-9)
        expect(found?.equal).toBeLessThanOrEqual(of.length + 1e-6)
        expect(found?.lead.share).toBeLessThanOrEqual(1 + 1e-9)
        expect(concentrationOf(of.map(() => 7))?.equal).toBeCloseTo(of.length, 6)
      }),
    )
  })
})
