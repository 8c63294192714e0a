import { spelled, type Spelled } from './syllables.ts'

/** What of a name, its pinyin and its code a query found: half-open ranges of characters, to be underlined. */
export type Found = {
  readonly name: readonly Span[]
  readonly code: readonly Span[]
  /** Set when it was found by sound: the syllables beneath the name, with their own spans. */
  readonly pinyin: { readonly text: string; readonly spans: readonly Span[] } | null
}
export type Span = readonly [from: number, to: number]

export type Searchable = {
  readonly name: string
  readonly account: string
  /** Without tones; with blanks between syllables or without. */
  readonly pinyin: string
  readonly initials: string
}

const LATIN = /^[a-z][a-z0-9 ']*$/

export const FOUND_ALL: Found = { name: [], code: [], pinyin: null }

/** Width and case do not count, nor do blanks in the query's ends. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/**
 * Finds a query in 汉字, in a code, in pinyin (whole or begun syllables, with or without blanks) or in initials. Null: not
 * found. An empty query finds everything. `query` is folded and trimmed already, because it is the same for 10,000 rows.
 */
export function match(query: string, row: Searchable): Found | null {
  if (query === '') return FOUND_ALL
  const name = spanIn(fold(row.name), query)
  const code = spanIn(fold(row.account), query)
  if (name || code) return { name: name ? [name] : [], code: code ? [code] : [], pinyin: null }
  if (!LATIN.test(query)) return null
  return bySound(query.replaceAll(/[ ']/g, ''), row)
}

/**
 * Whether `match` would find it, without saying where: what a filter of 10,000 rows asks for each key. Only a row that has
 * the query's letters in their order, and not as initials alone, is cut into syllables.
 */
export function matches(query: string, row: Searchable): boolean {
  if (query === '') return true
  const { name, account, initials, pinyin } = foldedOf(row)
  if (name.includes(query) || account.includes(query)) return true
  if (!LATIN.test(query)) return false
  const letters = query.replaceAll(/[ ']/g, '')
  if (initials.includes(letters)) return true
  return follows(letters, pinyin) && bySound(letters, row) !== null
}

/** Folding a name costs more than looking into it: done once a row, for as long as the row is there. */
const foldings = new WeakMap<Searchable, Searchable>()

function foldedOf(row: Searchable): Searchable {
  const there = foldings.get(row)
  if (there) return there
  const made = {
    name: fold(row.name),
    account: fold(row.account),
    pinyin: row.pinyin.toLowerCase(),
    initials: row.initials.toLowerCase(),
  }
  foldings.set(row, made)
  return made
}

/** Whether all letters stand in a text in their order, with anything between. */
function follows(letters: string, text: string): boolean {
  let at = 0
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

function spanIn(text: string, query: string): Span | null {
  const at = text.indexOf(query)
  return at < 0 ? null : [at, at + query.length]
}

/** Cutting pinyin into syllables is worth doing once a row. */
const cuts = new WeakMap<Searchable, Spelled>()

function bySound(query: string, row: Searchable): Found | null {
  const first = query.slice(0, 1)
  if (!fold(row.initials).includes(first)) return null
  const known = cuts.get(row) ?? spelled(row.name, row.pinyin, row.initials)
  cuts.set(row, known)
  const { syllables } = known
  for (let from = 0; from < syllables.length; from++) {
    const to = run(query, syllables, from)
    if (to > from) return found(known, from, to)
  }
  return null
}

/** How far from syllable `from` the query reaches when each syllable gives its whole, its initial or, at the end, its beginning. 0: not at all. */
function run(query: string, syllables: readonly string[], from: number): number {
  if (query === '') return from
  const syllable = syllables[from]
  if (syllable === undefined) return 0
  if (syllable.startsWith(query)) return from + 1
  if (query.startsWith(syllable)) {
    const whole = run(query.slice(syllable.length), syllables, from + 1)
    if (whole > 0) return whole
  }
  return syllable.length > 1 && query.startsWith(syllable.slice(0, 1))
    ? run(query.slice(1), syllables, from + 1)
    : 0
}

function found({ syllables, places }: Spelled, from: number, to: number): Found {
  const begin = places[from]?.[0]
  const end = places[to - 1]?.[1]
  const start = syllables.slice(0, from).join(' ').length + (from > 0 ? 1 : 0)
  const text = syllables.join(' ')
  return {
    name: begin === undefined || end === undefined ? [] : [[begin, end]],
    code: [],
    pinyin: { text, spans: [[start, start + syllables.slice(from, to).join(' ').length]] },
  }
}
