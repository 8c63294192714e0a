import { codeKey } from '../../domain/chain/code.ts'
import type { Line } from '../../domain/chain/line.ts'
import { withSizes } from '../../domain/chain/size-period.ts'
import type { Size } from '../../domain/chain/size.ts'
import type { Day } from '../../domain/day.ts'
import { cleaned, newAccount, newSku, sizeOn } from './entries.ts'
import type {
  AccountEntry,
  KnownAccount,
  KnownNode,
  KnownSku,
  MarketEntry,
  Said,
  SkuEntry,
} from './entries.ts'

/** Codes of a file that have not been looked up in the database yet. */
export type Fresh = { accounts: AccountEntry[]; skus: SkuEntry[]; markets: MarketEntry[] }

/**
 * The accounts, products and markets that a file names, each once. Its memory grows with their number and not with the lines.
 * A code is normalised and looked up the first time that it is met.
 */
export class Book {
  readonly accounts: AccountEntry[] = []
  readonly skus: SkuEntry[] = []
  readonly markets: MarketEntry[] = []
  readonly #accountsByText = new Map<string, AccountEntry>()
  readonly #skusByText = new Map<string, SkuEntry>()
  readonly #marketsByText = new Map<string, MarketEntry>()
  readonly #accountsByKey = new Map<string, AccountEntry>()
  readonly #skusByKey = new Map<string, SkuEntry>()
  readonly #marketsByKey = new Map<string, MarketEntry>()
  /** The file has no customer codes: its names serve as codes. */
  readonly named: boolean
  #fresh: Fresh = { accounts: [], skus: [], markets: [] }

  constructor(named = false) {
    this.named = named
  }

  account(text: string): AccountEntry | undefined {
    const met = this.#accountsByText.get(text)
    if (met) return met
    const code = cleaned(text)
    if (code === undefined) return undefined
    let entry = this.#accountsByKey.get(codeKey(code))
    if (!entry) {
      entry = newAccount(this.accounts.length + 1, code)
      this.accounts.push(entry)
      this.#fresh.accounts.push(entry)
      this.#accountsByKey.set(entry.key, entry)
    }
    this.#accountsByText.set(text, entry)
    return entry
  }

  sku(text: string): SkuEntry | undefined {
    const met = this.#skusByText.get(text)
    if (met) return met
    const code = cleaned(text)
    if (code === undefined) return undefined
    let entry = this.#skusByKey.get(codeKey(code))
    if (!entry) {
      entry = newSku(this.skus.length + 1, code)
      this.skus.push(entry)
      this.#fresh.skus.push(entry)
      this.#skusByKey.set(entry.key, entry)
    }
    this.#skusByText.set(text, entry)
    return entry
  }

  /** No code: the name is the code. */
  market(code: string | undefined, name: string | undefined): MarketEntry | undefined {
    const text = code ?? name
    if (text === undefined) return undefined
    const met = this.#marketsByText.get(text)
    if (met) {
      met.name ??= name
      return met
    }
    const clean = cleaned(text)
    if (clean === undefined) return code === undefined ? undefined : this.market(undefined, name)
    const key = codeKey(clean)
    let entry = this.#marketsByKey.get(key)
    if (!entry) {
      entry = { key, code: clean.normalize('NFKC'), name: cleaned(name), known: undefined, id: undefined }
      this.markets.push(entry)
      this.#fresh.markets.push(entry)
      this.#marketsByKey.set(key, entry)
    }
    this.#marketsByText.set(text, entry)
    return entry
  }

  /** The entry of a market that an account was found in. */
  marketAt({
    market: id,
    marketKey: key,
    marketCode: code,
    marketClosed: closed,
  }: KnownAccount): MarketEntry {
    let entry = this.#marketsByKey.get(key)
    if (!entry) {
      entry = { key, code, name: undefined, known: undefined, id: undefined }
      this.markets.push(entry)
      this.#marketsByKey.set(key, entry)
    }
    entry.known ??= { id, kind: 'market', name: code, withdrawn: false, closed }
    entry.id = id
    return entry
  }

