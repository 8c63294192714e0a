import { readFile } from 'node:fs/promises'
import { read, set_cptable, SSF, type WorkBook } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { Refused } from '../../../domain/problem.ts'
import { DATE, NUMBER, serialText } from './cell.ts'
import type { SheetWriter } from './sheet-file.ts'
import type { Merge } from './table.ts'

set_cptable(codepages)

type OldCell = { readonly t?: string; readonly v?: unknown; readonly z?: unknown; readonly w?: string }

/** Reads an Excel 97 workbook (or a table saved as HTML or XML under that name) whole, into `writer`. */
export async function readXls(path: string, writer: SheetWriter, markup: boolean): Promise<void> {
  const book = parse(await readFile(path), markup)
  const since1904 = book.Workbook?.WBProps?.date1904 === true
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name] as
      | {
          readonly '!data'?: readonly (readonly (OldCell | undefined)[] | undefined)[]
          readonly '!merges'?: Ranges
        }
      | undefined
    const rows = sheet?.['!data']
    if (!rows) continue
    writer.begin(name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0)
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]
      if (!row) continue
      const cells: string[] = []
      for (let column = 0; column < row.length; column++) cells.push(textOf(row[column], since1904, markup))
      writer.row(at + 1, cells)
    }
    await writer.breathe()
    writer.finish(
      (sheet?.['!merges'] ?? []).map((range): Merge => [range.s.r + 1, range.s.c, range.e.r + 1, range.e.c]),
    )
  }
}

type Ranges = readonly {
  readonly s: { readonly r: number; readonly c: number }
  readonly e: { readonly r: number; readonly c: number }
}[]

function parse(bytes: Buffer, markup: boolean): WorkBook {
  const book = attempt(bytes, markup)
  if (!book || book.SheetNames.length === 0) throw new Refused('file/no-table')
  return book
}

function attempt(bytes: Buffer, markup: boolean): WorkBook {
  const options = {
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
    raw: true,
  }
  try {
    return markup
      ? read(markupText(bytes), { ...options, type: 'string' })
      : read(bytes, { ...options, type: 'buffer' })
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    if (/password|encrypt/i.test(why)) throw new Refused('file/encrypted')
    throw new Refused('file/broken', { why: why.slice(0, 80) || 'xls' })
  }
}

function markupText(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 2048)
  const said = /charset\s*=\s*["']?([\w-]+)|encoding="([\w-]+)"/i.exec(head)
  const name = (said?.[1] ?? said?.[2] ?? 'utf-8').toLowerCase()
  for (const encoding of [name.startsWith('gb') ? 'gb18030' : 'utf-8', 'utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  throw new Refused('file/encoding-mixed', {})
}

function textOf(cell: OldCell | undefined, since1904: boolean, markup: boolean): string {
  if (!cell || cell.v === undefined || cell.v === null) return ''
  switch (cell.t) {
    case 'n':
      if (typeof cell.v !== 'number') return ''
      if (!markup && typeof cell.z === 'string' && SSF.is_date(cell.z) && cell.v >= 0 && cell.v < 2_958_466)
        return DATE + serialText(cell.v, since1904)
      return NUMBER + String(cell.v)
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE'
    case 'e':
      return cell.w ?? '#REF!'
    case 'd':
      return cell.v instanceof Date ? DATE + cell.v.toISOString().slice(0, 19).replace('T', ' ') : ''
    default:
      return typeof cell.v === 'string' ? cell.v : String(cell.v)
  }
}
