import { describe, expect, it } from 'vitest'
import { aPolicy } from '../../../test/make/policies.ts'
import { readTradePolicy, type PolicyGround } from './read-trade-policy.ts'
import type { PolicyDraft } from './trade-policy-draft.ts'
import { counts, policiesOn, quantityOf, speaksTo } from './trade-policy-lines.ts'
import { daysOf, periodOf, yearBefore, yearLater, type PolicyLine, type TradePolicy } from './trade-policy.ts'

const ground: PolicyGround = {
  marketsUnder: (node) => ({ hq: '*' as const, north: ['m1', 'm2'], empty: [] })[node] ?? [],
  accountKnown: (id) => id === 'a1',
  skus: new Map([
    ['s1', { code: 'S1', packOn: () => true }],
    ['s2', { code: 'S2', packOn: () => false }],
  ]),
}

const codeOf = (over: Partial<PolicyDraft>) => {
  const read = readTradePolicy(aPolicy(over), ground)
  return read.ok ? 'ok' : read.problem.code.replace('trade-policy/', '')
}
const tiers = (...all: readonly (readonly [number, number | null, number])[]) =>
  codeOf({
    terms: {
      kind: 'tiers',
      measure: 'cases',
      mode: 'all',
      tiers: all.map(([from, to, rate]) => ({ from, to, rate })),
    },
  })

describe('a policy that is written down', () => {
  it('is taken as it stands, with the markets beneath its places', () => {
    expect(readTradePolicy(aPolicy({ nodes: ['north'], skus: ['s1'] }), ground)).toMatchObject({
      ok: true,
      value: {
        scope: { markets: ['m1', 'm2'], skus: ['s1'] },
        terms: { kind: 'rate', rate: { top: 300n, bottom: 1n } },
      },
    })
    expect(tiers([0, 5000, 0], [5000, 10_000, 50], [10_000, null, 100])).toBe('ok')
  })

  it.each<[string, Partial<PolicyDraft>]>([
    ['name-missing', { name: '  ' }],
    ['day-invalid', { from: '2026-02-30' }],
    ['dates-crossed', { from: '2026-12-31', to: '2026-01-01' }],
    ['budget-missing', { budgetMinor: null }],
    ['budget-missing', { budgetMinor: 0 }],
    ['number-invalid', { budgetMinor: 1.5 }],
    ['market-unknown', { nodes: [] }],
    ['market-unknown', { nodes: ['empty'] }],
    ['tier-none', { tiers: [] }],
    ['account-unknown', { accounts: ['a1', 'a2'] }],
    ['sku-unknown', { skus: ['s9'] }],
    ['pack-missing', { skus: ['s1', 's2'] }],
    ['ok', { skus: ['s2'], terms: { kind: 'rate', measure: 'litres', rate: 10 } }],
    ['rate-negative', { terms: { kind: 'rate', measure: 'cases', rate: -1 } }],
    ['rate-zero', { terms: { kind: 'rate', measure: 'cases', rate: 0 } }],
    ['number-invalid', { terms: { kind: 'rate', measure: 'amount', rate: 1.234_56 } }],
    ['free-goods-invalid', { terms: { kind: 'free_goods', buy: 10, get: 0.5, valueMinor: 100 } }],
    ['rate-zero', { terms: { kind: 'display', amountMinor: 0 } }],
    [
      'growth-too-long',
      { period: 'term', to: '2027-01-01', terms: { kind: 'growth', measure: 'cases', above: 0, rate: 1 } },
    ],
  ])('%s', (code, over) => expect(codeOf(over)).toBe(code))

  it('has tiers that touch, in rising order', () => {
    expect(tiers([0, 5000, 50], [4000, null, 100])).toBe('tiers-overlap')
    expect(tiers([0, null, 50], [0, null, 100])).toBe('tiers-overlap')
    expect(tiers([0, 4000, 50], [5000, null, 100])).toBe('tiers-hole')
    expect(tiers([0, 4000, 50])).toBe('tiers-hole')
    expect(tiers([5000, null, 50], [0, null, 100])).toBe('tiers-unsorted')
    expect(tiers([0, null, -50])).toBe('rate-negative')
  })
})

function policy(over: Partial<PolicyDraft> = {}): TradePolicy {
  const read = readTradePolicy(aPolicy(over), ground)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value
}
const line = (over: Partial<PolicyLine> = {}): PolicyLine => ({
  id: 'x',
  sku: 's1',
  day: '2026-03-05',
  kind: 'sell_in',
  millilitres: 6000,
  milliCases: 1000,
  amountMinor: 1800,
  ...over,
})

describe('what counts', () => {
  it('is what the account buys, of the products named; a gift counts nothing, an unknown pack is not known', () => {
    expect(counts(policy({ skus: ['s1'] }), 'wholesaler', line({ sku: 's2' }))).toBe(false)
    expect(counts(policy(), 'wholesaler', line({ kind: 'sell_through' }))).toBe(false)
    expect(counts(policy(), 'outlet', line({ kind: 'sell_through' }))).toBe(true)
    expect(quantityOf(line({ amountMinor: 0 }), 'cases')).toBe(0)
    expect(quantityOf(line({ milliCases: null }), 'cases')).toBeNull()
    expect(speaksTo(policy({ nodes: ['north'] }), { market: 'm3', ids: ['a1'], tier: 'wholesaler' })).toBe(
      false,
    )
    expect(
      speaksTo(policy({ accounts: ['a1'] }), { market: 'm1', ids: ['root', 'a1'], tier: 'wholesaler' }),
    ).toBe(true)
  })

  it('counts for all that may be stacked, or for the first exclusive one alone', () => {
    const all = [
      { code: 'A', policy: policy(), of: 'A' },
      { code: 'B', policy: policy({ stacking: 'exclusive', priority: 5, from: '2026-03-01' }), of: 'B' },
      { code: 'C', policy: policy({ stacking: 'exclusive', priority: 2, from: '2026-06-01' }), of: 'C' },
      { code: 'D', policy: policy(), of: 'D' },
    ]
    const on = (day: string) => policiesOn(all, 'wholesaler', line({ day }))
    expect([on('2026-02-28'), on('2026-03-01'), on('2026-06-01'), on('2027-01-01')]).toEqual([
      ['A', 'D'],
      ['B'],
      ['C'],
      [],
    ])
  })
})

it('periods are named by their first day and end within the policy', () => {
  expect(['month', 'quarter', 'year', 'term'].map((kind) => periodOf(kind as 'month', '2026-08-15'))).toEqual(
    ['2026-08-01', '2026-07-01', '2026-01-01', '1900-01-01'],
  )
  expect(daysOf({ from: '2026-02-10', to: '2026-12-31', period: 'quarter' }, '2026-01-01')).toEqual({
    from: '2026-02-10',
    to: '2026-03-31',
  })
  expect([yearLater('2024-02-29'), yearBefore('2025-02-28'), yearBefore('2025-03-15')]).toEqual([
    '2025-02-28',
    '2024-02-29',
    '2024-03-15',
  ])
})
