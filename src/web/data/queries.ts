import { queryOptions } from '@tanstack/react-query'
import type { ImportBatch } from '../../contract/intake.ts'
import { api } from '../api.ts'

const POLL_MS = 700

export const importsQuery = queryOptions<readonly ImportBatch[]>({
  queryKey: ['imports'],
  queryFn: api.imports,
})

/** One import; asked again and again while it runs, so that its progress shows after a reload and in another window too. */
export function importQuery(id: string) {
  return queryOptions<ImportBatch>({
    queryKey: ['imports', id],
    queryFn: () => api.import(id),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? POLL_MS : false),
  })
}
