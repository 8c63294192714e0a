import { PassThrough } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { Node } from '../../contract/people.ts'
import { nodesInReach } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { attachment, tableMedia, tableTypes } from '../http/attachment.ts'
import { endpoint, fileEndpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { webBody } from '../http/web-body.ts'
import { Merged } from '../../contract/chain.ts'
import { exportKinds, isExportKind, writeExport, type Rank } from './export.ts'
import { merge, unmerge, type AfterMerge } from './merge-store.ts'
import { treeNodes } from './tree-store.ts'
import { Turns } from './turns.ts'

const params = z.object({ id: z.uuid() })

/** Each holds a connection of the pool while it lasts, and people work on the others. */
const exportsAtOnce = 3

/** The territory tree, one firm under two codes, and exports. */
export function chainRoutes(app: App, deps: Deps, rank: Rank, afterMerge: AfterMerge): void {
  const turns = new Turns(exportsAtOnce)

  endpoint(
    app,
    {
      access: 'ranking.read',
      method: 'get',
      path: '/api/tree',
      tag: 'chain',
      summary: 'The sales-territory tree as far as the caller sees it, parents first',
      answer: z.array(Node),
    },
    async ({ caller }) => {
      const nodes = await inScope(deps.db, [], treeNodes, { readOnly: true })
      return ok(
        nodesInReach(nodes, caller.scope).map(({ id, kind, code, name, parentId }) => {
          const parent = parentId
          return { id, kind, code, name, parent }
        }),
      )
    },
  )

  endpoint(
    app,
    {
      access: 'account.merge',
      method: 'post',
      path: '/api/accounts/{id}/merge',
      tag: 'chain',
      summary: 'One firm under two codes: the account counts for another from now on',
      params,
      body: z.object({ into: z.uuid() }),
      answer: Merged,
    },
    ({ params: { id }, body: { into }, caller }) => merge(deps, caller, { account: id, into }, afterMerge),
  )

  endpoint(
    app,
    {
      access: 'account.merge',
      method: 'post',
      path: '/api/accounts/{id}/unmerge',
      tag: 'chain',
      summary: 'The account counts for itself again',
      params,
      answer: Merged,
    },
    ({ params: { id }, caller }) => unmerge(deps, caller, id, afterMerge),
  )

  fileEndpoint(
    app,
    {
      access: 'export.run',
      method: 'get',
      path: '/api/export/{kind}',
      tag: 'chain',
      summary: 'Everything of a kind that the caller may see, under the field names of an import',
      params: z.object({ kind: z.string().max(50) }),
      query: z.object({
        format: z.enum(['csv', 'xlsx']).default('csv'),
        node: z.string().max(200).optional(),
        asOf: z.string().max(10).optional(),
      }),
      gives: tableMedia,
    },
    async ({ params: { kind }, query, caller, c }): Promise<Result<Response>> => {
      if (!isExportKind(kind)) return refuse('export/kind-unknown', { kind, known: exportKinds.join(', ') })
      const { format, node, asOf } = query
      const ask = {
        kind,
        format,
        ...(node === undefined ? {} : { node }),
        ...(asOf === undefined ? {} : { asOf }),
      }
      const out = new PassThrough()
      const gone = c.req.raw.signal
      gone.addEventListener('abort', () => out.destroy(), { once: true })
      const begun = await firstOf(
        out,
        turns.take(async () => {
          if (gone.aborted) throw new Error('the reader of an export has gone')
          return writeExport(deps, caller, ask, rank, out)
        }),
      )
      if (!begun.ok) return begun
      const name = `${kind}.${format}`
      return ok(attachment(name, webBody(out), tableTypes[format]))
    },
  )
}

/** Waits for the first bytes, or for a refusal instead of any. Once bytes are out, only breaking off says that they are not all. */
async function firstOf(out: PassThrough, work: Promise<Result<unknown>>): Promise<Result<unknown>> {
  // A fault after the first bytes reaches the reader through its body; before that there is nobody to tell.
  out.on('error', () => undefined)
  work.catch((error: Error) => out.destroy(error))
  const readable = new Promise<Result<unknown>>((resolve) => out.once('readable', () => resolve(ok(true))))
  return Promise.race([work, readable])
}
