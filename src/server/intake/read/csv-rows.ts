import { Refused } from '../../../domain/problem.ts'

export type Cells = string[]

/** Some rows of a table with their numbers in the file; `broken` holds the indexes of rows whose quotes do not pair up. */
export type Batch = {
  readonly rows: Cells[]
  readonly numbers: number[]
  readonly broken: Set<number> | null
}

const LONGEST_ROW = 1024 * 1024
const LONGEST_QUOTE = 64 * 1024
const OPEN = -1

/**
 * Rows of delimited text, piece by piece. Quotes count only at the start of a cell (RFC 4180, read kindly: a quote inside a
 * quoted cell that is followed by neither a quote nor a separator is a letter). A quote that never closes spoils its own row
 * alone. Empty rows are counted and left out. A row of more than 1 Mi characters is refused.
 */
export class CsvRows {
  private rest = ''
  private row = 0
  private cells: Cells = []
  private readonly delimiter: string
  private readonly width: number
  private readonly newline: string

  /** `width` > 0: a quoted cell may run over a line's end only in rows of this many cells. */
  constructor(delimiter: string, width: number, newline: '\n' | '\r') {
    this.delimiter = delimiter
    this.width = width
    this.newline = newline
  }

  push(text: string): Batch {
    return this.take(this.rest === '' ? text : this.rest + text, false)
  }

  end(): Batch {
    const last = this.rest
    this.rest = ''
    return this.take(last, true)
  }

  private take(text: string, last: boolean): Batch {
    const batch: { rows: Cells[]; numbers: number[]; broken: Set<number> | null } = {
      rows: [],
      numbers: [],
      broken: null,
    }
    const end = last ? text.length : text.lastIndexOf(this.newline) + 1
    if (end > 0 && text.indexOf('"') < 0) {
      this.plain(text, end, batch)
      this.rest = end < text.length ? text.slice(end) : ''
    } else this.quoted(text, last, batch)
    if (this.rest.length > LONGEST_ROW) throw new Refused('file/line-too-long', { row: this.row + 1 })
    return batch
  }

  private plain(text: string, end: number, batch: Batch): void {
    const { delimiter, newline } = this
    for (let from = 0; from < end;) {
      const at = text.indexOf(newline, from)
      const stop = at < 0 ? end : at
      this.add(batch, text.slice(from, trimmed(text, from, stop)).split(delimiter))
      from = stop + 1
    }
  }

  private add(batch: Batch, cells: Cells): void {
    this.row++
    if (cells.length === 1 && cells[0] === '') return
    batch.rows.push(cells)
    batch.numbers.push(this.row)
  }

  private quoted(text: string, last: boolean, batch: { broken: Set<number> | null } & Batch): void {
    let from = 0
    while (from < text.length) {
      let stop = text.indexOf(this.newline, from)
      if (stop < 0) {
        if (!last) break
        stop = text.length
      }
      const quote = text.indexOf('"', from)
      if (quote < 0 || quote >= stop) {
        this.add(batch, text.slice(from, trimmed(text, from, stop)).split(this.delimiter))
        from = stop + 1
        continue
      }
      const next = this.record(text, from, stop, last)
      const runsOver = next === OPEN || next > stop + 1
      if (next === OPEN && !last && text.length - from < LONGEST_QUOTE) break
      if (next === OPEN || (runsOver && this.width > 0 && !this.fits())) {
        if (next === OPEN && !this.endsInSight(text, from, stop, last)) break
        this.row++
        batch.broken ??= new Set()
        batch.broken.add(batch.rows.length)
        batch.rows.push(text.slice(from, trimmed(text, from, stop)).split(this.delimiter))
        batch.numbers.push(this.row)
        from = stop + 1
      } else {
        this.add(batch, this.cells)
        from = next
      }
    }
    this.rest = from < text.length ? text.slice(from) : ''
  }

  private fits(): boolean {
    return this.cells.length === this.width
  }

