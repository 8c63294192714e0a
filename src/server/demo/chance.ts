import { seedFor, sfc32, type Random } from '../../domain/assess/random.ts'

/** A stream of chance of its own for each thing, so that one more outlet does not change every other. */
export function chanceOf(seed: number, name: string): Chance {
  return new Chance(sfc32(seedFor(seed, name)))
}

export class Chance {
  readonly #random: Random
  constructor(random: Random) {
    this.#random = random
  }

  /** 0 < x < 1. */
  share(): number {
    return this.#random()
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.#random()
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.#random() * (high - low + 1))
  }

  happens(probability: number): boolean {
    return this.#random() < probability
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T
  }

  /** Standard normal, Box–Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.#random())) * Math.cos(2 * Math.PI * this.#random())
  }

  /** Lognormal around a median. */
  around(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal())
  }

  /** Mean 1, as regular as an order rhythm with k = 6: the mean of six Exp(1). */
  rhythm(): number {
    let product = 1
    for (let i = 0; i < 6; i += 1) product *= this.#random()
    return -Math.log(product) / 6
  }
}
