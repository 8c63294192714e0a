import { useCallback, useEffect, useMemo, useState } from 'react'
import { afterPaint } from './after-paint.ts'
import { differing, readKept, type Kept } from './draft-kept.ts'
import { forget, recall, remember } from './memory.ts'
import { useSession } from './session.ts'

export type Draft<T> = {
  readonly value: T
  readonly set: (patch: Partial<T>) => void
  readonly changed: (field: keyof T) => boolean
  readonly dirty: boolean
  /** How many fields differ. */
  readonly changes: number
  /** When it was last kept in this browser; null: nothing is kept. */
  readonly savedAt: Date | null
  /** Whether something was found here that had been typed before. */
  readonly restored: boolean
  readonly clear: () => void
}

/**
 * The values of a form, kept in this browser for this person as they are typed, until `clear` (after a save, or "throw away").
 * `key` names the thing ("account.<id>", "account.new"); `T` holds what JSON can.
 */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const { person } = useSession()
  const name = `draft.${person.id}.${key}`
  const [state, setState] = useState(() => open<T>(name))
  // Another thing in the same form: its own draft, before anything is drawn.
  const current = state.name === name ? state : open<T>(name)
  if (current !== state) setState(current)
  useWritten(current)
  const { kept, restored } = current
  const patch = useMemo(() => (kept ? differing(initial, kept.patch) : {}), [initial, kept])
  const value = useMemo<T>(() => ({ ...initial, ...patch }), [initial, patch])
  const set = useCallback(
    (more: Partial<T>) => {
      setState((old) => {
        const next = differing(initial, { ...old.kept?.patch, ...more })
        if (Object.keys(next).length === 0) return { name, kept: null, restored: false }
        return { name, kept: { patch: next, at: Date.now() }, restored: old.restored }
      })
    },
    [initial, name],
  )
  const clear = useCallback(() => {
    forget(name)
    setState({ name, kept: null, restored: false })
  }, [name])
  const changes = Object.keys(patch).length
  return {
    value,
    set,
    changed: (field) => Object.hasOwn(patch, field),
    dirty: changes > 0,
    changes,
    savedAt: kept && changes > 0 ? new Date(kept.at) : null,
    restored: restored && changes > 0,
    clear,
  }
}

type State<T> = { readonly name: string; readonly kept: Kept<T> | null; readonly restored: boolean }

/** Writing takes as long as drawing a line does: it waits for the picture of the key, but not when the form or the page is left. */
function useWritten<T>(state: State<T>): void {
  useEffect(() => {
    const write = () => {
      if (state.kept) remember(state.name, JSON.stringify(state.kept))
      else forget(state.name)
    }
    const callOff = afterPaint(write)
    return () => {
      if (callOff()) write()
    }
  }, [state])
}

function open<T>(name: string): State<T> {
  const kept = readKept<T>(recall(name))
  return { name, kept, restored: kept !== null }
}
