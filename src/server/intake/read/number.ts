import { moneyNamed, unitNamed, type Unit } from './units.ts'

/** Which mark parts the decimals of a file. */
export type Decimal = '.' | ','

export type Reading = {
  readonly value: number
  readonly unit: Unit | null
  readonly rest: Unit | null
  readonly restValue: number
}

const BLANK = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '\\',
  'null',
  'none',
  'nan',
  'n/a',
  '无',
  '空',
  '(null)',
  '\\n',
  '.',
])

/** Signs that people write for "nothing" in a column of figures. */
export function isNothing(text: string): boolean {
  return text.length < 7 && BLANK.has(text.trim().toLowerCase())
}

/**
 * A figure written plainly (digits, one point, a sign in front), or NaN. The quick path for almost every cell.
 * NaN also for the empty text.
 */
export function quick(text: string): number {
  const { length } = text
  if (length === 0 || length > 17) return Number.NaN
  let points = 0
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) continue
    if (code === 46 && points === 0) points++
    else if (!(at === 0 && code === 45 && length > 1)) return Number.NaN
  }
  return points === length ? Number.NaN : Number(text)
}

const CURRENCY = /^(?:rmb|cny|usd|eur|gbp|us\$|hk\$|人民币|[¥$€£])\s*/i
const LEADING = /^[-−–﹣△▲]\s*/
const BODY = /^([\d.,'’ ]*\d[\d.,'’ ]*?)(?:e([+-]?\d{1,3}))?(?=[^\d.,'’ ]|\s*$)\s*/i

/** A figure as people write it, with its unit word where it has one; null when it is none. `decimal` is the column's mark. */
export function parseNumber(text: string, decimal: Decimal): Reading | null {
  if (text.length > 60) return null
  let left = text.normalize('NFKC').trim()
  let sign = 1
  const wrapped = /^\((.*)\)(.*)$/.exec(left) ?? /^(?:[¥$€£]\s*)\((.*)\)$/.exec(left)
  if (wrapped) {
    sign = -1
    left = ((wrapped[1] ?? '') + (wrapped[2] ?? '')).trim()
  }
  for (let turn = 0; turn < 2; turn++) {
    const minus = LEADING.exec(left)
    if (minus) {
      sign = -1
      left = left.slice(minus[0].length)
    } else if (left.startsWith('+')) left = left.slice(1).trim()
    left = left.replace(CURRENCY, '')
  }
  const body = BODY.exec(left)
  if (!body) return null
  const value = digits(body[1] ?? '', decimal)
  if (value === null) return null
  let suffix = left.slice(body[0].length).trim()
  if (/[-−–]$/.test(suffix)) {
    sign = -1
    suffix = suffix.slice(0, -1).trim()
  }
  const scale = body[2] ? 10 ** Number(body[2]) : 1
  return withSuffix(sign * value * scale, suffix, decimal)
}

function withSuffix(value: number, suffix: string, decimal: Decimal): Reading | null {
  if (suffix === '' || suffix === '整') return { value, unit: null, rest: null, restValue: 0 }
  if (suffix === '%') return { value: value / 100, unit: null, rest: null, restValue: 0 }
  const unit = unitNamed(suffix)
  if (unit) return { value, unit, rest: null, restValue: 0 }
  const money = moneyNamed(suffix)
  if (money !== undefined) return { value: tidy(value * money), unit: null, rest: null, restValue: 0 }
  const mixed = /^([^\d\s]{1,3})\s*(\d+(?:\.\d+)?)\s*(\D{1,3})$/.exec(suffix)
  if (!mixed) return null
  const first = unitNamed(mixed[1] ?? '')
  const rest = unitNamed(mixed[3] ?? '')
  const more = digits(mixed[2] ?? '', decimal)
  if (first?.measure !== 'cases' || rest?.measure !== 'units' || more === null) return null
  return { value, unit: first, rest, restValue: value < 0 ? -more : more }
}

/** Takes off the binary dust of a multiplication: 0.9932 × 10,000 is 9,932. */
export function tidy(value: number): number {
  return Number(value.toPrecision(15))
}

const PLAIN_POINT = /^(?:\d+\.?\d*|\.\d+)$/
const GROUPED_POINT =
  /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$|^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d*)?$|^\d{1,4}(?:,\d{4})+(?:\.\d*)?$/
const PLAIN_COMMA = /^(?:\d+,?\d*|,\d+)$/
const GROUPED_COMMA = /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/

function digits(body: string, decimal: Decimal): number | null {
  let text = body.trim()
  if (/[ '’]/.test(text)) {
    if (!/^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d*)?$/.test(text)) return null
    text = text.replace(/[ '’]/g, '')
  }
  if (decimal === '.') {
    if (PLAIN_POINT.test(text)) return Number(text)
    if (GROUPED_POINT.test(text)) return Number(text.replaceAll(',', ''))
    return null
  }
  if (PLAIN_COMMA.test(text)) return Number(text.replace(',', '.'))
  if (GROUPED_COMMA.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  // A file that writes commas may still hold figures with a decimal point from another system: 12.5
  return /^\d+\.\d{1,2}$/.test(text) ? Number(text) : null
}

/**
 * The decimal mark of a column from its texts: what cannot be read the other way decides; `sure` is false when every text with
 * a mark could be either (1.234 where commas part decimals), and then `usual` is taken.
 */
export function decimalOf(
  texts: readonly string[],
  usual: Decimal,
): { decimal: Decimal; sure: boolean; sample: string } {
  let point = 0
  let comma = 0
  let sample = ''
  for (const raw of texts) {
    if (raw.length > 40) continue
    const text = raw
      .normalize('NFKC')
      .replace(/[^\d.,]/g, '')
      .replace(/^[.,]+|[.,]+$/g, '')
    if (!/[.,]/.test(text)) continue
    const lastPoint = text.lastIndexOf('.')
    const lastComma = text.lastIndexOf(',')
    if (lastPoint >= 0 && lastComma >= 0) {
      if (lastPoint > lastComma) point += 3
      else comma += 3
    } else if (lastComma >= 0) {
      if (/^\d{1,3}(,\d{3}){2,}$/.test(text)) point += 3
      else if (/^\d{1,3},\d{3}$/.test(text) && !text.startsWith('0')) sample ||= raw
      else comma++
    } else if (/^\d{1,3}(\.\d{3}){2,}$/.test(text)) comma += 3
    else if (/^\d{1,3}\.\d{3}$/.test(text) && !text.startsWith('0')) sample ||= raw
    else point++
  }
  if (point === 0 && comma === 0) return { decimal: usual, sure: sample === '' || usual === '.', sample }
  return { decimal: comma > point ? ',' : '.', sure: true, sample }
}
