import { expect, it } from 'vitest'
import { whyUnit, whyValue } from './why-value.ts'

const said = (name: string, value: number | string | null, unit = '') => {
  const input = { name, value, unit }
  return `${whyValue('zh', input)} ${whyUnit('zh', input)}`.trim()
}

it('says weights as shares and what stands on a scale as points', () => {
  expect(said('weight.volume', 0.3)).toBe('30%')
  expect(said('u.potential', 0.9014)).toBe('90.14 分')
  expect(said('mean.volume', 0.6394)).toBe('63.94 分')
})

it('says shares of a whole in per cent, also the ends of their scale, and how many accounts stand behind it as a count', () => {
  expect(said('costCoverage', 1)).toBe('100%')
  expect(said('growth', -0.0301)).toBe('−3%')
  expect(said('growth.low', -0.43)).toBe('−43%')
  expect(said('growth.accounts', 379)).toBe('379')
})

it('says units in words, a currency as it is, and a day as a day', () => {
  expect(said('litres', 1747172.4, 'L')).toBe('1,747,172.4 升')
  expect(said('silentDays', 41, 'd')).toBe('41 天')
  expect(said('revenue', 12.5, 'CNY')).toBe('12.5 元')
  expect(said('revenue', 12.5, 'THB')).toBe('12.5 THB')
  expect(said('categoryFrom', '2024-05-28')).toBe('2024年5月28日')
})

it('leaves what is missing to the caller', () => {
  expect(whyValue('en', { name: 'funds', value: null, unit: 'CNY' })).toBeNull()
})
