import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { once } from 'node:events'
import path from 'node:path'
import { guardCell } from '../../domain/cell.ts'

/** A file of rows that a person opens again: the source's shape, and a column more. */
export type RowFile = { write(cells: readonly string[]): Promise<void>; close(): Promise<void> }

const QUOTED = /["\r\n]/

export function csvRow(cells: readonly string[], delimiter: string): string {
  const written = cells.map((cell) => {
    const safe = guardCell(cell)
    return QUOTED.test(safe) || safe.includes(delimiter) ? `"${safe.replaceAll('"', '""')}"` : safe
  })
  return `${written.join(delimiter)}\r\n`
}

/** CSV in UTF-8 with BOM, which every spreadsheet opens as it is. */
export async function openCsv(file: string, delimiter = ','): Promise<RowFile> {
  await mkdir(path.dirname(file), { recursive: true })
  const stream = createWriteStream(file)
  stream.write('\uFEFF')
  return {
    async write(cells) {
      if (!stream.write(csvRow(cells, delimiter))) await once(stream, 'drain')
    },
    async close() {
      stream.end()
      await once(stream, 'close')
    },
  }
}

/** A workbook with one sheet; cells are text, so that codes keep their zeros. */
export async function openXlsx(file: string, sheet: string): Promise<RowFile> {
  await mkdir(path.dirname(file), { recursive: true })
  // Loaded when a workbook first has rows to give back: it is slow to load, and most files have none.
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    filename: file,
    useStyles: false,
    useSharedStrings: false,
  })
  const rows = book.addWorksheet(sheet.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31) || 'Sheet1')
  return {
    write(cells) {
      rows.addRow(cells.map(guardCell)).commit()
      return Promise.resolve()
    },
    async close() {
      rows.commit()
      await book.commit()
    },
  }
}
