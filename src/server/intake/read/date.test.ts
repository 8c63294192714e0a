import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber } from '../../../domain/day.ts'
import { serialText } from './cell.ts'
import { formatReader, orderOf, parseDate } from './date.ts'
import { periodIn, yearIn } from './month.ts'

const dmy = { order: 'dmy', year: null, shift: false } as const

describe('dates as people write them', () => {
  it.each([
    ['2025-1-3', '2025-01-03'],
    ['2025/01/03 9:56', '2025-01-03'],
    ['2025.1.3', '2025-01-03'],
    ['2025年1月3日 星期五', '2025-01-03'],
    ['二〇二五年一月十三日', '2025-01-13'],
    ['20250131', '2025-01-31'],
    ['45675', '2025-01-18'],
    ['15.02.2025', '2025-02-15'],
    ['15-Feb-25', '2025-02-15'],
    ['February 15, 2025', '2025-02-15'],
    ['2025-01-03T10:00:00Z', '2025-01-03'],
    ['202502', '2025-02-28'],
    ['2024年2月', '2024-02-29'],
    ['Feb-24', '2024-02-29'],
    ['2025Q1', '2025-03-31'],
  ])('%s', (text, day) => {
    expect(parseDate(text, dmy)).toBe(day)
  })

  it.each(['2025-02-30', '32.01.2025', '一些', '7', '1月3日', '2025', '9：00-14：00'])(
    '%s is no date',
    (text) => {
      expect(parseDate(text, dmy)).toBe(null)
    },
  )

  it('every day in every common way', () => {
    const ways = [
      (y: string, m: string, d: string) => `${y}-${m}-${d}`,
      (y: string, m: string, d: string) => `${y}年${Number(m)}月${Number(d)}日`,
      (y: string, m: string, d: string) => `${d}.${m}.${y}`,
      (y: string, m: string, d: string) => `${y}${m}${d}`,
    ]
    fc.assert(
      fc.property(fc.integer({ min: 7306, max: 25_000 }), fc.constantFrom(...ways), (number, write) => {
        const day = dayFromNumber(number)
        const [y = '', m = '', d = ''] = day.split('-')
        expect(parseDate(write(y, m, d), dmy)).toBe(day)
        expect(serialText(number + 25_569, false)).toBe(day)
        expect(serialText(number + 25_569 - 1462, true)).toBe(day)
      }),
    )
  })

  it('the whole column decides between day and month', () => {
    expect(orderOf(['01/02/2025', '03/14/2025'], 'dmy', null)).toEqual({ order: 'mdy', sure: true })
    expect(orderOf(['01/02/2025', '14/03/2025'], 'mdy', null)).toEqual({ order: 'dmy', sure: true })
    expect(orderOf(['01/02/2025', '03/04/2025'], 'dmy', null)).toEqual({ order: 'dmy', sure: false })
    expect(orderOf(['25.1.3', '25.12.31'], 'dmy', null).order).toBe('ymd')
  })

  it('a stated format is kept to', () => {
    expect(formatReader('MM/DD/YYYY')?.('1/2/2025')).toBe('2025-01-02')
    expect(formatReader('MM/DD/YYYY')?.('13/02/2025')).toBe(null)
    expect(formatReader('YYYYMMDD')?.('20250131')).toBe('2025-01-31')
    expect(formatReader('DD/MM')).toBe(null)
  })
})

describe('periods in headers', () => {
  it.each([
    ['1月', { year: null, month: 1, day: null, months: 1 }],
    ['2025年12月份', { year: 2025, month: 12, day: null, months: 1 }],
    ['十二月', { year: null, month: 12, day: null, months: 1 }],
    ['Jan-25', { year: 2025, month: 1, day: null, months: 1 }],
    ['2025M03', { year: 2025, month: 3, day: null, months: 1 }],
    ['一季度', { year: null, month: 3, day: null, months: 3 }],
    ['Q2 2025', { year: 2025, month: 6, day: null, months: 3 }],
  ])('%s', (text, period) => {
    expect(periodIn(text)).toEqual({ period, rest: '' })
  })

  it.each(['1-3月', '8度', 'Margin', 'Marketing', '2025', '合计'])('%s is none', (text) => {
    expect(periodIn(text)?.rest === '').toBe(false)
  })

  it('a title speaks of one year or of none', () => {
    expect(yearIn('2025年上半年销售')).toBe(2025)
    expect(yearIn('2024与2025年对比')).toBe(null)
  })
})
