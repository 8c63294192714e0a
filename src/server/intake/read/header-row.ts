import type { ColumnMap, ImportKind } from '../../../contract/intake.ts'
import { isBlank, isDateCell, isNumberCell, plain } from './cell.ts'
import { parseDate } from './date.ts'
import { parseHeader, squash, type Header } from './header.ts'
import { isSideColumn, isTotalWord } from './marks.ts'
import { bareRun, dayOfMonthIn, periodIn } from './month.ts'
import { matchName } from './name-match.ts'
import { parseNumber, quick } from './number.ts'
import type { Merge, Row, Table } from './table.ts'
import { moneyNamed, unitNamed } from './units.ts'
import { isLeftAside } from './words.ts'

export type Column = {
  readonly index: number
  /** As shown to people: the levels of a header of several rows joined. */
  readonly header: string
  readonly levels: readonly string[]
  readonly parsed: Header
}

export type HeaderFound = {
  readonly first: number
  readonly rows: number
  readonly columns: readonly Column[]
  /** What stands above the header. */
  readonly titles: readonly string[]
  readonly score: number
  readonly known: number
  /** Index in the sample's head where the data begins. */
  readonly dataFrom: number
}

const WITHIN = 14

/**
 * Finds the header among the first rows: one to three rows that name known things and stand above rows that look like data.
 * `wanted`: squashed headers that a map speaks of. Null when no row is a header.
 */
export function findHeader(
  kind: ImportKind,
  table: Table,
  wanted: readonly string[],
  said: Pick<ColumnMap, 'headerRow' | 'headerRows'> = {},
): HeaderFound | null {
  const head = table.sample.head
  if (said.headerRow !== undefined) return headerAt(table, said.headerRow, said.headerRows ?? 1)
  const limit = Math.min(WITHIN, head.length)
  let best: HeaderFound | null = null
  for (let from = 0; from < limit; from++)
    for (let height = 1; height <= 3 && from + height <= head.length; height++) {
      const levels = levelsOf(head.slice(from, from + height), table.merges)
      if (!levels) break
      const columns = columnsOf(levels)
      const below = head.slice(from + height, from + height + 40)
      const { score, known } = scoreOf(kind, columns, below, wanted)
      const units = height > 1 && isUnitRow(levels.at(-1) ?? [])
      const total = score + (units ? 1 : 0) - 0.6 * (height - 1) - 0.02 * from
      if (!best || total > best.score)
        best = {
          first: head[from]?.n ?? 1,
          rows: height,
          columns,
          titles: head.slice(0, from).map(titleOf),
          score: total,
          known,
          dataFrom: from + height,
        }
    }
  return best && best.score > 0 ? best : null
}

/** The header where a person says it is. Null when the table has no such rows. */
function headerAt(table: Table, row: number, rows: number): HeaderFound | null {
  const { head } = table.sample
  const from = head.findIndex(({ n }) => n === row)
  if (from < 0 || from + rows > head.length) return null
  const columns = columnsOf(levelsOf(head.slice(from, from + rows), table.merges, true) ?? [])
  const titles = head.slice(0, from).map(titleOf)
  return { first: row, rows, columns, titles, score: 1, known: columns.length, dataFrom: from + rows }
}

function titleOf(row: Row): string {
  return row.cells
    .map(plain)
    .filter((cell) => cell.trim() !== '')
    .join(' ')
}

/** (箱), 元, %, YYYY-MM-DD: a row that says in what the columns are, and nothing else. */
function isUnitRow(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '')
  return (
    filled.length > 0 &&
    filled.every((text) => isUnitText(text.normalize('NFKC').replace(/^[([]|[)\]]$/g, '')))
  )
}

const isUnitText = (text: string) =>
  unitNamed(text) !== undefined ||
  moneyNamed(text) !== undefined ||
  /^(?:%|[ymd]{2,4}([-/.]?[ymd]{1,2}){2}|单位.*)$/i.test(text)

/** The header's rows with merged cells spread; null when a row cannot be part of a header because it holds figures. */
function levelsOf(rows: readonly Row[], merges: readonly Merge[], said = false): string[][] | null {
  const width = Math.max(...rows.map((row) => row.cells.length))
  const levels = rows.map((row) => Array.from({ length: width }, (_, at) => headText(row.cells[at] ?? '')))
  if (!said) for (const row of rows) if (!mayBeHeader(row.cells)) return null
  for (const [index, row] of rows.entries()) {
    const level = levels[index] ?? []
    for (const [top, left, bottom, right] of merges) {
      if (row.n < top || row.n > bottom || right >= width + 50) continue
      const own = rows.findIndex((one) => one.n === top)
      const text = own < 0 ? '' : (levels[own]?.[left] ?? '')
      if (text !== '' && row.n === top) for (let at = left; at <= right && at < width; at++) level[at] = text
    }
  }
  const last = levels.length - 1
  for (let index = 0; index < last; index++) {
    const level = levels[index] ?? []
    const deeper = (at: number) =>
      levels.slice(index + 1).some((below) => below[at] !== '' && below[at] !== level[at])
    let carried = ''
    for (let at = 0; at < width; at++) {
      // A head over one column only (its cells below are empty or merged with it) does not reach to the right.
      if (level[at] !== '') carried = deeper(at) ? (level[at] ?? '') : ''
      else if (carried !== '' && deeper(at)) level[at] = carried
    }
  }
  const named = (levels[last] ?? []).filter((text) => text !== '').length
  return !said && levels.slice(0, last).some((level) => isTitle(level, named)) ? null : levels
}

