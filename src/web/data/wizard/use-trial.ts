import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ImportBatch, ImportResult } from '../../../contract/intake.ts'
import { api } from '../../api.ts'
import { recall, remember } from '../../ui/memory.ts'
import { importQuery } from '../queries.ts'
import type { Draft } from './draft.ts'

/** Larger files are tried when a person asks: a trial reads the whole file. */
const AT_ONCE = 20_000
/** Ms after the last change. */
const QUIET = 600
/** Ms before the same is asked again where another import has the ledger. */
const AGAIN = 3_000

export type Trial = {
  /** What the last trial said, where it is of what is wished now. */
  readonly result: ImportResult | null
  /** It runs now, or will in a moment. */
  readonly running: boolean
  readonly going: boolean
  readonly error: unknown
  /** Another import has the ledger: it is asked again by itself. */
  readonly waits: boolean
  readonly tryIt: () => void
  readonly go: () => void
}

const place = (id: string) => `tried.${id}`

/**
 * The trial of a waiting file. Small files are tried by themselves after each change; what a trial said holds for that wish alone, and
 * going says so to the server, which refuses when the file, the wish or the outcome is another one by then.
 */
export function useTrial(batch: ImportBatch, draft: Draft, ready: boolean): Trial {
  const client = useQueryClient()
  const [tried, setTried] = useState(() => recall(place(batch.id)))
  const note = (key: string) => {
    remember(place(batch.id), key)
    setTried(key)
  }
  const { map, createMissing, allOrNothing, key } = draft
  const send = useMutation({
    mutationFn: (dryRun: boolean) =>
      api.runImport(batch.id, { map, createMissing, allOrNothing, dryRun, ...(dryRun ? {} : { asTried: true }) }),
    onMutate: (dryRun) => {
      if (dryRun) note(key)
    },
    onSettled: () => client.invalidateQueries({ queryKey: importQuery(batch.id).queryKey, exact: true }),
  })
  const { mutate, isPending, variables } = send
  const busy = batch.state === 'running'
  const waits = batch.problem?.code === 'import/running'
  const rows = batch.understood?.rows ?? Infinity
  const wanted = ready && rows <= AT_ONCE && !busy && !isPending && (tried !== key || waits)
  useEffect(() => {
    if (!wanted) return
    const timer = setTimeout(() => mutate(true), waits && tried === key ? AGAIN : QUIET)
    return () => clearTimeout(timer)
  }, [wanted, waits, tried, key, mutate])
  const result = !busy && tried === key && batch.result?.dryRun === true ? batch.result : null
  return {
    result,
    running: busy || wanted || (isPending && variables),
    going: isPending && !variables,
    error: send.error,
    waits,
    tryIt: () => mutate(true),
    go: () => mutate(false),
  }
}
