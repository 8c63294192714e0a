import { PassThrough } from 'node:stream'
import { z } from '@hono/zod-openapi'
import {
  Claimable,
  ClaimableQuery,
  ClaimDecision,
  ClaimQuery,
  Claims,
  ClaimSaved,
  ClaimView,
  NewClaim,
  NewSettlement,
  StatementFileQuery,
  StatementQuery,
  TradeStatement,
} from '../../contract/claim.ts'
import { ok } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { attachment, tableMedia, tableTypes } from '../http/attachment.ts'
import { endpoint, fileEndpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { webBody } from '../http/web-body.ts'
import { listClaimable, listClaims, oneClaim, statementOf, statementTable } from './claim-view.ts'
import { decideClaim, sendClaim, settleClaim, withdrawClaim } from './claims.ts'
import type { TableWriterOf } from './statement-file.ts'
import type { Helpers } from './with-prospect.ts'

const params = z.object({ id: z.uuid() })
const tag = 'develop'

/** Claims on trade policies over HTTP: sent, decided, paid; and an account's statement of a month. */
export function claimRoutes(
  app: App,
  deps: Deps,
  helpers: Pick<Helpers, 'tree'>,
  writer: TableWriterOf,
): void {
  endpoint(
    app,
    {
      access: 'trade_policy.read',
      method: 'get',
      path: '/api/claims',
      tag,
      summary: 'Claims in the markets in reach, or in a place there, those sent last first; and what waits',
      query: ClaimQuery,
      answer: Claims,
    },
    ({ query, caller }) => listClaims(deps, caller, helpers, query),
  )
  endpoint(
    app,
    {
      access: 'trade_policy.read',
      method: 'get',
      path: '/api/claimable',
      tag,
      summary: 'What was posted and not claimed yet, by account, policy and period, the largest first',
      query: ClaimableQuery,
      answer: Claimable,
    },
    ({ query, caller }) => listClaimable(deps, caller, helpers, query),
  )
  endpoint(
    app,
    {
      access: 'claim.change',
      method: 'post',
      path: '/api/claims',
      tag,
      summary: 'Ask for what was posted for an account in a period; the amount is held of the budget',
      body: NewClaim,
      answer: ClaimSaved,
      status: 201,
    },
    ({ body, caller }) => sendClaim(deps, caller, body),
  )
  endpoint(
    app,
    {
      access: 'trade_policy.read',
      method: 'get',
      path: '/api/claims/{id}',
      tag,
      summary: 'One claim with its files and what was paid on it',
      params,
      answer: ClaimView,
    },
    ({ params: { id }, caller }) => oneClaim(deps, caller, id),
  )
  endpoint(
    app,
    {
      access: 'claim.approve',
      method: 'post',
      path: '/api/claims/{id}/decide',
      tag,
      summary: 'Approve a claim whole or in part, or refuse it; not one’s own, up to the policy’s limit',
      params,
      body: ClaimDecision,
      answer: ClaimSaved,
    },
    ({ params: { id }, body, caller }) => decideClaim(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      access: 'claim.change',
      method: 'post',
      path: '/api/claims/{id}/withdraw',
      tag,
      summary: 'Take a claim back that still waits',
      params,
      answer: ClaimSaved,
    },
    ({ params: { id }, caller }) => withdrawClaim(deps, caller, id),
  )
  endpoint(
    app,
    {
      access: 'settlement.run',
      method: 'post',
      path: '/api/claims/{id}/settlements',
      tag,
      summary: 'Pay a claim, in part or in full: as a credit note, in cash, in goods',
      params,
      body: NewSettlement,
      answer: ClaimSaved,
      status: 201,
    },
    ({ params: { id }, body, caller }) => settleClaim(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      access: 'trade_policy.read',
      method: 'get',
      path: '/api/accounts/{id}/trade-statement',
      tag,
      summary: 'What an account is owed under policies in a month: opening, what happened, closing',
      params,
      query: StatementQuery,
      answer: TradeStatement,
    },
    ({ params: { id }, query: { month }, caller }) => statementOf(deps, caller, { account: id, month }),
  )
  fileEndpoint(
    app,
    {
      access: 'export.run',
      method: 'get',
      path: '/api/accounts/{id}/trade-statement/file',
      tag,
      summary: 'The statement of a month as a file: the same lines, in their order, to the fen',
      params,
      query: StatementFileQuery,
      gives: tableMedia,
    },
    async ({ params: { id }, query: { month, format, lang }, caller }) => {
      const locale = lang ?? caller.locale
      const table = await statementTable(deps, caller, { account: id, month, locale })
      if (!table.ok) return table
      const { name, head, rows } = table.value
      const out = new PassThrough()
      const file = writer(format, out, head)
      file
        .write(rows)
        .then(() => file.end())
        .catch((error: Error) => out.destroy(error))
      return ok(attachment(`${name}.${format}`, webBody(out), tableTypes[format]))
    },
  )
}
