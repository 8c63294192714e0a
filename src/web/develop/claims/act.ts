import { useQueryClient } from '@tanstack/react-query'
import { tradeKeys } from '../../trade-api.ts'
import { useDoing } from '../../ui/doing.ts'

/** Runs something about a claim: afterwards the lists read anew. A refusal stays until the next try. */
export function useClaimAct() {
  const client = useQueryClient()
  const { busy, error, run: doing } = useDoing()
  const run = async (work: () => Promise<unknown>) => {
    await doing(async () => {
      await work()
      await Promise.all(tradeKeys.map((key) => client.invalidateQueries({ queryKey: [key] })))
    })
  }
  return { busy, error, act: (work: () => Promise<unknown>) => void run(work) }
}
