import { describe, expect, it } from 'vitest'
import type { MarketRow } from '../../../contract/market.ts'
import { sorted } from './list-columns.ts'
import { peersPerTonne } from './peers.ts'
import { kilolitres, readDraft } from './size-draft.ts'

function aRow(own: Partial<MarketRow>): MarketRow {
  return {
    code: 'M',
    name: 'M',
    path: [],
    litres: 988_000,
    lastYearLitres: null,
    cases: null,
    accounts: 3,
    selling: 3,
    concentration: null,
    sleepsBig: 0,
    byStanding: [],
    categoryShare: null,
    contribution: null,
    contributionPerTonne: null,
    costUnknown: 0,
    losing: null,
    ...own,
  }
}

describe('the size of a market as it is typed', () => {
  it('takes figures as people write them', () => {
    expect(['12000', '12,000', '12 000', '12，000'].map(kilolitres)).toEqual([12e6, 12e6, 12e6, 12e6])
    expect(kilolitres(' ')).toBeNull()
    expect(kilolitres('twelve')).toBeNaN()
  })

  it('says which field is wrong, by the same rule as the server', () => {
    const draft = { litres: '1000', low: '', high: '', validFrom: '2026-09-30', source: '盘点' }
    const wrong = (own: Partial<typeof draft>) =>
      Object.keys(readDraft({ ...draft, ...own }, '2026-11-23').wrong)
    expect(readDraft(draft, '2026-11-23').size).toMatchObject({ litres: 1e6, low: null, high: null })
    expect(wrong({ litres: 'much' })).toEqual(['litres'])
    expect(wrong({ low: '1200' })).toEqual(['low'])
    expect(wrong({ high: '800' })).toEqual(['high'])
    expect(wrong({ validFrom: '' })).toEqual(['validFrom'])
    expect(wrong({ source: '' })).toEqual(['source'])
  })
})

describe('the list of markets', () => {
  it('keeps what is not known last, whichever way it runs', () => {
    const rows = [
      aRow({ code: 'a', contribution: 5 }),
      aRow({ code: 'b' }),
      aRow({ code: 'c', contribution: -2 }),
    ]
    const order = (down: boolean) =>
      sorted(rows, 'contribution', down, new Intl.Collator('en')).map(({ code }) => code)
    expect(order(true)).toEqual(['a', 'c', 'b'])
    expect(order(false)).toEqual(['c', 'a', 'b'])
  })

  it('compares a market with the others by their volume', () => {
    // 1,000 t at 400 and 3,000 t at 200 yuan: (400,000 + 600,000) ÷ 4,000 = 250
    const rows = [
      aRow({ code: 'a', contribution: 9e9 }),
      aRow({ code: 'b', contribution: 400_000 }),
      aRow({ code: 'c', litres: 3 * 988_000, contribution: 600_000 }),
      aRow({ code: 'd' }),
    ]
    expect(peersPerTonne(rows, 'a')).toBe(250)
    expect(peersPerTonne([aRow({ code: 'a', contribution: 1 })], 'a')).toBeNull()
  })
})
