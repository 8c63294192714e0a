import type { Batch, Cells } from './csv-rows.ts'

/** First and last row (1-based, as in the file) and column (0-based) of merged cells. */
export type Merge = readonly [top: number, left: number, bottom: number, right: number]

export type Row = { readonly n: number; readonly cells: Cells }

/** What recognition looks at: the beginning without gaps, then rows from all over, then the end. */
type Sample = {
  readonly head: readonly Row[]
  readonly spread: readonly Row[]
  readonly tail: readonly Row[]
  /** `head` is all there is. */
  readonly whole: boolean
  readonly rows: number | null
}

/** A table that can be read from the beginning as often as needed. */
export type Table = {
  readonly name: string | null
  readonly format: string
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly hidden: boolean
  readonly merges: readonly Merge[]
  readonly sample: Sample
  batches(width: number): AsyncGenerator<Batch>
  bytesRead(): number
  readonly bytes: number
}

export function rowsFrom(batch: Batch): Row[] {
  return batch.rows.map((cells, index) => ({ n: batch.numbers[index] ?? 0, cells }))
}
