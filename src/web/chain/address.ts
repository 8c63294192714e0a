import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { paths } from '../paths.ts'

/** What the address of the master data says besides place and day; a null takes it out. */
export type Asked = Readonly<Record<string, string | null>>

/** Reads and writes the address: what a person sees is what a link opens. */
export function useAddress() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const get = (name: string): string | undefined => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const set = useCallback(
    (change: Asked) => {
      void navigate({
        to: paths.masters,
        search: (old: Record<string, unknown>) => {
          const next = Object.entries({ ...old, ...change }).filter(([, value]) => value !== null)
          return Object.fromEntries(next) as never
        },
        replace: true,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return { get, set }
}
