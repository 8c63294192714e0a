import { describe, expect, it } from 'vitest'
import { givenOf, rebateBudget } from './given.ts'
import type { AgreementDraft } from './read-agreement.ts'

const draft: AgreementDraft = {
  from: '2026-01-01',
  to: '2026-12-31',
  markets: ['M1'],
  products: null,
  targets: [
    { month: '2026-01', cases: 2000 },
    { month: '2026-02', cases: 400 },
  ],
  rebate: null,
  support: { perCaseMinor: 0, onceMinor: 0 },
  payDays: 0,
  visitEveryDays: null,
  exclusive: false,
  exclusivityWords: '',
  otherWords: '',
}
const rebate = (mode: 'all' | 'marginal', ...rates: readonly number[]) =>
  ({
    kind: 'tiers',
    measure: 'cases',
    mode,
    tiers: rates.map((rate, at) => ({ from: at * 1000, rate })),
  }) as const

describe('what an agreement gives', () => {
  it('2,400 cases at 15 yuan are 36,000 (article 2.4)', () => {
    expect(givenOf({ ...draft, support: { perCaseMinor: 1500, onceMinor: 0 } })).toEqual({
      perCase: 1500n,
      total: 3_600_000n,
    })
  })
  it('counts the tier that the targets reach, all of it or what lies within; a case at the highest', () => {
    expect(givenOf({ ...draft, rebate: rebate('all', 100, 200, 300) })).toEqual({
      perCase: 300n,
      total: 720_000n,
    })
    // 1000 × 1 + 1000 × 2 + 400 × 3 yuan
    expect(givenOf({ ...draft, rebate: rebate('marginal', 100, 200, 300) }).total).toBe(420_000n)
  })
  it('counts the tier that gives most where the targets stay below it or are left out', () => {
    const beside = { perCaseMinor: 10, onceMinor: 500 }
    // 3,000 cases at 9 yuan; with 10 fen a case and 5 yuan beside it.
    const steep = { ...draft, rebate: rebate('all', 100, 200, 300, 900) }
    for (const targets of [draft.targets, []]) {
      expect(givenOf({ ...steep, targets }).total).toBe(2_700_000n)
      expect(givenOf({ ...steep, targets, support: beside }).total).toBe(2_730_500n)
    }
    // Rates that fall: 2,000 cases at 3 yuan are more than 3,000 at 1.
    expect(givenOf({ ...draft, rebate: rebate('all', 0, 0, 300, 100), targets: [] }).total).toBe(600_000n)
  })
  it('rounds up: a limit is never kept by rounding; what is given once has no case', () => {
    const some = { ...draft, targets: [{ month: '2026-01', cases: 3 }], rebate: rebate('all', 0.1) }
    expect(givenOf({ ...some, support: { perCaseMinor: 0, onceMinor: 50 } })).toEqual({
      perCase: 1n,
      total: 51n,
    })
    expect(givenOf({ ...draft, targets: [] })).toEqual({ perCase: 0n, total: 0n })
  })
  it('leaves room for its highest tier, or for all targets where they are more', () => {
    const of = (cases: number) => [{ month: '2026-01', cases }]
    const tiers = rebate('all', 100, 200, 300)
    expect(rebateBudget({ rebate: tiers, targets: of(2400) })).toBe(720_000n)
    expect(rebateBudget({ rebate: tiers, targets: of(10) })).toBe(600_000n)
    expect(rebateBudget({ rebate: null, targets: of(10) })).toBe(0n)
  })
})
