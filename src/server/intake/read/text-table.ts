import type { ColumnMap } from '../../../contract/intake.ts'
import { Refused } from '../../../domain/problem.ts'
import { CsvRows, delimiterOf, newlineOf, rowsOf, type Batch } from './csv-rows.ts'
import { rowsFrom, type Table } from './table.ts'
import { decode, scanText } from './text-scan.ts'
import { blocksOf, type Progress } from './text-stream.ts'

const names: Readonly<Record<string, string>> = { ',': 'csv', '\t': 'tsv' }

/** A file of delimited text, gzipped or not. Reads it once to the end to know its encoding. `size` in bytes. */
export async function openText(
  path: string,
  size: number,
  packed: boolean,
  said: Pick<ColumnMap, 'encoding' | 'delimiter'> = {},
): Promise<Table> {
  const scanned = await scanText(path, packed, said.encoding)
  if (scanned.whole && scanned.head.trim() === '') throw new Refused('file/empty')
  const newline = newlineOf(scanned.head)
  const delimiter = said.delimiter ?? delimiterOf(scanned.head, newline)
  if (delimiter === null) throw new Refused('file/no-table')
  const head = rowsFrom(rowsOf(scanned.head, delimiter, newline))
  const progress: Progress = { bytes: 0 }
  return {
    name: null,
    format: `${names[delimiter] ?? 'csv'}${packed ? '.gz' : ''}`,
    encoding: scanned.mark ? `${scanned.encoding} (BOM)` : scanned.encoding,
    delimiter,
    hidden: false,
    merges: [],
    sample: {
      head: head.slice(0, 4000),
      spread: [
        ...(head.length > 4000 ? thinned(head.slice(4000), 1000) : []),
        ...scanned.spread.flatMap((slice) => rowsFrom(rowsOf(slice, delimiter, newline)).slice(0, 200)),
      ].map((row) => ({ n: 0, cells: row.cells })),
      tail: scanned.whole ? head.slice(-60) : rowsFrom(rowsOf(scanned.tail, delimiter, newline)).slice(-60),
      whole: scanned.whole && head.length <= 4000,
      rows: scanned.whole ? head.length : scanned.lines,
    },
    batches: (width) => readBatches(path, packed, progress, scanned, delimiter, newline, width),
    bytesRead: () => Math.min(progress.bytes, size),
    bytes: size,
  }
}

function thinned<T>(rows: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.floor(rows.length / most))
  return rows.filter((_, index) => index % step === 0)
}

async function* readBatches(
  path: string,
  packed: boolean,
  progress: Progress,
  scanned: { readonly encoding: Parameters<typeof decode>[1]; readonly mark: boolean },
  delimiter: string,
  newline: '\n' | '\r',
  width: number,
): AsyncGenerator<Batch> {
  progress.bytes = 0
  const wide = scanned.encoding === 'utf-16le' || scanned.encoding === 'utf-16be' ? scanned.encoding : null
  const reader = new CsvRows(delimiter, width, newline)
  let first = scanned.mark
  for await (const block of blocksOf(path, packed, progress, wide)) {
    const text = decode(block, scanned.encoding)
    const batch = reader.push(first ? text.slice(1) : text)
    first = false
    if (batch.rows.length > 0) yield batch
  }
  const last = reader.end()
  if (last.rows.length > 0) yield last
}