/** One text over the whole width is a title, not the upper row of a header. */
function isTitle(level: readonly string[], named: number): boolean {
  const filled = level.filter((text) => text !== '')
  return new Set(filled).size === 1 && filled.length >= Math.max(3, named * 0.8)
}

function headText(cell: string): string {
  if (isDateCell(cell)) return plain(cell).slice(0, 10)
  return plain(cell)
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim()
}

/** A header's cells are words; figures only where they name periods (2025, 202501, dates) or are few. */
function mayBeHeader(cells: readonly string[]): boolean {
  let filled = 0
  let figures = 0
  for (const cell of cells) {
    if (isBlank(cell)) continue
    filled++
    const text = plain(cell).trim()
    if (isDateCell(cell) || periodIn(text) || /^(19|20)\d{2}年?$/.test(text)) continue
    if (
      isNumberCell(cell) ||
      !Number.isNaN(quick(text)) ||
      (parseNumber(text, '.') !== null && !unitNamed(text))
    )
      figures++
    else if (/^\d{4}[-/年]/.test(text) && parseDate(text, { order: 'ymd', year: null, shift: false }))
      figures++
  }
  return filled > 0 && (figures - bareRun(cells.map((cell) => plain(cell).trim())).length) * 5 <= filled
}

function columnsOf(levels: readonly string[][]): Column[] {
  const width = levels[0]?.length ?? 0
  const columns: Column[] = []
  for (let index = 0; index < width; index++) {
    const texts: string[] = []
    for (const level of levels) {
      const text = level[index] ?? ''
      if (text !== '' && texts[texts.length - 1] !== text) texts.push(text)
    }
    const header = joined(texts)
    columns.push({ index, header, levels: texts, parsed: parseHeader(header) })
  }
  return columns
}

function joined(texts: readonly string[]): string {
  return texts.reduce((whole, text) => {
    if (whole === '') return text
    const bare = text.replace(/^\((.*)\)$/, '$1').replace(/^（(.*)）$/, '$1')
    if (unitNamed(bare) || /^[¥$]|元$/.test(bare)) return `${whole}(${bare})`
    return /[\u3400-\u9fff]$/.test(whole) && /^[\u3400-\u9fff]/.test(text) ? whole + text : `${whole} ${text}`
  }, '')
}

function scoreOf(
  kind: ImportKind,
  columns: readonly Column[],
  below: readonly Row[],
  wanted: readonly string[],
): { score: number; known: number } {
  const seen = new Set<string>()
  let score = 0
  let known = 0
  let named = 0
  const runs = new Set(bareRun(columns.map((column) => column.levels.at(-1) ?? '')))
  for (const column of columns) {
    const filledBelow = below.some((row) => !isBlank(row.cells[column.index]))
    if (column.header === '') {
      if (filledBelow) score -= 0.7
      continue
    }
    named++
    if (seen.has(column.parsed.squashed)) score -= 0.5
    seen.add(column.parsed.squashed)
    if (wanted.includes(column.parsed.squashed)) {
      score += 20
      known++
    }
    const best = nameOf(kind, column)
    if (best >= 0.78) {
      score += 3 * best
      known++
    } else if (best > 0) {
      score += 1.5 * best
    } else if (runs.has(column.index)) score += 1.2
    else if (isLeftAside(column.parsed.name) || isSideColumn(column.header)) score += 1
    else if (periodIn(column.header) || dayOfMonthIn(column.header) !== null) score += 1.6
    else if (column.header.length <= 20) score += 0.25
    else score -= 0.5
    if (!filledBelow && below.length > 0) score -= 0.5
  }
  if (named < 2) return { score: -1, known }
  const data = below.filter((row) => looksLikeData(row)).length
  if (known < 2 && data === 0) return { score: -1, known }
  if (below.length > 0 && data === 0) score -= known >= 2 ? 0 : 4
  if (known === 0 && wanted.length === 0 && !(data >= 2 && data * 2 >= below.length))
    return { score: -1, known }
  return { score, known }
}

function nameOf(kind: ImportKind, column: Column): number {
  const whole = matchName(kind, column.parsed)[0]?.weight ?? 0
  if (column.levels.length < 2) return whole
  const leaf = matchName(kind, parseHeader(column.levels[column.levels.length - 1] ?? ''))[0]?.weight ?? 0
  return Math.max(whole, leaf * 0.9)
}

function looksLikeData(row: Row): boolean {
  let figures = 0
  for (const cell of row.cells) {
    if (isBlank(cell)) continue
    const text = plain(cell).trim()
    if (isTotalWord(text)) return false
    if (
      isNumberCell(cell) ||
      isDateCell(cell) ||
      parseNumber(text, '.') ||
      parseNumber(text, ',') ||
      /\d{4}[-/年.]\d/.test(text)
    )
      figures++
  }
  return figures > 0
}

/** The header under which a map's column is found: as written, else without spaces and marks. */
export function columnNamed(columns: readonly Column[], wanted: string): Column | undefined {
  const exact = wanted.normalize('NFKC').trim().toLowerCase()
  const squashed = squash(wanted)
  return (
    columns.find((column) => column.header.normalize('NFKC').trim().toLowerCase() === exact) ??
    columns.find((column) => column.parsed.squashed === squashed && squashed !== '') ??
    onlyOne(
      columns.filter(
        (column) =>
          column.levels.length > 1 && squash(column.levels[column.levels.length - 1] ?? '') === squashed,
      ),
    )
  )
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}
