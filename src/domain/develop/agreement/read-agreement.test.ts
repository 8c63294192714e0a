import { describe, expect, it } from 'vitest'
import { readAgreement, type AgreementDraft } from './read-agreement.ts'

/** A year for one market: 3 yuan a case from 0 cases, 5 from 500. */
const draft: AgreementDraft = {
  from: '2026-01-01',
  to: '2026-12-31',
  markets: ['M1'],
  products: null,
  targets: [{ month: '2026-01', cases: 500 }],
  rebate: null,
  support: { perCaseMinor: 0, onceMinor: 0 },
  payDays: 30,
  visitEveryDays: 14,
  exclusive: true,
  exclusivityWords: '甲方在本区域内不再设其他批发商。',
  otherWords: '',
}
const tiers = (...all: readonly { from: number; to?: number; rate: number }[]): AgreementDraft => ({
  ...draft,
  rebate: { kind: 'tiers', measure: 'cases', mode: 'all', tiers: all },
})
const said = (one: AgreementDraft) => {
  const read = readAgreement(one)
  return read.ok ? 'ok' : [read.problem.code, read.problem.facts['field']].filter(Boolean).join(' ')
}

describe('a draft of an agreement (article 2.5)', () => {
  it('is taken when everything in it can be kept', () => {
    expect(said(draft)).toBe('ok')
    for (const dueOn of [draft.from, draft.to])
      expect(said({ ...draft, firstOrder: { cases: 1, dueOn } })).toBe('ok')
    expect(said(tiers({ from: 0, to: 500, rate: 300 }, { from: 500, rate: 500 }))).toBe('ok')
  })
  it.each<[string, Partial<AgreementDraft>]>([
    ['agreement/field-invalid from', { from: '2026-02-30' }],
    ['agreement/dates-crossed', { from: '2027-01-01' }],
    ['agreement/field-invalid markets', { markets: [] }],
    ['agreement/field-invalid products', { products: [] }],
    ['agreement/field-invalid targets', { targets: [{ month: '2027-01', cases: 1 }] }],
    ['agreement/field-invalid targets', { targets: [{ month: '2026-01', cases: -1 }] }],
    ['agreement/field-invalid targets', { targets: [...draft.targets, ...draft.targets] }],
    ['agreement/field-invalid firstOrder', { firstOrder: { cases: null, dueOn: '2025-12-31' } }],
    ['agreement/field-invalid firstOrder', { firstOrder: { cases: null, dueOn: '2027-01-01' } }],
    ['agreement/field-invalid firstOrder', { firstOrder: { cases: null, dueOn: '2026-02-30' } }],
    ['agreement/field-invalid firstOrder', { firstOrder: { cases: 0, dueOn: null } }],
    ['agreement/field-invalid firstOrder', { firstOrder: { cases: 1_000_001, dueOn: null } }],
    ['agreement/field-invalid payDays', { payDays: 30.5 }],
    ['agreement/field-invalid support', { support: { perCaseMinor: -1, onceMinor: 0 } }],
    ['agreement/field-invalid support', { support: { perCaseMinor: 0, onceMinor: 0.5 } }],
    [
      'agreement/field-invalid rebate',
      { rebate: { kind: 'tiers', measure: 'litres', mode: 'all', tiers: [{ from: 0, rate: 1 }] } },
    ],
    ['agreement/field-invalid visitEveryDays', { visitEveryDays: 0 }],
    ['agreement/field-invalid otherWords', { otherWords: '字'.repeat(4001) }],
    ['agreement/resale-price otherWords', { otherWords: '乙方转售价格不得低于42元' }],
    ['agreement/resale-price exclusivityWords', { exclusivityWords: '执行统一零售价' }],
  ])('%s', (why, wrong) => {
    expect(said({ ...draft, ...wrong })).toBe(why)
  })
  it('words of exclusivity are left out where it is not exclusive', () => {
    const read = (exclusive: boolean) => readAgreement({ ...draft, exclusive })
    expect(read(true)).toMatchObject({ value: draft })
    expect(read(false)).toMatchObject({ value: { ...draft, exclusive: false, exclusivityWords: '' } })
  })
  it('tiers that overlap, leave a hole or take money away are refused', () => {
    const next = { from: 500, rate: 500 }
    expect(said(tiers({ from: 0, to: 600, rate: 300 }, next))).toMatch('trade-policy/tiers-overlap')
    expect(said(tiers({ from: 0, to: 400, rate: 300 }, next))).toMatch('trade-policy/tiers-hole')
    expect(said(tiers({ from: 0, rate: -1 }, next))).toMatch('trade-policy/rate-negative')
  })
})
