import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal, yuan } from '../../../test/make/deal.ts'
import { approximate, decimal, rounded } from '../fraction.ts'
import { breakpoints, keptFields, keptRange, withShare } from './kept.ts'
import { perCase } from './per-case.ts'
import { sensitivity } from './sensitivity.ts'

const exchange = (part: object) => ({ n: 4, fullValue: 12, depositValue: 0, returnRate: 1, ...part })

describe('the headline, and what is kept', () => {
  it('15 is said; with 7 empties of 10 back and half of the prizes kept it is 11.10, and at the least 6', () => {
    const deal = aDeal({
      case: { emptyExchange: exchange({ returnRate: 0.7 }), capPrize: { amount: 6, kept: 0.5 } },
    })
    const range = keptRange(deal)
    // 6 + 0.7 × 3 + 0.5 × 6; no empties and no prizes leave the spread
    expect([range?.headline, range?.kept, range?.low, range?.high].map(yuan)).toEqual([15, 11.1, 6, 15])
  })

  it('an exchange that costs more than it gives is best without any empties', () => {
    const range = keptRange(aDeal({ case: { emptyExchange: exchange({ fullValue: 8, depositValue: 3 }) } }))
    // exchange −1: 6 − 1 + 6 = 11 said; 6 + 6 = 12 at the most, 6 − 1 at the least
    expect([range?.headline, range?.high, range?.low].map(yuan)).toEqual([11, 12, 5])
  })

  it('nothing known has no range', () => {
    const none = aDeal({ case: { spread: null, emptyExchange: null, capPrize: null } })
    expect([keptRange(none), breakpoints(none), sensitivity(none)]).toEqual([null, [], null])
  })
})

describe('what would break it', () => {
  it('the spread may fall to −9; the shares alone cannot break the article’s deal', () => {
    // 15 − 6 = 9 come from the other parts
    expect(breakpoints(aDeal()).map(({ field, at }) => [field, yuan(at)])).toEqual([
      ['case.spread', -9],
      ['case.emptyExchange.returnRate', null],
      ['case.capPrize.kept', null],
    ])
  })

  it('with a spread of −5: at 2/6 of the prizes kept nothing is left', () => {
    // −5 + 3 + 6θ = 0 → θ = 1/3; −5 + 6 + 3η = 0 → η = −1/3: nowhere
    const found = breakpoints(aDeal({ case: { spread: -5 } }))
    expect(found.map(({ at }) => (at ? rounded(at, 4) : null))).toEqual([-9, null, 0.3333])
    expect(found.map(({ worse }) => worse)).toEqual(['below', 'below', 'below'])
  })

  it('against a rival who leaves 9.20: the spread may fall to 4.10', () => {
    const deal = aDeal({
      case: { emptyExchange: exchange({ returnRate: 0.7 }), capPrize: { amount: 6, kept: 0.5 } },
    })
    // 11.10 − 9.20 = 1.90 of the 6
    expect(yuan(breakpoints(deal, decimal(9.2))[0]?.at)).toBe(4.1)
  })

  it('at a breakpoint the total is the goal, and on the worse side it is less', () => {
    const fen = fc.integer({ min: -1500, max: 1500 }).map((value) => value / 100)
    const some = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(fen, some, some, some, (spread, fullValue, depositValue, amount) => {
        const deal = aDeal({
          case: {
            spread,
            emptyExchange: exchange({ fullValue, depositValue }),
            capPrize: { amount, kept: 0.5 },
          },
          firstOrder: null,
        })
        for (const { field, at, worse } of breakpoints(deal)) {
          if (!at || field === 'case.spread') continue
          expect(keptFields).toContain(field)
          const totalAt = (share: number) =>
            approximate(perCase(withShare(deal, field, decimal(share))).total!)
          const share = approximate(at)
          expect(totalAt(share)).toBeCloseTo(0, 9)
          expect(totalAt(worse === 'below' ? share - 0.01 : share + 0.01)).toBeLessThan(0)
        }
      }),
    )
  })
})

describe('sensitivity', () => {
  it('the spread moves the article’s deal most, with the prizes; shares only fall', () => {
    const found = sensitivity(aDeal())
    expect(found?.tornado.map(({ field, lower, higher }) => [field, yuan(lower), yuan(higher)])).toEqual([
      ['case.spread', 13.8, 16.2],
      ['case.capPrize.amount', 13.8, 16.2],
      ['case.emptyExchange.fullValue', 14.4, 15.6],
      ['case.capPrize.kept', 13.8, 15],
      ['case.emptyExchange.returnRate', 14.4, 15],
    ])
    // 4.80 + 0.8 × 0.8 × 3 + 0.8 × 0.8 × 6 = 4.80 + 1.92 + 3.84
    expect(yuan(found?.worst)).toBe(10.56)
  })

  it('the worst corner is no better than any corner', () => {
    const tenths = fc.integer({ min: 0, max: 10 }).map((value) => value / 10)
    const some = fc.integer({ min: 0, max: 30 })
    const by = fc.constantFrom(0.8, 1, 1.2)
    fc.assert(
      fc.property(
        fc.integer({ min: -10, max: 10 }),
        some,
        some,
        tenths,
        some,
        tenths,
        fc.array(by, { minLength: 6, maxLength: 6 }),
        (spread, fullValue, depositValue, returnRate, amount, kept, move) => {
          const moved = (value: number, at: number) => value * (move[at] ?? 1)
          const corner =
            moved(spread, 0) +
            ((moved(fullValue, 1) - 4 * moved(depositValue, 2)) / 4) * Math.min(1, moved(returnRate, 3)) +
            moved(amount, 4) * Math.min(1, moved(kept, 5))
          const deal = aDeal({
            case: {
              spread,
              emptyExchange: { n: 4, fullValue, depositValue, returnRate },
              capPrize: { amount, kept },
            },
            firstOrder: null,
          })
          expect(approximate(sensitivity(deal)!.worst)).toBeLessThanOrEqual(corner + 1e-9)
        },
      ),
    )
  })
})
