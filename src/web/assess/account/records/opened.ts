import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The drawer that the address asks for (`?open=contact`, `?open=note.<id>`), and how to open another; null closes. */
export function useOpened(): readonly [string | null, (what: string | null) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const open = useCallback(
    (what: string | null) => {
      void navigate({
        to: '.',
        search: ({ node, asOf }) => ({
          ...(node ? { node } : {}),
          ...(asOf ? { asOf } : {}),
          ...(what === null ? {} : { open: what }),
        }),
        replace: true,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return [typeof search['open'] === 'string' ? search['open'] : null, open]
}