  private endsInSight(text: string, from: number, stop: number, last: boolean): boolean {
    return last || stop < text.length || text.length - from > LONGEST_QUOTE
  }

  /** Reads one record into `cells`; gives where the next begins, or OPEN when the text ends inside a quoted cell. */
  private record(text: string, from: number, lineEnd: number, last: boolean): number {
    const { delimiter, newline } = this
    const cells: Cells = []
    this.cells = cells
    let at = from
    let stop = lineEnd
    for (;;) {
      if (text.charCodeAt(at) === 34) {
        const closed = this.quotedCell(text, at, last)
        if (closed === OPEN) return OPEN
        cells.push(this.cell)
        at = closed
        if (at > stop) {
          stop = text.indexOf(newline, at)
          if (stop < 0 && !last) return OPEN
          if (stop < 0) stop = text.length
        }
      } else {
        const separator = text.indexOf(delimiter, at)
        const cellEnd = separator < 0 || separator > stop ? stop : separator
        cells.push(text.slice(at, cellEnd === stop ? trimmed(text, at, stop) : cellEnd))
        at = cellEnd
      }
      if (at < text.length && text.startsWith(delimiter, at) && at < stop) at += delimiter.length
      else return stop + 1
    }
  }

  private cell = ''

  private quotedCell(text: string, from: number, last: boolean): number {
    let start = from + 1
    let gathered = ''
    for (;;) {
      const quote = text.indexOf('"', start)
      if (quote < 0) return OPEN
      const after = quote + 1
      if (after >= text.length && !last) return OPEN
      const code = text.charCodeAt(after)
      if (code === 34) {
        gathered += text.slice(start, after)
        start = after + 1
      } else if (
        after >= text.length ||
        code === 10 ||
        code === 13 ||
        text.startsWith(this.delimiter, after)
      ) {
        this.cell = gathered + text.slice(start, quote)
        return code === 13 && text.charCodeAt(after + 1) === 10 ? after + 1 : after
      } else {
        gathered += text.slice(start, after)
        start = after
      }
    }
  }
}

/** Where a line ends without its carriage return. */
function trimmed(text: string, from: number, stop: number): number {
  return stop > from && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop
}

/** All rows of a text that is whole. */
export function rowsOf(text: string, delimiter: string, newline: '\n' | '\r'): Batch {
  const reader = new CsvRows(delimiter, 0, newline)
  const first = reader.push(text)
  const last = reader.end()
  const broken = new Set(first.broken ?? [])
  for (const index of last.broken ?? []) broken.add(index + first.rows.length)
  return {
    rows: [...first.rows, ...last.rows],
    numbers: [...first.numbers, ...last.numbers],
    broken: broken.size > 0 ? broken : null,
  }
}

const separators = [',', '\t', ';', '|', '\u0001', '，', '；'] as const

/** The separator that cuts most of the lines into the same number (two or more) of cells; null when none does. */
export function delimiterOf(head: string, newline: '\n' | '\r'): string | null {
  let best: string | null = null
  let bestScore = 0
  const text =
    head.length > 200_000
      ? head.slice(0, head.lastIndexOf(newline, 200_000) + 1) || head.slice(0, 200_000)
      : head
  for (const separator of separators) {
    if (!text.includes(separator)) continue
    const widths = new Map<number, number>()
    let filled = 0
    for (const row of rowsOf(text, separator, newline).rows) {
      if (row.every((cell) => cell.trim() === '')) continue
      filled++
      widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
    }
    for (const [width, count] of widths) {
      if (width < 2) continue
      const score = (count / filled) * Math.log2(1 + width) * (separator === '\u0001' ? 0.5 : 1)
      if (score > bestScore) [best, bestScore] = [separator, score]
    }
  }
  return best
}

export function newlineOf(head: string): '\n' | '\r' {
  return head.includes('\n') || !head.includes('\r') ? '\n' : '\r'
}
