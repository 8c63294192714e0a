import type { ColumnMap, ImportKind } from '../../../contract/intake.ts'
import { refuse, type Result } from '../../../domain/problem.ts'
import type { Opened } from './open-types.ts'

/**
 * Opens a file that people brought and says what it holds: format, encoding, sheet, header, columns, dates and numbers.
 * `map` wins over what was remembered for files of this shape, which wins over guesses. Call `close()` in every case.
 */
export async function openFile(_input: {
  path: string
  fileName: string
  kind: ImportKind
  map: ColumnMap | null
  remembered: (shape: Buffer) => Promise<ColumnMap | null>
}): Promise<Result<Opened>> {
  return refuse('file/not-readable', {})
}
