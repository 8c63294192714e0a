import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal, yuan } from '../../../test/make/deal.ts'
import { approximate, rounded } from '../fraction.ts'
import { dealAnswer } from './deal-answer.ts'
import { firstOrder } from './first-order.ts'
import { perCase } from './per-case.ts'

const onCredit = { creditShare: 0.3, creditDays: 30 }

function figuresOf(differs: Parameters<typeof aDeal>[0]) {
  const order = firstOrder(aDeal(differs))
  return {
    profit: yuan(order?.profit),
    peak: yuan(order?.cash?.peak),
    payback: order?.cash?.paybackDay,
    npv: (order?.cash?.npvFen ?? 0) / 100,
    roi: order?.cash ? rounded(order.cash.roi, 4) : null,
  }
}

describe('the first order: 2,400 cases in half a month (2.2), in at 18, empties and prizes paid 30 days later, 8 % a year', () => {
  it('all cash, own delivery nothing: 36,000; peak 43,200; the money is back on day 12', () => {
    // 2,400 × 15 = 36,000; 2,400 × 18 = 43,200; a day brings 160 × 24 = 3,840, and 12 × 3,840 = 46,080 ≥ 43,200
    expect(figuresOf({})).toEqual({ profit: 36_000, peak: 43_200, payback: 12, npv: 35_730.58, roi: 0.8333 })
  })

  it('delivery of 1 yuan and 30 % on 30 days of credit: 33,600; day 33', () => {
    expect(figuresOf({ case: { delivery: 1 }, firstOrder: onCredit })).toEqual({
      profit: 33_600, // 2,400 × 14
      peak: 43_200,
      payback: 33,
      npv: 33_225.84,
      roi: 0.7778,
    })
  })

  it('beside that, prizes that pass through (a tenth is kept): 20,640; day 34', () => {
    const capPrize = { amount: 6, kept: 0.1 }
    expect(figuresOf({ case: { delivery: 1, capPrize }, firstOrder: onCredit })).toEqual({
      profit: 20_640, // 2,400 × (6 + 3 + 0.6 − 1)
      peak: 43_200,
      payback: 34,
      npv: 20_369.27,
      roi: 0.4778,
    })
  })

  it('or a price war that takes 1 yuan of the spread: 31,200; day 33', () => {
    expect(figuresOf({ case: { delivery: 1, spread: 5 }, firstOrder: onCredit })).toEqual({
      profit: 31_200,
      peak: 43_200,
      payback: 33,
      npv: 30_834.42,
      roi: 0.7222,
    })
  })

  it('or 45 days to sell instead of 15: the same 33,600, on day 41', () => {
    expect(figuresOf({ case: { delivery: 1 }, firstOrder: { ...onCredit, sellDays: 45 } })).toEqual({
      profit: 33_600,
      peak: 43_200,
      payback: 41,
      npv: 32_984.76,
      roi: 0.7778,
    })
  })

  it('money that never comes back has no day', () => {
    // sold for 10 what was bought for 18, 9 of exchange and prizes: 1 short a case
    const { payback, profit } = figuresOf({ case: { spread: -10 } })
    expect([profit, payback]).toEqual([-2400, null])
  })

  it('no cases, or nothing of the deal: nothing is said', () => {
    for (const order of [null, { cases: 0 }, { cases: null }])
      expect(firstOrder(aDeal({ firstOrder: order }))).toBeNull()
    const nothing = { spread: null, emptyExchange: null, capPrize: null }
    expect(firstOrder(aDeal({ case: nothing }))).toBeNull()
  })

  it('what is lacking is named, and only what hangs on it is left open', () => {
    const open = (differs: Parameters<typeof aDeal>[0]) => dealAnswer(aDeal(differs)).firstOrder
    expect(open({ firstOrder: { sellDays: null } })).toMatchObject({
      profit: 36_000,
      perCase: 15,
      peakCash: null,
      paybackDay: null,
      npv: null,
      roiOnPeak: null,
      needs: ['firstOrder.sellDays'],
    })
    expect(open({ case: { spread: null }, firstOrder: { priceIn: null } })).toMatchObject({
      profit: 21_600, // 2,400 × 9
      needs: ['firstOrder.priceIn', 'case.spread'],
    })
    expect(open({ firstOrder: { annualRate: null } })).toMatchObject({
      npv: null,
      peakCash: 43_200,
      needs: [],
    })
  })

  it('adds up and pays back as a slow ledger of single days says', () => {
    const whole = (max: number, min = 0) => fc.integer({ min, max })
    const terms = fc.record({
      cases: whole(500, 1),
      priceIn: whole(40, 1),
      sellDays: whole(60, 1),
      creditShare: whole(10).map((tenths) => tenths / 10),
      creditDays: whole(40),
      rebateLagDays: whole(40),
      annualRate: whole(20).map((hundredths) => hundredths / 100),
    })
    const part = fc.record({
      spread: whole(8, -1),
      capPrize: fc.record({ amount: whole(8), kept: fc.constantFrom(0, 0.25, 1) }),
      delivery: whole(4),
      freeGoods: fc.option(fc.record({ buy: whole(12, 1), get: whole(2) })),
    })
    fc.assert(
      fc.property(terms, part, (order, differs) => {
        const deal = aDeal({ case: differs, firstOrder: order })
        const found = firstOrder(deal)
        const slow = ledger(order, differs)
        expect(approximate(found!.profit)).toBeCloseTo(slow.profit, 6)
        expect(approximate(found!.cash!.peak)).toBeCloseTo(slow.peak, 6)
        // a sum of the ledger may miss zero by binary dust
        expect([slow.paybackDay, slow.paybackAtMost]).toContain(found!.cash!.paybackDay)
        expect(found!.cash!.npvFen! / 100).toBeCloseTo(slow.npv, 1)
        const rate = approximate(perCase(deal).total!) * order.cases
        // whole goods: the order gives at most what the rate says
        expect(slow.profit).toBeLessThanOrEqual(rate + 1e-6)
      }),
    )
  })
})

