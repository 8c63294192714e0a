import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ratio } from '../fraction.ts'
import { NOTHING } from './policy-entitlement.ts'
import { earned, postingOf, split } from './policy-posting.ts'
import { termsOf } from './trade-policy-draft.ts'

const nought = { ...NOTHING, minor: 0 }
const threeACase = termsOf({ kind: 'rate', measure: 'cases', rate: 300 })
const steps = {
  kind: 'tiers',
  measure: 'cases',
  tiers: [
    { from: 5000, rate: 50 },
    { from: 10_000, rate: 100 },
  ],
} as const

describe('a posting', () => {
  it('is 3.00 for a case at 3.00 (article 2.4), and says why', () => {
    const { minor, shares, trace } = postingOf(threeACase, nought, { ...NOTHING, quantity: 1000 }, [
      { id: 'a', quantity: 1000 },
    ])
    expect([minor, shares]).toEqual([300, [{ id: 'a', minor: 300 }]])
    expect(trace).toMatchObject({
      before: { minor: 0 },
      after: { quantity: 1000, minor: 300 },
      exact: '300/1',
    })
  })

  it('of 2,400 cases is 7,200.00; a return of 400 takes back 1,200.00', () => {
    const first = postingOf(threeACase, nought, { ...NOTHING, quantity: 2_400_000 }, [
      { id: 'a', quantity: 2_400_000 },
    ])
    expect(first.minor).toBe(720_000)
    const back = postingOf(threeACase, first.trace.after, { ...NOTHING, quantity: 2_000_000 }, [
      { id: 'b', quantity: -400_000 },
    ])
    expect(back).toMatchObject({ minor: -120_000, shares: [{ id: 'b', minor: -120_000 }] })
  })

  it('that reaches a step of an all-volume rebate pays for all before it; a return beneath it takes that back', () => {
    const terms = termsOf({ ...steps, mode: 'all' })
    // 9,999 × 0.50 = 4,999.50; 10,000 × 1.00 = 10,000.00
    const before = {
      ...NOTHING,
      quantity: 9_999_000,
      minor: earned(terms, { ...NOTHING, quantity: 9_999_000 }),
    }
    const on = postingOf(terms, before, { ...NOTHING, quantity: 10_000_000 }, [{ id: 'a', quantity: 1000 }])
    expect([before.minor, on.minor, on.trace.tier]).toEqual([499_950, 500_050, [0, 1]])
    const back = postingOf(terms, on.trace.after, { ...NOTHING, quantity: 9_999_000 }, [
      { id: 'b', quantity: -1000 },
    ])
    expect([back.minor, back.trace.after.minor]).toEqual([-500_050, 499_950])
    // marginal: 5,000 at 0.50
    expect(earned(termsOf({ ...steps, mode: 'marginal' }), before)).toBe(249_950)
  })

  it('gives whole free cases only, for whole cases only', () => {
    const terms = termsOf({ kind: 'free_goods', buy: 10, get: 1, valueMinor: 1800 })
    const of = (cases: number) => earned(terms, { ...NOTHING, quantity: cases * 1000 })
    expect([of(9.999), of(10), of(19), of(2400), of(-30)]).toEqual([0, 1800, 1800, 240 * 1800, 0])
  })

  it('pays growth on what is above last year by more than the threshold, and nothing where last year is not known', () => {
    const terms = termsOf({ kind: 'growth', measure: 'cases', above: 10, rate: 200 })
    // 1,300 − 1,000 × 1.10 = 200 cases × 2.00
    expect(earned(terms, { quantity: 1_300_000, base: 1_000_000, confirmed: false })).toBe(40_000)
    expect(earned(terms, { quantity: 1_300_000, base: 0, confirmed: false })).toBe(0)
  })

  it('of a conduct policy is the amount once it is confirmed, and back when that is withdrawn', () => {
    const terms = termsOf({ kind: 'conduct', amountMinor: 50_000 })
    const yes = postingOf(terms, nought, { ...NOTHING, confirmed: true }, [])
    expect([yes.minor, yes.shares]).toEqual([50_000, []])
    expect(postingOf(terms, yes.trace.after, NOTHING, []).minor).toBe(-50_000)
  })
})

describe('a split', () => {
  it('gives what is left to whoever has the largest rest, and adds up', () => {
    const lines = [1, 1, 1].map((one, at) => ({ id: String(at), quantity: one }))
    expect(split(100, lines, null).map(({ minor }) => minor)).toEqual([34, 33, 33])
    expect(split(-100, lines, null).map(({ minor }) => minor)).toEqual([-33, -33, -34])
  })

  it('gives each line its own where every unit earns the same, though they come to nothing together', () => {
    const lines = [
      { id: 'a', quantity: 100_000 },
      { id: 'b', quantity: -100_000 },
    ]
    expect(split(0, lines, ratio(3, 10)).map(({ minor }) => minor)).toEqual([30_000, -30_000])
  })

  it('adds up, whatever it is of, and no line is a whole unit away from its share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 }),
        (total, weights) => {
          const shares = split(
            total,
            weights.map((one, at) => ({ id: String(at), quantity: one })),
            null,
          )
          expect(shares.reduce((sum, { minor }) => sum + minor, 0)).toBe(total)
          const all = BigInt(weights.reduce((sum, one) => sum + Math.abs(one), 0))
          const off = shares.map(
            ({ minor }, at) => BigInt(minor) * all - BigInt(total) * BigInt(Math.abs(weights[at] ?? 0)),
          )
          expect(all === 0n || off.every((one) => -all < one && one < all)).toBe(true)
        },
      ),
      { seed: 7, numRuns: 500 },
    )
  })
})
