import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criteria, four, type Four } from './criterion.ts'
import { defaultPolicy } from './policy.ts'
import { meansOf, scoreOf, scoreSteps } from './score.ts'

const { weights } = defaultPolicy
const unit = fc.double({ min: 0, max: 1, noNaN: true })
const units: fc.Arbitrary<Four<number | null>> = fc.record({
  volume: fc.option(unit),
  profit: fc.option(unit),
  strength: fc.option(unit),
  potential: fc.option(unit),
})
const someWeights: fc.Arbitrary<Four<number>> = fc
  .tuple(...criteria.map(() => fc.double({ min: 0.01, max: 1, noNaN: true })))
  .map((raw) => {
    const sum = raw.reduce((total, value) => total + value, 0)
    return four((criterion) => (raw[criteria.indexOf(criterion)] ?? 0) / sum)
  })

describe('the score of the four bigs (article 1.1–1.4)', () => {
  it('is the weighted sum of the four, in hundredths', () => {
    // 0.3 × 0.9 + 0.3 × 0.8 + 0.2 × 0.5 + 0.2 × 0.4 = 0.27 + 0.24 + 0.10 + 0.08 = 0.69
    const { score, parts, completeness } = scoreOf(
      { volume: 0.9, profit: 0.8, strength: 0.5, potential: 0.4 },
      weights,
    )
    expect(score).toBeCloseTo(69, 10)
    expect(completeness).toBeCloseTo(1, 12)
    expect(parts.profit).toBe(80)
  })

  it('judges by what is known: unknown is not zero', () => {
    // (0.3 × 0.9 + 0.3 × 0.8) ÷ 0.6 = 0.85, and only 60 % of the weight is known
    const { score, parts, completeness } = scoreOf(
      { volume: 0.9, profit: 0.8, strength: null, potential: null },
      weights,
    )
    expect(score).toBeCloseTo(85, 10)
    expect(completeness).toBeCloseTo(0.6, 12)
    expect(parts.strength).toBeNull()
  })

  it('is none where nothing is known', () => {
    const nothing = { volume: null, profit: null, strength: null, potential: null }
    expect(scoreOf(nothing, weights)).toMatchObject({ score: null, completeness: 0 })
  })

  it('is bent down by filling in a zero, so that the two never mean the same', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (volume) => {
        const blank = { volume, profit: null, strength: null, potential: null }
        expect(scoreOf({ ...blank, profit: 0 }, weights).score!).toBeLessThan(scoreOf(blank, weights).score!)
      }),
    )
  })

  it('never falls when one part rises', () => {
    fc.assert(
      fc.property(
        units,
        someWeights,
        fc.constantFrom(...criteria),
        unit,
        unit,
        (one, given, criterion, a, b) => {
          const low = scoreOf({ ...one, [criterion]: Math.min(a, b) }, given).score!
          const high = scoreOf({ ...one, [criterion]: Math.max(a, b) }, given).score!
          expect(high).toBeGreaterThanOrEqual(low - 1e-9)
        },
      ),
    )
  })
})

describe('the way from the market mean to the score', () => {
  it('is 100 w (u − ū) a step', () => {
    const means = four(() => 0.5)
    const steps = scoreSteps({ volume: 0.9, profit: 0.8, strength: 0.5, potential: 0.4 }, weights, means)
    // 30 × 0.4 = 12; 30 × 0.3 = 9; 20 × 0 = 0; 20 × −0.1 = −2: from 50 to 69
    expect(steps?.map(({ name, value }) => [name, Math.round(value * 1e9) / 1e9])).toEqual([
      ['volume', 12],
      ['profit', 9],
      ['strength', 0],
      ['potential', -2],
    ])
  })

  /** Shapley by its definition: the mean marginal over all orders in which the four may come. */
  function shapley(one: Four<number>, means: Four<number>, given: Four<number>): Record<string, number> {
    const orders = (rest: readonly string[]): string[][] =>
      rest.length === 0
        ? [[]]
        : rest.flatMap((first) => orders(rest.filter((r) => r !== first)).map((tail) => [first, ...tail]))
    const value = (inside: readonly string[]) =>
      scoreOf(
        four((criterion) => (inside.includes(criterion) ? one[criterion] : means[criterion])),
        given,
      ).score!
    const all = orders(criteria)
    const sums: Record<string, number> = {}
    for (const order of all)
      order.forEach((name, at) => {
        const marginal = value(order.slice(0, at + 1)) - value(order.slice(0, at))
        sums[name] = (sums[name] ?? 0) + marginal / all.length
      })
    return sums
  }

  it('is exactly the Shapley value', () => {
    const known = fc.record({ volume: unit, profit: unit, strength: unit, potential: unit })
    fc.assert(
      fc.property(known, known, someWeights, (one, means, given) => {
        const expected = shapley(one, means, given)
        for (const step of scoreSteps(one, given, means)!)
          expect(step.value).toBeCloseTo(expected[step.name]!, 8)
      }),
      { numRuns: 50 },
    )
  })

  it('sums to score − mean, whatever is unknown', () => {
    fc.assert(
      fc.property(fc.array(units, { minLength: 1, maxLength: 8 }), someWeights, (market, given) => {
        const means = meansOf(market)
        for (const one of market) {
          const { score } = scoreOf(one, given)
          const steps = scoreSteps(one, given, means)
          expect(steps === null).toBe(score === null)
          if (score === null) continue
          const sum = steps!.reduce((total, step) => total + step.value, 0)
          expect(sum).toBeCloseTo(score - scoreOf(means, given).score!, 9)
        }
      }),
    )
  })
})
