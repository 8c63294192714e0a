import { rm } from 'node:fs/promises'
import type { RunImport } from '../../contract/intake.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { refuse, Refused, type Problem, type Result } from '../../domain/problem.ts'
import { problemOf } from '../db/constraint-problems.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Engine, Progress } from './engine.ts'
import { markStopped, noteProgress, settle, type BatchRow } from './upload-store.ts'
import { triedOf } from './tried.ts'
import { uploadPath } from './upload.ts'

const between = 500

/**
 * Imports a claimed batch and writes how far it is. The import itself marks the batch done, in the transaction that posts its
 * lines; a trial, a refusal and a fault are settled here. Never throws: nobody waits for it.
 */
export async function runBatch(
  deps: Deps,
  engine: Engine,
  caller: Caller,
  batch: BatchRow,
  wish: RunImport,
  stopped: () => boolean,
): Promise<void> {
  const path = uploadPath(deps.folder, batch.id)
  const { id, fileName, kind } = batch
  const notes = progressNotes(deps, id, wish.dryRun)
  const onProgress = (progress: Progress) => {
    // Thrown inside the import's transaction, which it rolls back.
    if (stopped()) throw new Refused('import/stopped-by-person')
    notes.note(progress)
  }
  const done = await engine
    .importFile(
      deps,
      caller,
      {
        ...wish,
        path,
        fileName,
        kind,
        batch: id,
        ...(wish.asTried === true && !wish.dryRun && batch.trial ? { tried: batch.trial } : {}),
      },
      onProgress,
    )
    .catch((error: unknown): Result<never> => {
      const problem = problemOf(error)
      if (problem) return { ok: false, problem }
      const fault = deps.newId()
      const stack =
        error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
      deps.log.error({ id: fault, batch: id, stack }, 'import failed')
      return refuse('request/failed', { id: fault })
    })
  await notes.end()
  if (!done.ok && done.problem.code === 'import/stopped-by-person') {
    await inScope(deps.db, [], (tx) => markStopped(tx, id, wish.dryRun, deps.now()))
    return
  }
  const problem: Problem | null = done.ok ? null : done.problem
  if (done.ok && !wish.dryRun) await rm(path, { force: true })
  await inScope(deps.db, [], (tx) =>
    settle(tx, id, {
      result: done.ok ? done.value : null,
      problem,
      at: deps.now(),
      map: wish.map,
      trial: done.ok && wish.dryRun ? triedOf(wish, done.value, deps.now()) : null,
    }),
  ).catch((error: unknown) => deps.log.error({ batch: id, name: String(error) }, 'import not settled'))
}

/** Writes the latest progress at most twice a second, one write at a time; a write that fails is no reason to stop. */
function progressNotes(deps: Deps, id: string, trial: boolean) {
  let latest: Progress | undefined
  let writing: Promise<unknown> | undefined
  let timer: NodeJS.Timeout | undefined
  const write = () => {
    timer = undefined
    const progress = latest
    if (!progress) return
    latest = undefined
    writing = inScope(deps.db, [], (tx) => noteProgress(tx, id, { ...progress, trial })).catch(
      () => undefined,
    )
  }
  return {
    note: (progress: Progress) => {
      latest = progress
      timer ??= setTimeout(() => void Promise.resolve(writing).then(write), between)
    },
    end: async () => {
      clearTimeout(timer)
      latest = undefined
      await writing
    },
  }
}
