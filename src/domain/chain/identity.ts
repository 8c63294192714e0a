import type { Day } from '../day.ts'
import type { MovementKind } from './line.ts'

/** What tells a line from all others. Codes are keys (`codeKey`) without leading zeros, so that 00296 and 296 are one line. */
export type Identified = {
  readonly source: string
  readonly doc?: string | undefined
  readonly line?: string | undefined
  readonly kind: MovementKind
  readonly day: Day
  readonly seller: string
  readonly buyer: string
  readonly sku: string
}

/** U+001F, the unit separator: no code holds it after `codeKey`. */
const SEPARATOR = '\u001F'

/**
 * The text whose SHA-256 is the line's key: source + doc + line; without a line number doc + kind + day + seller + buyer + SKU;
 * without a document the same without it. Equals without a line number are told apart by their ordinal, which the caller adds.
 */
export function identityOf(line: Identified): string {
  const s = SEPARATOR
  if (line.doc !== undefined && line.line !== undefined)
    return `n${s}${line.source}${s}${line.doc}${s}${line.line}`
  const rest = `${line.kind}${s}${line.day}${s}${line.seller}${s}${line.buyer}${s}${line.sku}`
  return line.doc === undefined
    ? `w${s}${line.source}${s}${rest}`
    : `d${s}${line.source}${s}${line.doc}${s}${rest}`
}

export function hasNumber(line: {
  readonly doc?: string | undefined
  readonly line?: string | undefined
}): boolean {
  return line.doc !== undefined && line.line !== undefined
}

/** Two words of 32 bits. */
export type Words = readonly [number, number]

/** A code in two words: the mixing of cyrb53 (bryc, public domain). Not for secrets. */
export function wordsOf(text: string): Words {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 2_654_435_761)
    b = Math.imul(b ^ unit, 1_597_334_677)
  }
  return finish(a, b)
}

function finish(a: number, b: number): Words {
  const first = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  const second = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(first ^ (first >>> 13), 3_266_489_909)
  return [first >>> 0, second >>> 0]
}

export type Fingerprinted = {
  /** Index in `movementKinds`. */
  readonly kind: number
  readonly day: number
  readonly seller: Words
  readonly buyer: Words
  readonly sku: Words
  readonly millilitres: number
  readonly milliCases: number | null
  readonly amountMinor: number | null
  readonly costMinor: number | null
}

/**
 * Whether two lines say the same: every figure and code that is posted, in two words. A fast mix, not a secure digest: it tells
 * a corrected line from an unchanged one (a corrected one is missed once in 2^64).
 */
export function fingerprintOf(line: Fingerprinted): Words {
  let a = 0x9747b28c
  let b = 0x1b873593
  const words = [
    line.kind,
    line.day,
    ...line.seller,
    ...line.buyer,
    ...line.sku,
    low(line.millilitres),
    high(line.millilitres),
    low(line.milliCases),
    high(line.milliCases),
    low(line.amountMinor),
    high(line.amountMinor),
    low(line.costMinor),
    high(line.costMinor),
  ]
  for (const word of words) {
    a = Math.imul(a ^ word, 2_654_435_761)
    a ^= a >>> 15
    b = Math.imul(b ^ word, 1_597_334_677)
    b ^= b >>> 13
  }
  return finish(a, b)
}

const UNKNOWN = 0x7fffffff

function low(value: number | null): number {
  return value === null ? UNKNOWN : value | 0
}

function high(value: number | null): number {
  return value === null ? UNKNOWN : Math.floor(value / 4_294_967_296) | 0
}
