import type { ProblemCode } from '../../problem.ts'

/** What we give of our own money: fen a case, and fen in total over the term. */
export type Given = { readonly perCase: bigint; readonly total: bigint }

/** The most that a role may give. Null: no limit was set, which allows nothing by itself. */
export type DealLimit = Given | null

/** What goes beyond a limit, and by how many fen; an empty list: nothing, so that no approval is needed. */
export function beyondLimit(
  given: Given,
  limit: DealLimit,
): readonly { readonly what: keyof Given; readonly by: bigint }[] {
  return (['perCase', 'total'] as const)
    .map((what) => ({ what, by: given[what] - (limit?.[what] ?? 0n) }))
    .filter(({ by }) => by > 0n)
}

type Why = Extract<ProblemCode, 'agreement/own-approval' | 'agreement/limit-too-low'>

/** Why somebody cannot approve; null: they can. Nobody approves what they sent, and nobody more than they may give themselves. */
export function approvalWhyNot(given: Given, limit: DealLimit, own: boolean): Why | null {
  if (own) return 'agreement/own-approval'
  return beyondLimit(given, limit).length > 0 ? 'agreement/limit-too-low' : null
}
