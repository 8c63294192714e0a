import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFact, AS_OF, ordersEvery } from '../../../test/make/figures.ts'
import { loyaltyOf, silenceOf } from './loyalty.ts'
import { defaultPolicy } from './policy.ts'

const rule = defaultPolicy.loyalty
const gate = (orderDays: readonly number[], facts: Parameters<typeof loyaltyOf>[0]['facts'] = []) =>
  loyaltyOf({ orderDays, facts }, AS_OF, rule, 2)

/** Share of wallet: 0.6 half a year ago, `now` today. */
const fell = (now: number) => [
  aFact('share_of_wallet', 0.6, '2026-04-01'),
  aFact('share_of_wallet', now, '2026-10-01'),
]

describe('the loyalty gate (article 1.4: large volume with low loyalty is dangerous)', () => {
  it('closes on 41 days of silence where twelve are usual', () => {
    // 41 ÷ 12 = 3.42 cycles, from 3 the gate is closed
    const verdict = gate(ordersEvery(12, 13, 41))
    expect(verdict).toMatchObject({ state: 'closed', silentDays: 41, usualDays: 12, payment: 'unknown' })
    expect(verdict.cycles).toBeCloseTo(3.4167, 4)
    expect(verdict.reasons).toEqual([{ code: 'loyalty.silent', facts: { n: 41, usual: 12 } }])
  })

  it('warns from two and a half cycles, closes from three', () => {
    expect(gate(ordersEvery(10, 13, 24)).state).toBe('ok')
    expect(gate(ordersEvery(10, 13, 25)).state).toBe('warning')
    expect(gate(ordersEvery(10, 13, 29)).state).toBe('warning')
    expect(gate(ordersEvery(10, 13, 30)).state).toBe('closed')
  })

  it('has no opinion before the fourth order day', () => {
    expect(gate(ordersEvery(10, 3, 300))).toMatchObject({ state: 'unknown', silentDays: 300, cycles: null })
    expect(gate(ordersEvery(10, 4, 30)).state).toBe('closed')
    expect(gate([])).toMatchObject({ state: 'unknown', silentDays: null, reasons: [] })
  })

  it('takes the median of the last twelve gaps, so one long winter does not count', () => {
    const winter = [...ordersEvery(12, 6, 100), ...ordersEvery(12, 7, 20)]
    expect(silenceOf(winter, AS_OF, rule)).toMatchObject({ usualDays: 12, silentDays: 20 })
    const long = [...ordersEvery(90, 30, 200), ...ordersEvery(10, 13, 10)]
    expect(silenceOf(long, AS_OF, rule).usualDays).toBe(10)
  })

  it('warns when ten points of the wallet are gone in two quarters', () => {
    const warned = gate(ordersEvery(12, 13, 5), fell(0.5))
    expect(warned.state).toBe('warning')
    expect(warned.shareTrend).toBeCloseTo(-0.1, 12)
    expect(gate(ordersEvery(12, 13, 5), fell(0.51)).state).toBe('ok')
  })

  it('warns on overdue money above the policy', () => {
    const owing = gate(ordersEvery(12, 13, 5), [aFact('overdue_minor', 12_345_00, '2026-10-20')])
    expect(owing).toMatchObject({ state: 'warning', payment: 'overdue', overdueMinor: 12_345_00 })
    expect(owing.reasons[0]).toEqual({
      code: 'loyalty.overdue',
      facts: { amount: 12_345, day: '2026-10-20' },
    })
    expect(gate(ordersEvery(12, 13, 5), [aFact('overdue_minor', 0)])).toMatchObject({
      state: 'ok',
      payment: 'ok',
    })
  })

  it('never opens by waiting: longer silence is never a better state', () => {
    const severity = ['ok', 'warning', 'closed']
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(400), fc.nat(400), (gap, silent, more) => {
        const before = gate(ordersEvery(gap, 13, silent)).state
        const after = gate(ordersEvery(gap, 13, silent + more)).state
        expect(severity.indexOf(after)).toBeGreaterThanOrEqual(severity.indexOf(before))
      }),
    )
  })
})
