import { describe, expect, it } from 'vitest'
import { keyCount, ranksOf } from './k.ts'
import { defaultPolicy } from './policy.ts'

const count = (volumes: readonly number[], own: Partial<typeof defaultPolicy> = {}) =>
  keyCount(volumes, 'M1', { ...defaultPolicy, ...own })

describe('how many key accounts a market carries', () => {
  it('is the fewest that carry 60 % of its volume: two or three heavyweights (article 1.1)', () => {
    // 40 + 20 = 60 of 100
    expect(count([5, 40, 15, 20, 20])).toBe(2)
    expect(count([40, 19, 19, 22])).toBe(2)
    expect(count([39, 20, 21, 20])).toBe(2)
    expect(count([38, 20, 21, 21])).toBe(3)
  })

  it('is at most twelve and at least one', () => {
    expect(count(Array.from({ length: 100 }, () => 1))).toBe(12)
    expect(count([0, 0])).toBe(1)
    expect(count([])).toBe(1)
  })

  it('is what the policy says for the market, or for all', () => {
    expect(count([1, 1, 1], { kByMarket: { M1: 7 } })).toBe(7)
    expect(count([1, 1, 1], { k: { kind: 'fixed', k: 20 } })).toBe(20)
  })
})

describe('the ranks of the hysteresis', () => {
  it('lets in at 0.9 K and out beyond 1.25 K', () => {
    // K = 20: round(18) = 18, ceil(25) = 25
    expect(ranksOf(20, defaultPolicy.hysteresis)).toEqual({ k: 20, enterRank: 18, leaveRank: 25 })
    expect(ranksOf(1, defaultPolicy.hysteresis)).toEqual({ k: 1, enterRank: 1, leaveRank: 2 })
    expect(ranksOf(3, defaultPolicy.hysteresis)).toEqual({ k: 3, enterRank: 3, leaveRank: 4 })
  })

  it('is not moved by binary dust', () => {
    expect(ranksOf(10, { enter: 0.9, leave: 1.1, leaveAfter: 2 }).leaveRank).toBe(11)
  })

  it('always enters within K and leaves beyond it', () => {
    for (let k = 1; k <= 500; k += 1) {
      const { enterRank, leaveRank } = ranksOf(k, defaultPolicy.hysteresis)
      expect(enterRank).toBeLessThanOrEqual(k)
      expect(enterRank).toBeGreaterThanOrEqual(1)
      expect(leaveRank).toBeGreaterThanOrEqual(k)
    }
  })
})
