import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Preview } from '../../contract/import-preview.ts'
import type { UndoPreview, ImportMapping } from '../../contract/import-undo.ts'
import type { ColumnMap, ImportBatch, ImportKind } from '../../contract/intake.ts'
import { api } from '../api.ts'

const POLL_MS = 700
const PAGE = 50

/** The latest imports, of one kind or of all, a page at a time. */
export function importsQuery(kind: ImportKind | null) {
  return infiniteQueryOptions({
    queryKey: ['imports', 'list', kind],
    queryFn: ({ pageParam }): Promise<readonly ImportBatch[]> =>
      api.imports({
        limit: PAGE,
        ...(kind === null ? {} : { kind }),
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.length < PAGE ? null : (last.at(-1)?.id ?? null)),
  })
}

/** One import; asked again and again while it runs, so that its progress shows after a reload and in another window too. */
export function importQuery(id: string) {
  return queryOptions<ImportBatch>({
    queryKey: ['imports', id],
    queryFn: () => api.import(id),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? POLL_MS : false),
  })
}

/** The waiting file under corrections; the former answer stays, pale, until the new one is there. */
export function previewQuery(
  id: string,
  ask: { readonly map: ColumnMap | null; readonly createMissing: boolean; readonly from: number },
) {
  return queryOptions<Preview>({
    queryKey: ['preview', id, ask],
    queryFn: ({ signal }) => api.previewImport(id, ask, signal),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function undoPreviewQuery(id: string) {
  return queryOptions<UndoPreview>({
    queryKey: ['undo-preview', id],
    queryFn: () => api.undoPreview(id),
    gcTime: 0,
    staleTime: 0,
  })
}

export const mappingsQuery = queryOptions<readonly ImportMapping[]>({
  queryKey: ['import-mappings'],
  queryFn: api.importMappings,
})
