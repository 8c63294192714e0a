import { codeKey, withoutZeros } from '../../domain/chain/code.ts'
import { wordsOf, type Words } from '../../domain/chain/identity.ts'
import type { Tier } from '../../domain/chain/line.ts'
import { periodOn, type Period } from '../../domain/chain/size-period.ts'
import type { Size } from '../../domain/chain/size.ts'
import type { Day } from '../../domain/day.ts'
import type { Problem } from '../../domain/problem.ts'

/** What the database knows under a market's code. */
export type KnownNode = {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly withdrawn: boolean
  /** Since when it takes no new accounts. */
  readonly closed: Day | null
}

export type MarketEntry = {
  readonly key: string
  readonly code: string
  name: string | undefined
  known: KnownNode | undefined
  /** Made or found: where its accounts go. */
  id: string | undefined
}

export type KnownAccount = {
  readonly id: string
  readonly market: string
  readonly marketKey: string
  readonly marketCode: string
  /** Since when its market takes no new accounts. */
  readonly marketClosed: Day | null
  readonly code: string
  readonly name: string
  readonly nameAsOf: Day | null
  readonly address: string | null
  readonly city: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

export type Said = {
  name: string | undefined
  address: string | undefined
  city: string | undefined
  lat: number | undefined
  lon: number | undefined
}

/** One account code of a file, however many lines name it. */
export type AccountEntry = Said & {
  readonly n: number
  readonly key: string
  bare: string
  words: Words
  readonly code: string
  /** Its text is a name, and it was taken for the account of that name. */
  byName: boolean
  /** Some cell held it as text; false = only numeric cells did, and zeros may be lost. */
  text: boolean
  tier: Tier | undefined
  market: MarketEntry | undefined
  /** Where it was seen selling: its market if it never buys. */
  sellerMarket: MarketEntry | undefined
  known: KnownAccount | undefined
  lines: number
  sold: number
  first: Day
  last: Day
  asOf: Day
  /** The numeric code turned out to be this one's. */
  alias: AccountEntry | undefined
  refused: Problem | undefined
  id: string | undefined
}

export type KnownSku = {
  readonly id: string
  readonly name: string
  readonly category: string | null
  readonly brand: string | null
  readonly nameAsOf: Day | null
  readonly periods: readonly Period[]
  readonly withdrawn: boolean
}

export type SkuEntry = {
  readonly n: number
  readonly key: string
  readonly bare: string
  readonly words: Words
  readonly code: string
  text: boolean
  name: string | undefined
  category: string | undefined
  brand: string | undefined
  asOf: Day
  known: KnownSku | undefined
  /** Its periods with what the whole file says of its size: known when the last line has been read. */
  periods: readonly Period[] | undefined
  /** The one product whose longer code of digits this may be: lends its size to lines that name it. */
  longer: KnownSku | undefined
  lines: number
  sizes: { readonly size: Size; first: Day }[]
  alias: SkuEntry | undefined
  refused: Problem | undefined
  id: string | undefined
}

/** Text that a database column takes: no NUL, no blanks around; undefined when nothing is left. */
export function cleaned(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const clean = (text.includes('\0') ? text.replaceAll('\0', '') : text).trim()
  return clean === '' ? undefined : clean
}

export function newAccount(n: number, code: string): AccountEntry {
  const key = codeKey(code)
  const bare = withoutZeros(key)
  return {
    n,
    key,
    bare,
    words: wordsOf(bare),
    code,
    byName: false,
    text: false,
    tier: undefined,
    market: undefined,
    sellerMarket: undefined,
    known: undefined,
    lines: 0,
    sold: 0,
    first: '',
    last: '',
    asOf: '',
    name: undefined,
    address: undefined,
    city: undefined,
    lat: undefined,
    lon: undefined,
    alias: undefined,
    refused: undefined,
    id: undefined,
  }
}

export function newSku(n: number, code: string): SkuEntry {
  const key = codeKey(code)
  const bare = withoutZeros(key)
  return {
    n,
    key,
    bare,
    words: wordsOf(bare),
    code,
    text: false,
    name: undefined,
    category: undefined,
    brand: undefined,
    asOf: '',
    known: undefined,
    longer: undefined,
    periods: undefined,
    lines: 0,
    sizes: [],
    alias: undefined,
    refused: undefined,
    id: undefined,
  }
}

/** The size that holds on a day; days before the first period take the first. */
export function sizeOn(periods: readonly Period[], day: Day): Size {
  return periods[periodOn(periods, day)] ?? NO_SIZE
}

export const NO_SIZE: Size = { packUnits: null, unitMl: null }
