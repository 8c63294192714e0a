import type { Criterion } from '../../../domain/assess/criterion.ts'
import type { Comparison } from '../../../domain/assess/pairs.ts'
import type { Translate } from '../../../language/index.ts'

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** A comparison as a sentence, the one that matters more first. */
export function pairWords(t: Translate, { a, b, times }: Comparison): string {
  const step = STEPS[Math.min(9, Math.max(1, Math.round(times >= 1 ? times : 1 / times))) - 1] ?? 1
  const [first, second]: readonly [Criterion, Criterion] = times >= 1 ? [a, b] : [b, a]
  return t(`policy.pair-${step}`, { a: t(`part.${first}`), b: t(`part.${second}`) })
}

/** Where a comparison stands on a slider from −8 (b beyond comparison) over 0 (the same) to 8 (a beyond comparison). */
export function stepOf(times: number): number {
  return times >= 1 ? Math.round(times) - 1 : 1 - Math.round(1 / times)
}

export function timesOf(step: number): number {
  return step >= 0 ? step + 1 : 1 / (1 - step)
}
