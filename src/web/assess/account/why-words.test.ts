import { expect, it } from 'vitest'
import { why as words } from '../../../language/zh/why.ts'
import { formulaWords, inputName, whySays, whyTitle } from './why-words.ts'

const why = (formula: string) => ({
  formula,
  inputs: [],
  after: null,
  to: null,
  policy: null,
  frozenOn: null,
})

it('says inputs as a person does', () => {
  expect(inputName('zh', 'marketLitres')).toBe('本市场销量')
  expect(inputName('zh', 'weight.volume')).toBe('权重·吨位')
  expect(inputName('zh', 'u.network')).toBe('得分·网络')
  expect(inputName('en', 'funds.low')).toBe('Funds: low end of the reference')
  expect(inputName('en', 'team.accounts')).toBe('Team: accounts in the reference')
  expect(inputName('zh', 'cap_prize')).toBe('瓶盖')
})

it('says every figure that has a name in sentences too, without a formula', () => {
  const keys = Object.keys(words).flatMap((key) => (key.startsWith('why-of.') ? [key.slice(7)] : []))
  expect(keys.length).toBeGreaterThan(20)
  const unsaid = keys.filter((key) => !/[。]$/.test(whySays('zh', key) ?? ''))
  expect(unsaid).toEqual([])
  for (const key of keys) expect(whySays('en', key)).not.toMatch(/[÷×Σ]/)
  expect(whySays('zh', 'somethingNew')).toBeNull()
})

it('an input that a newer server sends is shown by its own name', () => {
  expect(inputName('zh', 'somethingNew')).toBe('somethingNew')
  expect(inputName('zh', 'mean')).toBe('mean')
  expect(whyTitle('zh', 'somethingNew')).toBe('somethingNew')
})

it('a formula that is always the same has its own words; one that depends on the data is put together', () => {
  expect(formulaWords('zh', 'marketShare', why('litres ÷ marketLitres'))).toBe('本户销量÷本市场一批商销量')
  expect(formulaWords('zh', 'contribution', why('revenue − cost − rebate'))).toBe('开票金额 − 成本 − 返利')
})
