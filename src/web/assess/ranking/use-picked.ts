import { useCallback, useRef, useState } from 'react'

/** Who is picked stays picked while one looks at an account and comes back; a reload forgets it. */
let remembered: ReadonlyMap<string, string> = new Map()

export type Picked = {
  /** Names of the picked accounts by their ids, in the order of picking. */
  readonly picked: ReadonlyMap<string, string>
  /** `range`: everybody from the last one picked to this one, in the order of `rows`. */
  readonly toggle: (account: Named, range?: readonly Named[]) => void
  readonly clear: () => void
}
type Named = { readonly id: string; readonly name: string }

/** The accounts that a person has picked to do something with. */
export function usePicked(): Picked {
  const [picked, setPicked] = useState(remembered)
  const last = useRef<string | null>(null)
  const keep = useCallback((next: ReadonlyMap<string, string>) => {
    remembered = next
    setPicked(next)
  }, [])
  const toggle = useCallback(
    (account: Named, range: readonly Named[] = []) => {
      const next = new Map(remembered)
      const from = range.findIndex(({ id }) => id === last.current)
      const to = range.findIndex(({ id }) => id === account.id)
      if (from >= 0 && to >= 0)
        for (const { id, name } of range.slice(Math.min(from, to), Math.max(from, to) + 1)) next.set(id, name)
      else if (!next.delete(account.id)) next.set(account.id, account.name)
      last.current = account.id
      keep(next)
    },
    [keep],
  )
  const clear = useCallback(() => keep(new Map()), [keep])
  return { picked, toggle, clear }
}
