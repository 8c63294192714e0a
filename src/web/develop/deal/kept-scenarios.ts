import { useCallback, useState } from 'react'
import { recall, remember } from '../../ui/memory.ts'
import { useSession } from '../../ui/session.ts'
import { firstDesk, type Desk } from './desk.ts'

export type Scenario = { readonly id: string; readonly name: string; readonly desk: Desk }

export const MOST_SCENARIOS = 3

/** What was put aside on this device for this person; what cannot be read (or is an older one's) is left out. */
export function readScenarios(text: string | null): readonly Scenario[] {
  if (text === null) return []
  try {
    const kept: unknown = JSON.parse(text)
    if (!Array.isArray(kept)) return []
    return kept
      .flatMap((one: Partial<Scenario> | null) =>
        typeof one?.id === 'string' && typeof one.name === 'string' && typeof one.desk === 'object'
          ? [{ id: one.id, name: one.name, desk: { ...firstDesk, ...one.desk } }]
          : [],
      )
      .slice(0, MOST_SCENARIOS)
  } catch {
    return []
  }
}

/** Up to three scenarios, kept on the device until they are dropped or the person signs out. */
export function useScenarios(): readonly [readonly Scenario[], (next: readonly Scenario[]) => void] {
  const { person } = useSession()
  const key = `deals.${person.id}`
  const [all, setAll] = useState(() => readScenarios(recall(key)))
  const keep = useCallback(
    (next: readonly Scenario[]) => {
      remember(key, JSON.stringify(next))
      setAll(next)
    },
    [key],
  )
  return [all, keep]
}
