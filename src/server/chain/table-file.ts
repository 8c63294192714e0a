import type { Writable } from 'node:stream'
import type exceljs from 'exceljs'
import { guardCell } from '../../domain/cell.ts'

export type FileFormat = 'csv' | 'xlsx'
export type Cell = string | number | null

/** Writes a table to a stream, a lot of rows at a time, waiting where the reader is slower. */
export type TableWriter = { write(rows: readonly (readonly Cell[])[]): Promise<void>; end(): Promise<void> }

const MARK = '\uFEFF'
const QUOTED = /[",\r\n]/
const sheetLimit = 1_000_000

export function tableWriter(format: FileFormat, out: Writable, header: readonly string[]): TableWriter {
  return format === 'csv' ? csvWriter(out, header) : xlsxWriter(out, header)
}

/** A cell of a CSV file. Numbers are plain; a text that looks like a formula is guarded. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = guardCell(cell)
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function line(row: readonly Cell[]): string {
  return `${row.map(csvCell).join(',')}\r\n`
}

/** Until the reader wants more. A reader who has gone is a fault that ends the work. */
async function drained(out: Writable): Promise<void> {
  if (out.destroyed) throw new Error('the reader of a file has gone')
  if (!out.writableNeedDrain) return
  await new Promise<void>((resolve, reject) => {
    out.once('drain', resolve)
    out.once('close', () => reject(new Error('the reader of a file has gone')))
  })
}

/** UTF-8 with a mark, so that Excel reads Chinese; lines end as RFC 4180 has it. */
function csvWriter(out: Writable, header: readonly string[]): TableWriter {
  let first = MARK + line(header)
  const send = async (text: string) => {
    out.write(text)
    await drained(out)
  }
  return {
    write: async (rows) => {
      const textOf = first + rows.map(line).join('')
      first = ''
      await send(textOf)
    },
    end: async () => {
      if (first !== '') await send(first)
      out.end()
    },
  }
}

/** Where a workbook is written as it comes. The library is loaded with the first one: hardly any command writes any. */
async function bookOn(stream: Writable): Promise<exceljs.stream.xlsx.WorkbookWriter> {
  const library = (await import('exceljs')).default
  return new library.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: false, useStyles: false })
}

/** A workbook written as it comes; texts are text cells, so nothing in them is ever a formula. Beyond a million rows: next sheet. */
function xlsxWriter(out: Writable, header: readonly string[]): TableWriter {
  let opened: Promise<exceljs.stream.xlsx.WorkbookWriter> | undefined
  const book = () => (opened ??= bookOn(out))
  let sheet: exceljs.Worksheet | undefined
  let rowsInSheet = 0
  let sheets = 0
  const next = async () => {
    sheet?.commit()
    sheets += 1
    sheet = (await book()).addWorksheet(sheets === 1 ? 'Tonnage' : `Tonnage ${sheets}`)
    sheet.addRow([...header]).commit()
    rowsInSheet = 0
    return sheet
  }
  return {
    write: async (rows) => {
      for (const row of rows) {
        const at = !sheet || rowsInSheet >= sheetLimit ? await next() : sheet
        at.addRow([...row]).commit()
        rowsInSheet += 1
      }
      await drained(out)
    },
    end: async () => {
      if (!sheet) await next()
      sheet?.commit()
      await (await book()).commit()
    },
  }
}
