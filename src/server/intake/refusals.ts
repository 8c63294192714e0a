import type { ImportResult } from '../../contract/intake.ts'
import type { Problem } from '../../domain/problem.ts'
import { say, type Locale } from '../../language/index.ts'
import type { ReadRow } from './read/open-types.ts'

/** Rows kept in memory; a file with more refusals is read a second time. */
const KEPT = 5_000

type Refused = { readonly row: number; readonly cells: readonly string[]; readonly problem: Problem }
type By = {
  readonly code: string
  count: number
  row: number
  sample: string
  cases: number | null
  readonly examples: { row: number; cells: string[]; sample: string }[]
}

const EXAMPLES = 5
const EXAMPLE_CELLS = 40

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
    let by = this.#by.get(problem.code)
    if (!by) {
      const { code } = problem
      by = { code, count: 0, row: row.row, sample: say(locale, problem), cases: null, examples: [] }
      this.#by.set(code, by)
    }
    by.count += 1
    const cases = row.ok ? row.record['cases' as keyof typeof row.record] : undefined
    if (typeof cases === 'number') by.cases = (by.cases ?? 0) + cases
    if (by.examples.length < EXAMPLES)
      by.examples.push({
        row: row.row,
        cells: row.cells.slice(0, EXAMPLE_CELLS),
        sample: say(locale, problem),
      })
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
