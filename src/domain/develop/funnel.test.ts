import { describe, expect, it } from 'vitest'
import { costPerWon, funnel, furthestOf } from './funnel.ts'
import { broughtBy } from './referral.ts'

it('the funnel counts who reached each stage, and where the others were lost or stand', () => {
  const steps = funnel([
    { furthest: 'ordered', lost: false },
    { furthest: 'offered', lost: true },
    { furthest: 'offered', lost: false },
    { furthest: 'found', lost: false },
  ])
  expect(steps.map(({ reached }) => reached)).toEqual([4, 3, 3, 3, 1, 1])
  expect(steps.find(({ stage }) => stage === 'offered')).toMatchObject({ lostHere: 1, standing: 1 })
  expect(furthestOf(['found', 'contacted', 'lost'], false)).toBe('contacted')
  expect(furthestOf(['found', 'signed'], true)).toBe('ordered')
})

describe('cost of an account won', () => {
  it('is what was spent by those who were won: 9,000 for 3 make 3,000', () => {
    const spends = [
      { source: 'advertising', minor: 500_000 },
      { source: 'advertising', minor: 400_000 },
      { source: 'media', minor: null },
    ] as const
    expect(costPerWon('advertising', 3, spends)).toMatchObject({ spent: 900_000, perWon: 300_000 })
    expect(costPerWon('advertising', 0, spends)).toMatchObject({ spent: 900_000, perWon: null })
  })
  it('what nobody has said is missing, not zero', () => {
    expect(costPerWon('peer', 5, [])).toMatchObject({ spent: null, perWon: null })
    const half = [
      { source: 'media', minor: 10_000 },
      { source: 'media', minor: null },
    ] as const
    expect(costPerWon('media', 5, half)).toMatchObject({ spent: null, perWon: null, unknown: 1 })
  })
})

describe('who brought whom', () => {
  it('counts what came of it down the line, also through an account that a prospect became', () => {
    const edges = [
      { from: 'trader:老周', to: 'prospect:1', won: true },
      { from: 'trader:老周', to: 'prospect:2', won: false },
      { from: 'account:A', to: 'prospect:3', won: true },
      { from: 'prospect:3', to: 'prospect:4', won: false },
    ]
    // Prospect 1 became account A, which brought 3, which brought 4.
    const brought = broughtBy(edges, new Map([['account:A', 'prospect:1']]))
    expect(brought[0]).toEqual({ referrer: 'trader:老周', direct: 2, won: 1, all: 4, allWon: 2 })
    expect(brought.find(({ referrer }) => referrer === 'prospect:1')).toMatchObject({ direct: 1, all: 2 })
  })
  it('ends where two are said to have brought each other', () => {
    const edges = [
      { from: 'prospect:1', to: 'prospect:2', won: true },
      { from: 'prospect:2', to: 'prospect:1', won: true },
    ]
    expect(broughtBy(edges, new Map())).toMatchObject([{ all: 1 }, { all: 1 }])
  })
})