type Order = {
  cases: number
  priceIn: number
  sellDays: number
  creditShare: number
  creditDays: number
  rebateLagDays: number
  annualRate: number
}
type Parts = {
  spread: number
  capPrize: { amount: number; kept: number }
  delivery: number
  freeGoods: { buy: number; get: number } | null
}

/** Day by day over a long year, in plain numbers; an exchange worth 3 a case as in the article. */
function ledger(order: Order, parts: Parts) {
  const bundle = parts.freeGoods ? parts.freeGoods.buy + parts.freeGoods.get : 1
  const free = parts.freeGoods ? ((order.cases - (order.cases % bundle)) / bundle) * parts.freeGoods.get : 0
  const cash = Array.from({ length: 400 }, () => 0)
  cash[0] = -(order.cases - free) * order.priceIn
  const sold = order.cases / order.sellDays
  const out = order.priceIn + parts.spread
  for (let day = 1; day <= order.sellDays; day += 1) {
    cash[day]! += sold * (out - out * order.creditShare - parts.delivery)
    cash[day + order.creditDays]! += sold * out * order.creditShare
    cash[day + order.rebateLagDays]! += sold * (3 + parts.capPrize.amount * parts.capPrize.kept)
  }
  let [balance, lowest, npv] = [0, 0, 0]
  let [first, tolerant]: (number | null)[] = [null, null]
  for (const [day, flow] of cash.entries()) {
    balance += flow
    lowest = Math.min(lowest, balance)
    npv += flow / (1 + order.annualRate) ** (day / 365)
    if (balance >= 1e-7) first ??= day
    if (balance >= -1e-7) tolerant ??= day
  }
  return { profit: balance, peak: -lowest, paybackDay: first, paybackAtMost: tolerant, npv }
}
