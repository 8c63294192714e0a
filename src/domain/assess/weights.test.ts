import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criteria } from './criterion.ts'
import { rankWeights, weightsFromPairs, weightsFromRanking } from './weights.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('weights from a ranking', () => {
  it('are the rank-order centroids', () => {
    // n = 4: (1 + 1/2 + 1/3 + 1/4) ÷ 4 = 0.520833 … (1/4) ÷ 4 = 0.0625
    const published: Record<number, number[]> = {
      3: [0.611111, 0.277778, 0.111111],
      4: [0.520833, 0.270833, 0.145833, 0.0625],
      5: [0.456667, 0.256667, 0.156667, 0.09, 0.04],
      6: [0.408333, 0.241667, 0.158333, 0.102778, 0.061111, 0.027778],
    }
    for (const [n, expected] of Object.entries(published))
      rankWeights(Number(n)).forEach((weight, i) => expect(weight).toBeCloseTo(expected[i]!, 6))
  })

  it('go to the criteria in the order that the manager gave', () => {
    const made = weightsFromRanking(['potential', 'volume', 'profit', 'strength'])
    expect(made.ok && made.value.potential).toBeCloseTo(0.520833, 6)
    expect(made.ok && made.value.strength).toBeCloseTo(0.0625, 6)
  })

  it('need each of the four once', () => {
    expect(weightsFromRanking(['volume', 'volume', 'profit', 'strength']).ok).toBe(false)
    expect(weightsFromRanking(['volume', 'profit', 'strength']).ok).toBe(false)
  })

  it('sum to one and fall', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (n) => {
        const weights = rankWeights(n)
        expect(sum(weights)).toBeCloseTo(1, 12)
        expect(weights.every((weight, i) => i === 0 || weight < weights[i - 1]!)).toBe(true)
      }),
    )
  })
})

describe('weights from pairs', () => {
  const matrix = [
    [1, 1, 3, 2],
    [1, 1, 2, 2],
    [1 / 3, 1 / 2, 1, 1 / 2],
    [1 / 2, 1 / 2, 2, 1],
  ]

  it('are the principal eigenvector, with its consistency', () => {
    const made = weightsFromPairs(matrix)
    if (!made.ok) throw new Error(made.problem.code)
    const expected = [0.35644, 0.325727, 0.124257, 0.193576]
    made.value.weights.forEach((weight, i) => expect(weight).toBeCloseTo(expected[i]!, 6))
    expect(made.value.lambdaMax).toBeCloseTo(4.045819, 6)
    expect(made.value.ci).toBeCloseTo(0.015273, 6)
    expect(made.value.cr).toBeCloseTo(0.01697, 5)
  })

  it('are refused when the comparisons contradict each other', () => {
    // A over B, B over C, C over A: the wheel of somebody who did not compare
    const wheel = [
      [1, 5, 1 / 5],
      [1 / 5, 1, 5],
      [5, 1 / 5, 1],
    ]
    const refused = weightsFromPairs(wheel)
    expect(refused.ok ? null : refused.problem.code).toBe('policy/inconsistent')
  })

  it('are refused when the table is no table of pairs', () => {
    const code = (table: number[][]) => {
      const made = weightsFromPairs(table)
      return made.ok ? null : made.problem.code
    }
    expect(code([])).toBe('policy/invalid')
    expect(code([[1, 2]])).toBe('policy/invalid')
    expect(code([[1, 2], [2, 1]])).toBe('policy/invalid') // prettier-ignore
    expect(code([[1, 10], [0.1, 1]])).toBe('policy/invalid') // prettier-ignore
    expect(code([[1, Number.NaN], [1, 1]])).toBe('policy/invalid') // prettier-ignore
  })

  it('give back the weights that consistent comparisons were made of', () => {
    const positive = fc.array(fc.double({ min: 1, max: 3, noNaN: true }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(positive, (raw) => {
        const made = weightsFromPairs(raw.map((a) => raw.map((b) => a / b)))
        if (!made.ok) throw new Error(made.problem.code)
        expect(made.value.cr).toBeCloseTo(0, 9)
        made.value.weights.forEach((weight, i) => expect(weight).toBeCloseTo(raw[i]! / sum(raw), 9))
      }),
    )
  })

  it('stand for the four bigs in their order', () => expect(criteria).toHaveLength(4))
})
