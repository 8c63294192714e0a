import type { MarketSizeEntry } from '../../../contract/market.ts'
import { readSize } from '../../../domain/assess/category-share.ts'
import type { Key } from '../../../language/index.ts'

/** Imports that give no day let an estimate hold from here: nobody said when it was made. */
export const ALWAYS = '1970-01-01'

/** As it is typed: kilolitres, an empty end of the band is no end. */
export type Draft = {
  readonly litres: string
  readonly low: string
  readonly high: string
  readonly validFrom: string
  readonly source: string
}
type Words = Extract<Key, `size.wrong-${string}`>
type PlainKey =
  'size.wrong-litres' | 'size.wrong-low' | 'size.wrong-high' | 'size.wrong-from' | 'size.wrong-source'
export type Wrong = Partial<Record<keyof Draft, PlainKey & Words>>

const words: Readonly<Record<keyof Draft, PlainKey & Words>> = {
  litres: 'size.wrong-litres',
  low: 'size.wrong-low',
  high: 'size.wrong-high',
  validFrom: 'size.wrong-from',
  source: 'size.wrong-source',
}

/** 12,000 and 12 000 and 12，000 are the same; an empty text is nothing, other signs are no number. */
export function kilolitres(text: string): number | null {
  const bare = text.replaceAll(/[\s,，']/g, '')
  return bare === '' ? null : Number(bare) * 1000
}

/** The estimate that a draft says, by the rule that the server asks too; else what is wrong with which field. */
export function readDraft(
  draft: Draft,
  today: string,
): { readonly size: MarketSizeEntry | null; readonly wrong: Wrong } {
  const read = readSize(
    {
      validFrom: draft.validFrom,
      litres: kilolitres(draft.litres) ?? Number.NaN,
      low: kilolitres(draft.low),
      high: kilolitres(draft.high),
      source: draft.source,
    },
    today,
  )
  if (read.ok) return { size: read.value, wrong: {} }
  const field = String(read.problem.facts['field']) as keyof Draft
  return { size: null, wrong: { [field]: words[field] } }
}
