/** A stretch of days that a word names: a month, a quarter, one day. `year` null where the word does not say. */
export type Period = {
  readonly year: number | null
  readonly month: number
  readonly day: number | null
  /** Months that the stretch has: 1, 3, 6 or 12. */
  readonly months: number
}

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const full = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const quarters = ['一', '二', '三', '四']

/** jan, Jan., January, sept → 1…12; 0 for anything else. */
export function monthNamed(word: string): number {
  const name = word.toLowerCase().replace(/\.$/, '')
  if (name === 'sept') return 9
  return full.indexOf(name) + 1 || english.indexOf(name) + 1
}

const chineseMonth = (word: string) => chineseIndex(chinese, word)
function chineseIndex(words: readonly string[], word: string): number {
  return words.indexOf(word) + 1
}

export function fullYear(text: string): number {
  const year = Number(text)
  return text.length <= 2 ? 2000 + year : year
}

const validYear = (year: number) => year >= 1990 && year <= 2100

const named = (year: number | null, month: number, rest: string, months = 1, day: number | null = null) =>
  month >= 1 && month <= 12 && (year === null || validYear(year))
    ? { period: { year, month, day, months }, rest: rest.trim() }
    : null

/**
 * The period that a text names, and what of the text is left (`销量` in 7月销量). Reads 1月, 1月份, 一月, 2025年1月, 25年1月,
 * 2025-01, 2025/1, 2025.01, 202501, Jan, Jan-25, January 2025, M01, 2025M01, Q1, 2025Q1, 一季度, 第1季度, 2025年第一季度,
 * 2025-01-01 (from a date cell of a header). Null when it names none.
 */
export function periodIn(raw: string): { period: Period; rest: string } | null {
  const text = raw.normalize('NFKC').trim()
  if (text === '' || text.length > 40) return null
  let m = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]00:00(?::00)?)?$/.exec(text)
  if (m) return named(Number(m[1]), Number(m[2]), '', 1, Number(m[3]))
  m =
    /(?:(\d{4}|\d{2})\s*年?度?\s*[-/.]?\s*)?(?<!\d|(?<!\d)\d{1,2}\s*[-~至到]\s*)(1[0-2]|0?[1-9])\s*月份?(?!\s*\d|\s*[至到~-])/.exec(
      text,
    )
  if (m) return named(m[1] ? fullYear(m[1]) : null, Number(m[2]), cut(text, m))
  m = /(?:(\d{4}|\d{2})\s*年\s*)?(十[一二]?|[一二三四五六七八九])\s*月份?/.exec(text)
  if (m) return named(m[1] ? fullYear(m[1]) : null, chineseMonth(m[2] ?? ''), cut(text, m))
  m = /(?:(\d{4}|\d{2})\s*年?\s*)?第?\s*([一二三四1-4])\s*季度?/.exec(text)
  if (m) {
    const word = m[2] ?? ''
    return named(
      m[1] ? fullYear(m[1]) : null,
      (chineseIndex(quarters, word) || Number(word)) * 3,
      cut(text, m),
      3,
    )
  }
  m = /(?:(\d{4}|\d{2})\s*[-/ ]?\s*)?(?<![a-z])Q([1-4])(?:\s*[-/ '’]?\s*(\d{4}|\d{2}))?(?!\d)/i.exec(text)
  if (m) {
    const year = m[1] ?? m[3]
    return named(year ? fullYear(year) : null, Number(m[2]) * 3, cut(text, m), 3)
  }
  m = /^(\d{4})\s*[-/.]\s*(1[0-2]|0?[1-9])(?![\d/.-])/.exec(text)
  if (m) return named(Number(m[1]), Number(m[2]), cut(text, m))
  m = /^(1[0-2]|0?[1-9])\s*[-/.]\s*(\d{4})(?!\d)/.exec(text)
  if (m) return named(Number(m[2]), Number(m[1]), cut(text, m))
  m = /^(20\d{2})(0[1-9]|1[0-2])(?!\d)/.exec(text)
  if (m) return named(Number(m[1]), Number(m[2]), cut(text, m))
  m = /(?:^|\s|(\d{4})\s*[-/]?\s*)M\s?(0[1-9]|1[0-2]|[1-9])(?![a-z\d])/.exec(text)
  if (m) return named(m[1] ? Number(m[1]) : null, Number(m[2]), cut(text, m))
  m =
    /(?:^|[\s(_-])(?:(\d{4}|\d{2})[\s_'’-]*)?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:[\s_,'’/-]*(\d{4}|\d{2}))?(?![a-z\d])/i.exec(
      text,
    )
  if (m) {
    const year = m[1] ?? m[3]
    return named(year ? fullYear(year) : null, monthNamed(m[2] ?? ''), cut(text, m))
  }
  return null
}

function cut(text: string, found: RegExpExecArray): string {
  return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.replace(
    /^[\s\-_:()/]+|[\s\-_:(/]+$/g,
    '',
  )
}

/** 1日, 2号, 31 as the head of a column of days. */
export function dayOfMonthIn(raw: string): number | null {
  const m = /^(\d{1,2})\s*[日号]$/.exec(raw.normalize('NFKC').trim())
  const day = m ? Number(m[1]) : 0
  return day >= 1 && day <= 31 ? day : null
}

/** The only year that a title or a file name speaks of. */
export function yearIn(text: string): number | null {
  const years = new Set<number>()
  for (const m of text.normalize('NFKC').matchAll(/(?<!\d)(20[0-4]\d|199\d)(?=年|年度|[-/._ ]|\D|$|[01]\d)/g))
    years.add(Number(m[1]))
  if (years.size === 0)
    for (const m of text.normalize('NFKC').matchAll(/(?<!\d)(\d{2})年/g)) years.add(2000 + Number(m[1]))
  return years.size === 1 ? ([...years][0] ?? null) : null
}

/** Indexes of cells that count 1, 2, 3 … (at least three): months or days that are written as bare figures. */
export function bareRun(texts: readonly string[]): number[] {
  const found: number[] = []
  for (const [at, text] of texts.entries()) {
    if (!/^\d{1,2}$/.test(text)) continue
    if (Number(text) === found.length + 1) found.push(at)
    else if (found.length < 3) found.length = 0
  }
  return found.length >= 3 && found.length <= 31 ? found : []
}
