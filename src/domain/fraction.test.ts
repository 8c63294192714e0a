import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approximate,
  compare,
  decimal,
  least,
  minus,
  most,
  negative,
  ONE,
  over,
  plus,
  ratio,
  rounded,
  sum,
  times,
  ZERO,
} from './fraction.ts'

const whole = fc.integer({ min: -1_000_000, max: 1_000_000 })
const aFraction = fc.tuple(whole, fc.integer({ min: 1, max: 5000 })).map(([a, b]) => ratio(a, b))

describe('exact fractions', () => {
  it('take a number as it was written', () => {
    expect(plus(decimal(0.1), decimal(0.2))).toEqual(decimal(0.3)) // in binary 0.30000000000000004
    expect(decimal(-6)).toEqual(ratio(-6))
    expect(decimal(1.5)).toEqual(ratio(3, 2))
    expect(decimal(1.5e-7)).toEqual(ratio(3, 20_000_000))
    expect(decimal(1.5e21)).toEqual(ratio(15n * 10n ** 20n))
    expect(decimal(-0)).toEqual(ZERO)
  })

  it('are rounded half away from zero, once', () => {
    expect([1.005, -1.005, 1.0049, 2.5, -0.001].map((value) => rounded(decimal(value), 2))).toEqual([
      1.01, -1.01, 1, 2.5, 0,
    ])
    expect(rounded(ratio(5, 2), 0)).toBe(3)
    expect(rounded(ratio(1, 11), 6)).toBe(0.090909)
    expect(Object.is(rounded(decimal(-0.001), 2), 0)).toBe(true)
  })

  it('obey the laws of arithmetic and keep their order', () => {
    fc.assert(
      fc.property(aFraction, aFraction, aFraction, (a, b, c) => {
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)))
        expect(minus(plus(a, b), b)).toEqual(a)
        expect(compare(b, ZERO) === 0 || compare(times(over(a, b), b), a) === 0).toBe(true)
        expect(sum([a, b, negative(a)])).toEqual(b)
        expect(Math.sign(compare(a, b))).toBe(Math.sign(approximate(a) - approximate(b)))
        expect(compare(least(a, b), most(a, b))).toBeLessThanOrEqual(0)
        expect(times(a, ONE)).toEqual(a)
      }),
    )
  })

  it('decimals of any size come back as they were', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), (value) => {
        const { top, bottom } = decimal(value)
        // the nearest binary number of the exact decimal is the number itself
        const digits = (top * 10n ** 400n) / bottom
        expect(Number(`${digits}e-400`)).toBeCloseTo(value, 6)
      }),
    )
    expect(rounded(decimal(123_456.78), 2)).toBe(123_456.78)
  })
})
