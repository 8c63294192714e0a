import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concerns, guide, rankConcerns } from './concern.ts'
import { growthOf, sheetOrder, spreadOf } from './sheet.ts'

const order = (answers: Record<string, string>) => {
  const ranked = rankConcerns(answers)
  return ranked.ok ? ranked.value.map(({ concern, points }) => `${concern} ${points}`) : ranked.problem.code
}

describe('what this person cares about (article 2.3)', () => {
  it('follows from the answers: "sell yours and I’d live on wind" is about profit, asked first', () => {
    // asked first: profit 3; took his last brand because it sold: sales 2; would leave for profit: profit 2 → 5, 2
    expect(order({ 'asked-first': 'profit', 'took-last': 'sales', 'would-leave': 'profit' })).toEqual([
      'profit 5',
      'sales 2',
      'potential 0',
      'renown 0',
      'invest 0',
    ])
  })
  it('at the same points the weightier question decides', () => {
    // invest 2 from the second question, renown 1 + 1 from the last two
    expect(order({ troubles: 'renown', 'tells-others': 'renown', 'took-last': 'invest' })).toEqual([
      'invest 2',
      'renown 2',
      'profit 0',
      'potential 0',
      'sales 0',
    ])
  })
  it('refuses no answer, and what the guide does not have', () => {
    expect(order({})).toBe('concern/answers-none')
    expect(order({ 'asked-first': 'weather' })).toBe('concern/answer-unknown')
    expect(order({ horoscope: 'profit' })).toBe('concern/answer-unknown')
  })
  it('every ranking holds the five once, all points of the answers, and falls', () => {
    const answers = fc.record(
      Object.fromEntries(guide.map(({ question }) => [question, fc.constantFrom(...concerns)])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(answers, (given) => {
        const ranked = rankConcerns(given as Record<string, string>)
        fc.pre(Object.keys(given).length > 0)
        if (!ranked.ok) throw new Error(ranked.problem.code)
        expect(ranked.value.map(({ concern }) => concern).toSorted()).toEqual(concerns.toSorted())
        const points = ranked.value.map((one) => one.points)
        expect(points).toEqual(points.toSorted((a, b) => b - a))
        const asked = guide.filter(({ question }) => question in given)
        expect(points.reduce((a, b) => a + b)).toBe(asked.reduce((sum, { weight }) => sum + weight, 0))
        // The sheet starts with the first concern.
        expect(sheetOrder(ranked.value)[0]).toBe(ranked.value[0]?.concern)
      }),
    )
  })
})

describe('facts for the sheet', () => {
  it('a figure over others needs five of them', () => {
    expect(spreadOf([300, 310, 320, 330])).toBeNull()
    // 300 310 320 330 400: quartiles by definition 7 are the second, third and fourth
    expect(spreadOf([400, 300, 320, 310, 330])).toEqual({ n: 5, low: 310, median: 320, high: 330 })
  })
  it('growth is known where both years are', () => {
    expect(growthOf(110, 100)).toBeCloseTo(0.1)
    expect(growthOf(110, 0)).toBeNull()
    expect(growthOf(null, 100)).toBeNull()
  })
  it('without answers the sheet takes the article’s order', () => {
    expect(sheetOrder(null)).toEqual(concerns)
  })
})
