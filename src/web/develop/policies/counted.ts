import type { TermsDraft } from '../../../domain/develop/trade-policy-draft.ts'
import type { Translate } from '../../../language/index.ts'

/**
 * What a policy has counted, in the unit that it measures in: `quantity` is in thousandths of a case, millilitres or minor units.
 * Null where it does not count anything.
 */
export function countedWords(
  terms: TermsDraft,
  quantity: number,
  { t, said }: { readonly t: Translate; readonly said: (minor: number) => string },
): string | null {
  const measure = terms.kind === 'free_goods' ? 'cases' : 'measure' in terms ? terms.measure : null
  if (measure === null) return null
  if (measure === 'amount') return said(quantity)
  return t(`trade.of-${measure}`, { n: quantity / 1000 })
}
