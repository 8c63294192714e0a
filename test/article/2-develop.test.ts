import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { DealAnswer } from '../../src/domain/develop/deal-answer.ts'
import { aFolder } from '../make/program.ts'
import { runHere } from '../make/run-here.ts'

/**
 * The article's second chapter: how is a key account developed? What holds so far is the arithmetic of the deal, asked as it is asked on the
 * command line.
 */
const place = aFolder()
afterAll(() => place.remove())

async function told(deal: object): Promise<DealAnswer> {
  const file = path.join(place.folder, 'deal.json')
  writeFileSync(file, JSON.stringify(deal))
  const { status, out } = await runHere(['deal', file, '--json'])
  expect(status).toBe(0)
  return JSON.parse(out) as DealAnswer
}

const capPrize = { amount: 6, kept: 1 }
/** Four empties for one full case whose beer, beyond the deposits, is worth so much. */
const fourForOne = (beer: number, depositValue = 0) => ({
  n: 4,
  fullValue: beer + 4 * depositValue,
  depositValue,
  returnRate: 1,
})

describe('2. how to develop a key account?', () => {
  it('2.2 a first order of 2,400 cases, placed in half a month, earns 36,000 at 15 yuan a case', async () => {
    const { firstOrder } = await told({
      case: { spread: 6, emptyExchange: fourForOne(12), capPrize },
      firstOrder: { cases: 2400, priceIn: 18, sellDays: 15, annualRate: 0.08 },
    })
    // 2,400 × 15; out 2,400 × 18 = 43,200 on day 0, in 160 × 24 = 3,840 a day: 46,080 on day 12
    expect(firstOrder).toMatchObject({ profit: 36_000, perCase: 15, peakCash: 43_200, paybackDay: 12 })
  })

  it('2.4 reading A: the 3 yuan are what the exchange is worth: 6 + 3 + 6 = 15 a case', async () => {
    const { perCase } = await told({ case: { spread: 6, emptyExchange: fourForOne(12), capPrize } })
    expect(perCase.components).toEqual([
      { name: 'spread', amount: 6 },
      { name: 'emptyExchange', amount: 3 },
      { name: 'capPrize', amount: 6 },
    ])
    expect(perCase.total).toBe(15)
  })

  it('2.4 reading B: exchange and 3 yuan of rebate are two things; spread and exchange make 6: 15 as well', async () => {
    for (const [spread, beer] of [
      [0, 24],
      [3, 12],
      [6, 0],
    ] as const) {
      const { perCase } = await told({
        case: { spread, emptyExchange: fourForOne(beer), capPrize, rebate: { perCase: 3 } },
      })
      expect([spread, perCase.total]).toEqual([spread, 15])
    }
  })

  it('2.4 four empties for one are worth 3 a case exactly when the beer of a case is worth 12, whatever the deposit', async () => {
    const worth = async (beer: number, deposit: number) =>
      (await told({ case: { emptyExchange: fourForOne(beer, deposit) } })).perCase.total
    for (const deposit of [0, 1, 1.5, 2, 3]) expect(await worth(12, deposit)).toBe(3)
    expect(await worth(11.9, 1)).toBe(2.98) // 2.975
    expect(await worth(12.1, 1)).toBe(3.03) // 3.025
  })

  it('2.4 the headline is not what is kept: 7 empties of 10 back and half of the prizes leave 11.10 of the 15', async () => {
    const { perCase } = await told({
      case: {
        spread: 6,
        emptyExchange: { ...fourForOne(12), returnRate: 0.7 },
        capPrize: { amount: 6, kept: 0.5 },
      },
    })
    // 6 + 0.7 × 3 + 0.5 × 6
    expect(perCase).toMatchObject({ total: 11.1, range: { headline: 15, kept: 11.1, low: 6, high: 15 } })
  })
})
