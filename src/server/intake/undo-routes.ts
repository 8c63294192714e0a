import { z } from '@hono/zod-openapi'
import { ImportMapping, UndoPreview } from '../../contract/import-undo.ts'
import { ImportKind, UndoResult } from '../../contract/intake.ts'
import { covers, type Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { companyRules } from './batch-store.ts'
import { whoOf, type NamesOf } from './batch-view.ts'
import type { Engine } from './engine.ts'
import { forgetMapping, mappings } from './mapping-store.ts'
import { batchOf, type BatchRow } from './upload-store.ts'

const params = z.object({ id: z.uuid() })

/** Taking a batch back, and what it would touch; what is remembered of shapes of files. */
export function undoRoutes(app: App, deps: Deps, engine: Engine, namesOf: NamesOf): void {
  const mine = async (caller: Caller, id: string): Promise<Result<BatchRow>> => {
    const found = await inScope(deps.db, [], (tx) => batchOf(tx, caller, id), { readOnly: true })
    if (!found) return refuse('import/batch-missing', { batch: id })
    return covers(caller.scope, found.markets)
      ? ok(found)
      : refuse('person/no-right', { right: 'import.undo' })
  }

  endpoint(
    app,
    {
      access: 'import.undo',
      method: 'get',
      path: '/api/imports/{id}/undo-preview',
      tag: 'intake',
      summary: 'What taking an import back would touch; nothing is written',
      params,
      answer: UndoPreview,
    },
    async ({ params: { id }, caller }) => {
      const found = await mine(caller, id)
      return found.ok ? engine.previewUndo(deps, caller, found.value, namesOf) : found
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
      const found = await mine(caller, id)
      if (!found.ok) return found
      const done = await engine.undoImport(deps, caller, id)
      return done.ok ? ok({ batch: done.value.batch, undone: done.value.undone }) : done
    },
  )

  endpoint(
    app,
    {
      access: 'import.run',
      method: 'get',
      path: '/api/import-mappings',
      tag: 'intake',
      summary: 'How files of a shape are read: what people said of them before',
      answer: z.array(ImportMapping),
    },
    async ({ caller }) => {
      const work = inScope(
        deps.db,
        [],
        async (tx) => {
          const all = await mappings(tx, caller)
          const who = await whoOf(
            tx,
            namesOf,
            all.flatMap(({ actor }) => (actor === null ? [] : [{ actor }])),
          )
          return all.map(({ actor, at, ...rest }) => ({
            ...rest,
            who: actor === null ? null : who(actor),
            at: at?.toISOString() ?? null,
          }))
        },
        { readOnly: true },
      )
      return ok(await work)
    },
  )

  endpoint(
    app,
    {
      access: 'import.run',
      method: 'delete',
      path: '/api/import-mappings/{kind}/{shape}',
      tag: 'intake',
      summary: 'Forget how files of a shape are read: the next one is guessed again',
      params: z.object({ kind: ImportKind, shape: z.string().regex(/^[0-9a-f]{64}$/) }),
      answer: z.object({ forgotten: z.boolean() }),
    },
    async ({ params: { kind, shape }, caller }) => {
      const forgotten = await inScope(deps.db, '*', async (tx) => {
        const hq = (await companyRules(tx))?.hq
        const gone = await forgetMapping(tx, kind, Buffer.from(shape, 'hex'))
        if (gone && hq !== undefined)
          await audit(
            tx,
            deps.newId,
            { actor: caller.actor, at: deps.now() },
            { market: hq, action: 'import.forget', subject: kind, detail: { shape } },
          )
        return gone
      })
      return ok({ forgotten })
    },
  )
}
