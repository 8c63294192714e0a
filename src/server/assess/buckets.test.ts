import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayFromNumber, dayNumber, monthStart, windowTo } from '../../domain/day.ts'
import { bucketsTo } from './buckets.ts'

const bucketOf = (starts: readonly number[], day: number): number =>
  starts.filter((start) => start <= day).length

describe('buckets of two years', () => {
  it('are the 24 months where the day is a month end', () => {
    const buckets = bucketsTo('2022-10-31')
    expect(buckets.starts).toHaveLength(24)
    expect(buckets.windowFrom).toBe(13)
    expect([buckets.after, buckets.afterBefore, buckets.from]).toEqual([
      '2021-10-31',
      '2020-10-31',
      '2020-11-01',
    ])
  })

  it('cut the months in which a window begins where the day is in the middle of one', () => {
    const buckets = bucketsTo('2026-11-23')
    expect(buckets.starts.map(dayFromNumber).slice(0, 2)).toEqual(['2024-11-24', '2024-12-01'])
    expect(dayFromNumber(buckets.starts[buckets.windowFrom - 1] ?? 0)).toBe('2025-11-24')
    expect(buckets.month[0]).toBe(-1)
    expect(buckets.month.at(-1)).toBe(23)
  })

  it('put every day of the two years wholly into its window and its month', () => {
    const days = fc.integer({ min: dayNumber('2019-01-01'), max: dayNumber('2030-12-31') }).map(dayFromNumber)
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 740 }), (asOf, back) => {
        const buckets = bucketsTo(asOf)
        const day = dayFromNumber(dayNumber(asOf) - back)
        fc.pre(day >= buckets.from)
        const bucket = bucketOf(buckets.starts, dayNumber(day))
        const { after } = windowTo(asOf, 12)
        expect(bucket >= buckets.windowFrom).toBe(day > after)
        expect(buckets.before[bucket - 1]).toBe(day <= after && day > windowTo(asOf, 24).after)
        const month = buckets.month[bucket - 1] ?? -1
        expect(
          month === -1 ? day < (buckets.months[0] ?? '') : buckets.months[month] === monthStart(day),
        ).toBe(true)
        expect(buckets.months[0]).toBe(addMonths(monthStart(asOf), -23))
      }),
    )
  })
})
