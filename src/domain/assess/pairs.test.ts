import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criteria } from './criterion.ts'
import { judgePairs, matrixOf, pairsFromWeights, pairsOfFour, saatySteps, type Comparison } from './pairs.ts'
import { weightsFromPairs } from './weights.ts'

const steps = fc.constantFrom(...saatySteps)
const six = fc
  .array(steps, { minLength: 6, maxLength: 6 })
  .map((times): Comparison[] => pairsOfFour.map(([a, b], i) => ({ a, b, times: times[i] ?? 1 })))

describe('pairwise comparisons', () => {
  it('name the pair that contradicts the most, and mend it', () => {
    // volume = 2 profit = 4 strength = 8 potential, but for one slip: potential before volume
    const said = [
      { a: 'volume', b: 'profit', times: 2 },
      { a: 'volume', b: 'strength', times: 4 },
      { a: 'volume', b: 'potential', times: 1 / 8 },
      { a: 'profit', b: 'strength', times: 2 },
      { a: 'profit', b: 'potential', times: 4 },
      { a: 'strength', b: 'potential', times: 2 },
    ] as const
    const judged = judgePairs(said)
    expect(judged.consistent).toBe(false)
    expect(judged.circle).toEqual(['volume', 'profit', 'potential'])
    expect(judged.mend).toMatchObject({ pair: { a: 'volume', b: 'potential', times: 1 / 8 }, instead: 8 })
    expect(judged.mend?.cr).toBeCloseTo(0, 9)
  })

  it('agree with the rule that the server decides by', () => {
    fc.assert(
      fc.property(six, (said) => {
        const judged = judgePairs(said)
        const read = weightsFromPairs(matrixOf(said))
        expect(judged.consistent).toBe(read.ok)
        expect(read.ok ? read.value.weights : judged.weights).toEqual(judged.weights)
      }),
      { numRuns: 60 },
    )
  })

  it('never get worse by the mend that is proposed', () => {
    fc.assert(
      fc.property(six, (said) => {
        const { mend, cr } = judgePairs(said)
        if (!mend) return
        expect(mend.cr).toBeLessThan(cr)
        const others = said.filter((one) => one.a !== mend.pair.a || one.b !== mend.pair.b)
        const mended = judgePairs([...others, { ...mend.pair, times: mend.instead }])
        expect(mended.cr).toBeCloseTo(mend.cr, 9)
      }),
      { numRuns: 40 },
    )
  })

  it('start from the weights that hold', () => {
    const from = pairsFromWeights({ volume: 0.4, profit: 0.2, strength: 0.2, potential: 0.2 })
    expect(from.map(({ times }) => times)).toEqual([2, 2, 2, 1, 1, 1])
    expect(judgePairs(from).weights[criteria.indexOf('volume')]).toBeCloseTo(0.4, 9)
  })
})