  /** What the file calls a market so is the market of that key: from now on both words are one entry. */
  isMarket(entry: MarketEntry, { key, ...known }: KnownNode & { readonly key: string }): void {
    entry.known = known
    entry.id = known.id
    const met = this.#marketsByKey.get(key)
    if (!met) this.#marketsByKey.set(key, entry)
    else for (const [text, one] of this.#marketsByText) if (one === entry) this.#marketsByText.set(text, met)
  }

  /** Meets the codes of a line, so that they can be looked up before the line is judged. */
  meet(line: Line): void {
    const buyer = line.buyerCode === undefined ? undefined : this.account(line.buyerCode)
    if (line.sellerCode !== undefined) this.account(line.sellerCode)
    if (line.skuCode !== undefined) this.sku(line.skuCode)
    if (line.marketCode === undefined && line.marketName === undefined) return
    const market = this.market(line.marketCode, line.marketName)
    if (this.named && buyer) buyer.market ??= market
  }

  takeFresh(): Fresh | undefined {
    const fresh = this.#fresh
    if (fresh.accounts.length + fresh.skus.length + fresh.markets.length === 0) return undefined
    this.#fresh = { accounts: [], skus: [], markets: [] }
    return fresh
  }
}

/** What a line says about its account; the latest day's words stand. */
export function noteAccount(entry: AccountEntry, line: Line): void {
  entry.lines += 1
  if (line.buyerCodeNumeric !== true) entry.text = true
  if (entry.first === '' || line.day < entry.first) entry.first = line.day
  if (line.day > entry.last) entry.last = line.day
  entry.tier ??= line.buyerTier
  const later = line.day >= entry.asOf
  if (later) entry.asOf = line.day
  say(entry, 'name', line.buyerName, later)
  say(entry, 'address', line.buyerAddress, later)
  say(entry, 'city', line.buyerCity, later)
  if (line.buyerLat === undefined || line.buyerLon === undefined) return
  if (Math.abs(line.buyerLat) > 90 || Math.abs(line.buyerLon) > 180) return
  if (later || entry.lat === undefined) {
    entry.lat = line.buyerLat
    entry.lon = line.buyerLon
  }
}

function say(
  entry: Said,
  field: 'name' | 'address' | 'city',
  text: string | undefined,
  later: boolean,
): void {
  if (text === undefined || text === entry[field]) return
  if (later || entry[field] === undefined) entry[field] = cleaned(text) ?? entry[field]
}

/** Distinct sizes of one product that are remembered; a file that brings more is not about sizes. */
const SIZES = 24

export function noteSku(entry: SkuEntry, line: Line): void {
  entry.lines += 1
  if (line.skuCodeNumeric !== true) entry.text = true
  const later = line.day >= entry.asOf
  if (later) entry.asOf = line.day
  if (line.skuName !== undefined && line.skuName !== entry.name && (later || entry.name === undefined))
    entry.name = cleaned(line.skuName) ?? entry.name
  if (
    line.skuCategory !== undefined &&
    line.skuCategory !== entry.category &&
    (later || entry.category === undefined)
  )
    entry.category = cleaned(line.skuCategory) ?? entry.category
  if (line.brand !== undefined && line.brand !== entry.brand && (later || entry.brand === undefined))
    entry.brand = cleaned(line.brand) ?? entry.brand
  if (line.packUnits === undefined && line.unitMl === undefined) return
  const packUnits = wholePack(line.packUnits)
  const unitMl = line.unitMl ?? null
  const seen = entry.sizes.find(({ size }) => size.packUnits === packUnits && size.unitMl === unitMl)
  if (!seen) {
    if (entry.sizes.length < SIZES) entry.sizes.push({ size: { packUnits, unitMl }, first: line.day })
  } else if (line.day < seen.first) seen.first = line.day
}

/** A pack is a whole number of units; anything else says nothing. */
export function wholePack(packUnits: number | undefined): number | null {
  return packUnits !== undefined && Number.isInteger(packUnits) && packUnits > 0 && packUnits < 1e9
    ? packUnits
    : null
}

/** The line's own pack and content where it has them, else the product's on that day. */
export function sizeFor(entry: SkuEntry, line: Line, day: Day): Size {
  const own = wholePack(line.packUnits)
  const ownMl = line.unitMl !== undefined && line.unitMl > 0 ? line.unitMl : null
  if (own !== null && ownMl !== null) return { packUnits: own, unitMl: ownMl }
  const known = knownFor(entry, line)
  const { packUnits, unitMl } = sizeOn(entry.periods ?? known?.periods ?? [], day)
  return { packUnits: own ?? packUnits, unitMl: ownMl ?? unitMl }
}

function knownFor(entry: SkuEntry, line: Line): KnownSku | undefined {
  if (entry.known) return entry.known.withdrawn ? undefined : entry.known
  return sameName(entry, line) ? entry.longer : undefined
}

/** After the last line: what the file says of the product's size counts for its lines that say none, wherever they stand. */
export function settleSize(entry: SkuEntry, line: Line): void {
  entry.periods ??= withSizes(knownFor(entry, line)?.periods ?? [], entry.sizes).periods
}

function sameName(entry: SkuEntry, line: Line): boolean {
  return (
    entry.longer !== undefined &&
    line.skuName !== undefined &&
    codeKey(line.skuName) === codeKey(entry.longer.name)
  )
}
