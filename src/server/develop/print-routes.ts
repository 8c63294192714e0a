import { z } from '@hono/zod-openapi'
import { StatementQuery } from '../../contract/claim.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { pdfAttachment, pdfMedia } from '../http/attachment.ts'
import { fileEndpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { pdfOf, type Sheet } from '../print/pdf.ts'
import { projectFolder } from '../project.ts'
import { statementPrint } from './claim-view.ts'
import { negotiationSheet } from './sheet-print.ts'
import { sheetOf } from './sheet.ts'
import type { Helpers } from './with-prospect.ts'

const params = z.object({ id: z.uuid() })
const lang = z.enum(['zh', 'en']).optional()
const tag = 'develop'

async function printed(deps: Deps, sheet: Result<Sheet>): Promise<Result<Response>> {
  if (!sheet.ok) return sheet
  return ok(pdfAttachment(sheet.value.title, await pdfOf(sheet.value, projectFolder(), deps.now())))
}

/** Sheets that leave the house, as PDF in the language that is asked for. */
export function printRoutes(app: App, deps: Deps, helpers: Helpers): void {
  fileEndpoint(
    app,
    {
      access: 'trade_policy.read',
      method: 'get',
      path: '/api/accounts/{id}/trade-statement/pdf',
      tag,
      summary: 'The statement of a month as a sheet that both sides sign',
      params,
      query: StatementQuery.extend({ lang }),
      gives: [pdfMedia],
    },
    async ({ params: { id }, query: { month, lang: asked }, caller }) =>
      printed(
        deps,
        await statementPrint(deps, caller, { account: id, month, locale: asked ?? caller.locale }),
      ),
  )
  fileEndpoint(
    app,
    {
      access: 'prospect.read',
      method: 'get',
      path: '/api/prospects/{id}/sheet/pdf',
      tag,
      summary: 'The negotiation sheet as PDF: the first concern first, nobody else is named',
      params,
      query: z.object({ person: z.uuid().optional(), lang }),
      gives: [pdfMedia],
    },
    async ({ params: { id }, query: { person, lang: asked }, caller }) => {
      const sheet = await sheetOf(deps, caller, helpers, { id, person })
      if (!sheet.ok) return sheet
      const company = await inScope(deps.db, [], (tx) => companyNow(tx, deps.now()), { readOnly: true })
      if (!company) return refuse('company/missing')
      return printed(deps, ok(negotiationSheet(sheet.value, { locale: asked ?? caller.locale, company })))
    },
  )
}
