import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../day.ts'
import { isUnderAMonth, leadTime, quantile, quartiles, shareWithin, type Way } from './lead-time.ts'

const found = '2026-03-01'
const ordered = (days: number): Way => ({
  found,
  firstOrder: addDays(found, days),
  until: addDays(found, 100),
  lost: false,
})
const open = (days: number): Way => ({ found, firstOrder: null, until: addDays(found, days), lost: false })
const lost = (days: number): Way => ({ ...open(days), lost: true })

describe('from finding to first order (article 2.2)', () => {
  it('under a month is before the same day of the next month', () => {
    expect(isUnderAMonth('2026-03-01', '2026-03-31')).toBe(true)
    expect(isUnderAMonth('2026-03-01', '2026-04-01')).toBe(false)
    // The end of January has its month at the end of February.
    expect(isUnderAMonth('2026-01-31', '2026-02-27')).toBe(true)
    expect(isUnderAMonth('2026-01-31', '2026-02-28')).toBe(false)
  })
  it('quartiles by definition 7, as R’s quantile() has them: 1 2 3 4 give 1.75 2.5 3.25', () => {
    expect(quartiles([4, 2, 3, 1])).toEqual({ low: 1.75, median: 2.5, high: 3.25 })
    expect(quartiles([24])).toEqual({ low: 24, median: 24, high: 24 })
    expect(quartiles([])).toBeNull()
  })
  it('says beside the days of those who ordered how many have not, and how many wait longer already', () => {
    expect(leadTime([ordered(20), ordered(24), ordered(40), open(10), open(60), lost(5)])).toMatchObject({
      ordered: 3,
      days: { low: 22, median: 24, high: 32 },
      underAMonth: 2,
      open: 2,
      openLonger: 1,
      lost: 1,
    })
  })
  it('the share within 30 days counts each for as long as it was watched', () => {
    // At 10: 1 of 4 ordered → 0.25, left 0.75. One open leaves at 15. At 20: 1 of 2 → + 0.75 / 2; the last waits.
    expect(shareWithin([ordered(10), open(15), ordered(20), open(40)], 30)).toBeCloseTo(0.625)
    // A lost one can order no more, and stays in the base.
    expect(shareWithin([ordered(10), lost(12)], 30)).toBeCloseTo(0.5)
    // Nobody was watched for 30 days.
    expect(shareWithin([ordered(10), open(15)], 30)).toBeNull()
    expect(shareWithin([], 30)).toBeNull()
  })
  it('without open ones the share is the plain one', () => {
    const ends = fc.record({ days: fc.integer({ min: 0, max: 60 }), lost: fc.boolean() })
    fc.assert(
      fc.property(fc.array(ends, { minLength: 1, maxLength: 20 }), (all) => {
        const ways = all.map((one) => (one.lost ? lost(one.days) : ordered(one.days)))
        const plain = all.filter((one) => !one.lost && one.days <= 30).length / all.length
        expect(shareWithin(ways, 30)).toBeCloseTo(plain)
      }),
    )
  })
  it('a quantile lies between the least and the most, and the median splits in half', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (values) => {
        const median = quantile(values, 0.5) ?? -1
        expect(median).toBeGreaterThanOrEqual(Math.min(...values))
        expect(median).toBeLessThanOrEqual(Math.max(...values))
        expect(values.filter((one) => one < median).length).toBeLessThanOrEqual(values.length / 2)
        expect(values.filter((one) => one > median).length).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })
})
