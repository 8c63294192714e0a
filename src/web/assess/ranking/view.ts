import {
  criteria,
  standingFilters,
  type Criterion,
  type StandingFilter,
} from '../../../domain/assess/criterion.ts'
import { columnIds, type ColumnId } from '../../../domain/assess/list-columns.ts'
import { sortKeys, type SortKey } from '../../../domain/assess/list-order.ts'

/** What the address says about the ranking: all of it, so that a link in a chat opens the same view. */
export type RankingView = {
  readonly sort: SortKey
  readonly descending: boolean
  readonly query: string
  readonly standings: readonly StandingFilter[]
  /** Ids of the columns, left to right; null: those that are usual here. */
  readonly columns: readonly ColumnId[] | null
  /** The bar whose "why" is open: account id and criterion. */
  readonly why: { readonly account: string; readonly criterion: Criterion } | null
}

/** As it stands in the address: what is the default is left out. */
export type RankingSearch = { sort?: string; q?: string; standing?: string; cols?: string; bar?: string }

/** Which way a column is wanted first: best or largest first, but names from A and ranks from 1. */
export function firstDirection(key: SortKey): boolean {
  return key !== 'name' && key !== 'rank' && key !== 'standing'
}

/** Reads an address; what it does not understand is left out, never an error. */
export function readView(search: Readonly<Record<string, unknown>>): RankingView {
  const sort = text(search['sort'])
  const key = sortKeys.find((known) => known === sort.replace(/^-/, ''))
  const asked = text(search['standing']).split(',')
  const [account = '', bar = ''] = text(search['bar']).split('.')
  const criterion = criteria.find((known) => known === bar)
  return {
    sort: key ?? 'score',
    descending: key === undefined || sort.startsWith('-'),
    query: text(search['q']),
    standings: standingFilters.filter((standing) => asked.includes(standing)),
    columns: readColumns(text(search['cols'])),
    why: account !== '' && criterion ? { account, criterion } : null,
  }
}

export function writeView(view: RankingView): RankingSearch {
  return {
    ...(view.sort === 'score' && view.descending ? {} : { sort: (view.descending ? '-' : '') + view.sort }),
    ...(view.query === '' ? {} : { q: view.query }),
    ...(view.standings.length === 0 ? {} : { standing: view.standings.join(',') }),
    ...(view.columns === null ? {} : { cols: view.columns.join(',') }),
    ...(view.why ? { bar: `${view.why.account}.${view.why.criterion}` } : {}),
  }
}

/** `rank,name,score`: what is not known is left out, the name never is. Null: nothing is chosen. */
export function readColumns(list: string): readonly ColumnId[] | null {
  const asked = [...new Set(list.split(','))]
  const known = asked.flatMap((id) => columnIds.filter((one) => one === id))
  if (known.length === 0) return null
  const whole: readonly ColumnId[] = known.includes('name') ? known : ['name', ...known]
  return whole.join() === columnIds.join() ? null : whole
}

/** A click on a head: the same column turns round, another one starts its own way. */
export function sortBy(view: RankingView, key: SortKey): RankingView {
  const descending = view.sort === key ? !view.descending : firstDirection(key)
  return { ...view, sort: key, descending, why: null }
}

/** A click on the ruler: exactly these standings, or all again when they are chosen already. */
export function toggleStandings(view: RankingView, chosen: readonly StandingFilter[]): RankingView {
  const same =
    view.standings.length === chosen.length && chosen.every((standing) => view.standings.includes(standing))
  return { ...view, standings: same ? [] : chosen, why: null }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
