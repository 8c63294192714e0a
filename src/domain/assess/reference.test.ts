import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFact, anAccount, AS_OF, litres } from '../../../test/make/figures.ts'
import { fillReference, isReferenceDue, makeReference } from './make-reference.ts'
import { defaultPolicy } from './policy.ts'
import { quantile, scaleOf, unitOf } from './reference.ts'

const quantiles = defaultPolicy.reference

describe('the frozen yardstick', () => {
  it('puts a volume on a logarithmic scale between the 5 % and the 95 % quantile', () => {
    // Volumes e^0, e^1 … e^20: ln q05 = 1, ln q95 = 19. An account of e^10 stands at (10 − 1) ÷ (19 − 1) = 0.5
    const volumes = Array.from({ length: 21 }, (_, i) => Math.exp(i))
    const scale = scaleOf('log', volumes, quantiles, 'tier')!
    expect(scale.low).toBeCloseTo(1, 12)
    expect(scale.high).toBeCloseTo(19, 12)
    expect(unitOf(scale, Math.exp(10))).toBeCloseTo(0.5, 12)
    expect([unitOf(scale, 0), unitOf(scale, -5), unitOf(scale, 1e30)]).toEqual([0, 0, 1])
  })

  it('lets a contribution be negative: asinh(m ÷ median of |m|)', () => {
    const scale = scaleOf('asinh', [-100, -50, 0, 50, 100], quantiles, 'tier')!
    expect(scale.unit).toBe(50)
    expect(unitOf(scale, 0)).toBeCloseTo(0.5, 12)
    expect(unitOf(scale, -1000)).toBe(0)
  })

  it('reads quantiles as numpy does', () => {
    expect(quantile([1, 2, 3, 4], 0.05)).toBeCloseTo(1.15, 12)
    expect(quantile([1, 2, 3, 4], 0.95)).toBeCloseTo(3.85, 12)
    expect(quantile([7], 0.95)).toBe(7)
  })

  it('tells below, on and above where all are equal', () => {
    const scale = scaleOf('linear', [3, 3, 3], quantiles, 'tier')!
    expect([2, 3, 4].map((value) => unitOf(scale, value))).toEqual([0, 0.5, 1])
    expect(scaleOf('log', [0, -1], quantiles, 'tier')).toBeNull()
  })

  it('is monotone and stays in 0..1', () => {
    const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 })
    const kind = fc.constantFrom('log' as const, 'log1p' as const, 'asinh' as const, 'linear' as const)
    const probe = fc.double({ min: -1e10, max: 1e10, noNaN: true })
    fc.assert(
      fc.property(kind, values, probe, probe, (of, made, a, b) => {
        const scale = scaleOf(of, made, quantiles, 'tier')
        if (!scale) return
        const [low, high] = [unitOf(scale, Math.min(a, b)), unitOf(scale, Math.max(a, b))]
        expect(low).toBeLessThanOrEqual(high)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('who the yardstick is made of', () => {
  const many = (tier: 'wholesaler' | 'sub_distributor', n: number, volume: number) =>
    Array.from({ length: n }, (_, i) =>
      anAccount({ code: `${tier}${i}`, tier, millilitres: litres(volume + i) }),
    )
  const make = (accounts: Parameters<typeof makeReference>[0]) =>
    makeReference(accounts, [], defaultPolicy, AS_OF)

  it('is the tier, or for fewer than twenty the whole company, and says which', () => {
    const reference = make([...many('wholesaler', 20, 1000), ...many('sub_distributor', 19, 10)])
    expect(reference.tiers.wholesaler.volume).toMatchObject({ from: 'tier', accounts: 20 })
    expect(reference.tiers.sub_distributor.volume).toMatchObject({ from: 'company', accounts: 39 })
  })

  it('is of accounts with volume in the window', () => {
    const reference = make([...many('wholesaler', 20, 1000), anAccount({ code: 'silent', millilitres: 0 })])
    expect(reference.tiers.wholesaler.volume?.accounts).toBe(20)
    expect(reference.tiers.wholesaler.profit?.accounts).toBe(20)
  })

  it('has no scale for what nobody knows, takes one when the first facts come, and leaves the others alone', () => {
    const frozen = make(many('wholesaler', 20, 1000))
    expect(frozen.tiers.wholesaler.funds).toBeNull()
    const rich = many('wholesaler', 20, 5000).map((one, i) => ({
      ...one,
      facts: [aFact('credit_limit', 1000 + i)],
    }))
    const filled = fillReference(frozen, make(rich))
    expect(filled.tiers.wholesaler.funds?.accounts).toBe(20)
    expect(filled.tiers.wholesaler.volume).toEqual(frozen.tiers.wholesaler.volume)
    expect(filled.frozenOn).toBe(frozen.frozenOn)
  })

  it('stays twelve months', () => {
    const reference = make(many('wholesaler', 20, 1000))
    expect(isReferenceDue(reference, defaultPolicy, '2027-10-30')).toBe(false)
    expect(isReferenceDue(reference, defaultPolicy, '2027-10-31')).toBe(true)
  })
})
