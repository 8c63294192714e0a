import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problems } from '../problem.ts'
import { dealDefaults, dealFields, dealNeeds, dealParts, type DealPath } from './deal-fields.ts'
import { dealAnswer } from './deal-answer.ts'
import { readDeal } from './read-deal.ts'

const refusal = (raw: unknown) => {
  const read = readDeal(raw)
  return read.ok ? null : { code: read.problem.code, ...read.problem.facts }
}
const exchange = { n: 4, fullValue: 12, depositValue: 0, returnRate: 1 }
const rebate = (part: object) => ({ case: { rebate: part } })
const tiers = (...all: unknown[]) => rebate({ tiers: all, mode: 'all' })

describe('reading a deal', () => {
  it('takes any part alone, and nothing at all', () => {
    expect(refusal({})).toBeNull()
    expect(refusal({ case: {}, firstOrder: {}, price: {} })).toBeNull()
    expect(refusal({ case: { spread: -2.5 } })).toBeNull()
    expect(refusal({ case: null, firstOrder: null })).toBeNull()
    expect(refusal({ case: { rebate: null, spread: null } })).toBeNull()
    expect(refusal({ firstOrder: { cases: 0 } })).toBeNull()
  })

  it('says what it took where nothing was said', () => {
    const read = readDeal({
      case: { emptyExchange: { n: 4, fullValue: 12 }, capPrize: { amount: 6 } },
      firstOrder: { cases: 10, creditShare: 0.3 },
    })
    expect(read.ok && read.value.assumed).toEqual([
      { field: 'case.emptyExchange.depositValue', value: 0 },
      { field: 'case.emptyExchange.returnRate', value: 1 },
      { field: 'case.capPrize.kept', value: 1 },
      { field: 'firstOrder.creditDays', value: 30 },
      { field: 'firstOrder.rebateLagDays', value: 30 },
    ])
  })

  it.each<[string, unknown, object]>([
    ['no object', [1], { code: 'deal/part-invalid', value: '[1]' }],
    ['nothing', null, { code: 'deal/part-invalid', value: 'null' }],
    ['a number for a part', { case: 15 }, { code: 'deal/part-invalid', field: 'case', value: '15' }],
    ['a list for a part', { case: { capPrize: [6] } }, { code: 'deal/part-invalid', field: 'case.capPrize' }],
    ['an unknown field', { case: { bonus: 3 } }, { code: 'deal/field-unknown', field: 'case.bonus' }],
    [
      'a field in another spelling',
      { case: { cap_prize: {} } },
      { code: 'deal/field-unknown', meant: 'capPrize' },
    ],
    ['a field at the top', { spread: 6 }, { code: 'deal/field-unknown', field: 'spread' }],
    ['a name that objects have by birth', { toString: 1 }, { code: 'deal/field-unknown' }],
    ['text for a number', { case: { spread: '6' } }, { code: 'deal/number-invalid', value: '"6"' }],
    [
      'yes for a number',
      { case: { delivery: true } },
      { code: 'deal/number-invalid', field: 'case.delivery' },
    ],
    ['no number', { case: { spread: Number.NaN } }, { code: 'deal/number-invalid' }],
    [
      'empties without their number',
      { case: { emptyExchange: { fullValue: 12 } } },
      { code: 'deal/field-missing', field: 'case.emptyExchange.n' },
    ],
    [
      'an empty prize',
      { case: { capPrize: {} } },
      { code: 'deal/field-missing', field: 'case.capPrize.amount' },
    ],
    [
      'none for one',
      { case: { emptyExchange: { ...exchange, n: 0 } } },
      { code: 'deal/out-of-range', field: 'case.emptyExchange.n', value: 0, low: 1 },
    ],
    ['half an empty', { case: { emptyExchange: { ...exchange, n: 2.5 } } }, { code: 'deal/not-whole' }],
    [
      'seventy for 70 %',
      { case: { emptyExchange: { ...exchange, returnRate: 70 } } },
      { code: 'deal/share-outside', value: 70 },
    ],
    [
      'less than nothing kept',
      { case: { capPrize: { amount: 6, kept: -0.1 } } },
      { code: 'deal/share-outside', field: 'case.capPrize.kept' },
    ],
    ['8 for 8 % a year', { firstOrder: { annualRate: 8 } }, { code: 'deal/share-outside' }],
    [
      'negative cases',
      { firstOrder: { cases: -2400 } },
      { code: 'deal/out-of-range', field: 'firstOrder.cases' },
    ],
    ['half a case', { firstOrder: { cases: 2400.5 } }, { code: 'deal/not-whole', field: 'firstOrder.cases' }],
    ['sold in no time', { firstOrder: { sellDays: 0 } }, { code: 'deal/out-of-range' }],
    ['a price of nothing', { firstOrder: { priceIn: 0 } }, { code: 'deal/out-of-range' }],
    ['a prize below nothing', { case: { capPrize: { amount: -6 } } }, { code: 'deal/out-of-range' }],
    ['a case of a billion', { case: { spread: 1e9 } }, { code: 'deal/out-of-range', high: 1_000_000 }],
    [
      'a price out below zero',
      { case: { spread: -19 }, firstOrder: { priceIn: 18 } },
      { code: 'deal/price-negative', spread: -19, priceIn: 18 },
    ],
    [
      'free goods of nothing bought',
      { case: { freeGoods: { buy: 0, get: 1 } } },
      { code: 'deal/out-of-range' },
    ],
    ['two rebates', rebate({ perCase: 3, mode: 'all' }), { code: 'deal/rebate-twice' }],
    ['an empty rebate', rebate({}), { code: 'deal/rebate-none' }],
    [
      'a rebate that is a number',
      { case: { rebate: 3 } },
      { code: 'deal/part-invalid', field: 'case.rebate' },
    ],
    ['an unknown field of the rebate', rebate({ rate: 3 }), { code: 'deal/field-unknown' }],
    ['a negative rebate', rebate({ perCase: -3 }), { code: 'deal/out-of-range' }],
    ['tiers without a mode', rebate({ tiers: [{ from: 0, rate: 1 }] }), { code: 'deal/mode-unknown' }],
    [
      'an unknown mode',
      rebate({ tiers: [{ from: 0, rate: 1 }], mode: 'ALL' }),
      { code: 'deal/mode-unknown', value: '"ALL"' },
    ],
    ['no tiers', tiers(), { code: 'deal/tier-invalid' }],
    ['tiers that are no list', rebate({ tiers: {}, mode: 'all' }), { code: 'deal/tier-invalid' }],
    ['a tier that is a number', tiers(5), { code: 'deal/tier-invalid', field: 'case.rebate.tiers[0]' }],
    ['a tier without a rate', tiers({ from: 0 }), { code: 'deal/number-invalid' }],
    [
      'a tier with an end',
      tiers({ from: 0, to: 10, rate: 1 }),
      { code: 'deal/field-unknown', field: 'case.rebate.tiers[0].to' },
    ],
    [
      'a negative rate',
      tiers({ from: 0, rate: -1 }),
      { code: 'deal/out-of-range', field: 'case.rebate.tiers[0].rate' },
    ],
    ['a tier from less than nothing', tiers({ from: -1, rate: 1 }), { code: 'deal/out-of-range' }],
    [
      'two tiers from the same case on',
      tiers({ from: 0, rate: 1 }, { from: 0, rate: 2 }),
      { code: 'deal/tiers-overlap', from: 0 },
    ],
    [
      'tiers upside down',
      tiers({ from: 10, rate: 1 }, { from: 5, rate: 2 }),
      { code: 'deal/tiers-unsorted', from: 5, before: 10 },
    ],
  ])('refuses %s', (_, raw, expected) => {
    expect(refusal(raw)).toMatchObject(expected)
  })

  it('has bounds for every field that there may be, and no others', () => {
    const parts = Object.keys(dealParts)
    const leaves = parts.flatMap((part) =>
      (dealParts[part] ?? [])
        .map((name) => (part === '' ? name : `${part}.${name}`))
        .filter((path) => !parts.includes(path) && !/rebate\.(tiers|mode)$/.test(path)),
    )
    expect(leaves.toSorted()).toEqual(Object.keys(dealFields).toSorted())
    for (const [path, value] of Object.entries(dealDefaults)) {
      const { low, high } = dealFields[path as DealPath]
      expect([path, value >= low && value <= high]).toEqual([path, true])
    }
    for (const path of Object.values(dealNeeds).flat()) expect(dealFields[path]).toBeDefined()
  })

  it('answers anything with a deal or a refusal, and every deal can be told', () => {
    const name = fc.constantFrom(...Object.values(dealParts).flat(), 'from', 'rate', '__proto__', 'x')
    const leaf = fc.oneof(
      fc.double(),
      fc.integer({ min: -3, max: 40 }),
      fc.constantFrom(null, '6', 'all', true),
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(name, tie('tree')),
      ),
    }))
    fc.assert(
      fc.property(tree, (raw) => {
        const read = readDeal(raw)
        const told = read.ok ? typeof dealAnswer(read.value) : problems[read.problem.code]
        expect(told).toBe(read.ok ? 'object' : 'invalid')
      }),
      { numRuns: 2000 },
    )
  })
})
