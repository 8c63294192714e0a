import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal, yuan } from '../../../test/make/deal.ts'
import { rounded } from '../fraction.ts'
import { firstOrder } from './first-order.ts'
import { freeCases, freeOn, freeShare } from './free-goods.ts'
import { perCase } from './per-case.ts'

describe('free goods', () => {
  it.each([
    [10, 1, 0.090909],
    [12, 1, 0.076923],
    [20, 1, 0.047619],
    [4, 1, 0.2],
    [10, 0, 0],
  ])('%s + %s is a discount of %s, not of one by the other', (buy, get, share) => {
    expect(rounded(freeShare({ buy, get }), 6)).toBe(share)
  })

  it('come in whole bundles: 2,400 cases of 10 + 1 hold 218 free ones, and 2 cases that earn nothing', () => {
    // 218 × 11 = 2,398
    expect(freeCases(2400, { buy: 10, get: 1 })).toBe(218)
    const deal = aDeal({ case: { freeGoods: { buy: 10, get: 1 } } })
    expect(yuan(perCase(deal).components.at(-1)?.amount)).toBe(1.64) // 18 ÷ 11
    const order = firstOrder(deal)
    // 2,400 × 15 + 218 × 18 = 39,924; cash out on day 0: 2,182 × 18 = 39,276
    expect([order?.free, order?.paid, yuan(order?.profit)]).toEqual([218, 2182, 39_924])
    expect(yuan(order?.cash?.peak)).toBe(39_276)
  })

  it('are a discount of the price in: without it nothing is said of them', () => {
    const deal = aDeal({ case: { freeGoods: { buy: 4, get: 1 } }, firstOrder: null })
    expect(perCase(deal).components.at(-1)).toEqual({
      name: 'freeGoods',
      amount: null,
      needs: 'firstOrder.priceIn',
    })
  })

  it('never are more than the share says, and lag behind it by less than a bundle', () => {
    const some = fc.integer({ min: 0, max: 5000 })
    const one = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(some, one, one, (cases, buy, get) => {
        const free = freeCases(cases, { buy, get })
        // bundle by bundle
        let [left, counted] = [cases, 0]
        while (left >= buy + get) [left, counted] = [left - buy - get, counted + get]
        expect(free).toBe(counted)
        expect((cases * get) / (buy + get) - free).toBeLessThan(get)
      }),
    )
  })
})

it('bought 10 get 1: what comes free is what is free of all that is then delivered', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      (bought, buy, get) => {
        const free = freeOn(bought, { buy, get })
        expect(freeCases(bought + free, { buy, get })).toBe(free)
      },
    ),
  )
})
