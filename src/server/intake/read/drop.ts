import { isBlank, plain } from './cell.ts'
import type { Key } from './compile.ts'
import { groupOfTotal, isFootnote, isPeriodTotal, isTotalWord } from './marks.ts'
import type { Plan } from './plan.ts'
import { figure } from './values.ts'

const near = (a: number | undefined, b: number) =>
  a !== undefined && b !== 0 && Math.abs(a - b) <= Math.max(0.01, Math.abs(b) * 1e-9)

export type Why = 'total' | 'repeated-header' | 'note' | 'section'

/**
 * Says whether a row is no line at all. A sum is dropped only when a whole cell says so (合计, 总计, 小计, Total …, or the name of
 * the group above with such a word) and the row does not name date, customer and product like any other; notes, and headers that
 * are repeated on every page, only when the row could not be read anyway.
 */
export class Dropper {
  private readonly plan: Plan
  private readonly keys: readonly Key[]
  private readonly figures: ReadonlySet<number>
  private last: readonly string[] = []
  private sums = { counted: 0, amount: 0, groupCounted: 0, groupAmount: 0 }

  constructor(plan: Plan, keys: readonly Key[], figures: readonly number[]) {
    this.plan = plan
    this.keys = keys
    this.figures = new Set(figures)
  }

  /** A row that is a line, for the sums below it and the group's name. */
  saw(cells: readonly string[], counted: number | undefined, amount: number | undefined): void {
    this.last = cells
    const { sums } = this
    sums.counted += counted ?? 0
    sums.groupCounted += counted ?? 0
    sums.amount += amount ?? 0
    sums.groupAmount += amount ?? 0
  }

  why(cells: readonly string[], failed: boolean): Why | null {
    if (this.isTotal(cells)) {
      this.sums.groupCounted = this.sums.groupAmount = 0
      return 'total'
    }
    if (!failed) return null
    if (this.isHeaderAgain(cells)) return 'repeated-header'
    return this.isNote(cells) ? 'note' : null
  }

  private isTotal(cells: readonly string[]): boolean {
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]
      if (cell === undefined || cell === '' || cell.length > 60 || this.figures.has(at)) continue
      if (isTotalWord(cell) || isPeriodTotal(cell)) return !this.isComplete(cells, at)
      const group = groupOfTotal(cell)
      if (group !== null && group === plain(this.last[at] ?? '').trim()) return !this.isComplete(cells, at)
    }
    return false
  }

  /** Date, customer and product all stand in the row, without the cell that says total. */
  private isComplete(cells: readonly string[], without: number): boolean {
    const groups = new Map<string, boolean>()
    for (const key of this.keys) {
      if (key.group === 'other' || key.group === 'market') continue
      const filled = key.index !== without && !isBlank(cells[key.index])
      groups.set(key.group, (groups.get(key.group) ?? false) || filled)
    }
    return groups.size >= 2 && [...groups.values()].every(Boolean)
  }

  /** A row without a name whose figures are the sums of what stands above. */
  isSum(cells: readonly string[], counted: number | undefined, amount: number | undefined): boolean {
    for (const key of this.keys)
      if (key.group !== 'other' && key.group !== 'doc' && !isBlank(cells[key.index])) return false
    const { sums } = this
    const sum = near(counted, sums.counted) || near(amount, sums.amount)
    const group = near(counted, sums.groupCounted) || near(amount, sums.groupAmount)
    if (sum || group) sums.groupCounted = sums.groupAmount = 0
    return sum || group
  }

  private isHeaderAgain(cells: readonly string[]): boolean {
    let filled = 0
    let same = 0
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]
      if (isBlank(cell)) continue
      filled++
      const column = this.plan.columns[at]
      const text = plain(cell ?? '').trim()
      if (column && (text === column.header || column.levels.includes(text))) same++
    }
    return filled >= 2 && same >= filled * 0.6
  }

  private isNote(cells: readonly string[]): boolean {
    const texts: string[] = []
    for (const cell of cells) if (!isBlank(cell)) texts.push(plain(cell).trim())
    if (texts.length === 0) return false
    for (const index of this.figures)
      if (!isBlank(cells[index]) && figure(cells[index]) !== undefined) return false
    const few = texts.length <= Math.max(2, this.plan.columns.length * 0.5)
    if (few && texts.some(isFootnote)) return true
    const [only = ''] = texts
    const words = /[\u3400-\u9fff]{2}|[a-z]{2,}\s+[a-z]{2,}/i.test(only)
    return texts.length === 1 && this.plan.columns.length >= 4 && words && !this.isKeyOnly(cells)
  }

  /** One cell that could be the customer or the product of a spoilt line is no note. */
  private isKeyOnly(cells: readonly string[]): boolean {
    const at = cells.findIndex((cell) => !isBlank(cell))
    return (
      at > 0 && this.keys.some((key) => key.index === at && (key.group === 'account' || key.group === 'sku'))
    )
  }
}
