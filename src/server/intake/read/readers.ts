import { unguardCell } from '../../../domain/cell.ts'
import type { Day } from '../../../domain/day.ts'
import { own, plain } from './cell.ts'
import { formatReader, parseDate, type DateReading } from './date.ts'
import { isTotalWord } from './marks.ts'
import { isNothing, parseNumber, quick, tidy, type Decimal, type Reading } from './number.ts'

const REMEMBERED = 20_000

/** The cell could not be read as what its column holds. */
export const BAD = Symbol('bad')
export type Bad = typeof BAD

/** Text of a cell, cleaned once for each different value; `total` tells that the last one read was a word such as 合计. */
export type TextReader = { read(cell: string): string; isTotal(cell: string): boolean }

const EMPTY = /^(?:null|#n\/a|n\/a|none|nan|-+|—+|\(null\)|\(blank\)|\(空白\)|\\n)$/i

/** `code`: what Excel puts around codes is taken off (="00012", '00012) and 10333.0 is 10333. `many`: values hardly repeat. */
export function textReader(code: boolean, many: boolean): TextReader {
  const known = new Map<string, string>()
  const totals = new Set<string>()
  const clean = (cell: string): string => {
    let text = plain(cell).trim()
    if (code) text = asCode(text, cell.charCodeAt(0) === 1)
    if (text.startsWith("'")) text = unguardCell(text)
    if (text.length < 9 && EMPTY.test(text)) return ''
    return own(text)
  }
  return {
    read: (cell) => {
      if (cell === '') return ''
      if (many) return clean(cell)
      const before = known.get(cell)
      if (before !== undefined) return before
      if (known.size > REMEMBERED) known.clear()
      const text = clean(cell)
      const key = own(cell)
      known.set(key, text)
      if (isTotalWord(text)) totals.add(key)
      return text
    },
    isTotal: many
      ? (cell) => {
          const last = cell.charCodeAt(cell.length - 1)
          return cell.length < 14 && !(last >= 48 && last <= 57) && isTotalWord(cell)
        }
      : (cell) => totals.size > 0 && totals.has(cell),
  }
}

function asCode(text: string, numeric: boolean): string {
  const wrapped = /^="?(.*?)"?$/.exec(text)
  let code = text.startsWith('=') && wrapped ? (wrapped[1] ?? '') : text
  if (code.startsWith("'")) code = code.slice(1)
  if (/^\d+\.0+$/.test(code)) code = code.slice(0, code.indexOf('.'))
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(code) && (numeric || /\+/.test(code))) {
    const value = Number(code)
    if (Number.isSafeInteger(value)) code = String(value)
  }
  return code.trim()
}

export type DateReader = (cell: string) => Day | null | undefined

/** undefined for an empty cell, null for one that is no date. */
export function dateReader(dates: DateReading, format: string | null): DateReader {
  const stated = format === null ? null : formatReader(format)
  const known = new Map<string, Day | null>()
  return (cell) => {
    if (cell === '') return undefined
    const before = known.get(cell)
    if (before !== undefined) return before
    const text = plain(cell).trim()
    if (text === '' || EMPTY.test(text)) return undefined
    if (known.size > REMEMBERED) known.clear()
    const day = stated ? stated(cell.trim()) : parseDate(cell, dates)
    known.set(own(cell), day)
    return day
  }
}

/** A figure; undefined for an empty cell or a sign for nothing, BAD for anything else that is no figure. */
export type NumberReader = (cell: string) => number | undefined | Bad

export function numberReader(decimal: Decimal, factor: number): NumberReader {
  return (cell) => {
    const value = decimal === '.' ? quick(cell) : Number.NaN
    if (!Number.isNaN(value)) return factor === 1 ? value : tidy(value * factor)
    const read = readFigure(cell, decimal)
    if (read === undefined || read === BAD) return read
    return factor === 1 ? read.value : tidy(read.value * factor)
  }
}

/** The slow path of every figure. */
export function readFigure(cell: string, decimal: Decimal): Reading | undefined | Bad {
  const code = cell.charCodeAt(0)
  if (code === 1) {
    const value = Number(cell.slice(1))
    return Number.isFinite(value) ? { value, unit: null, rest: null, restValue: 0 } : BAD
  }
  if (code === 2 || code === 3) return BAD
  if (isNothing(cell)) return undefined
  return parseNumber(cell, decimal) ?? BAD
}

/** 13 %, 0.13 and 13 all mean 0.13. */
export function rateReader(decimal: Decimal): NumberReader {
  const read = numberReader(decimal, 1)
  return (cell) => {
    const value = read(cell)
    return typeof value === 'number' && value > 1 && !cell.includes('%') ? tidy(value / 100) : value
  }
}
