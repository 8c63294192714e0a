import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Edited } from '../../contract/masters.ts'
import { mastersApi } from '../masters-api.ts'
import { useUndo } from '../ui/undo-bar.tsx'

/**
 * Runs a change of master data: afterwards every screen reads anew (names and places stand everywhere), and ten seconds long the change
 * can be undone. A refusal stays as `error` until the next try.
 */
export function useAct() {
  const client = useQueryClient()
  const offer = useUndo()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async (work: Promise<Edited>, words: string, after: (done: Edited) => void) => {
    setBusy(true)
    setError(null)
    try {
      const done = await work
      const undo = async () => {
        await mastersApi.undoMaster(done.edit)
        await client.invalidateQueries()
      }
      offer({ words, undo })
      after(done)
      await client.invalidateQueries()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const act = (work: Promise<Edited>, words: string, after: (done: Edited) => void) =>
    void run(work, words, after)
  return { act, busy, error }
}
