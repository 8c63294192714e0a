import { useQueryClient } from '@tanstack/react-query'
import type { Edited } from '../../contract/masters.ts'
import { mastersApi } from '../masters-api.ts'
import { useUndo } from '../ui/undo-bar.tsx'
import { useDoing } from '../ui/doing.ts'

/**
 * Runs a change of master data: afterwards every screen reads anew (names and places stand everywhere), and ten seconds long the change
 * can be undone. A refusal stays as `error` until the next try.
 */
export function useAct() {
  const client = useQueryClient()
  const offer = useUndo()
  const { busy, error, run: doing } = useDoing()
  const run = async (work: Promise<Edited>, words: string, after: (done: Edited) => void) => {
    await doing(async () => {
      const done = await work
      const undo = async () => {
        await mastersApi.undoMaster(done.edit)
        await client.invalidateQueries()
      }
      offer({ words, undo })
      after(done)
      await client.invalidateQueries()
    })
  }
  const act = (work: Promise<Edited>, words: string, after: (done: Edited) => void) =>
    void run(work, words, after)
  return { act, busy, error }
}
