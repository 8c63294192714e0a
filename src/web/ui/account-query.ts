import { queryOptions } from '@tanstack/react-query'
import type { AccountProfile } from '../../contract/assess.ts'
import { api } from '../api.ts'

/** One account as of a day; its screen and the day in the bar read the same answer. */
export function accountQuery(id: string, asOf: string | undefined) {
  return queryOptions<AccountProfile>({
    queryKey: ['account', id, asOf ?? ''],
    queryFn: ({ signal }) => api.account(id, { asOf }, signal),
    staleTime: 60_000,
  })
}
