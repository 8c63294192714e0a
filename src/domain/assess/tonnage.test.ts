import { describe, expect, it } from 'vitest'
import { anAccount, aMarket, litres } from '../../../test/make/figures.ts'
import { changeFrom, marketMillilitres, placesByVolume, recentChange, tonnageOf } from './tonnage.ts'

describe('tonnage decides standing (article 1.1)', () => {
  it('gives two or three heavyweights their place and share of the market', () => {
    // 500 + 300 + 100 + 100 = 1,000 kL: shares 50 %, 30 %, 10 %, 10 %
    const accounts = [100, 300, 500, 100].map((kilolitres, i) =>
      anAccount({ code: `A${i}`, millilitres: litres(kilolitres * 1000) }),
    )
    const total = marketMillilitres(accounts)
    const places = placesByVolume(accounts)
    const market = aMarket(accounts)
    const of = (i: number) => tonnageOf(accounts[i]!, market, total, places.get(`A${i}`)!)
    expect(of(2)).toMatchObject({ marketShare: 0.5, place: 1 })
    expect(of(1)).toMatchObject({ marketShare: 0.3, place: 2 })
    expect([of(0).place, of(3).place]).toEqual([3, 4])
  })

  it('shows the share of the category where the size of the market is known, and never guesses it', () => {
    const account = anAccount({ millilitres: litres(180_000) })
    const known = { asOf: '2026-10-31', categoryMillilitres: litres(2_000_000) }
    expect(tonnageOf(account, known, litres(1_000_000), 1).categoryShare).toBe(0.09)
    expect(
      tonnageOf(account, { ...known, categoryMillilitres: null }, litres(1_000_000), 1).categoryShare,
    ).toBeNull()
  })

  it('has shares of zero in a market without volume', () => {
    const account = anAccount({ millilitres: 0 })
    expect(tonnageOf(account, aMarket([account]), 0, 1).marketShare).toBe(0)
  })
})

describe('where the volume is going', () => {
  it('compares with the year before, and not with nothing', () => {
    expect(changeFrom(200, 250)).toBe(0.25)
    expect(changeFrom(0, 250)).toBeNull()
    expect(changeFrom(null, 250)).toBeNull()
  })

  const season = [10, 10, 10, 20, 40, 60, 90, 90, 60, 30, 10, 10]

  it('compares a season with itself', () => {
    // The last three whole months 30 + 10 + 10 = 50 against the same three of a year ago, 50: no change, though it is winter.
    expect(recentChange([...season, ...season], '2026-10-31')).toBe(0)
    // A tenth more in each month of the second year: (55 − 50) ÷ 50
    expect(recentChange([...season, ...season.map((month) => month * 1.1)], '2026-10-31')).toBeCloseTo(
      0.1,
      12,
    )
  })

  it('leaves out a month that is not over', () => {
    const unfinished = [...season, ...season.slice(0, 11), 1]
    // Whole months 60 + 30 + 10 of both years: the 1 of the month that has just begun does not count.
    expect(recentChange(unfinished, '2026-10-05')).toBe(0)
    expect(recentChange(unfinished, '2026-10-31')).toBeLessThan(0)
  })

  it('says nothing without two years', () => {
    expect(recentChange(season, '2026-10-31')).toBeNull()
  })
})
