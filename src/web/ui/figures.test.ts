import { expect, it } from 'vitest'
import { columnDigits, fixed, growth, inUnit, percent, scaled, signed } from './figures.ts'

it('writes a true minus, groups thousands, and says missing and zero apart', () => {
  expect(fixed('zh', 4318.2, 0)).toBe('4,318')
  expect(signed('zh', -411, 0)).toBe('−411')
  expect(signed('en', 280.4, 0)).toBe('+280')
  expect(signed('en', -0.2, 0)).toBe('0')
  expect(signed('en', 0.2, 0)).toBe('0')
  expect(fixed('zh', 0, 0)).toBe('0')
  expect(fixed('zh', null, 0)).toBe('—')
  expect(percent('zh', 0.1314)).toBe('13.1')
})

it('turns litres into the unit of the reader: 4,318 kL are 4,370.4 t', () => {
  const whole = { litres: 4_318_000, cases: 599_722 }
  expect(inUnit('kl', 4_318_000, whole)).toBe(4318)
  expect(inUnit('t', 4_318_000, whole)).toBeCloseTo(4370.445, 3)
  expect(inUnit('cases', 4_318_000, whole)).toBe(599_722)
  // half of its litres are half of its cases
  expect(inUnit('cases', 2_159_000, whole)).toBe(299_861)
})

it('knows no cases where nobody counted them', () => {
  expect(inUnit('cases', 1000, { litres: 1000, cases: null })).toBeNull()
  expect(inUnit('cases', 0, { litres: 0, cases: null })).toBe(0)
})

it('gives a whole column the decimals of its median', () => {
  expect(columnDigits([4862, 3941, 12.5])).toBe(0)
  expect(columnDigits([98.1, 12.2, 4862, 20, 30])).toBe(1)
  expect(columnDigits([9.754, 1.2, null, 0])).toBe(2)
  expect(columnDigits([])).toBe(0)
})

it('counts money in 万 for zh and in k and M for en', () => {
  expect(scaled('zh', 1_447_000)).toEqual({ figure: '145', scale: 'wan' })
  expect(scaled('en', 1_447_000)).toEqual({ figure: '1.45', scale: 'M' })
  expect(scaled('zh', -214_000)).toEqual({ figure: '−21.4', scale: 'wan' })
  expect(scaled('zh', 123_456_789_000)).toEqual({ figure: '1,235', scale: 'yi' })
  expect(scaled('en', 331)).toEqual({ figure: '331', scale: 'one' })
  expect(scaled('en', null)).toEqual({ figure: '—', scale: 'one' })
})

it('knows no growth on nothing', () => {
  expect(growth(4318, 4729)).toBeCloseTo(-0.0869, 4)
  expect(growth(10, 0)).toBeNull()
  expect(growth(10, null)).toBeNull()
})
