import { queryOptions } from '@tanstack/react-query'
import type { MarketMembers, MarketPage, Markets, MemberLevel } from '../../contract/market.ts'
import { api } from '../api.ts'
import type { PlaceAndDay } from '../paths.ts'

/** The markets of a place at a glance; the screen and the day in the bar read the same answer. */
export function marketsQuery({ node, asOf }: PlaceAndDay) {
  return queryOptions<Markets>({
    queryKey: ['markets', node ?? '', asOf ?? ''],
    queryFn: ({ signal }) => api.markets({ node, asOf }, signal),
    staleTime: 60_000,
  })
}

/** One market as of a day, its curve at a level (the finest that is known, unless said). */
export function marketQuery(code: string, asOf: string | undefined, level?: MemberLevel) {
  return queryOptions<MarketPage>({
    queryKey: ['market', code, asOf ?? '', level ?? ''],
    queryFn: ({ signal }) => api.market(code, { asOf, level }, signal),
    staleTime: 60_000,
  })
}

/** The piece of a curve's order that starts at `from`, `count` members of it. */
export function marketMembersQuery(
  code: string,
  asOf: string | undefined,
  level: MemberLevel,
  { from, count }: { readonly from: number; readonly count: number },
) {
  return queryOptions<MarketMembers>({
    queryKey: ['market', code, asOf ?? '', level, 'members', from, count],
    queryFn: ({ signal }) => api.marketMembers(code, { asOf, level, from, count }, signal),
    staleTime: 60_000,
  })
}
