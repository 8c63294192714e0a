import * as fc from 'fast-check'
import type { PolicyDraft, TermsDraft } from '../../src/domain/develop/trade-policy-draft.ts'
import { measures } from '../../src/domain/develop/trade-policy.ts'

/** A policy of 3.00 a case for wholesalers everywhere in 2026, by the month. */
export function aPolicy(over: Partial<PolicyDraft> = {}): PolicyDraft {
  return {
    name: 'Three a case',
    from: '2026-01-01',
    to: '2026-12-31',
    nodes: ['hq'],
    tiers: ['wholesaler'],
    accounts: null,
    skus: null,
    stacking: 'stackable',
    priority: 100,
    period: 'month',
    component: 'rebate',
    terms: { kind: 'rate', measure: 'cases', rate: 300 },
    budgetMinor: 100_000_000,
    approveUpToMinor: 1_000_000,
    ...over,
  }
}

const rate = fc.integer({ min: 1, max: 9_999_999 }).map((one) => one / 10_000)
const measure = fc.constantFrom(...measures)
const tiers = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 40_000 }), rate), {
    minLength: 1,
    maxLength: 6,
    selector: ([from]) => from,
  })
  .map((all) => all.toSorted(([a], [b]) => a - b).map(([from, own]) => ({ from, rate: own })))

/** Any terms that a policy may have. */
export const anyTerms: fc.Arbitrary<TermsDraft> = fc.oneof(
  fc.record({ kind: fc.constant('rate' as const), measure, rate }),
  fc.record({
    kind: fc.constant('tiers' as const),
    measure,
    mode: fc.constantFrom('all' as const, 'marginal' as const),
    tiers,
  }),
  fc.record({ kind: fc.constant('growth' as const), measure, above: rate, rate }),
  fc.record({
    kind: fc.constant('free_goods' as const),
    buy: fc.integer({ min: 1, max: 40 }),
    get: fc.integer({ min: 1, max: 10 }),
    valueMinor: fc.integer({ min: 1, max: 20_000 }),
  }),
  fc.record({
    kind: fc.constantFrom('conduct' as const, 'display' as const),
    amountMinor: fc.integer({ min: 1, max: 1e9 }),
  }),
)

/** What lines count: purchases, and fewer returns. */
export const quantity = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 9_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -3_000_000, max: -1 }) },
)
