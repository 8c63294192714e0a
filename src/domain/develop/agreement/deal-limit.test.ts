import { assert, bigInt, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvalWhyNot, beyondLimit } from './deal-limit.ts'

const rep = { perCase: 150n, total: 2_000_000n }

describe('limits of a deal', () => {
  it('a case at 1.80 yuan goes 30 fen beyond 1.50; the total of 20 000 yuan is kept to the fen', () => {
    expect(beyondLimit({ perCase: 180n, total: 2_000_000n }, rep)).toEqual([{ what: 'perCase', by: 30n }])
    expect(beyondLimit({ perCase: 150n, total: 2_000_001n }, rep)).toEqual([{ what: 'total', by: 1n }])
    expect(beyondLimit(rep, rep)).toEqual([])
  })
  it('where none was set, whatever is given goes beyond, and nothing does not', () => {
    expect(beyondLimit({ perCase: 1n, total: 0n }, null)).toEqual([{ what: 'perCase', by: 1n }])
    expect(beyondLimit({ perCase: 0n, total: 0n }, null)).toEqual([])
  })
  it('nobody approves their own, or more than their limit', () => {
    expect(approvalWhyNot(rep, rep, true)).toBe('agreement/own-approval')
    expect(approvalWhyNot({ ...rep, perCase: 151n }, rep, false)).toBe('agreement/limit-too-low')
    expect(approvalWhyNot(rep, rep, false)).toBeNull()
  })
  it('a higher limit never takes an approval away, and what goes beyond is the difference', () => {
    const fen = record({ perCase: bigInt(0n, 500n), total: bigInt(0n, 500n) })
    assert(
      property(fen, fen, fen, (given, limit, more) => {
        const higher = { perCase: limit.perCase + more.perCase, total: limit.total + more.total }
        const beyond = beyondLimit(given, limit)
        expect(beyond.every(({ what, by }) => limit[what] + by === given[what])).toBe(true)
        expect(beyondLimit(given, higher).length).toBeLessThanOrEqual(beyond.length)
      }),
    )
  })
})
