import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standings } from './criterion.ts'
import type { Memory, Override } from './figures.ts'
import { ranksOf } from './k.ts'
import { defaultPolicy as policy } from './policy.ts'
import { membership, overrideOn, standingOf, type StandingFacts } from './standing.ts'

const ranks = ranksOf(10, policy.hysteresis) // enter at 9, leave beyond 13
const memory = (own: Partial<Memory> = {}): Memory => ({
  asOf: '2026-09-30',
  standing: 'key_account',
  rank: 5,
  member: true,
  monthsBelow: 0,
  ...own,
})
const facts = (own: Partial<StandingFacts> = {}): StandingFacts => ({
  asOf: '2026-10-31',
  rank: 3,
  ranks,
  before: undefined,
  loyalty: { state: 'ok', cycles: 1 },
  lastMovement: '2026-10-20',
  contribution: 1,
  parts: { volume: 90, profit: 80, strength: 50, potential: 30 },
  ...own,
})
const standing = (own: Partial<StandingFacts> = {}) => standingOf(facts(own), policy)

describe('standing', () => {
  it('of a big account whose gate is closed is a warning, never plain key account (article 1.4)', () => {
    expect(standing({ loyalty: { state: 'closed', cycles: 3.4 } })).toBe('big_disloyal')
    expect(standing({ rank: 10, loyalty: { state: 'closed', cycles: 3.4 } })).toBe('big_disloyal')
    expect(standing({ rank: 11, loyalty: { state: 'closed', cycles: 3.4 } })).toBe('regular')
  })

  it('is key account within the entering rank, with an open gate, and unknown profit does not hurt', () => {
    expect(standing({ rank: 9 })).toBe('key_account')
    expect(standing({ rank: 10 })).toBe('regular')
    expect(standing({ contribution: null })).toBe('key_account')
    expect(standing({ loyalty: { state: 'unknown', cycles: null } })).toBe('key_account')
  })

  it('is never key account for one that costs money, however big (article 1.2)', () => {
    expect(standing({ contribution: 0 })).toBe('regular')
    expect(standing({ contribution: -5, before: memory() })).toBe('regular')
  })

  it('is at risk when loyalty warns of one that is or was key', () => {
    const warning = { loyalty: { state: 'warning', cycles: 2.6 } } as const
    expect(standing(warning)).toBe('at_risk')
    expect(standing({ ...warning, rank: 40, before: memory() })).toBe('at_risk')
    expect(standing({ ...warning, rank: 40 })).toBe('regular')
  })

  it('is dormant without a movement in six months, or after six usual gaps', () => {
    expect(standing({ lastMovement: '2026-04-30' })).toBe('dormant')
    expect(standing({ lastMovement: '2026-05-01' })).toBe('key_account')
    expect(standing({ lastMovement: null })).toBe('dormant')
    expect(standing({ loyalty: { state: 'closed', cycles: 6 } })).toBe('dormant')
  })

  it('is candidate for one that could become key (article 2.7)', () => {
    const parts = { volume: 40, profit: 10, strength: null, potential: 60 }
    expect(standing({ rank: 30, parts })).toBe('candidate')
    expect(standing({ rank: 30, parts: { ...parts, potential: 59.9 } })).toBe('regular')
    expect(standing({ rank: 30, parts: { ...parts, volume: 39.9 } })).toBe('regular')
    expect(standing({ rank: 30, parts: { ...parts, potential: null } })).toBe('regular')
    expect(standing({ rank: 3, parts })).toBe('key_account')
  })
})

describe('hysteresis', () => {
  const of = (rank: number | null, before?: Memory) =>
    membership(rank, ranks, before, policy.hysteresis.leaveAfter)

  it('keeps a member for a month below the line, and lets it go in the second', () => {
    const first = of(14, memory())
    expect(first).toEqual({ member: true, monthsBelow: 1 })
    expect(standing({ rank: 14, before: memory() })).toBe('on_watch')
    expect(of(14, memory(first))).toEqual({ member: false, monthsBelow: 0 })
    expect(standing({ rank: 14, before: memory(first) })).toBe('regular')
  })

  it('forgives a month below when the next is within the line again', () => {
    expect(of(13, memory({ monthsBelow: 1 }))).toEqual({ member: true, monthsBelow: 0 })
    expect(standing({ rank: 13, before: memory({ monthsBelow: 1 }) })).toBe('key_account')
  })

  it('does not let a newcomer in between the lines', () => {
    expect(of(10)).toEqual({ member: false, monthsBelow: 0 })
    expect(of(9)).toEqual({ member: true, monthsBelow: 0 })
    expect(of(10, memory({ member: false }))).toEqual({ member: false, monthsBelow: 0 })
    expect(of(null, memory())).toEqual({ member: true, monthsBelow: 1 })
  })
})

describe('an override', () => {
  const override: Override = {
    standing: 'key_account',
    reason: 'new contract',
    validFrom: '2026-10-01',
    expiresOn: '2026-12-31',
    by: 'manager',
  }
  it('stands from its day to the day before it expires', () => {
    expect(overrideOn(override, '2026-09-30')).toBeNull()
    expect(overrideOn(override, '2026-10-01')).toBe(override)
    expect(overrideOn(override, '2026-12-30')).toBe(override)
    expect(overrideOn(override, '2026-12-31')).toBeNull()
    expect(overrideOn(null, '2026-10-01')).toBeNull()
  })
})

describe('every account', () => {
  const part = fc.option(fc.double({ min: 0, max: 100, noNaN: true }))
  const anyFacts = fc.record({
    asOf: fc.constant('2026-10-31'),
    rank: fc.option(fc.integer({ min: 1, max: 40 })),
    ranks: fc.integer({ min: 1, max: 30 }).map((k) => ranksOf(k, policy.hysteresis)),
    before: fc.option(
      fc.record({ member: fc.boolean(), monthsBelow: fc.nat(1) }).map((own) => memory(own)),
      { nil: undefined },
    ),
    loyalty: fc.record({
      state: fc.constantFrom('ok' as const, 'warning' as const, 'closed' as const, 'unknown' as const),
      cycles: fc.option(fc.double({ min: 0, max: 8, noNaN: true })),
    }),
    lastMovement: fc.option(fc.constantFrom('2026-10-30', '2026-05-01', '2026-04-30')),
    contribution: fc.option(fc.integer({ min: -5, max: 5 })),
    parts: fc.record({ volume: part, profit: part, strength: part, potential: part }),
  })

  it('has exactly one standing, the same each time, and none is key against gate or profit', () => {
    fc.assert(
      fc.property(anyFacts, (one) => {
        const found = standingOf(one, policy)
        expect(standings).toContain(found)
        expect(standingOf({ ...one }, policy)).toBe(found)
        if (found !== 'key_account' && found !== 'on_watch') return
        expect(one.loyalty.state).not.toBe('closed')
        expect(one.loyalty.state).not.toBe('warning')
        expect(one.contribution ?? 1).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
