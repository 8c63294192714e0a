import { random } from '../make/random.ts'

/** Numbers that follow from a seed: a run, or one request of it, can be made again. */
export type Chance = {
  /** 0 ≤ … < 1 */
  share(): number
  /** A whole number from 0 to `end` − 1. */
  below(end: number): number
  one<T>(of: readonly T[]): T
  yes(share: number): boolean
  shuffled<T>(of: readonly T[]): T[]
}

export function chance(seed: number): Chance {
  const share = random(seed)
  const below = (end: number) => Math.floor(share() * end)
  return {
    share,
    below,
    one: (of) => {
      if (of.length === 0) throw new RangeError('nothing to choose from')
      return of[below(of.length)] as (typeof of)[number]
    },
    yes: (part) => share() < part,
    shuffled: (of) =>
      of
        .map((one) => [share(), one] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, one]) => one),
  }
}
