import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { paths } from '../../paths.ts'
import { viewsQuery } from './views-query.ts'

let opened = false

/**
 * Opens the ranking with the view that the person chose for it: once a visit, and only where the address names nothing itself, so
 * that a link from somebody else always shows what they saw.
 */
export function useOpeningView(): void {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const [plain] = useState(() => Object.keys(search).length === 0)
  const wanted = !opened && plain
  const { data } = useQuery({ ...viewsQuery, enabled: wanted })
  useEffect(() => {
    if (opened || (plain && data === undefined)) return
    opened = true
    const view = plain ? data?.views.find(({ opens }) => opens) : undefined
    if (view) void navigate({ to: paths.accounts, search: view.body as never, replace: true })
  }, [plain, data, navigate])
}
