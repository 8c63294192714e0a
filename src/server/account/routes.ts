import { z } from '@hono/zod-openapi'
import {
  AccountFact,
  AccountRecords,
  Doubles,
  FactSaved,
  MergePreview,
  Phone,
  RecordChange,
  RecordSaved,
  Timeline,
} from '../../contract/account.ts'
import { ok } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { fileMedia } from '../../domain/chain/account-file.ts'
import { attachment } from '../http/attachment.ts'
import { endpoint, fileEndpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { takeFactBack, tellFact } from './fact.ts'
import { addFile, fileOf } from './file.ts'
import { doubles, previewMerge, type Merging } from './merge-preview.ts'
import { addRecord, changeRecord, removeRecord, restoreRecord, seePhone } from './record.ts'
import { records } from './records.ts'
import { timeline } from './timeline.ts'

const params = z.object({ id: z.string().max(64) })
const ofRecord = params.extend({ record: z.uuid() })
const tag = 'chain'

/** What people know of an account beside its figures: notes, contacts, sites, facts of strength. */
export function accountRoutes(app: App, deps: Deps, merging: Merging): void {
  endpoint(
    app,
    {
      access: 'account.read',
      method: 'get',
      path: '/api/accounts/{id}/records',
      tag,
      summary: 'Notes, contacts, sites, files and facts of an account of any tier; phones masked',
      params,
      query: z.object({ asOf: z.string().max(10).optional() }),
      answer: AccountRecords,
    },
    ({ params: { id }, query, caller }) => records(deps, caller, { account: id, asOf: query.asOf }),
  )

  endpoint(
    app,
    {
      access: 'account.note',
      method: 'post',
      path: '/api/accounts/{id}/records',
      tag,
      summary: 'Write down a note, a contact or a site',
      params,
      body: RecordChange,
      answer: RecordSaved,
      status: 201,
    },
    ({ params: { id }, body, caller }) => addRecord(deps, caller, id, body),
  )

  endpoint(
    app,
    {
      access: 'account.note',
      method: 'put',
      path: '/api/accounts/{id}/records/{record}',
      tag,
      summary: 'Change one; what stood there can be brought back',
      params: ofRecord,
      body: RecordChange,
      answer: RecordSaved,
    },
    ({ params: { id, record }, body, caller }) => changeRecord(deps, caller, id, record, body),
  )

  endpoint(
    app,
    {
      access: 'account.note',
      method: 'delete',
      path: '/api/accounts/{id}/records/{record}',
      tag,
      summary: 'Take one away; it can be brought back',
      params: ofRecord,
      answer: RecordSaved,
    },
    ({ params: { id, record }, caller }) => removeRecord(deps, caller, id, record),
  )

  endpoint(
    app,
    {
      access: 'account.note',
      method: 'post',
      path: '/api/accounts/{id}/records/{record}/restore',
      tag,
      summary: 'Bring one back as it was, in the place of what took its place',
      params: ofRecord,
      answer: RecordSaved,
    },
    ({ params: { id, record }, caller }) => restoreRecord(deps, caller, id, record),
  )

  endpoint(
    app,
    {
      access: 'account.note',
      method: 'post',
      path: '/api/accounts/{id}/records/{record}/phone',
      tag,
      summary: "A contact's whole phone; the look is kept in the audit",
      params: ofRecord,
      answer: Phone,
    },
    ({ params: { id, record }, caller }) => seePhone(deps, caller, id, record),
  )

  fileEndpoint(
    app,
    {
      access: 'account.note',
      method: 'post',
      path: '/api/accounts/{id}/files',
      tag,
      summary: 'Keep a file: PDF, JPEG, PNG, WebP, docx or xlsx by its content, at most 10 MB',
      params,
      query: z.object({ name: z.string().min(1).max(500) }),
      takes: 'application/octet-stream',
      gives: RecordSaved,
      status: 201,
    },
    async ({ params: { id }, query: { name }, caller, c }) => {
      const declared = Number(c.req.header('content-length') ?? 0)
      const done = await addFile(deps, caller, id, { name, body: c.req.raw.body, declared })
      return done.ok ? ok(c.json(done.value, 201)) : done
    },
  )

  fileEndpoint(
    app,
    {
      access: 'account.read',
      method: 'get',
      path: '/api/accounts/{id}/files/{record}',
      tag,
      summary: 'A file as it is kept, to save: never shown inside the page',
      params: ofRecord,
      gives: fileMedia,
    },
    async ({ params: { id, record }, caller }) => {
      const found = await fileOf(deps, caller, id, record)
      if (!found.ok) return found
      const { name, media, content } = found.value
      return ok(attachment(name, new Blob([new Uint8Array(content)]).stream(), media))
    },
  )

  endpoint(
    app,
    {
      access: 'account.change',
      method: 'put',
      path: '/api/accounts/{id}/facts',
      tag,
      summary: 'Tell a fact of strength or loyalty; one of the same name and day is replaced',
      params,
      body: AccountFact,
      answer: FactSaved,
    },
    ({ params: { id }, body, caller }) => tellFact(deps, caller, id, body),
  )

  endpoint(
    app,
    {
      access: 'account.change',
      method: 'delete',
      path: '/api/accounts/{id}/facts/{fact}/{day}',
      tag,
      summary: 'Take a fact back',
      params: params.extend({ fact: z.string().max(40), day: z.string().max(10) }),
      answer: FactSaved,
    },
    ({ params: { id, fact, day }, caller }) => takeFactBack(deps, caller, id, fact, day),
  )

  endpoint(
    app,
    {
      access: 'account.read',
      method: 'get',
      path: '/api/accounts/{id}/timeline',
      tag,
      summary: 'What happened to an account of any tier, latest first',
      params,
      query: z.object({ asOf: z.string().max(10).optional() }),
      answer: Timeline,
    },
    ({ params: { id }, query, caller }) => timeline(deps, caller, { account: id, asOf: query.asOf }),
  )

  endpoint(
    app,
    {
      access: 'account.merge',
      method: 'get',
      path: '/api/accounts/{id}/doubles',
      tag,
      summary: 'Accounts that may be the same firm, and those merged into this one',
      params,
      answer: Doubles,
    },
    ({ params: { id }, caller }) => doubles(deps, caller, id),
  )

  endpoint(
    app,
    {
      access: 'account.merge',
      method: 'get',
      path: '/api/accounts/{id}/merge-preview',
      tag,
      summary: 'What a merge would move, and what it would make of standings; nothing is written',
      params,
      query: z.object({ into: z.uuid() }),
      answer: MergePreview,
    },
    ({ params: { id }, query: { into }, caller }) =>
      previewMerge(deps, caller, merging, { account: id, into }),
  )
}
