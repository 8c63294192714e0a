import { expect, it } from 'vitest'
import { effect } from './bar-facts.ts'

const weights = { volume: 0.3, profit: 0.3, strength: 0.2, potential: 0.2 }
const means = { volume: 46, profit: 52, strength: 50, potential: 55 }

it('adds weight × distance from the mean: .3 × (93 − 46) = 14.1', () => {
  const account = { parts: { volume: 93, profit: 79, strength: 85, potential: 62 } }
  expect(effect('volume', account, means, weights)).toBeCloseTo(14.1, 10)
  expect(effect('potential', account, means, weights)).toBeCloseTo(1.4, 10)
})

it('weighs only what is known: without strength .3 / .8 × 47', () => {
  const account = { parts: { volume: 93, profit: 79, strength: null, potential: 62 } }
  expect(effect('volume', account, means, weights)).toBeCloseTo((0.3 / 0.8) * 47, 10)
  expect(effect('strength', account, means, weights)).toBeNull()
})
