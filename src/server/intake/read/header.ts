import { simplified } from './script.ts'
import { moneyNamed, unitNamed, type Unit } from './units.ts'

/** A header taken apart. `name` is what `words.ts` knows; `squashed` has everything, for comparing headers with each other. */
export type Header = {
  readonly text: string
  readonly name: string
  readonly squashed: string
  readonly unit: Unit | null
  /** Multiplier of money: 万元 → 10,000; null when the header names no money. */
  readonly money: number | null
  readonly vat: 'with' | 'without' | null
  /** 元/箱, per bottle: what a price or cost is for. */
  readonly per: 'cases' | 'units' | null
}

const WITHOUT =
  /不含增?值?税|未税|未含税|税前|无税|去税|不含|\bexcl(?:uding|usive)?\.?(?:\s*of)?(?:\s+(?:vat|tax))?|\bex\.?\s*(?:vat|tax)\b|\bnet of (?:vat|tax)\b|\bbefore tax\b|\bw\/o (?:vat|tax)\b|\bwithout (?:vat|tax)\b/i
const WITH =
  /价税合计|含增?值?税|税后|\bincl(?:uding|usive)?\.?(?:\s*of)?(?:\s+(?:vat|tax))?|\bafter tax\b|\bwith (?:vat|tax)\b|\bgross\b/i

/** One form for headers to be compared: NFKC, lower case, without spaces and marks. */
export function squash(text: string): string {
  return simplified(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s_\-.·:：,，、*"'“”‘’[\]()【】〔〕/\\]+/g, '')
}

export function parseHeader(text: string): Header {
  let left = simplified(text.normalize('NFKC'))
    // An underscore is a letter to \b: amount_with_vat has words of its own only without it.
    .replace(/[\r\n_]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[【〔[{]/g, '(')
    .replace(/[】〕\]}]/g, ')')
    .trim()
  let vat: Header['vat'] = null
  if (WITHOUT.test(left)) {
    vat = 'without'
    left = left.replace(WITHOUT, ' ')
  } else if (WITH.test(left)) {
    vat = 'with'
    if (!/价税合计/.test(left)) left = left.replace(WITH, ' ')
  } else if (/\bnet\b/i.test(left)) vat = 'without'
  const parts: { unit: Unit | null; money: number | null; per: Header['per'] } = {
    unit: null,
    money: null,
    per: null,
  }
  let base = left.replace(/\(([^()]*)\)?/g, (_, inner: string) =>
    takeUnit(inner, parts) ? ' ' : ` ${inner} `,
  )
  const tail = /^(.*\S)\s*[:：/_,，\-—\s]\s*([^\s:：/_,，\-—]+(?:\/[^\s/]+)?)$/.exec(base.trim())
  if (
    tail &&
    parts.unit === null &&
    parts.money === null &&
    isUnitWord(tail[2] ?? '') &&
    takeUnit(tail[2] ?? '', parts)
  )
    base = tail[1] ?? ''
  const name = squash(base.replace(/\b(?:in|the|of)\b/gi, ' '))
  const whole = squash(text)
  return { text: text.trim(), name: name === '' ? whole : name, squashed: whole, vat, ...parts }
}

/** After a separator only words that are plainly units: the l of "total l" is one, the 件 of 商品件 is part of the word. */
function isUnitWord(word: string): boolean {
  return (
    word.length > 0 &&
    (unitNamed(word) !== undefined || moneyNamed(word) !== undefined || /^(元|¥|\$)\/./.test(word))
  )
}

function takeUnit(
  inner: string,
  parts: { unit: Unit | null; money: number | null; per: Header['per'] },
): boolean {
  const word = inner
    .replace(/^\s*单位\s*[:：]?\s*/, '')
    .replace(/^in\s+/i, '')
    .trim()
  if (word === '') return true
  const price = /^(\S+?)\s*(?:\/|每|per)\s*(\S+)$/i.exec(word)
  if (price) {
    const money = moneyNamed(price[1] ?? '')
    const unit = unitNamed(price[2] ?? '')
    if (money !== undefined && unit && unit.measure !== 'litres') {
      parts.money = money
      parts.per = unit.measure
      return true
    }
  }
  const unit = unitNamed(word)
  if (unit) {
    parts.unit = unit
    return true
  }
  const money = moneyNamed(word)
  if (money !== undefined) {
    parts.money = money
    return true
  }
  const counted = /^9\s?l(?:itre|iter)?s?\s*(?:cases?|箱)$|^(?:cases?\s*(?:of\s*)?9\s?l)$/i.exec(word)
  if (counted) {
    parts.unit = { measure: 'litres', factor: 9, word }
    return true
  }
  return false
}

/** Units that a line above the header gives for the whole table: 单位:万元, (单位:箱、元), 2025年销量(箱). */
export function unitsOfTitle(title: string): { unit: Unit | null; money: number | null } {
  const parts: { unit: Unit | null; money: number | null; per: Header['per'] } = {
    unit: null,
    money: null,
    per: null,
  }
  const text = title.normalize('NFKC')
  const said = [
    ...text.matchAll(/单位\s*[:：]?\s*([^\s()]+)/g),
    ...text.matchAll(/\(([^()]{1,12})\)/g),
    ...text.matchAll(/\bunits?\s*[:：]\s*([\w']+)/gi),
    ...text.matchAll(/\bin\s+(litres|liters|hl|cases|bottles|thousands|tonnes)\b/gi),
  ]
  for (const [, words] of said) for (const word of (words ?? '').split(/[、,，/;；]/)) takeUnit(word, parts)
  return { unit: parts.unit, money: parts.money }
}
