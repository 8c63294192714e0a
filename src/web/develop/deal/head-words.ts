import type { Translate } from '../../../language/index.ts'
import { yuan } from './figures.ts'
import type { Told } from './sums.ts'

/** The answer in a sentence: what is said, and what is kept of it. */
export function headWords(
  { sums }: Told,
  { t, money }: { readonly t: Translate; readonly money: string },
): string {
  const said = sums?.said.perCase.total ?? null
  if (sums === null || said === null) return t('desk.says-none')
  const facts = { said: yuan(said), low: yuan(sums.low), high: yuan(sums.high), money }
  if (sums.low !== sums.high) return t('desk.says-range', facts)
  return sums.low === said ? t('desk.says-all', facts) : t('desk.says-kept', facts)
}
