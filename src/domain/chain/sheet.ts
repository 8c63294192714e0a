import { dayNumber, monthStart, type Day } from '../day.ts'
import type { Words } from './identity.ts'

/**
 * One line on its way into the ledger. Accounts and products are numbers that the caller gives, and says what they stand for
 * when the lines are posted: so a code is looked up once, however many lines name it.
 */
export type SheetLine = {
  /** Counts up from 1, no gaps needed: the order of the lines, and the tail of the movement's id. */
  readonly n: number
  readonly account: number
  readonly sku: number
  /** 0 = the manufacturer. */
  readonly seller: number
  /** Index in `movementKinds`. */
  readonly kind: number
  /** Days since 1970-01-01; the first of its month likewise. */
  readonly day: number
  readonly month: number
  /** Has a document and a line number: an equal one is the same line, not another. */
  readonly numbered: boolean
  readonly millilitres: number
  readonly milliCases: number | null
  readonly amountMinor: number | null
  readonly costMinor: number | null
  /** First 16 bytes of the SHA-256 of the line's identity, hexadecimal. */
  readonly key: string
  readonly print: Words
  readonly doc: string | null
  readonly line: string | null
}

export type Sheet = {
  add(line: SheetLine): void
  /** Resolves when the database has taken enough of what was added; undefined when it keeps up. */
  drained(): Promise<unknown> | undefined
  /** No more lines. Resolves when all are there. */
  close(): Promise<void>
  /** The lines are not wanted after all: frees the connection, whose transaction can then only be rolled back. */
  abandon(): Promise<void>
}

export type Judged = {
  readonly unchanged: number
  readonly conflicts: number
  readonly corrected: number
  /** Lines equal to an earlier one in every field, without a line number: they count, and are flagged. */
  readonly equal: number
}

/** What the numbers of a sheet stand for: parallel lists. */
export type Places = {
  readonly accounts: {
    readonly n: readonly number[]
    readonly market: readonly string[]
    readonly id: readonly string[]
  }
  readonly skus: { readonly n: readonly number[]; readonly id: readonly string[] }
}

/** A batch of postings. `seed`: a fresh UUIDv7, from which the movements' ids are counted up (RFC 9562, 6.2, method 1). */
export type BatchOfPostings = { readonly batch: string; readonly seed: string; readonly at: Date }

export type PostedMarket = {
  readonly market: string
  readonly lines: number
  readonly millilitres: number
  readonly milliCases: number
  readonly amountMinor: number
  readonly costMinor: number
  readonly costedLines: number
  readonly firstDay: string
  readonly lastDay: string
  /** SHA-256 over key and fingerprint of the market's lines in their order, hexadecimal. */
  readonly digest: string
}

/** `hidden`: lines that were not posted because their key belongs to a market out of reach. */
export type Posted = { readonly markets: readonly PostedMarket[]; readonly hidden: number }

export type ReversedMarket = { readonly market: string; readonly entries: number; readonly digest: string }
export type Reversed = { readonly entries: number; readonly markets: readonly ReversedMarket[] }

export type When = { readonly day: number; readonly month: number }

/** Day → its number and its month's, each reckoned once. */
export function calendar(): (day: Day) => When {
  const known = new Map<Day, When>()
  return (day) => {
    let when = known.get(day)
    if (!when) known.set(day, (when = { day: dayNumber(day), month: dayNumber(monthStart(day)) }))
    return when
  }
}
