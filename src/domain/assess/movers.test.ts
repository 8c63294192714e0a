import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { categoryShare, isStale, readSize, sizeOn } from './category-share.ts'
import { coverageOf, districtOf } from './coverage-holes.ts'
import { moversOf } from './movers.ts'

describe('movers', () => {
  it('name the largest changes both ways, and those that stand still in neither', () => {
    const found = moversOf(
      [
        { id: 'a', recent: 118, before: 0 },
        { id: 'b', recent: 10, before: 10 },
        { id: 'c', recent: 2, before: 150 },
        { id: 'd', recent: 60, before: 8 },
      ],
      1,
    )
    expect(found.up.map(({ id, change }) => [id, change])).toEqual([['a', 118]])
    expect(found.down.map(({ id, change }) => [id, change])).toEqual([['c', -148]])
    expect(found.change).toBe(22)
  })
})

describe('share of the category', () => {
  const sizes = [
    { validFrom: '2025-09-30', litres: 31_740_000, low: null, high: null, source: 'x' },
    { validFrom: '2026-09-30', litres: 32_950_000, low: 31_300_000, high: 34_600_000, source: 'x' },
  ]

  it('takes the estimate that holds on the day, with its band', () => {
    // 12,000 ÷ 32,950 kL = 36.4 %; 12,000 ÷ 34,600 = 34.7 %; 12,000 ÷ 31,300 = 38.3 %
    const now = categoryShare(12_000_000, sizes, '2026-11-23')
    expect(now?.share).toBeCloseTo(0.364, 3)
    expect(now?.from).toBeCloseTo(0.347, 3)
    expect(now?.to).toBeCloseTo(0.383, 3)
    expect(categoryShare(12_132_000, sizes, '2025-11-23')?.share).toBeCloseTo(0.382, 3)
    expect(categoryShare(12_132_000, sizes, '2025-09-29')).toBeNull()
    expect(sizeOn(sizes, '2026-09-30')?.litres).toBe(32_950_000)
    expect(isStale(sizes[0] as (typeof sizes)[0], '2026-11-23')).toBe(true)
  })

  it('refuses an estimate that cannot be, and names the field', () => {
    const good = { validFrom: '2026-09-30', litres: 100, low: 90, high: 110, source: ' 终端盘点 ' }
    const read = (own: Partial<typeof good>) => {
      const found = readSize({ ...good, ...own }, '2026-11-23')
      return found.ok ? 'ok' : found.problem.facts['field']
    }
    expect(readSize(good, '2026-11-23')).toEqual({ ok: true, value: { ...good, source: '终端盘点' } })
    expect(read({ validFrom: '2026-11-24' })).toBe('validFrom')
    expect(read({ validFrom: '2026-02-30' })).toBe('validFrom')
    expect(read({ litres: 0 })).toBe('litres')
    expect(read({ litres: Number.NaN })).toBe('litres')
    expect(read({ low: 101 })).toBe('low')
    expect(read({ high: 99 })).toBe('high')
    expect(read({ source: ' ' })).toBe('source')
  })
})

describe('outlets that nobody serves', () => {
  it('lie in the district of their address', () => {
    expect(districtOf({ address: '南江省临江市城南区人民路12号', city: '临江市' })).toBe('城南区')
    expect(districtOf({ address: '临江市高铁新区站前路3号', city: '临江市' })).toBe('高铁新区')
    expect(districtOf({ address: '临江城区解放路8号', city: '临江市' })).toBe('临江城区')
    expect(districtOf({ address: '12 Main St', city: 'Ames' })).toBe('Ames')
    expect(districtOf({ address: null, city: null })).toBe('')
  })

  it('lie in streets where there is one district only', () => {
    const at = (address: string, served: boolean) => ({ address, city: '临江市', served })
    expect(
      coverageOf([
        at('临江城区人民路1号', false),
        at('临江城区人民路9号', true),
        at('临江城区老街2号', false),
      ]).areas,
    ).toEqual([
      { name: '人民路', served: 1, holes: 1 },
      { name: '老街', served: 0, holes: 1 },
    ])
  })

  it('are counted once each, wherever they are', () => {
    const outlet = fc.record({
      address: fc.option(fc.string({ unit: fc.constantFrom('城', '南', '区', '县', '市', '路', '1', 'a') })),
      city: fc.option(fc.constantFrom('临江市', 'Ames', '')),
      served: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(outlet), (of) => {
        const found = coverageOf(of)
        expect(found.areas.reduce((sum, area) => sum + area.served + area.holes, 0)).toBe(of.length)
        expect(found.areas.reduce((sum, area) => sum + area.holes, 0)).toBe(found.holes)
      }),
    )
  })
})
