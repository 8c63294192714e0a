import { codeKey, withoutZeros } from '../../domain/chain/code.ts'
import { wordsOf } from '../../domain/chain/identity.ts'
import type { Tx } from '../db/transaction.ts'
import type { Book } from './book.ts'
import type { AccountEntry, MarketEntry } from './entries.ts'
import { accountNames, accountsById, marketNames, type NamedAccount } from './lookup-store.ts'

const indexes = new WeakMap<Book, ReadonlyMap<string, readonly NamedAccount[]>>()

/**
 * Customers that a file calls by name alone, and nobody has that as a code: each is taken for the one account of that name (but
 * for case and width) in the line's market, or in the caller's reach where the line names none. Two of the name: no match.
 */
export async function matchNames(tx: Tx, book: Book, fresh: readonly AccountEntry[]): Promise<void> {
  const open = fresh.filter((entry) => !entry.known)
  if (open.length === 0) return
  let index = indexes.get(book)
  if (!index) indexes.set(book, (index = indexOf(await accountNames(tx))))
  const found = new Map<AccountEntry, string>()
  for (const entry of open) {
    const market = entry.market?.known?.id
    const alike = (index.get(entry.key) ?? []).filter(
      (one) => entry.market === undefined || one.market === market,
    )
    const [only] = alike
    if (only && alike.length === 1) found.set(entry, only.id)
  }
  const accounts = await accountsById(tx, [...found.values()])
  for (const [entry, id] of found) {
    const known = accounts.get(id)
    if (!known) continue
    entry.known = known
    entry.byName = true
    entry.market = book.marketAt(known)
    // The identity of its lines is that of a file with codes.
    entry.bare = withoutZeros(codeKey(known.code))
    entry.words = wordsOf(entry.bare)
  }
}

/**
 * Markets that a file calls by what nobody has as a code: each is taken for the one market of that name (but for case and width) in
 * the caller's reach. Two of the name: no match.
 */
export async function matchMarkets(tx: Tx, book: Book, fresh: readonly MarketEntry[]): Promise<void> {
  const open = fresh.filter((entry) => !entry.known)
  if (open.length === 0) return
  const index = byName(await marketNames(tx))
  for (const entry of open) {
    const node = index.get(entry.key)
    if (node) book.isMarket(entry, node)
  }
}

/** What has a name that nothing else here has, by that name. */
export function byName<T extends { readonly name: string }>(all: readonly T[]): Map<string, T> {
  const index = new Map<string, T | undefined>()
  for (const one of all) {
    const key = codeKey(one.name)
    index.set(key, index.has(key) ? undefined : one)
  }
  return new Map([...index].filter((entry): entry is [string, T] => entry[1] !== undefined))
}

function indexOf(names: readonly NamedAccount[]): ReadonlyMap<string, readonly NamedAccount[]> {
  const index = new Map<string, NamedAccount[]>()
  for (const one of names) {
    const key = codeKey(one.name)
    const alike = index.get(key)
    if (alike) alike.push(one)
    else index.set(key, [one])
  }
  return index
}
