import type { Preview } from '../../../contract/import-preview.ts'
import type { ImportKind, ImportResult } from '../../../contract/intake.ts'
import { fieldName } from '../fields.ts'
import { blameOf, oneYear, oursOf, whatFieldsShow } from './cell-words.ts'
import type { FileChoice } from './choice-radios.tsx'
import { columnFact, questionsOf, questionWords } from './column-facts.ts'
import type { FileReading } from './reading.ts'

/** `blame`: the line is refused because of this cell; what is said of it. */
export type Cell = { readonly ours: string | null; readonly theirs: string; readonly blame: string | null }

export type FieldRow = {
  readonly field: Preview['fields'][number]
  readonly name: string
  /** What stands small after the name: the unit of what we show. */
  readonly unit: string
  readonly amber: boolean
  readonly choices: readonly FileChoice[]
  /** Sentences about a doubt, or one fact about a column that nobody doubts. */
  readonly notes: readonly string[]
  readonly cells: readonly Cell[]
}

/** A question that a column answers: which field waits for it. */
const MISSING: Readonly<Record<string, (kind: ImportKind) => string>> = {
  'file/no-volume': () => 'cases',
  'file/no-date': () => 'date',
  'file/no-sku': () => 'sku_name',
  'file/no-account': (kind) => (kind === 'accounts' ? 'account_name' : 'buyer_name'),
}
export const asksForColumn = (code: string): boolean => code in MISSING

/** Fields that the file seems not to have and that nothing goes without: rows that wait for a column. */
function missingFields(kind: ImportKind, preview: Preview): readonly Preview['fields'][number][] {
  return preview.understood.questions.flatMap(({ code }) => {
    const field = MISSING[code]?.(kind)
    if (field === undefined || preview.fields.some((one) => one.field === field)) return []
    return { field, header: null, column: null, constant: null, unit: null, sure: 0, by: 'values', unsure: true }
  })
}

/**
 * Our fields as rows: those with a doubt first, and they stay first when the doubt is settled, so that no row jumps away under
 * the hand; then as the columns stand in the file.
 */
export function fieldRows(
  reading: FileReading,
  kind: ImportKind,
  preview: Preview,
  result: ImportResult | null,
): readonly FieldRow[] {
  const { t, locale } = reading
  const sameYear = oneYear(preview.rows)
  const blamed = preview.rows.map(blameOf)
  const missing = missingFields(kind, preview)
  const shows = whatFieldsShow([...missing, ...preview.fields].map(({ field }) => field))
  const rows = [...missing, ...preview.fields].map((field): FieldRow => {
    const choices = preview.choices.filter((choice) => choice.field === field.field)
    const show = shows.get(field.field) ?? 'value'
    const asked = questionsFor(kind, preview, field, missing.includes(field)).map((question) => questionWords(reading, question))
    const fact = columnFact(reading, field, result)
    return {
      field,
      name:
        show === 'volume'
          ? t('wizard.quantity')
          : show === 'money'
            ? t('wizard.amount')
            : fieldName(locale, field.field),
      unit:
        show === 'volume'
          ? reading.unitName
          : show === 'money'
            ? t('wizard.money-without', { money: reading.moneyName })
            : '',
      amber: field.unsure,
      choices,
      notes: asked.length > 0 ? asked : fact === '' ? [] : [fact],
      cells: preview.rows.map((row, i) => ({
        theirs: row.cells[field.field]?.theirs ?? '',
        ours: oursOf(row, field.field, show, reading, sameYear),
        blame: blamed[i]?.field === field.field ? t(`wizard.blame.${blamed[i].why}`) : null,
      })),
    }
  })
  const place = ({ amber, choices }: FieldRow) => (amber || choices.length > 0 ? 0 : 1)
  return rows.toSorted((a, b) => place(a) - place(b))
}

function questionsFor(
  kind: ImportKind,
  preview: Preview,
  field: Preview['fields'][number],
  missing: boolean,
): Preview['understood']['questions'] {
  if (missing)
    return preview.understood.questions.filter(({ code }) => MISSING[code]?.(kind) === field.field)
  return [...questionsOf(preview, field)]
}
