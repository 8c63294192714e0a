import { expect, test } from 'vitest'
import { otherCurrency } from './currency-word.ts'

test.each([
  ['金额(元)', 'CNY', null],
  ['金额(元)', 'USD', '元'],
  ['销售额（万元）', 'EUR', '元'],
  ['金额(美元)', 'CNY', '美元'],
  ['金额(美元)', 'USD', null],
  ['Sale (Dollars)', 'USD', null],
  ['Sale (Dollars)', 'CNY', 'Dollars'],
  ['Umsatz EUR', 'CNY', 'EUR'],
  ['¥', 'JPY', null],
  ['Amount', 'CNY', null],
])('%s in a company of %s: %s', (header, currency, other) => {
  expect(otherCurrency(header, currency)).toBe(other)
})
