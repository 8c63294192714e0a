import { describe, expect, it } from 'vitest'
import { agreementStates, agreementWhyNot, endsSoon, stateOf } from './way.ts'

const [within, beyond] = [
  { beyond: false, over: false },
  { beyond: true, over: false },
]
const year = { from: '2026-01-01', to: '2026-12-31' }

describe('the way of an agreement', () => {
  it('within the limits is signed at once; beyond them only when it was approved', () => {
    expect(agreementWhyNot('sign', 'draft', within)).toBeNull()
    expect(agreementWhyNot('send', 'draft', within)).toBe('agreement/within-limits')
    expect(agreementWhyNot('sign', 'draft', beyond)).toBe('agreement/not-approved')
    expect(agreementWhyNot('send', 'draft', beyond)).toBeNull()
    expect(agreementWhyNot('sign', 'sent', beyond)).toBe('agreement/not-approved')
    expect(agreementWhyNot('sign', 'approved', beyond)).toBeNull()
  })
  it('is gated by the signature, and signed once', () => {
    const may = agreementStates.filter((state) => agreementWhyNot('activate', state, beyond) === null)
    expect(may).toEqual(['signed'])
    expect(agreementWhyNot('sign', 'signed', within)).toBe('agreement/not-draft')
  })
  it('is changed as a draft and decided when sent, alone; a second decision finds nothing that waits', () => {
    expect(agreementStates.filter((state) => agreementWhyNot('change', state, beyond) === null)).toEqual([
      'draft',
    ])
    expect(agreementStates.filter((state) => agreementWhyNot('decide', state, beyond) === null)).toEqual([
      'sent',
    ])
  })
  it.each(['amend', 'renew', 'terminate'] as const)('%s: only in force', (act) => {
    expect(agreementStates.filter((state) => agreementWhyNot(act, state, within) === null)).toEqual([
      'in-force',
    ])
  })
  it('that was terminated has nothing after it, and may be ended earlier', () => {
    const over = { beyond: false, over: true }
    expect(agreementWhyNot('amend', 'in-force', over)).toBe('agreement/not-in-force')
    expect(agreementWhyNot('renew', 'in-force', over)).toBe('agreement/not-in-force')
    expect(agreementWhyNot('terminate', 'in-force', over)).toBeNull()
  })
  it('stands where the last event and its days say; one that came back is a draft', () => {
    expect(stateOf('returned', year, '2026-02-01')).toBe('draft')
    expect(stateOf('approved', year, '2026-02-01')).toBe('approved')
    expect(stateOf('activated', year, '2025-12-31')).toBe('coming')
    expect(stateOf('activated', year, '2026-12-31')).toBe('in-force')
    expect(stateOf('activated', year, '2027-01-01')).toBe('ended')
    expect(stateOf('terminated', { ...year, to: '2026-02-28' }, '2026-02-28')).toBe('in-force')
    expect(stateOf('terminated', { ...year, to: '2026-02-28' }, '2026-03-01')).toBe('terminated')
  })
  it('is proposed for renewal from 90 days before its last day', () => {
    // 31 December − 90 days = 2 October.
    expect(endsSoon('in-force', year, '2026-10-01')).toBe(false)
    expect(endsSoon('in-force', year, '2026-10-02')).toBe(true)
    expect(endsSoon('terminated', year, '2026-12-01')).toBe(false)
  })
})
