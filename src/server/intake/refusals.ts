import path from 'node:path'
import type { ImportResult, Understood } from '../../contract/intake.ts'
import type { Problem } from '../../domain/problem.ts'
import { say, type Locale } from '../../language/index.ts'
import type { ReadRow } from './read/open-types.ts'
import { openCsv, openXlsx, type RowFile } from './rejected.ts'

const REASON: Record<Locale, string> = { zh: '未导入的原因', en: 'Reason not imported' }

/** Rows kept in memory; a file with more refusals is read a second time. */
const KEPT = 5_000

type Refused = { readonly row: number; readonly cells: readonly string[]; readonly problem: Problem }
type By = { readonly code: string; count: number; row: number; sample: string }

/** The refused lines of an import: counted by reason, and written to a file of the source's shape with the reason beside. */
export class Refusals {
  readonly #by = new Map<string, By>()
  #kept: Refused[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  /** All refused rows are at hand, in the file's order. */
  get complete(): boolean {
    return this.#kept.length === this.#count
  }

  add(row: ReadRow, problem: Problem, locale: Locale): void {
    this.#count += 1
    if (this.#kept.length < KEPT) this.#kept.push({ row: row.row, cells: row.cells, problem })
    const by = this.#by.get(problem.code)
    if (by) by.count += 1
    else
      this.#by.set(problem.code, { code: problem.code, count: 1, row: row.row, sample: say(locale, problem) })
  }

  forget(): void {
    this.#kept = []
    this.#count = 0
    this.#by.clear()
  }

  get rows(): readonly Refused[] {
    return this.#kept.toSorted((a, b) => a.row - b.row)
  }

  get by(): ImportResult['rejectedBy'] {
    return [...this.#by.values()].toSorted((a, b) => b.count - a.count)
  }
}

/** A row of a table turned sideways holds several lines: it is written once. */
export type RefusedFile = {
  add(row: ReadRow | Refused, problem: Problem): Promise<void>
  close(): Promise<void>
}

/** `folder`/rejected/`batch`.csv or .xlsx, as the source is; reasons in the user's language. */
export async function refusedFile(
  folder: string,
  batch: string,
  source: { readonly understood: Understood; readonly header: readonly string[] },
  locale: Locale,
): Promise<{ readonly path: string; readonly file: RefusedFile }> {
  const { understood, header } = source
  const asWorkbook = understood.format === 'xlsx' || understood.format === 'xls'
  const target = path.join(folder, 'rejected', `${batch}.${asWorkbook ? 'xlsx' : 'csv'}`)
  const rows: RowFile = asWorkbook
    ? await openXlsx(target, understood.sheet ?? 'Sheet1')
    : await openCsv(target, understood.delimiter ?? ',')
  await rows.write([...header, REASON[locale]])
  let last = -1
  const file: RefusedFile = {
    async add(row, problem) {
      if (row.row === last) return
      last = row.row
      const padding = Array.from({ length: Math.max(0, header.length - row.cells.length) }, () => '')
      await rows.write([...row.cells, ...padding, say(locale, problem)])
    },
    close: () => rows.close(),
  }
  return { path: target, file }
}
