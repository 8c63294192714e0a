import type { RankedAccount, Ranking } from '../../contract/assess.ts'
import type { StandingFilter } from '../../domain/assess/criterion.ts'
import { inOrder, namePlaces, passes, type Sorting } from '../../domain/assess/list-order.ts'
import { fold } from '../../domain/chain/name-match.ts'
import type { Assessed } from './assessed.ts'
import type { Ground } from './ground.ts'

/** A whole ranking as it is kept: what it stands on, and the orders that somebody asked for. */
export type RankedList = {
  readonly whole: Ranking
  readonly stands: { readonly ground: Ground; readonly assessed: readonly Assessed[] }
  /** Different for every list that differs; of this process only. */
  readonly stamp: string
  readonly orders: Map<string, readonly RankedAccount[]>
}

/** Which rows of a list: filtered, in an order, from a place on. */
export type Window = Sorting & {
  readonly query: string
  readonly standings: readonly StandingFilter[]
  readonly from: number
  readonly count: number
  /** Names are sorted as this language does. */
  readonly locale: 'zh' | 'en'
}

const MOST_ORDERS = 24

/** The rows of a window, and how many pass its filter. Sorting a long list is done once an order, filtering once a filter. */
export function windowOf(list: RankedList, window: Window): Ranking {
  const query = fold(window.query.trim())
  const { standings } = window
  const filtered =
    query === '' && standings.length === 0
      ? orderOf(list, window)
      : kept(list, ['filter', orderKey(window), standings.join(), query].join('|'), () =>
          orderOf(list, window).filter((row) => passes(row, { query, standings })),
        )
  const accounts = filtered.slice(window.from, window.from + window.count)
  return { ...list.whole, found: filtered.length, from: window.from, accounts }
}

function orderKey({ sort, descending, locale }: Window): string {
  return `${sort}|${descending}|${sort === 'name' ? locale : ''}`
}

function orderOf(list: RankedList, window: Window): readonly RankedAccount[] {
  const { accounts } = list.whole
  if (window.sort === 'score' && window.descending) return accounts
  const collator = () => new Intl.Collator(window.locale === 'zh' ? 'zh-CN' : 'en')
  return kept(list, orderKey(window), () => inOrder(accounts, window, () => namePlaces(accounts, collator())))
}

function kept(
  { orders }: RankedList,
  key: string,
  make: () => readonly RankedAccount[],
): readonly RankedAccount[] {
  const rows = orders.get(key) ?? make()
  orders.delete(key)
  orders.set(key, rows)
  const [oldest] = orders.keys()
  if (orders.size > MOST_ORDERS && oldest !== undefined) orders.delete(oldest)
  return rows
}
