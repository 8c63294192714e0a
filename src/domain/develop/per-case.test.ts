import { describe, expect, it } from 'vitest'
import { aDeal, yuan } from '../../../test/make/deal.ts'
import { dealPresets } from './deal-presets.ts'
import { perCase } from './per-case.ts'

/** What each part brings, yuan a case. */
const partsOf = (deal: Parameters<typeof perCase>[0]) =>
  Object.fromEntries(perCase(deal).components.map(({ name, amount }) => [name, yuan(amount)]))
const total = (differs: Readonly<Record<string, unknown>>) => yuan(perCase(aDeal({ case: differs })).total)
const exchange = (part: object) => ({ n: 4, fullValue: 12, depositValue: 0, returnRate: 1, ...part })

describe('profit a case: the article’s 15 yuan, read in two ways (2.4)', () => {
  it('reading A: the 3 yuan are the exchange: 6 + 3 + 6 = 15', () => {
    const deal = aDeal()
    expect(partsOf(deal)).toEqual({ spread: 6, emptyExchange: 3, capPrize: 6 })
    expect(yuan(perCase(deal).total)).toBe(15)
    expect(perCase(deal).unknown).toEqual(['rebate', 'freeGoods', 'delivery'])
  })

  // the article's example; (full case − 4 × deposit) ÷ 4 = 3: the beer of a case is worth 12 whatever the deposit
  it.each([
    [0, 12],
    [1, 16],
    [1.5, 18],
    [2, 20],
    [3, 24],
  ])('four empties of %s yuan for a full case of %s are worth 3', (depositValue, fullValue) => {
    expect(partsOf(aDeal({ case: { emptyExchange: exchange({ fullValue, depositValue }) } }))).toMatchObject({
      emptyExchange: 3,
    })
  })

  // spread + exchange = 6, + 3 rebate + 6 prizes = 15
  it.each([
    [0, 6, 24],
    [1, 5, 20],
    [2, 4, 16],
    [3, 3, 12],
    [4, 2, 8],
    [5, 1, 4],
    [6, 0, 0],
  ])(
    'reading B: spread %s and an exchange worth %s (beer of %s) with 3 of rebate',
    (spread, e, fullValue) => {
      const deal = aDeal({ case: { ...dealPresets.B, spread, emptyExchange: exchange({ fullValue }) } })
      expect(partsOf(deal)).toEqual({ spread, emptyExchange: e, capPrize: 6, rebate: 3 })
      expect(yuan(perCase(deal).total)).toBe(15)
    },
  )

  it('what is really kept: prizes that pass through, empties that do not come back, freight, a spread that fell', () => {
    expect(total({ capPrize: { amount: 6, kept: 0 } })).toBe(9)
    expect(total({ capPrize: { amount: 6, kept: 0.5 } })).toBe(12)
    expect(total({ spread: 5 })).toBe(14)
    expect(total({ emptyExchange: exchange({ returnRate: 0.7 }) })).toBe(14.1) // 6 + 2.1 + 6
    expect(total({ delivery: 1 })).toBe(14)
  })

  it('a spread may be negative, and so may an exchange that takes more in deposits than it gives', () => {
    expect(total({ spread: -4 })).toBe(5)
    // (8 − 4 × 3) ÷ 4 = −1
    expect(total({ emptyExchange: exchange({ fullValue: 8, depositValue: 3 }) })).toBe(11)
  })

  it('thirds add up exactly and are rounded once', () => {
    const deal = aDeal({
      case: {
        spread: 3.33,
        emptyExchange: exchange({ n: 3, fullValue: 10 }),
        capPrize: null,
        rebate: {
          tiers: [
            { from: 0, rate: 5 },
            { from: 2, rate: 10 },
          ],
          mode: 'marginal',
        },
      },
      firstOrder: { cases: 3 },
    })
    // 3.33 + 10/3 + (2 × 5 + 1 × 10)/3 = 3.33 + 3.333… + 6.666… = 13.33
    expect(partsOf(deal)).toEqual({ spread: 3.33, emptyExchange: 3.33, rebate: 6.67 })
    expect(yuan(perCase(deal).total)).toBe(13.33)
  })

  it('a tiered rebate is told at the first order’s cases, and without an order it is not known', () => {
    const rebate = {
      tiers: [
        { from: 0, rate: 0 },
        { from: 2000, rate: 0.5 },
      ],
      mode: 'all',
    }
    expect(partsOf(aDeal({ case: { rebate } }))).toMatchObject({ rebate: 0.5 })
    for (const firstOrder of [null, { cases: 0 }, { cases: null }]) {
      const { components, total: sum, unknown } = perCase(aDeal({ case: { rebate }, firstOrder }))
      expect(components.at(-1)).toEqual({ name: 'rebate', amount: null, needs: 'firstOrder.cases' })
      expect(yuan(sum)).toBe(15)
      expect(unknown).toContain('rebate')
    }
  })

  it('nothing said is nothing known, not zero', () => {
    const none = aDeal({ case: { spread: null, emptyExchange: null, capPrize: null } })
    expect(perCase(none)).toMatchObject({ components: [], total: null })
  })
})
