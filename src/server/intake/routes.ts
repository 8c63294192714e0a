import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { z } from '@hono/zod-openapi'
import { ImportBatch, ImportKind, RunImport, UndoResult } from '../../contract/intake.ts'
import { covers, type Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { attachment } from '../http/attachment.ts'
import { endpoint, fileEndpoint } from '../http/endpoint.ts'
import type { App, Ctx } from '../http/frame.ts'
import { webBody } from '../http/web-body.ts'
import type { Engine } from './engine.ts'
import { rememberedMap } from './batch-store.ts'
import { runBatch } from './run-batch.ts'
import { batches, batchOf, claim, insertUpload, type BatchRow } from './upload-store.ts'
import { plainName, receive, uploadPath } from './upload.ts'

const params = z.object({ id: z.uuid() })
const listed = 200

/** Files that people bring, as the command line takes them, but in the background: upload, look, trial, go, undo. */
export function intakeRoutes(app: App, deps: Deps, engine: Engine): void {
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
      const { understood } = opened.value
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
      }
      await inScope(deps.db, [], (tx) => insertUpload(tx, row))
      const batch = await one(caller, id)
      if (!batch) return refuse('import/batch-missing', { batch: id })
      return ok(c.json(view(c, caller, batch, true), 201))
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
      if (!(await inScope(deps.db, [], (tx) => claim(tx, id))))
        return refuse('import/running', { fileName: found.fileName })
      void runBatch(deps, engine, caller, found, body)
      const started = await one(caller, id)
      return started ? ok(view(c, caller, started, true)) : refuse('import/batch-missing', { batch: id })
    },
  )

  endpoint(
    app,
    {
      access: 'import.run',
      method: 'get',
      path: '/api/imports',
      tag: 'intake',
      summary: 'Imports that the caller may see, newest first',
      answer: z.array(ImportBatch),
    },
    async ({ caller, c }) => {
      const rows = await inScope(deps.db, [], (tx) => batches(tx, caller, listed), { readOnly: true })
      return ok(rows.map((row) => view(c, caller, row, false)))
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
      return found ? ok(view(c, caller, found, true)) : refuse('import/batch-missing', { batch: id })
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
      gives: 'application/octet-stream',
    },
    async ({ params: { id }, caller }) => {
      const found = await one(caller, id)
      const path = found?.result?.rejectedFile
      if (!found || typeof path !== 'string') return refuse('import/batch-missing', { batch: id })
      if (!(await stat(path).catch(() => undefined)))
        return refuse('file/missing', { fileName: found.fileName })
      const ending = path.endsWith('.xlsx') ? 'xlsx' : 'csv'
      const name = `${found.fileName.replace(/\.[^.]{1,5}$/, '')}-rejected.${ending}`
      return ok(attachment(name, webBody(createReadStream(path))))
    },
  )

  endpoint(
    app,
    {
      access: 'import.undo',
      method: 'post',
      path: '/api/imports/{id}/undo',
      tag: 'intake',
      summary: 'Post the reversal of an import; refused while a later one has changed its lines',
      params,
      answer: UndoResult,
    },
    async ({ params: { id }, caller }): Promise<Result<UndoResult>> => {
      const found = await one(caller, id)
      if (!found) return refuse('import/batch-missing', { batch: id })
      if (!covers(caller.scope, found.markets)) return refuse('person/no-right', { right: 'import.undo' })
      const done = await engine.undoImport(deps, caller, id)
      return done.ok ? ok({ batch: done.value.batch, undone: done.value.undone }) : done
    },
  )
}

function view(c: Ctx, caller: Caller, row: BatchRow, whole: boolean): ImportBatch {
  const { id, kind, state, fileName, actor, progress, problem, result } = row
  return {
    id,
    kind,
    state,
    fileName,
    actor,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    progress: state === 'running' ? progress : null,
    understood: whole ? row.understood : null,
    // Where the file lies on the server is nobody's business: the name says where to fetch it.
    result: result && {
      ...result,
      rejectedFile: result.rejectedFile === null ? null : `/api/imports/${id}/rejected`,
    },
    problem: problem && { code: problem.code, detail: c.get('say')(c.get('locale'), problem) },
    undoable:
      state === 'done' &&
      row.kind !== 'people' &&
      caller.rights.has('import.undo') &&
      covers(caller.scope, row.markets),
  }
}
