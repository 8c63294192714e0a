import { z } from '@hono/zod-openapi'
import {
  ClaimDecision,
  ClaimQuery,
  Claims,
  ClaimSaved,
  ClaimView,
  NewClaim,
  NewSettlement,
  StatementQuery,
  TradeStatement,
} from '../../contract/claim.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { listClaims, oneClaim, statementOf } from './claim-view.ts'
import { decideClaim, sendClaim, settleClaim, withdrawClaim } from './claims.ts'

const params = z.object({ id: z.uuid() })
const tag = 'develop'

/** Claims on trade policies over HTTP: sent, decided, paid; and an account's statement of a month. */
export function claimRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'trade_policy.read',
      method: 'get',
      path: '/api/claims',
      tag,
      summary: 'Claims in the markets in reach, those sent last first',
      query: ClaimQuery,
      answer: Claims,
    },
    ({ query, caller }) => listClaims(deps, caller, query),
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
}
