import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { yuan } from '../../../test/make/deal.ts'
import { decimal, ratio, sum, times, ZERO } from '../fraction.ts'
import type { Tier, TierMode } from './deal.ts'
import { cliffsOf, nextStep, rebateOn } from './tier-rebate.ts'

/** From 0, 5,000, 10,000 and 20,000 cases on: nothing, 0.50, 1.00 and 1.50 a case. */
const tiers: readonly Tier[] = [
  [0, 0],
  [5000, 0.5],
  [10_000, 1],
  [20_000, 1.5],
].map(([from = 0, rate = 0]) => ({ from, rate: decimal(rate) }))

/** The slow way: walk through the cases one by one. */
function walked(cases: number, all: readonly Tier[], mode: TierMode) {
  const rateAt = (nth: number) => {
    let rate = ZERO
    for (const tier of all) if (nth >= tier.from) rate = tier.rate
    return rate
  }
  const each = Array.from({ length: cases }, (_, before) => rateAt(mode === 'all' ? cases : before))
  return sum(each)
}

const someTiers = fc
  .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 5 })
  .chain((froms) =>
    fc.tuple(
      fc.constant(froms.toSorted((a, b) => a - b)),
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: froms.length, maxLength: froms.length }),
    ),
  )
  .map(([froms, fen]) => froms.map((from, at) => ({ from, rate: ratio(fen[at] ?? 0, 100) })))

describe('tiered rebates', () => {
  it.each([
    // cases, all-volume, marginal
    [4999, 0, 0],
    [5000, 2500, 0],
    [9999, 4999.5, 2499.5], // 9,999 × 0.50; 4,999 × 0.50
    [10_000, 10_000, 2500], // 10,000 × 1; 5,000 × 0.50
    [19_999, 19_999, 12_499],
    [20_000, 30_000, 12_500],
    [25_000, 37_500, 20_000], // 25,000 × 1.50; 2,500 + 10,000 + 5,000 × 1.50
  ])('%s cases earn %s all-volume and %s marginal', (cases, all, marginal) => {
    expect(yuan(rebateOn(cases, { tiers, mode: 'all' }))).toBe(all)
    expect(yuan(rebateOn(cases, { tiers, mode: 'marginal' }))).toBe(marginal)
  })

  it('is what walking through the cases gives, in both modes, also where rates fall', () => {
    fc.assert(
      fc.property(
        someTiers,
        fc.integer({ min: 0, max: 90 }),
        fc.constantFrom<TierMode>('all', 'marginal'),
        (all, cases, mode) => {
          expect(rebateOn(cases, { tiers: all, mode })).toEqual(walked(cases, all, mode))
        },
      ),
    )
  })

  it('shows the cliff: the 10,000th case brings 5,000.50 all-volume, and 0.50 marginal', () => {
    const cliff = (mode: TierMode) => cliffsOf({ tiers, mode }).find(({ from }) => from === 10_000)
    // 10,000 − 4,999.50
    expect(yuan(cliff('all')?.lastCase)).toBe(5000.5)
    expect(yuan(cliff('marginal')?.lastCase)).toBe(0.5)
    expect(cliffsOf({ tiers, mode: 'all' }).map(({ from }) => from)).toEqual([5000, 10_000, 20_000])
  })

  it('says how far the next step is and what reaching it adds', () => {
    const next = nextStep(9600, { tiers, mode: 'all' })
    // 10,000 × 1 − 9,600 × 0.50 = 5,200 for 400 cases
    expect([next?.from, next?.lacking, yuan(next?.gain)]).toEqual([10_000, 400, 5200])
    expect(nextStep(20_000, { tiers, mode: 'all' })).toBeNull()
  })

  it('a first tier above zero leaves nothing below it', () => {
    const from5000 = { tiers: tiers.slice(1), mode: 'all' as const }
    expect(yuan(rebateOn(4999, from5000))).toBe(0)
    expect(rebateOn(5000, from5000)).toEqual(times(ratio(5000), decimal(0.5)))
  })
})
