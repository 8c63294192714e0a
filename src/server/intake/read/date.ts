import { dayFromNumber, dayOf, daysInMonth, type Day } from '../../../domain/day.ts'
import { fullYear, monthNamed, periodIn, type Period } from './month.ts'

export type Order = 'ymd' | 'dmy' | 'mdy'

const validYear = (year: number) => year >= 1970 && year <= 2100

function day(year: number, month: number, dom: number): Day | null {
  if (!validYear(year) || month < 1 || month > 12 || dom < 1 || dom > daysInMonth(year, month)) return null
  return dayOf(year, month, dom)
}

/** The last day of a period; of a month without a year, `year` is the file's. */
export function endOf(period: Period, year: number | null): Day | null {
  const of = period.year ?? year
  if (of === null) return null
  return period.day === null
    ? day(of, period.month, daysInMonth(of, period.month))
    : day(of, period.month, period.day)
}

const TIME = '(?:[ T,]+(?:[上下]午|am|pm)?\\s*\\d{1,2}[:：时].*|\\s*\\(?(?:星期|周).*)?$'
const YMD = new RegExp(`^(\\d{4})\\s*[-/.年\\s]\\s*(\\d{1,2})\\s*[-/.月\\s]\\s*(\\d{1,2})\\s*[日号]?${TIME}`)
const TRIPLE = new RegExp(`^(\\d{1,2})\\s*[-/.\\s]\\s*(\\d{1,2})\\s*[-/.\\s]\\s*(\\d{4}|\\d{1,2})${TIME}`)
const SHORT_YEAR = new RegExp(`^(\\d{2})年(\\d{1,2})月(\\d{1,2})[日号]?${TIME}`)
const NO_YEAR = /^(\d{1,2})月(\d{1,2})[日号]?$/
const NO_YEAR_SLASH = /^(\d{1,2})[/.-](\d{1,2})$/
const NAME_FIRST =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{4}|\d{2})(?:[ T,]+\d{1,2}:.*)?$/i
const NAME_SECOND =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([a-z]{3,9})\.?[\s,./-]*(\d{4}|\d{2})(?:[ T,]+\d{1,2}:.*)?$/i
const YEAR_NAME = /^(\d{4})[\s./-]([a-z]{3,9})[\s./-](\d{1,2})$/i

const numerals = '〇一二三四五六七八九'

/** 二〇二五年一月十三日 → 2025年1月13日 */
function arabic(text: string): string {
  return text
    .replace(/零/g, '〇')
    .replace(/([二三]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens ? numerals.indexOf(tens) : 1) * 10 + (ones ? numerals.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (one) => String(numerals.indexOf(one)))
}

/** How a date that is written with three figures may be read. */
export type DateReading = { readonly order: Order; readonly year: number | null; readonly shift: boolean }

/**
 * One date as people write it, as a day; null when it is none. A month alone is its last day. `order` settles 03/04/2025 and
 * 25.1.3, `year` is for dates that name none, `shift` moves local midnights that were written in UTC back to their day.
 */
export function parseDate(raw: string, reading: DateReading): Day | null {
  const code = raw.charCodeAt(0)
  if (code === 2) return dated(raw.slice(1))
  const text = (code === 1 ? raw.slice(1) : raw).normalize('NFKC').trim()
  if (text.length < 2 || text.length > 40) return null
  if (/^\d+(\.\d+)?$/.test(text)) return ofFigure(text) ?? wholePeriod(text, reading)
  let m = YMD.exec(text)
  if (m) {
    const found = day(Number(m[1]), Number(m[2]), Number(m[3]))
    return found !== null && reading.shift && /T16:00:00/.test(text) ? next(found) : found
  }
  m = TRIPLE.exec(text)
  if (m) return ofTriple(m[1] ?? '', m[2] ?? '', m[3] ?? '', reading.order)
  m = SHORT_YEAR.exec(text)
  if (m) return day(fullYear(m[1] ?? ''), Number(m[2]), Number(m[3]))
  m = NAME_FIRST.exec(text)
  if (m) return day(fullYear(m[3] ?? ''), monthNamed(m[1] ?? ''), Number(m[2]))
  m = NAME_SECOND.exec(text)
  if (m) return day(fullYear(m[3] ?? ''), monthNamed(m[2] ?? ''), Number(m[1]))
  m = YEAR_NAME.exec(text)
  if (m) return day(Number(m[1]), monthNamed(m[2] ?? ''), Number(m[3]))
  m = NO_YEAR.exec(text)
  if (m) return reading.year === null ? null : day(reading.year, Number(m[1]), Number(m[2]))
  const period = wholePeriod(text, reading)
  if (period !== null) return period
  m = NO_YEAR_SLASH.exec(text)
  if (m && reading.year !== null)
    return reading.order === 'dmy'
      ? day(reading.year, Number(m[2]), Number(m[1]))
      : day(reading.year, Number(m[1]), Number(m[2]))
  if (/[〇零一二三四五六七八九十]/.test(text)) {
    const figures = arabic(text)
    if (figures !== text && /^\d{4}年/.test(figures)) return parseDate(figures, reading)
  }
  return null
}

function wholePeriod(text: string, reading: DateReading): Day | null {
  const found = periodIn(text)
  return found && found.rest === '' ? endOf(found.period, reading.year) : null
}

function next(of: Day): Day {
  const [year = 0, month = 0, dom = 0] = of.split('-').map(Number)
  if (dom < daysInMonth(year, month)) return dayOf(year, month, dom + 1)
  return month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
}

function dated(text: string): Day | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  return m ? day(Number(m[1]), Number(m[2]), Number(m[3])) : null
}

