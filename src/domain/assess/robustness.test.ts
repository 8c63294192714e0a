import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Four } from './criterion.ts'
import { ranksOf } from './k.ts'
import { defaultPolicy } from './policy.ts'
import { seedFor, sfc32 } from './random.ts'
import { drawWeightings, drawWeights, robustness, type Contender } from './robustness.ts'

const inTheTop = [true, true, false, false]
const out = [false, false, false, true]
const all = (value: number | null): Four<number | null> => ({
  volume: value,
  profit: value,
  strength: value,
  potential: value,
})
const top1 = { k: 1, enterRank: 1, leaveRank: 1 }
const run = (contenders: readonly Contender[], draws = 10_000, order: readonly number[] | null = null) =>
  robustness(contenders, top1, drawWeightings(draws, sfc32(7), order), sfc32(8))

describe('robustness: the share of weightings under which the verdict stands', () => {
  it('is one for an account that is better in all four, and for those below it', () => {
    const kept = run([
      { units: all(0.9), same: inTheTop },
      { units: all(0.5), same: out },
      { units: all(0.2), same: out },
    ])
    expect([...kept]).toEqual([1, 1, 1])
  })

  it('is a half where two accounts are each best at two of four', () => {
    // With uniform weights the sum of two of them is above one half in half of the simplex.
    const one = { volume: 1, profit: 1, strength: 0, potential: 0 }
    const other = { volume: 0, profit: 0, strength: 1, potential: 1 }
    const [first, second] = run([
      { units: one, same: inTheTop },
      { units: other, same: out },
    ])
    expect(first).toBeCloseTo(0.5, 1)
    expect(second).toBe(first)
  })

  it('is an eighth for the specialist in one criterion: P(w₁ > ½) = (1 − ½)³ on the simplex of four', () => {
    const [, special] = run([
      { units: all(0.5), same: inTheTop },
      { units: { volume: 1, profit: 0, strength: 0, potential: 0 }, same: inTheTop },
    ])
    expect(Math.abs(special! - 0.125)).toBeLessThan(0.01)
  })

  it('draws what is unknown, so that not knowing makes a verdict less robust', () => {
    const rival = { units: all(0.5), same: out }
    const known = run([{ units: all(0.6), same: inTheTop }, rival])[0]!
    const unknown = run([{ units: { ...all(0.6), strength: null }, same: inTheTop }, rival])[0]!
    expect(known).toBe(1)
    expect(unknown).toBeLessThan(1)
    expect(unknown).toBeGreaterThan(0.6)
  })

  it('keeps the order of the weights when told to', () => {
    // Volume is the most important in every draw, so the specialist in volume beats the specialist in potential always.
    const contenders = [
      { units: { volume: 1, profit: 0, strength: 0, potential: 0 }, same: inTheTop },
      { units: { volume: 0, profit: 0, strength: 0, potential: 1 }, same: out },
    ]
    expect([...run(contenders, 2000, [0, 1, 2, 3])]).toEqual([1, 1])
    expect(run(contenders, 2000)[0]).toBeLessThan(0.6)
  })

  it('breaks ties by the order given, like the ranking', () => {
    const twins = [
      { units: all(0.5), same: inTheTop },
      { units: all(0.5), same: out },
    ]
    expect([...run(twins, 500)]).toEqual([1, 1])
  })

  it('is within 0..1, the same for the same seed, and needs nobody', () => {
    const unit = fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
    const contender = fc.record({
      units: fc.record({ volume: unit, profit: unit, strength: unit, potential: unit }),
      same: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
    })
    fc.assert(
      fc.property(
        fc.array(contender, { maxLength: 12 }),
        fc.integer({ min: 1, max: 15 }),
        (contenders, k) => {
          const ranks = ranksOf(k, defaultPolicy.hysteresis)
          const kept = robustness(contenders, ranks, drawWeightings(50, sfc32(k), null), sfc32(k))
          expect(kept.every((share) => share >= 0 && share <= 1)).toBe(true)
          expect(robustness(contenders, ranks, drawWeightings(50, sfc32(k), null), sfc32(k))).toEqual(kept)
        },
      ),
    )
  })

  it('is what ranking everybody in every draw gives: nobody is left out who could come near', () => {
    const unit = fc.integer({ min: 0, max: 4 }).map((step) => step / 4)
    const four = fc.record({ volume: unit, profit: unit, strength: unit, potential: unit })
    const total = (units: Four<number | null>) =>
      Object.values(units).reduce((sum: number, u) => sum + (u ?? 0), 0)
    fc.assert(
      fc.property(fc.array(four, { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), (units, k) => {
        const best = units.toSorted((a, b) => total(b) - total(a))
        const contenders = best.map((one) => ({ units: one, same: [true, false, false, false] }))
        const ranks = { k, enterRank: k, leaveRank: k }
        const rows = drawWeightings(20, sfc32(k), null)
        const naive = best.map((_, i) => {
          let within = 0
          for (let draw = 0; draw < 20; draw += 1) {
            const [a, b, c, d] = rows.slice(draw * 4, draw * 4 + 4) as unknown as [
              number,
              number,
              number,
              number,
            ]
            const scores = best.map(
              (u, at) => a * u.volume + b * u.profit + c * u.strength + d * u.potential - at * 1e-12,
            )
            if (scores.filter((score) => score > scores[i]!).length < k) within += 1
          }
          return within / 20
        })
        expect([...robustness(contenders, ranks, rows, sfc32(1))]).toEqual(naive)
      }),
    )
  })
})

describe('the weights that are drawn', () => {
  it('are uniform on the simplex: mean 1/4 and variance 3/80 each', () => {
    const random = sfc32(1)
    const weights = new Float64Array(4)
    let [mean, square] = [0, 0]
    for (let i = 0; i < 20_000; i += 1) {
      drawWeights(weights, random, null)
      expect(Math.abs(weights.reduce((total, weight) => total + weight, 0) - 1)).toBeLessThan(1e-12)
      mean += weights[2]! / 20_000
      square += weights[2]! ** 2 / 20_000
    }
    expect(mean).toBeCloseTo(0.25, 2)
    expect(Math.abs(square - mean ** 2 - 3 / 80)).toBeLessThan(0.001)
  })

  it('come from a stream that its seed and the market decide', () => {
    const first = (seed: number) => Array.from({ length: 3 }, sfc32(seed))
    expect(first(seedFor(1, 'M1'))).toEqual(first(seedFor(1, 'M1')))
    expect(first(seedFor(1, 'M1'))).not.toEqual(first(seedFor(1, 'M2')))
    expect(first(seedFor(1, 'M1'))).not.toEqual(first(seedFor(2, 'M1')))
  })
})
