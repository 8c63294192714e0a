import type { Understood } from '../../../contract/intake.ts'
import type { Line } from '../../../domain/chain/line.ts'
import type { Problem } from '../../../domain/problem.ts'

/** A master's fields by our names (`fields.ts`): codes and words as text, figures as numbers, days as `YYYY-MM-DD`. */
export type MasterRecord = Readonly<Record<string, string | number | boolean>>

/**
 * One line out of a file. `row` counts as a spreadsheet does (first row of the file is 1); a row of a table turned sideways
 * gives several lines with the same number. `cells` are the row's cells as they stand in the file, under `Opened.header`.
 */
export type ReadRow = {
  readonly row: number
  readonly cells: readonly string[]
} & (
  | { readonly ok: true; readonly record: Line | MasterRecord }
  | { readonly ok: false; readonly problem: Problem }
)

export type Opened = {
  readonly understood: Understood
  /** Digest of the normalised headers: under it a mapping is remembered. */
  readonly shape: Buffer
  readonly header: readonly string[]
  /** Refused rows that came back: the last column holds the reasons. */
  readonly returned: boolean
  /** The lines one by one; `batches` gives the same in lots of some hundreds, which is cheaper. Either may be read once. */
  readonly rows: AsyncIterable<ReadRow>
  readonly batches: AsyncIterable<readonly ReadRow[]>
  close(): Promise<void>
  bytesRead(): number
  bytesTotal(): number
}
