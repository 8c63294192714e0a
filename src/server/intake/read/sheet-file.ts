import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../../../domain/problem.ts'
import type { Merge } from './table.ts'

/**
 * A sheet between two processes: one line a row, the row's number first. Cells are parted by a character that no text holds,
 * and a line's end inside a cell travels as another.
 */
export const CELL = '\u001f'
export const INNER_NEWLINE = '\u001e'

export type SheetMeta = {
  readonly name: string
  readonly hidden: boolean
  readonly file: string
  readonly rows: number
  readonly lastRow: number
  readonly columns: number
  readonly merges: readonly Merge[]
}

const BUFFERED = 256 * 1024
const MOST_CELL = 32_767
// oxlint-disable-next-line no-control-regex -- the marks between cells, and what cannot stand in a line
const DIRTY = /[\u0000\u0004-\u0008\u001e\u001f\n\r]/
// oxlint-disable-next-line no-control-regex -- as above
const UNSEEN = /[\u0000\u0004-\u0008\u001f]/g

/** Writes sheets into a folder; `check` is asked now and then whether to go on. */
export class SheetWriter {
  readonly sheets: SheetMeta[] = []
  private readonly folder: string
  private readonly check: (rows: number) => void
  private file = -1
  private name = ''
  private hidden = false
  private pending: string[] = []
  private size = 0
  private rows = 0
  private lastRow = 0
  private columns = 0
  private total = 0
  private breaths = 0

  constructor(folder: string, check: (rows: number) => void) {
    this.folder = folder
    this.check = check
  }

  private pathOf(index: number): string {
    return join(this.folder, `sheet-${index}.txt`)
  }

  begin(name: string, hidden: boolean): void {
    this.file = openSync(this.pathOf(this.sheets.length), 'w', 0o600)
    this.name = name
    this.hidden = hidden
    this.rows = this.lastRow = this.columns = 0
  }

  row(number: number, cells: readonly string[]): void {
    let width = cells.length
    while (width > 0 && (cells[width - 1] ?? '') === '') width--
    if (width === 0) return
    let line = String(number)
    for (let at = 0; at < width; at++) line += CELL + clean(cells[at] ?? '')
    this.pending.push(line)
    this.size += line.length
    this.rows++
    this.total++
    this.lastRow = number
    if (width > this.columns) this.columns = width
    if (this.size > BUFFERED) this.flush()
  }

  /** Gives other work a turn, and the watcher a look at memory. */
  async breathe(): Promise<void> {
    // Asking the system for the memory in use costs more than a piece of work.
    if (this.breaths++ % 64 === 0) this.check(this.total)
  }

  finish(merges: readonly Merge[]): void {
    this.flush()
    closeSync(this.file)
    this.file = -1
    this.sheets.push({
      name: this.name,
      hidden: this.hidden,
      file: this.pathOf(this.sheets.length),
      rows: this.rows,
      lastRow: this.lastRow,
      columns: this.columns,
      merges,
    })
    if (this.sheets.length > 500) throw new Refused('file/too-large', {})
  }

  private flush(): void {
    if (this.pending.length === 0) return
    writeSync(this.file, this.pending.join('\n') + '\n')
    this.pending = []
    this.size = 0
  }
}

function clean(cell: string): string {
  const short = cell.length > MOST_CELL ? cell.slice(0, MOST_CELL) : cell
  if (!DIRTY.test(short)) return short
  return short.replace(/\r\n?|\n/g, INNER_NEWLINE).replace(UNSEEN, '')
}