/** 20250131, 202501, 250131, an Excel serial, 20250131093000. */
function ofFigure(text: string): Day | null {
  const whole = text.split('.')[0] ?? ''
  if (whole.length === 8 || whole.length === 14 || whole.length === 12)
    return day(Number(whole.slice(0, 4)), Number(whole.slice(4, 6)), Number(whole.slice(6, 8)))
  if (whole.length === 5) {
    const serial = Number(whole)
    // Days since 1899-12-30, from 1982 on: below that a figure of five digits is no date.
    return serial >= 30_000 && serial <= 73_050 ? dayFromNumber(serial - 25_569) : null
  }
  if (whole.length === 6 && !/^(19|20)\d{2}(0[1-9]|1[0-2])$/.test(whole))
    return day(fullYear(whole.slice(0, 2)), Number(whole.slice(2, 4)), Number(whole.slice(4, 6)))
  return null
}

function ofTriple(a: string, b: string, c: string, order: Order): Day | null {
  if (c.length === 4 || order !== 'ymd') {
    if (c.length === 1) return day(fullYear(a), Number(b), Number(c))
    return order === 'mdy' ? day(fullYear(c), Number(a), Number(b)) : day(fullYear(c), Number(b), Number(a))
  }
  return day(fullYear(a), Number(b), Number(c))
}

/**
 * The order of day, month and year from the texts of a whole column: the order that leaves the fewest unreadable; among equals
 * the one whose years lie closest together. `sure` is false when two orders read all of them and give different days.
 */
export function orderOf(
  texts: Iterable<string>,
  usual: Order,
  year: number | null,
): { order: Order; sure: boolean } {
  const distinct = new Set<string>()
  for (const text of texts) if (distinct.size < 20_000) distinct.add(text)
  const scores = (['dmy', 'mdy', 'ymd'] as const).map((order) => {
    let read = 0
    let low = 9999
    let high = 0
    let months = 0
    const seen = new Set<string>()
    const days: string[] = []
    for (const text of distinct) {
      const found = parseDate(text, { order, year, shift: false })
      if (found === null) continue
      read++
      low = Math.min(low, Number(found.slice(0, 4)))
      high = Math.max(high, Number(found.slice(0, 4)))
      seen.add(found.slice(0, 7))
      if (days.length < 200) days.push(found)
    }
    months = seen.size
    return { order, read, years: high - low, months, days: days.join() }
  })
  const best = [...scores].toSorted(
    (a, b) => b.read - a.read || a.years - b.years || Number(b.order === usual) - Number(a.order === usual),
  )[0]
  if (!best || best.read === 0) return { order: usual, sure: true }
  // With dots the day stands first wherever the year is written out.
  const dotted =
    best.order === 'dmy' && [...distinct].every((text) => /^\D?\d{1,2}\.\d{1,2}\.\d{4}/.test(text))
  if (dotted) return { order: 'dmy', sure: true }
  const rival = scores.find(
    (one) =>
      one.order !== best.order &&
      one.read === best.read &&
      one.years === best.years &&
      one.days !== best.days,
  )
  return { order: best.order, sure: rival === undefined }
}

const tokens: readonly (readonly [RegExp, string, string])[] = [
  [/YYYY/, '(\\d{4})', 'y'],
  [/YY/, '(\\d{2})', 'y'],
  [/MMMM?/, '([A-Za-z]{3,9})', 'n'],
  [/MM/, '(\\d{2})', 'm'],
  [/M/, '(\\d{1,2})', 'm'],
  [/DD/, '(\\d{2})', 'd'],
  [/D/, '(\\d{1,2})', 'd'],
]

/** A reader for a stated format such as MM/DD/YYYY or D.M.YY; a time after it is left aside. Null when the format lacks a part. */
export function formatReader(format: string): ((text: string) => Day | null) | null {
  let pattern = ''
  const parts: string[] = []
  const parted = /[^A-Za-z]/.test(format.trim())
  let left = format.trim().replace(/[ T]*(HH|hh|H|h)[^]*$/, '')
  while (left !== '') {
    const token = tokens.find(([mark]) => left.search(mark) === 0)
    if (token) {
      const length = token[0].exec(left)?.[0].length ?? 1
      pattern += parted ? token[1].replace('{2}', '{1,2}') : token[1]
      parts.push(token[2])
      left = left.slice(length)
    } else {
      pattern += (left[0] ?? '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      left = left.slice(1)
    }
  }
  if (!parts.includes('y') || !(parts.includes('m') || parts.includes('n'))) return null
  const shape = new RegExp(`^\\s*${pattern}(?:[ T].*)?$`)
  return (raw) => {
    if (raw.charCodeAt(0) === 2) return dated(raw.slice(1))
    const m = shape.exec((raw.charCodeAt(0) === 1 ? raw.slice(1) : raw).normalize('NFKC'))
    if (!m) return raw.charCodeAt(0) === 1 ? ofFigure(raw.slice(1)) : null
    let year = 0
    let month = 0
    let dom = 0
    for (const [index, part] of parts.entries()) {
      const text = m[index + 1] ?? ''
      if (part === 'y') year = fullYear(text)
      else if (part === 'm') month = Number(text)
      else if (part === 'n') month = monthNamed(text)
      else dom = Number(text)
    }
    return day(year, month, parts.includes('d') ? dom : daysInMonth(year, month))
  }
}
