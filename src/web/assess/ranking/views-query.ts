import { queryOptions } from '@tanstack/react-query'
import type { SavedViews } from '../../../contract/views.ts'
import { api } from '../../api.ts'

/** Saved views of the person who is signed in, and the company's. */
export const viewsQuery = queryOptions<SavedViews>({
  queryKey: ['views'],
  queryFn: api.views,
  staleTime: 60_000,
})
