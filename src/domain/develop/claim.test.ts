import { describe, expect, it } from 'vitest'
import { mayAsk, mayDecide, maySettle } from './claim.ts'

const code = (result: { ok: boolean; problem?: { code: string } }) =>
  result.ok ? 'ok' : (result.problem?.code ?? '')

describe('a claim', () => {
  const room = { accrued: 720_000, claimed: 20_000, budget: 1_000_000, held: 400_000 }
  it('asks for what was posted and not claimed yet, within the budget', () => {
    // 7,200.00 − 200.00 = 7,000.00; the budget has 6,000.00 left
    expect([600_000, 600_001, 700_001, 0, -1, 1.5].map((asked) => code(mayAsk(asked, room, 2)))).toEqual([
      'ok',
      'claim/over-budget',
      'claim/over-accrued',
      'claim/amount-invalid',
      'claim/amount-invalid',
      'claim/amount-invalid',
    ])
    expect(mayAsk(700_001, room, 2)).toMatchObject({ problem: { facts: { left: 7000 } } })
    expect(code(mayAsk(1, { ...room, accrued: -5, claimed: 0 }, 2))).toBe('claim/over-accrued')
  })
  it('is decided by another, whole or in part with a reason, up to a limit and to what is posted by now', () => {
    const decide = (approved: number, more: object = {}, reason = 'x', own = false) =>
      code(
        mayDecide(
          { asked: 500, own },
          { approved, reason },
          { limit: null, left: 500, digits: 2, roles: 'hq', ...more },
        ),
      )
    expect([
      decide(500),
      decide(500, {}, ''),
      decide(499, {}, ' '),
      decide(0),
      decide(501),
      decide(-1),
    ]).toEqual(['ok', 'ok', 'claim/reason-missing', 'ok', 'claim/approved-invalid', 'claim/approved-invalid'])
    expect([
      decide(500, {}, 'x', true),
      decide(500, { limit: 499 }),
      decide(500, { limit: 500 }),
      decide(500, { left: 499 }),
    ]).toEqual(['claim/own', 'claim/beyond-limit', 'ok', 'claim/over-accrued'])
  })
  it('is paid up to what was approved', () => {
    const claim = { state: 'approved', approved: 500, settled: 200 } as const
    expect([300, 301, 0].map((amount) => code(maySettle(claim, amount, 2)))).toEqual([
      'ok',
      'settlement/over-approved',
      'settlement/amount-invalid',
    ])
    expect(code(maySettle({ ...claim, settled: 500 }, 1, 2))).toBe('claim/not-approved')
    expect(code(maySettle({ ...claim, state: 'open' }, 1, 2))).toBe('claim/not-approved')
  })
})
