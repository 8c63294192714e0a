import { describe, expect, it } from 'vitest'
import { addDays, addMonths, isDay } from './day.ts'

describe('a day', () => {
  it('is one of the calendar', () => {
    expect(
      ['2024-02-29', '2025-02-29', '2025-02-30', '2025-13-01', '2025-1-5', '', 'today'].map(isDay),
    ).toEqual([true, ...Array.from({ length: 6 }, () => false)])
  })

  it('has years before and after it: none is taken that is nearer to the ends of what can be written', () => {
    expect(['0000-01-01', '0001-01-01', '1899-12-31', '3000-01-01', '9999-12-31'].filter(isDay)).toEqual([])
    for (const end of ['1900-01-01', '2999-12-31']) {
      expect(isDay(end)).toBe(true)
      expect([addMonths(end, -1200), addMonths(end, 1200), addDays(end, 1)].map((day) => day.length)).toEqual(
        [10, 10, 10],
      )
    }
  })
})
