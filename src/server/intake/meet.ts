import type { Scope } from '../../domain/chain/reach.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Book } from './book.ts'
import { matchMarkets, matchNames } from './names.ts'
import { accountsByKey, nodesByKey, skusByBareKey, skusByKey } from './lookup-store.ts'

const DIGITS = /^\d+$/

/**
 * Looks up the codes that the book has met since the last time, on a connection of its own: the import's own is busy taking
 * lines. Nobody else writes accounts or products meanwhile that this import would miss: it holds the lock.
 */
export async function lookUp(deps: Deps, scope: Scope, book: Book): Promise<void> {
  const fresh = book.takeFresh()
  if (!fresh) return
  await inScope(
    deps.db,
    scope,
    async (tx) => {
      if (fresh.markets.length > 0) {
        const nodes = await nodesByKey(
          tx,
          fresh.markets.map(({ key }) => key),
        )
        for (const market of fresh.markets) market.known ??= nodes.get(market.key)
        await matchMarkets(tx, book, fresh.markets)
      }
      if (fresh.accounts.length > 0) {
        const accounts = await accountsByKey(
          tx,
          fresh.accounts.map(({ key }) => key),
        )
        for (const entry of fresh.accounts) {
          entry.known = accounts.get(entry.key)
          if (entry.known) entry.market = book.marketAt(entry.known)
        }
      }
      if (book.named) await matchNames(tx, book, fresh.accounts)
      if (fresh.skus.length > 0) {
        const skus = await skusByKey(
          tx,
          fresh.skus.map(({ key }) => key),
        )
        for (const entry of fresh.skus) entry.known = skus.get(entry.key)
        const doubtful = fresh.skus.filter((entry) => !entry.known && DIGITS.test(entry.key))
        if (doubtful.length === 0) return
        const longer = await skusByBareKey(
          tx,
          doubtful.map(({ bare }) => bare),
        )
        for (const entry of doubtful) {
          const found = longer.filter(
            ({ key }) =>
              key !== entry.key && key.endsWith(entry.bare) && /^0+$/.test(key.slice(0, -entry.bare.length)),
          )
          if (found.length === 1) entry.longer = found[0]
        }
      }
    },
    { readOnly: true },
  )
}
