import { queryOptions } from '@tanstack/react-query'
import type { Ranking } from '../../contract/assess.ts'
import { api } from '../api.ts'
import type { PlaceAndDay } from '../paths.ts'

/** The ranking of a place and a day; the search box of the frame and the ranking's screen read the same answer. */
export function rankingQuery({ node, asOf }: PlaceAndDay) {
  return queryOptions<Ranking>({
    queryKey: ['ranking', node ?? '', asOf ?? ''],
    queryFn: ({ signal }) => api.ranking({ node, asOf }, signal),
    staleTime: 60_000,
  })
}
