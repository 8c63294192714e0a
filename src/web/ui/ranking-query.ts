import { queryOptions } from '@tanstack/react-query'
import type { Ranking } from '../../contract/assess.ts'
import { MOST_ROWS, type SortKey } from '../../domain/assess/list-order.ts'
import { api } from '../api.ts'
import type { PlaceAndDay } from '../paths.ts'

/** Rows of a first screen, and of each further window. */
export const WINDOW = 60

/** The ranking of a place and a day as its first screen needs it: all totals, and the first rows. */
export function rankingQuery({ node, asOf }: PlaceAndDay) {
  return queryOptions<Ranking>({
    queryKey: ['ranking', node ?? '', asOf ?? ''],
    queryFn: ({ signal }) => api.ranking({ node, asOf, count: WINDOW }, signal),
    staleTime: 60_000,
  })
}

/** All rows, where there are not too many: whoever has them sorts and searches without asking. */
export function wholeRankingQuery({ node, asOf }: PlaceAndDay) {
  return queryOptions<Ranking>({
    queryKey: ['ranking', node ?? '', asOf ?? '', 'whole'],
    queryFn: ({ signal }) => api.ranking({ node, asOf, count: MOST_ROWS }, signal),
    staleTime: 60_000,
  })
}

/** Which rows, in which order: as the server's address has it. */
export type RowsAsked = {
  readonly sort: `-${SortKey}` | SortKey
  readonly q: string
  readonly standing: string
  /** The language whose order names are in. */
  readonly lang: 'zh' | 'en'
}

export function rankingRowsQuery({ node, asOf }: PlaceAndDay, asked: RowsAsked, page: number) {
  return queryOptions<Ranking>({
    queryKey: ['ranking', node ?? '', asOf ?? '', 'rows', asked, page],
    queryFn: ({ signal }) =>
      api.ranking({ node, asOf, ...asked, from: page * WINDOW, count: WINDOW }, signal),
    staleTime: 60_000,
  })
}
