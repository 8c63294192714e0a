import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { RankedAccount, Ranking } from '../../../contract/assess.ts'
import { MOST_ROWS, namePlaces } from '../../../domain/assess/list-order.ts'
import { fold } from '../../../domain/chain/name-match.ts'
import type { Locale } from '../../../language/index.ts'
import type { PlaceAndDay } from '../../paths.ts'
import { rankingRowsQuery, WINDOW, wholeRankingQuery, type RowsAsked } from '../../ui/ranking-query.ts'
import { arrange, rowOf, type Row } from './arrange.ts'
import { writeView, type RankingView } from './view.ts'

export type Rows = {
  /** As many as pass the filter; those that are not here yet are holes of the right height. */
  readonly rows: readonly (Row | undefined)[]
  /** All that were fetched so far, in no order. */
  readonly known: readonly RankedAccount[]
  /** Says which rows are in sight, so that they are fetched. */
  readonly onSight: (first: number, last: number) => void
}

/**
 * The rows of a view. Up to 10,000 are all here after the first screen, and the browser filters and sorts them at each key;
 * longer lists stay on the server and come in windows, as do the first rows while the rest is on its way.
 */
export function useRows(
  ranking: Ranking,
  place: PlaceAndDay,
  view: RankingView,
  typed: string,
  locale: Locale,
): Rows {
  const { totals } = ranking
  const complete = ranking.accounts.length === totals.accounts
  const fetched = useQuery({
    ...wholeRankingQuery(place),
    enabled: !complete && totals.accounts <= MOST_ROWS,
  }).data?.accounts
  const whole = complete ? ranking.accounts : fetched
  const local = useLocal(whole, view, typed, locale)
  const windows = useWindows(ranking, place, view, locale, whole === undefined)
  return whole && local ? { rows: local, known: whole, onSight: nothing } : windows
}

function nothing(): void {
  // everything is here
}

function useLocal(
  accounts: readonly RankedAccount[] | undefined,
  view: RankingView,
  typed: string,
  locale: Locale,
): readonly Row[] | undefined {
  const places = useMemo(() => {
    let made: ReadonlyMap<string, number> | undefined
    return () => (made ??= namePlaces(accounts ?? [], new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en')))
  }, [accounts, locale])
  return useMemo(
    () => accounts && arrange(accounts, { ...view, query: typed }, places),
    // The open panel is in the view as well, but it changes no row.
    // oxlint-disable-next-line react/exhaustive-deps
    [accounts, view.sort, view.descending, view.standings.join(), typed, places],
  )
}

function useWindows(
  ranking: Ranking,
  place: PlaceAndDay,
  view: RankingView,
  lang: Locale,
  enabled: boolean,
): Rows {
  const { q = '', standing = '' } = writeView(view)
  const asked: RowsAsked = { sort: view.descending ? `-${view.sort}` : view.sort, q, standing, lang }
  const plain = asked.sort === '-score' && q === '' && standing === ''
  const first = useQuery({
    ...rankingRowsQuery(place, asked, 0),
    enabled: enabled && !plain,
    placeholderData: keepPreviousData,
  }).data
  const head = plain || !first ? ranking : first
  const [sight, setSight] = useState<readonly [number, number]>([0, 0])
  const pages = pagesOf(sight, head.found)
  const more = useQueries({
    queries: (enabled ? pages : []).map((page) => rankingRowsQuery(place, asked, page)),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  })
  const [onSight] = useState(
    () => (from: number, to: number) =>
      setSight((old) => (old[0] === from && old[1] === to ? old : [from, to])),
  )
  return useMemo(() => {
    const query = fold(q.trim())
    const rows = Array.from<Row | undefined>({ length: head.found })
    for (const { from, accounts } of [head, ...more])
      accounts.forEach((account, at) => (rows[from + at] = rowOf(account, query)))
    return { rows, known: [...head.accounts, ...more.flatMap(({ accounts }) => accounts)], onSight }
  }, [head, more, q, onSight])
}

/** The windows that the rows in sight lie in, without the first: it is always there. */
function pagesOf([first, last]: readonly [number, number], found: number): readonly number[] {
  const pages: number[] = []
  const end = Math.min(last, found - 1)
  for (let page = Math.floor(first / WINDOW); page * WINDOW <= end; page += 1) if (page > 0) pages.push(page)
  return pages
}
