import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aDeal, yuan } from '../../../test/make/deal.ts'
import { compare, minus, plus, ratio, rounded } from '../fraction.ts'
import { dealPresets } from './deal-presets.ts'
import { pocketPrice, pocketShare } from './pocket-price.ts'

const stepsOf = (deal: Parameters<typeof pocketPrice>[0]) =>
  pocketPrice(deal).steps.map(({ name, kind, amount }) => [name, kind, yuan(amount)])

describe('the same deal for the manufacturer: list → pocket → contribution', () => {
  it('goes from 20 list to 5.20 in the pocket, and 2.30 are lost after cost and excise', () => {
    const deal = aDeal({
      case: { ...dealPresets.B, capPrize: { amount: 6, kept: 0.1 }, delivery: 1 },
      price: { list: 20, cost: 6.3, excise: 1.2, freight: 0.8 },
    })
    // 20 − 2 = 18 on the invoice; − 3 rebate − 6 prizes − 3 exchange − 0.80 freight = 5.20; − 6.30 − 1.20 = −2.30
    expect(stepsOf(deal)).toEqual([
      ['list', 'total', 20],
      ['discount', 'minus', 2],
      ['invoice', 'total', 18],
      ['rebate', 'minus', 3],
      ['capPrize', 'minus', 6], // in full: the manufacturer pays it, whoever keeps it
      ['emptyExchange', 'minus', 3],
      ['freight', 'minus', 0.8],
      ['pocket', 'total', 5.2],
      ['cost', 'minus', 6.3],
      ['excise', 'minus', 1.2],
      ['contribution', 'total', -2.3],
    ])
    const share = pocketShare(pocketPrice(deal))
    expect(share && rounded(share, 4)).toBe(0.26) // 5.20 ÷ 20
  })

  it('without a list price begins at the invoice, without a cost ends at the pocket, and names what it lacks', () => {
    const deal = aDeal()
    expect(stepsOf(deal)).toEqual([
      ['invoice', 'total', 18],
      ['capPrize', 'minus', 6],
      ['emptyExchange', 'minus', 3],
      ['pocket', 'total', 9],
    ])
    expect(pocketPrice(deal).unknown).toEqual([
      'case.freeGoods',
      'case.rebate',
      'price.list',
      'price.cost',
      'price.excise',
      'price.freight',
    ])
  })

  it('without a price in says nothing', () => {
    const bare = pocketPrice(aDeal({ firstOrder: null, price: { list: 20 } }))
    expect(bare).toEqual({ steps: [], unknown: ['firstOrder.priceIn'] })
    expect(pocketShare(bare)).toBeNull()
  })

  it('shows a price above the list, and an exchange that brings money in, as added', () => {
    const emptyExchange = { n: 4, fullValue: 8, depositValue: 3, returnRate: 1 }
    expect(stepsOf(aDeal({ case: { emptyExchange }, price: { list: 17 } }))).toEqual([
      ['list', 'total', 17],
      ['discount', 'plus', 1],
      ['invoice', 'total', 18],
      ['capPrize', 'minus', 6],
      ['emptyExchange', 'plus', 1],
      ['pocket', 'total', 13],
    ])
  })

  it('closes: every total is what the steps before it leave', () => {
    const fen = fc.integer({ min: 0, max: 4000 }).map((value) => value / 100)
    fc.assert(
      fc.property(
        fen,
        fc.option(fen),
        fc.option(fen),
        fc.option(fen),
        fen,
        (amount, list, cost, freight, rate) => {
          const deal = aDeal({
            case: {
              capPrize: { amount, kept: 0.5 },
              rebate: { perCase: rate },
              freeGoods: { buy: 10, get: 1 },
            },
            price: { list, cost, excise: 1, freight },
          })
          const { steps } = pocketPrice(deal)
          const left = steps.slice(1).reduce((before, { kind, amount: step }) => {
            if (kind === 'minus') return minus(before, step)
            return kind === 'plus' ? plus(before, step) : compare(before, step) === 0 ? before : ratio(1e9)
          }, steps[0]!.amount)
          expect(left).toEqual(steps.at(-1)!.amount)
        },
      ),
    )
  })
})
