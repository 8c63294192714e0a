import { expect, it } from 'vitest'
import { translator } from '../../language/index.ts'
import { moneySaid } from './money.ts'
import type { Reading } from './reading.ts'

const reading = (locale: 'zh' | 'en', currency: string) =>
  ({ locale, currency, t: translator(locale) }) as Reading

it('says money as people do: the unit behind in Chinese, the sign in front in English', () => {
  expect(moneySaid(reading('zh', 'CNY'), 1_447_000)).toBe('145万元')
  expect(moneySaid(reading('en', 'CNY'), 1_447_000)).toBe('¥1.45M')
  expect(moneySaid(reading('en', 'USD'), -51_200)).toBe('−$51.2k')
  expect(moneySaid(reading('en', 'USD'), 0)).toBe('$0')
  expect(moneySaid(reading('en', 'CHF'), 51_200)).toBe('CHF\u00a051.2k')
  expect(moneySaid(reading('en', 'USD'), null)).toBe('—')
})
