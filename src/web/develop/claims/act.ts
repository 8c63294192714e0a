import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { tradeKeys } from '../../trade-api.ts'

/** Runs something about a claim: afterwards the lists read anew. A refusal stays until the next try. */
export function useClaimAct() {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
      await Promise.all(tradeKeys.map((key) => client.invalidateQueries({ queryKey: [key] })))
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, act: (work: () => Promise<unknown>) => void run(work) }
}
