import { expect, it } from 'vitest'
import type { Ranking } from '../../../contract/assess.ts'
import type { Standing } from '../../../domain/assess/criterion.ts'
import { translator, type Locale } from '../../../language/index.ts'
import { rankingSentence } from './says.ts'

const whole = { litres: 10_000_000, cases: null }
function says(locale: Locale, by: Partial<Record<Standing, number>>, sleeping = 0): string {
  const reading = { locale, t: translator(locale), unit: 'kl' } as Parameters<typeof rankingSentence>[0]
  const byStanding = Object.entries(by).map(([standing, accounts]) => ({
    standing,
    accounts,
    litres: accounts * 100_000,
  }))
  const sleepsBig = { accounts: sleeping, litres: sleeping * 880_000 }
  const totals = { accounts: 46, litres: whole.litres, byStanding, sleepsBig }
  const ranking = { node: { name: 'HQ' }, totals } as unknown as Ranking
  return rankingSentence(reading, ranking, whole).replaceAll(/<.*?>/g, '')
}

it('says of the key accounts who is at risk or on watch, so that its figure fits the segments of the ruler', () => {
  expect(says('zh', { key_account: 10, at_risk: 2, on_watch: 1 })).toBe(
    '13位大客户占销量13%，其中2位有流失风险、1位留看。',
  )
  expect(says('zh', { key_account: 10, on_watch: 1 })).toBe('11位大客户占销量11%，其中1位留看。')
  expect(says('en', { key_account: 10, at_risk: 2, on_watch: 1 })).toBe(
    '13 key accounts carry 13% of volume, 2 of them at risk and 1 on watch.',
  )
})

it('does not lose the big ones that have gone silent', () => {
  expect(says('zh', { key_account: 10, dormant: 3 }, 1)).toBe(
    '10位大客户占销量10%；1位大户已沉睡，前一年还进了880千升。',
  )
  expect(says('en', { key_account: 10, dormant: 3 }, 1)).toBe(
    '10 key accounts carry 10% of volume; 1 that was big has gone dormant, after 880 kL the year before.',
  )
  expect(says('zh', { dormant: 3 }, 1)).toContain('都还不够格；1位大户已沉睡')
})
