import type { Preview } from '../../../contract/import-preview.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { FileReading } from './reading.ts'

type Row = Preview['rows'][number]

const words = {
  in: 'wizard.fate.in',
  unchanged: 'wizard.fate.unchanged',
  corrected: 'wizard.fate.corrected',
  refused: 'wizard.fate.refused',
} as const

/** What becomes of one line: in, unchanged, corrected, or back (framed). */
export function FateCell({ row }: { readonly row: Row }) {
  const { t } = useLanguage()
  return (
    <span className="fate" data-fate={row.fate} title={row.problem?.detail ?? ''}>
      {t(words[row.fate])}
    </span>
  )
}

/** The first clause of a refusal: what is wrong, without what to do. */
export function whatIsWrong(detail: string): string {
  const end = /[。]|\.\s|\.$/.exec(detail)
  return end ? detail.slice(0, end.index) : detail
}

/** The lines that do not simply go in, with their numbers: “6 已在库里，10 客户不在库里”. */
export function fateNote({ t }: FileReading, rows: readonly Row[]): string {
  const by = new Map<string, number[]>()
  for (const row of rows) {
    if (row.fate === 'in') continue
    const why =
      row.fate === 'unchanged'
        ? t('wizard.in-already')
        : row.fate === 'corrected'
          ? t('wizard.corrects')
          : whatIsWrong(row.problem?.detail ?? '')
    by.set(why, [...(by.get(why) ?? []), row.row])
  }
  if (by.size === 0) return ''
  return [...by].map(([why, at]) => `${at.join(t('wizard.and'))} ${why}`).join(t('wizard.then'))
}
