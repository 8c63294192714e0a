import { describe, expect, it } from 'vitest'
import { aPolicy } from '../../../test/make/policies.ts'
import { hitsOf, isPeriodOf, type StandingPolicy } from './policy-attribution.ts'
import { policyOfDraft, type PolicyDraft } from './trade-policy-draft.ts'
import type { PolicyLine } from './trade-policy.ts'

const standing = (code: string, draft: Partial<PolicyDraft> = {}): StandingPolicy => ({
  id: code,
  code,
  version: 1,
  policy: policyOfDraft(aPolicy(draft), null),
})
const line: PolicyLine = {
  id: 'l',
  sku: 's',
  day: '2026-03-31',
  kind: 'sell_in',
  millilitres: 6000,
  milliCases: 1000,
  amountMinor: 4000,
}
const told = (spoken: readonly StandingPolicy[], one: PolicyLine = line) =>
  hitsOf(spoken, 'wholesaler', one).map(({ of, period, quantity, as }) => [of.code, period, quantity, as])

describe('the units of a line', () => {
  it('are those of all stackable policies, or of the exclusive one alone', () => {
    const two = [standing('A'), standing('B', { period: 'year' })]
    expect(told(two)).toEqual([
      ['A', '2026-03-01', 1000, 'quantity'],
      ['B', '2026-01-01', 1000, 'quantity'],
    ])
    expect(told([...two, standing('X', { stacking: 'exclusive' })])).toEqual([
      ['X', '2026-03-01', 1000, 'quantity'],
    ])
  })
  it('of growth: last year’s same days as well, the end of February with the end of February', () => {
    const growth = standing('G', { terms: { kind: 'growth', measure: 'cases', above: 0, rate: 100 } })
    expect(told([growth], { ...line, day: '2025-02-28' })).toEqual([['G', '2026-02-01', 1000, 'base']])
    expect(told([growth], { ...line, day: '2024-12-31' })).toEqual([])
  })
  it('are none where the line is not known in the measure, or was given away', () => {
    expect(told([standing('A')], { ...line, milliCases: null })).toEqual([])
    expect(told([standing('A')], { ...line, amountMinor: 0 })).toEqual([])
  })
})

it('a period is the policy’s where its key is one and days of it are the policy’s', () => {
  const { policy } = standing('A', { from: '2026-02-10', period: 'quarter' })
  expect(
    ['2026-01-01', '2026-02-01', '2026-04-01', '2025-10-01', '2027-01-01'].map((key) =>
      isPeriodOf(policy, key),
    ),
  ).toEqual([true, false, true, false, false])
  const { policy: term } = standing('T', { period: 'term' })
  expect([isPeriodOf(term, '1900-01-01'), isPeriodOf(term, '2026-01-01')]).toEqual([true, false])
})
