import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo } from 'react'
import { paths } from '../../paths.ts'
import { forget, recall, remember } from '../../ui/memory.ts'
import { readColumns, readView, writeView, type RankingView } from './view.ts'

const COLUMNS = 'ranking.columns'

/**
 * The view in the address, and how to change it: another filter or order is a step that the browser's Back takes back; letters
 * of the search, columns and panels are none. Columns are remembered for this browser, and go into the address where it names
 * none, so that the address always says what is seen.
 */
export function useView(): readonly [RankingView, (view: RankingView) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const view = useMemo(() => readView(search), [search])
  const setView = useCallback(
    (next: RankingView) => {
      if (next.columns === null) forget(COLUMNS)
      else remember(COLUMNS, next.columns.join(','))
      void navigate({
        to: paths.accounts,
        search: ({ node, asOf }) => ({
          ...(node ? { node } : {}),
          ...(asOf ? { asOf } : {}),
          ...writeView(next),
        }),
        replace: !isStep(view, next),
        resetScroll: false,
      })
    },
    [navigate, view],
  )
  const named = search['cols'] !== undefined
  useEffect(() => {
    if (named) return
    const columns = readColumns(recall(COLUMNS) ?? '')
    if (columns !== null) setView({ ...view, columns })
    // Once, when the page is opened.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return [view, setView]
}

function isStep(view: RankingView, next: RankingView): boolean {
  return (
    view.sort !== next.sort ||
    view.descending !== next.descending ||
    view.standings.join() !== next.standings.join()
  )
}
