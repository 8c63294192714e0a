import { describe, expect, it } from 'vitest'
import { agreedFirstOrder } from './agreed-first-order.ts'

const of = (
  over: Partial<Parameters<typeof agreedFirstOrder>[0]>,
  today = '2026-01-05',
): readonly (string | number | null)[] => {
  const { dueOn, cases } = agreedFirstOrder({ from: '2026-02-01', targets: [], ...over }, today)
  return [dueOn, cases]
}

describe('the first order of an agreement (article 2.5: within a month)', () => {
  it('as it was agreed', () => {
    const firstOrder = { dueOn: '2026-02-10', cases: 2400 }
    expect(of({ firstOrder, targets: [{ month: '2026-02', cases: 800 }] })).toEqual(['2026-02-10', 2400])
  })
  it('what was not said: within a month of the start, and the target of the first month that has one', () => {
    const targets = [
      { month: '2026-04', cases: 500 },
      { month: '2026-03', cases: 800 },
      { month: '2026-02', cases: 0 },
    ]
    expect(of({ targets })).toEqual(['2026-03-01', 800])
    expect(of({ targets, firstOrder: { dueOn: null, cases: 90 } })).toEqual(['2026-03-01', 90])
    expect(of({ targets, firstOrder: { dueOn: '2026-02-10', cases: null } })).toEqual(['2026-02-10', 800])
    expect(of({})).toEqual(['2026-03-01', null])
  })
  it('put into force late, nobody is late with it; ahead by no more than can be planned', () => {
    expect(of({ from: '2025-01-01' })).toEqual(['2026-02-05', null])
    expect(of({ firstOrder: { dueOn: '2026-02-10', cases: 1 } }, '2026-02-11')).toEqual(['2026-02-11', 1])
    expect(of({ from: '2027-06-01' })).toEqual(['2027-01-06', null])
    expect(of({ targets: [{ month: '2026-02', cases: 1_000_001 }] })).toEqual(['2026-03-01', null])
  })
})
