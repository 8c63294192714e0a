import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { z } from '@hono/zod-openapi'
import { Preview, PreviewAsk } from '../../contract/import-preview.ts'
import { ImportList } from '../../contract/import-undo.ts'
import { ImportBatch, ImportKind, RunImport } from '../../contract/intake.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, refuse } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { attachment } from '../http/attachment.ts'
import { endpoint, fileEndpoint } from '../http/endpoint.ts'
import type { App, Ctx } from '../http/frame.ts'
import { webBody } from '../http/web-body.ts'
import { viewOf, whoOf, type NamesOf } from './batch-view.ts'
import type { Engine } from './engine.ts'
import { rememberedMap } from './batch-store.ts'
import { undoRoutes } from './undo-routes.ts'
import { refusedFor } from './refused-file.ts'
import { runBatch } from './run-batch.ts'
import {
  batches,
  batchOf,
  claim,
  insertUpload,
  parentOf,
  sameFile,
  undoingOf,
  type BatchRow,
} from './upload-store.ts'
import { digestOf, wishText } from './tried.ts'
import { plainName, receive, uploadPath } from './upload.ts'

const params = z.object({ id: z.uuid() })
const listed = 200
const ACTIVE_LISTED = 20
const RECENT = 86_400_000

/** Files that people bring, as the command line takes them, but in the background: upload, look, trial, go, undo. */
export function intakeRoutes(app: App, deps: Deps, engine: Engine, namesOf: NamesOf): void {
  /** Batches of this process that somebody wants stopped. */
  const stopping = new Set<string>()
  const whole = (c: Ctx, caller: Caller, row: BatchRow): Promise<ImportBatch> =>
    inScope(
      deps.db,
      [],
      async (tx) => {
        const twins = await sameFile(tx, caller, row)
        const parent = row.childOf === null ? undefined : await batchOf(tx, caller, row.childOf)
        const undoing = await undoingOf(tx, row)
        const who = await whoOf(tx, namesOf, [row, ...twins, ...(undoing ? [undoing] : [])])
        const waits = row.state === 'uploaded' && row.mapping === null && row.shape !== null
        const remembered = waits ? await rememberedMap(deps, row.kind, row.shape) : null
        const same = twins.map(({ id, fileName, actor, startedAt, state }) => ({
          id,
          fileName,
          who: who(actor),
          at: startedAt.toISOString(),
          state,
        }))
        return viewOf(c, caller, row, who, {
          whole: true,
          same,
          remembered,
          undone: undoing
            ? { who: who(undoing.actor), actor: undoing.actor, at: undoing.at.toISOString() }
            : null,
          parent: parent
            ? { id: parent.id, fileName: parent.fileName, refused: parent.result?.rowsRejected ?? 0 }
            : null,
        })
      },
      { readOnly: true },
    )
  const one = (caller: Caller, id: string) =>
    inScope(deps.db, [], (tx) => batchOf(tx, caller, id), { readOnly: true })

  fileEndpoint(
    app,
    {
      access: 'import.run',
      method: 'put',
      path: '/api/imports',
      tag: 'intake',
      summary: 'Upload a file (at most 2 GB) and learn what is understood of it; nothing is written yet',
      query: z.object({ kind: ImportKind, fileName: z.string().min(1).max(500) }),
      takes: 'application/octet-stream',
      gives: ImportBatch,
      status: 201,
    },
    async ({ query: { kind, fileName }, caller, c }) => {
      const id = deps.newId()
      const size = Number(c.req.header('content-length') ?? Number.NaN)
      const got = await receive(deps.folder, id, c.req.raw.body, Number.isFinite(size) ? size : undefined)
      if (!got.ok) return got
      const name = plainName(fileName)
      const opened = await engine.openFile({
        path: got.value.path,
        fileName: name,
        kind,
        map: null,
        remembered: (shape) => rememberedMap(deps, kind, shape),
      })
      if (!opened.ok) {
        await rm(got.value.path, { force: true })
        return opened
      }
      await opened.value.close()
      const { understood, shape, returned } = opened.value
      const { digest } = got.value
      const row = {
        id,
        kind,
        fileName: name,
        digest,
        actor: caller.actor,
        at: deps.now(),
        understood,
        problem: null,
        shape,
      }
      await inScope(deps.db, [], async (tx) => {
        const parent = returned ? await parentOf(tx, caller, kind, shape) : undefined
        await insertUpload(tx, { ...row, parent })
      })
      const batch = await one(caller, id)
      if (!batch) return refuse('import/batch-missing', { batch: id })
      return ok(c.json(await whole(c, caller, batch), 201))
    },
  )

  endpoint(
    app,
    {
      access: 'import.run',
      method: 'post',
      path: '/api/imports/{id}/run',
      tag: 'intake',
      summary: 'Import an uploaded file, or try it (dryRun), in the background; poll the batch for progress',
      params,
      body: RunImport,
      answer: ImportBatch,
      status: 202,
    },
    async ({ params: { id }, body, caller, c }) => {
      const found = await one(caller, id)
      if (!found) return refuse('import/batch-missing', { batch: id })
      if (!(await stat(uploadPath(deps.folder, id)).catch(() => undefined)))
        return refuse('file/missing', { fileName: found.fileName })
      const changed = body.asTried === true && !body.dryRun ? await notAsTried(deps, found, body) : null
      if (changed) return refuse(changed)
      if (!(await inScope(deps.db, [], (tx) => claim(tx, id, body.dryRun))))
        return refuse('import/running', { fileName: found.fileName })
      stopping.delete(id)
      void runBatch(deps, engine, caller, found, body, () => stopping.has(id)).finally(() =>
        stopping.delete(id),
      )
      const started = await one(caller, id)
      return started ? ok(await whole(c, caller, started)) : refuse('import/batch-missing', { batch: id })
    },
  )

  endpoint(
    app,
    {
      access: 'import.run',
      method: 'post',
      path: '/api/imports/{id}/preview',
      tag: 'intake',
      summary:
        'A waiting file under corrections: ten lines, and what each way of reading it would make of the whole',
      params,
      body: PreviewAsk,
      answer: Preview,
    },
    async ({ params: { id }, body, caller }) => {
      const found = await one(caller, id)
      if (!found) return refuse('import/batch-missing', { batch: id })
      const path = uploadPath(deps.folder, id)
      if (!(await stat(path).catch(() => undefined)))
        return refuse('file/missing', { fileName: found.fileName })
      return engine.previewFile(deps, caller, { path, fileName: found.fileName, kind: found.kind }, body)
    },
  )

  endpoint(
    app,
    {
      access: 'import.run',
      method: 'post',
      path: '/api/imports/{id}/stop',
      tag: 'intake',
      summary: 'Stop a running import or trial at its next step; nothing of it is written',
      params,
      answer: ImportBatch,
    },
    async ({ params: { id }, caller, c }) => {
      const found = await one(caller, id)
      if (!found) return refuse('import/batch-missing', { batch: id })
      if (found.state !== 'running') return refuse('import/not-running')
      stopping.add(id)
      return ok(await whole(c, caller, found))
    },
  )

  endpoint(
    app,
    {
      access: 'import.run',
      method: 'get',
      path: '/api/imports',
      tag: 'intake',
      summary:
        'Imports that the caller may see, newest first; active: running ones, and own ones that ended in the last day',
      query: ImportList,
      answer: z.array(ImportBatch),
    },
    async ({ query: { active, kind, before, limit }, caller, c }) => {
      const wanted = {
        limit: limit ?? (active === 'true' ? ACTIVE_LISTED : listed),
        ...(kind ? { kind } : {}),
        ...(before === undefined ? {} : { before }),
        ...(active === 'true' ? { activeSince: new Date(deps.now().getTime() - RECENT) } : {}),
      }
      const work = async (tx: Tx) => {
        const rows = await batches(tx, caller, wanted)
        const who = await whoOf(tx, namesOf, rows)
        return rows.map((row) => viewOf(c, caller, row, who, { whole: false }))
      }
      return ok(await inScope(deps.db, [], work, { readOnly: true }))
    },
  )

  endpoint(
    app,
    {
      access: 'import.run',
      method: 'get',
      path: '/api/imports/{id}',
      tag: 'intake',
      summary: 'One import: how far it is, what came of it',
      params,
      answer: ImportBatch,
    },
    async ({ params: { id }, caller, c }) => {
      const found = await one(caller, id)
      return found ? ok(await whole(c, caller, found)) : refuse('import/batch-missing', { batch: id })
    },
  )

  fileEndpoint(
    app,
    {
      access: 'import.run',
      method: 'get',
      path: '/api/imports/{id}/rejected',
      tag: 'intake',
      summary: 'The refused rows as a file of the same shape, with a column of reasons',
      params,
      gives: ['application/octet-stream'],
    },
    async ({ params: { id }, caller }) => {
      const found = await one(caller, id)
      const kept = found?.result?.rejectedFile
      if (!found || typeof kept !== 'string') return refuse('import/batch-missing', { batch: id })
      if (!(await stat(kept).catch(() => undefined)))
        return refuse('file/missing', { fileName: found.fileName })
      const path = await refusedFor(kept, caller.locale)
      const ending = path.endsWith('.xlsx') ? 'xlsx' : 'csv'
      const name = `${found.fileName.replace(/\.[^.]{1,5}$/, '')}-rejected.${ending}`
      return ok(attachment(name, webBody(createReadStream(path))))
    },
  )

  undoRoutes(app, deps, engine, namesOf)
}

/** Why a file may not go in "as tried" any more; null: nothing has changed. */
async function notAsTried(
  deps: Deps,
  found: BatchRow,
  wish: RunImport,
): Promise<'import/trial-stale' | 'import/file-changed' | null> {
  if (!found.trial || found.trial.wish !== wishText(wish)) return 'import/trial-stale'
  const digest = await digestOf(uploadPath(deps.folder, found.id))
  return found.digest === null || digest.equals(found.digest) ? null : 'import/file-changed'
}
