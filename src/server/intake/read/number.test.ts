import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, parseNumber, quick } from './number.ts'
import { specOf } from './units.ts'

describe('figures as people write them', () => {
  it.each([
    ['1,234.50', 1234.5],
    ['(4,320.00)', -4320],
    ['¥5,376.00', 5376],
    ['￥(12.00)', -12],
    ['１６０', 160],
    ['1.2万', 12_000],
    ['12-', -12],
    ['−5', -5],
    ['CNY 12', 12],
    ['12 元', 12],
    ['12.5%', 0.125],
    ['1 234.5', 1234.5],
    ["1'234", 1234],
    ['1.5E+3', 1500],
  ])('%s', (text, value) => {
    expect(parseNumber(text, '.')?.value).toBe(value)
  })

  it.each([
    ['3吨', 'litres', 988],
    ['0.5千升', 'litres', 1000],
    ['2百升', 'litres', 100],
    ['45箱', 'cases', 1],
    ['12瓶', 'units', 1],
    ['750kg', 'litres', 0.988],
  ])('%s is in %s', (text, measure, factor) => {
    expect(parseNumber(text, '.')?.unit).toMatchObject({ measure, factor })
  })

  it('12箱6瓶 is twelve cases and six bottles', () => {
    expect(parseNumber('12箱6瓶', '.')).toMatchObject({
      value: 12,
      unit: { measure: 'cases' },
      rest: { measure: 'units' },
      restValue: 6,
    })
  })

  it.each(['#REF!', '一些', 'abc', '1.2.3', '12,34.5', '2025-01-02', '', '箱'])('%s is no figure', (text) => {
    expect(parseNumber(text, '.')).toBe(null)
  })

  it('what a program writes is read back, in either style', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (cents) => {
        const value = cents / 100
        expect(quick(String(value))).toBe(value === 0 ? 0 : value)
        expect(
          parseNumber(value.toLocaleString('en-US', { minimumFractionDigits: 2 }), '.')?.value,
        ).toBeCloseTo(value, 6)
        expect(
          parseNumber(value.toLocaleString('de-DE', { minimumFractionDigits: 2 }), ',')?.value,
        ).toBeCloseTo(value, 6)
      }),
    )
  })

  it.each([
    [['1.234,50', '12'], '.', ','],
    [['12,5', '7'], '.', ','],
    [['1,234.5'], ',', '.'],
    [['1.234.567'], '.', ','],
    [['0.328', '1.5'], ',', '.'],
  ] as const)('%j parts its decimals by itself', (texts, usual, decimal) => {
    expect(decimalOf(texts, usual)).toMatchObject({ decimal, sure: true })
  })

  it('1.234 alone in a file with semicolons is asked', () => {
    expect(decimalOf(['1.234', '200'], ',')).toMatchObject({ sure: false, sample: '1.234' })
  })
})

describe('packs', () => {
  it.each([
    ['500ml*12', 500, 12],
    ['12×600ml', 600, 12],
    ['330毫升/24听', 330, 24],
    ['1.5L*6', 1500, 6],
    ['24x0,33l', 330, 24],
    ['330ml*6*4', 330, 24],
    ['500ML×12瓶/箱', 500, 12],
    ['清爽8度 580ml*12', 580, 12],
    ['600ml', 600, undefined],
  ])('%s', (text, unitMl, packUnits) => {
    expect(specOf(text)).toEqual(packUnits === undefined ? { unitMl } : { unitMl, packUnits })
  })
})
