import type { Preview } from '../../contract/import-preview.ts'
import { calendar } from '../../domain/chain/sheet.ts'
import { say, type Locale } from '../../language/index.ts'
import type { Tx } from '../db/transaction.ts'
import type { Foreseen } from './foresee.ts'
import type { LedgerDoor } from './ports.ts'
import type { Opened } from './read/open-types.ts'
import { sheetLine } from './take-line.ts'

const draftName: Readonly<Record<string, string>> = {
  date: 'day',
  amount_with_vat: 'amountWithVat',
}

const camel = (field: string) => field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What we read of a cell: the record's value under the field's name, whichever kind of record it is. */
function oursOf(record: Readonly<Record<string, unknown>>, field: string): string | number | null {
  const value = record[field] ?? record[draftName[field] ?? camel(field)]
  if (value === undefined && field.endsWith('_name')) return oursOf(record, field.replace('_name', '_code'))
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0')

/** Lines as a person looks at them: theirs, ours, and what becomes of each. */
export async function previewRows(
  tx: Tx,
  ledger: LedgerDoor,
  opened: Opened,
  lines: readonly Foreseen[],
  how: { readonly source: string; readonly locale: Locale },
): Promise<Preview['rows']> {
  const { understood, header } = opened
  const whenOf = calendar()
  const sheets = lines.map(({ taken }, at) =>
    taken ? sheetLine(taken, at + 1, how.source, whenOf(taken.line.day), ledger.keyOf) : undefined,
  )
  const keys = sheets.flatMap((sheet) => (sheet ? [sheet.key] : []))
  const known = new Map((await ledger.knownLines(tx, keys)).map((one) => [one.key, one]))
  return lines.map(({ row, taken, problem }, at) => {
    const record = row.ok ? (row.record as Readonly<Record<string, unknown>>) : {}
    const cells: Preview['rows'][number]['cells'] = {}
    for (const { field, header: head, constant } of understood.columns) {
      const theirs = head === null ? (constant ?? '') : (row.cells[header.indexOf(head)] ?? '')
      cells[field] = { theirs, ours: oursOf(record, field) }
    }
    const sheet = sheets[at]
    const before = sheet && !problem ? known.get(sheet.key) : undefined
    const same = before && sheet && before.print === hex(sheet.print[0]) + hex(sheet.print[1])
    const { millilitres, milliCases, amountMinor } = taken?.posting ?? {
      millilitres: 0,
      milliCases: null,
      amountMinor: null,
    }
    return {
      row: row.row,
      cells,
      posting: taken && !problem ? { millilitres, milliCases, amountMinor } : null,
      fate: problem ? 'refused' : before ? (same ? 'unchanged' : 'corrected') : 'in',
      problem: problem ? { code: problem.code, detail: say(how.locale, problem) } : null,
      was: before && !same ? { millilitres: before.millilitres, amountMinor: before.amountMinor } : null,
    }
  })
}
