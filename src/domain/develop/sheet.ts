import { concerns, type Concern, type Ranked } from './concern.ts'
import { quartiles, type Quartiles } from './lead-time.ts'

/** Fewer others than this, and a figure of "others" would tell what one of them has. */
export const LEAST_OTHERS = 5

/** A figure over others: their middle half, never one of them by name. `n`: over how many. */
export type Spread = Quartiles & { readonly n: number }

/** Null where there are fewer than five: then nothing is told, and the sheet says that it is missing. */
export function spreadOf(values: readonly number[]): Spread | null {
  const found = values.length < LEAST_OTHERS ? null : quartiles(values)
  return found && { ...found, n: values.length }
}

/** The concerns as the sheet takes them: this person's first one first; without answers in the article's order. */
export function sheetOrder(ranked: readonly Ranked[] | null): readonly Concern[] {
  return ranked === null ? concerns : ranked.map(({ concern }) => concern)
}

/** Growth of this year on the year before, as a share; null where there was nothing or it is unknown. */
export function growthOf(now: number | null, before: number | null): number | null {
  return now === null || before === null || before <= 0 ? null : now / before - 1
}
