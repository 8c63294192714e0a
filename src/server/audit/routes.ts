import { PassThrough } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { AuditPage, auditKindNames } from '../../contract/audit.ts'
import { noRight } from '../../domain/chain/reach.ts'
import { ok } from '../../domain/problem.ts'
import { translator } from '../../language/index.ts'
import type { Deps } from '../db/deps.ts'
import { attachment, tableMedia, tableTypes } from '../http/attachment.ts'
import { endpoint, fileEndpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { webBody } from '../http/web-body.ts'
import { writeAudit, type TableWriterOf } from './audit-file.ts'
import { auditPage, daysOf } from './entries.ts'

/** An empty field of a form is none. */
const optional = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => (text === '' ? undefined : text))
    .optional()

const which = {
  account: z.string().max(200).default(''),
  person: z.string().max(200).default(''),
  kind: z.enum(auditKindNames as [(typeof auditKindNames)[number]]).optional(),
  from: optional(10),
  to: optional(10),
}
const Page = z.object({ ...which, after: optional(300) })
const File = z.object({
  ...which,
  format: z.enum(['csv', 'xlsx']).default('csv'),
  lang: z.enum(['zh', 'en']).optional(),
})

/** Who did what, when and where. */
export function auditRoutes(app: App, deps: Deps, writer: TableWriterOf): void {
  endpoint(
    app,
    {
      access: 'audit.read',
      method: 'get',
      path: '/api/audit',
      tag: 'people',
      summary:
        'Who did what, latest first, by account, person, kind of action and day; what concerns the company only for who reaches all of it',
      query: Page,
      answer: AuditPage,
    },
    ({ query: { after, ...ask }, caller }) => auditPage(deps, caller, ask, after),
  )

  fileEndpoint(
    app,
    {
      access: 'audit.read',
      method: 'get',
      path: '/api/audit/file',
      tag: 'people',
      summary: 'The same as a file, all of it',
      query: File,
      gives: tableMedia,
    },
    ({ query: { format, lang, ...ask }, caller }) => {
      if (!caller.rights.has('export.run')) return Promise.resolve(noRight('export.run'))
      const days = daysOf(ask)
      if (!days.ok) return Promise.resolve(days)
      const locale = lang ?? caller.locale
      const out = new PassThrough()
      writeAudit(deps, caller, ask, locale, (head) => writer(format, out, head)).catch((error: Error) =>
        out.destroy(error),
      )
      const name = `${translator(locale)('audit.title')}.${format}`
      return Promise.resolve(ok(attachment(name, webBody(out), tableTypes[format])))
    },
  )
}
