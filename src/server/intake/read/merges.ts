import { isBlank } from './cell.ts'
import type { Merge } from './table.ts'

/**
 * Fills cells that are blank because they were merged with the one above: by the workbook's ranges, and in `columns` by what
 * stood last (a table of merged cells that was saved as text). Call it row after row; gives the row to read.
 */
export class FillDown {
  private readonly ranges: Merge[]
  private open: { merge: Merge; value: string }[] = []
  private next = 0
  private readonly columns: readonly number[]
  private readonly carried: string[] = []

  constructor(merges: readonly Merge[], columns: ReadonlySet<number>) {
    this.ranges = merges.filter(([top, , bottom]) => bottom > top).toSorted((a, b) => a[0] - b[0])
    this.columns = [...columns]
  }

  get idle(): boolean {
    return this.ranges.length === 0 && this.columns.length === 0
  }

  apply(row: number, cells: readonly string[]): readonly string[] {
    let filled: string[] | null = null
    while (this.next < this.ranges.length && (this.ranges[this.next]?.[0] ?? 0) <= row) {
      const merge = this.ranges[this.next++]
      if (merge && merge[0] === row) this.open.push({ merge, value: cells[merge[1]] ?? '' })
    }
    if (this.open.length > 0) {
      this.open = this.open.filter((one) => one.merge[2] >= row)
      for (const { merge, value } of this.open) {
        if (value === '' || row === merge[0] || !isBlank(cells[merge[1]])) continue
        filled ??= [...cells]
        while (filled.length <= merge[1]) filled.push('')
        filled[merge[1]] = value
      }
    }
    if (this.columns.length > 0 && cells.some((cell) => !isBlank(cell))) filled = this.carry(filled, cells)
    return filled ?? cells
  }

  private carry(filled: string[] | null, cells: readonly string[]): string[] | null {
    let made = filled
    for (const index of this.columns) {
      const cell = cells[index] ?? ''
      if (!isBlank(cell)) this.carried[index] = cell
      else if (this.carried[index] !== undefined) {
        made ??= [...cells]
        while (made.length <= index) made.push('')
        made[index] = this.carried[index] ?? ''
      }
    }
    return made
  }
}
