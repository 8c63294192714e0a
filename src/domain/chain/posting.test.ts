import { assert, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Line } from './line.ts'
import { postingOf } from './posting.ts'

const RULES = { minorDigits: 2, vatRate: null }
const CASE = { packUnits: 12, unitMl: 500 }
const LINE: Line = { row: 1, day: '2025-01-05', buyerCode: 'A1', skuCode: 'S1' }

function posted(
  line: Partial<Line>,
  size = CASE as { packUnits: number | null; unitMl: number | null },
  rules = RULES as { minorDigits: number; vatRate: number | null },
) {
  const result = postingOf({ ...LINE, ...line }, size, rules)
  return result.ok ? result.value : result.problem.code
}

describe('volume', () => {
  it('units win over cases, cases over litres; more than 1 % apart is said', () => {
    // 24 × 500 ml, beside 2 cases × 12 × 500 ml: the same
    expect(posted({ units: 24, cases: 2 })).toMatchObject({
      millilitres: 12_000,
      milliCases: 2000,
      volumesApart: false,
    })
    expect(posted({ units: 24, cases: 3 })).toMatchObject({ millilitres: 12_000, volumesApart: true })
    expect(posted({ cases: 2, litres: 12.1 })).toMatchObject({ millilitres: 12_000, volumesApart: false })
    expect(posted({ cases: 2, litres: 12.2 })).toMatchObject({ millilitres: 12_000, volumesApart: true })
    expect(posted({ litres: 1146 }, { packUnits: 12, unitMl: 500 })).toMatchObject({
      millilitres: 1_146_000,
      milliCases: 191_000,
    })
  })

  it('loose units add to full cases; no units beside cases say nothing', () => {
    // 2 cases × 12 + 6 = 30 units of 500 ml
    expect(posted({ cases: 2, looseUnits: 6 })).toMatchObject({
      millilitres: 15_000,
      milliCases: 2500,
      volumesApart: false,
    })
    expect(posted({ cases: 2, looseUnits: 6 }, { packUnits: null, unitMl: 500 })).toBe('line/no-volume')
    expect(posted({ cases: 2, units: 0 })).toMatchObject({ millilitres: 12_000, volumesApart: false })
  })

  it('a price or cost of one unit counts the units of full cases', () => {
    expect(posted({ cases: 2, looseUnits: 6, unitPrice: 5 })).toMatchObject({ amountMinor: 15_000 })
    expect(posted({ cases: 2, unitPrice: 5, unitCost: 3 })).toMatchObject({
      amountMinor: 12_000,
      costMinor: 7200,
    })
  })

  it('is refused where nothing says it, and where an amount stands on no units', () => {
    expect(posted({ units: 24 }, { packUnits: 12, unitMl: null })).toBe('line/no-volume')
    expect(posted({ cases: 2 }, { packUnits: null, unitMl: 500 })).toBe('line/no-volume')
    expect(posted({ units: 0 })).toBe('line/no-volume')
    expect(posted({ units: 0, amount: 10 })).toBe('line/amount-without-units')
    expect(posted({ amount: 10 })).toBe('line/amount-without-units')
    expect(posted({ units: 1e12 })).toBe('line/number-unreadable')
  })
})

describe('money', () => {
  it('is without VAT, rounded half up once a line', () => {
    expect(posted({ units: 1, amount: 1.005 })).toMatchObject({ amountMinor: 101 })
    // 113 ÷ 1.13
    expect(posted({ units: 1, amountWithVat: 113, vatRate: 0.13 })).toMatchObject({
      amountMinor: 10_000,
      rateUnknown: false,
    })
    expect(posted({ units: 1, amountWithVat: 113, vatRate: 13 })).toMatchObject({ amountMinor: 10_000 })
    expect(posted({ units: 1, amountWithVat: 113 }, CASE, { minorDigits: 2, vatRate: 0.13 })).toMatchObject({
      amountMinor: 10_000,
    })
    expect(posted({ units: 1, amountWithVat: 113 })).toMatchObject({ amountMinor: 11_300, rateUnknown: true })
    expect(posted({ units: 3, unitPrice: 1.115, unitCost: 0.335 })).toMatchObject({
      amountMinor: 335,
      costMinor: 101,
    })
    expect(posted({ units: 3, amount: 5, unitPrice: 9, cost: 2, unitCost: 9 })).toMatchObject({
      amountMinor: 500,
      costMinor: 200,
    })
    expect(posted({ units: 3, amount: 150 }, CASE, { minorDigits: 0, vatRate: null })).toMatchObject({
      amountMinor: 150,
    })
  })
})

describe('returns', () => {
  it('negative units or a red mark are a return that is never positive; an adjustment keeps its sign', () => {
    expect(posted({ units: -24, amount: 96, cost: 50 })).toMatchObject({
      kind: 'return',
      millilitres: -12_000,
      amountMinor: -9600,
      costMinor: -5000,
    })
    expect(posted({ units: 24, amount: -96, isReturn: true })).toMatchObject({
      kind: 'return',
      millilitres: -12_000,
      amountMinor: -9600,
    })
    expect(posted({ units: 24, kind: 'return', amount: 0 })).toMatchObject({
      millilitres: -12_000,
      amountMinor: 0,
    })
    expect(posted({ units: -24, kind: 'sell_through' })).toMatchObject({ kind: 'return' })
    expect(posted({ units: -24, kind: 'adjustment' })).toMatchObject({
      kind: 'adjustment',
      millilitres: -12_000,
    })
    expect(posted({ units: 24 })).toMatchObject({ kind: 'sell_in' })
  })

  it('no return adds volume, cases, amount or cost, whatever the signs of the file', () => {
    const figure = option(integer({ min: -1000, max: 1000 }), { nil: undefined })
    const lines = record({
      units: figure,
      cases: figure,
      litres: figure,
      amount: figure,
      cost: figure,
      kind: constantFrom('return', 'sell_in', undefined),
    })
    assert(
      property(lines, (line) => {
        const said = Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined))
        const result = postingOf({ ...LINE, ...said }, CASE, RULES)
        if (!result.ok || result.value.kind !== 'return') return true
        const { millilitres, milliCases, amountMinor, costMinor } = result.value
        return [millilitres, milliCases, amountMinor, costMinor].every(
          (value) => value === null || (value <= 0 && !Object.is(value, -0)),
        )
      }),
    )
  })
})
