import type { Understood } from '../../../contract/intake.ts'
import type { Preview } from '../../../contract/import-preview.ts'
import type { ImportResult } from '../../../contract/intake.ts'
import { sentence, type Facts } from '../../../language/index.ts'
import { fieldName } from '../fields.ts'
import type { FileReading } from './reading.ts'

type Question = Preview['understood']['questions'][number]

/** A sentence about the file; a field goes by its name, not by its code. */
export function questionWords({ locale }: FileReading, { code, facts }: Question): string {
  const said: Facts =
    typeof facts['field'] === 'string' ? { ...facts, field: fieldName(locale, facts['field']) } : facts
  return sentence(locale, { code, facts: said })
}

/** Doubts that stand in the row of their column: by the choice that answers them. */
export function questionsOf(preview: Preview, field: Preview['fields'][number]): readonly Question[] {
  const asked = preview.choices.filter((choice) => choice.field === field.field && choice.question !== null)
  return preview.understood.questions.filter((question) =>
    asked.some(
      (choice) =>
        choice.question === question.code &&
        (choice.header === null || question.facts['header'] === undefined || question.facts['header'] === choice.header),
    ),
  )
}

/** Doubts and notes that belong to no row. */
export function otherQuestions(preview: Preview): readonly Question[] {
  const inRows = new Set(preview.fields.flatMap((field) => questionsOf(preview, field)))
  return preview.understood.questions.filter((question) => !inRows.has(question))
}

/** What is known of a column that nobody doubts, in a few words. */
export function columnFact(
  reading: FileReading,
  field: Preview['fields'][number],
  result: ImportResult | null,
): string {
  const { t } = reading
  if (field.by === 'memory') return t('import.remembered')
  if (field.by === 'map') return t('wizard.you-said')
  if (result !== null) {
    const { firstDay, lastDay, accounts, skus, markets } = result.seen
    if (field.field === 'date' && firstDay !== null && lastDay !== null)
      return t('wizard.days', { first: firstDay, last: lastDay })
    if (/^(buyer|account)_(code|name)$/.test(field.field) && accounts > 0)
      return result.created.accounts > 0
        ? t('wizard.seen-accounts-new', { n: accounts, made: result.created.accounts })
        : t('wizard.seen-accounts', { n: accounts })
    if (/^sku_(code|name)$/.test(field.field) && skus > 0)
      return result.created.skus > 0
        ? t('wizard.seen-skus-new', { n: skus, made: result.created.skus })
        : t('wizard.seen-skus', { n: skus })
    if (/^market_(code|name)$/.test(field.field) && markets > 0) return t('wizard.seen-markets', { n: markets })
  }
  return ''
}


/** Columns of the file that were put to use, each once: a value said for all rows is no column, and one column may fill two fields. */
export function columnsTaken({ columns }: Pick<Understood, 'columns'>): number {
  return new Set(columns.flatMap(({ header }) => (header === null ? [] : [header]))).size
}
