import { useNavigate, useSearch } from '@tanstack/react-router'

/** What the address of the list says besides place and day; a null takes it out. */
export function useAddress() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const get = (name: string): string | undefined => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const set = (change: Readonly<Record<string, string | null>>) =>
    void navigate({
      to: '.',
      search: (old: Record<string, unknown>) =>
        Object.fromEntries(
          Object.entries({ ...old, ...change }).filter(([, value]) => value !== null),
        ) as never,
      replace: true,
      resetScroll: false,
    })
  return { get, set }
}
