import { z } from '@hono/zod-openapi'
import {
  PolicyConfirm,
  PolicyTrace,
  TradePolicies,
  TradePolicyChange,
  TradePolicyDraft,
  TradePolicyQuery,
  TradePolicySaved,
  TradePolicyView,
} from '../../contract/trade-policy.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { addPolicy, changePolicy } from './policy.ts'
import { confirmUnit } from './policy-confirm.ts'
import { listPolicies, onePolicy, traceOf } from './policy-view.ts'
import type { Helpers } from './with-prospect.ts'

const params = z.object({ id: z.uuid() })
const tag = 'develop'

/** Trade policies over HTTP: made, changed, what they brought whom, and why. */
export function tradePolicyRoutes(app: App, deps: Deps, helpers: Pick<Helpers, 'tree'>): void {
  endpoint(
    app,
    {
      access: 'trade_policy.read',
      method: 'get',
      path: '/api/trade-policies',
      tag,
      summary: 'Policies that speak in the markets in reach, or in a place there, the newest first',
      query: TradePolicyQuery,
      answer: TradePolicies,
    },
    ({ query, caller }) => listPolicies(deps, caller, helpers, query),
  )
  endpoint(
    app,
    {
      access: 'trade_policy.change',
      method: 'post',
      path: '/api/trade-policies',
      tag,
      summary: 'A new policy: dated, scoped, budgeted; what it brings for days gone by is posted',
      body: TradePolicyDraft,
      answer: TradePolicySaved,
      status: 201,
    },
    ({ body, caller }) => addPolicy(deps, caller, helpers, body),
  )
  endpoint(
    app,
    {
      access: 'trade_policy.read',
      method: 'get',
      path: '/api/trade-policies/{id}',
      tag,
      summary: 'One policy with its versions and what it brought each account',
      params,
      answer: TradePolicyView,
    },
    ({ params: { id }, caller }) => onePolicy(deps, caller, id),
  )
  endpoint(
    app,
    {
      access: 'trade_policy.change',
      method: 'put',
      path: '/api/trade-policies/{id}',
      tag,
      summary: 'The next version of a policy; differences for days gone by are posted, nothing is edited',
      params,
      body: TradePolicyChange,
      answer: TradePolicySaved,
    },
    ({ params: { id }, body, caller }) => changePolicy(deps, caller, helpers, id, body),
  )
  endpoint(
    app,
    {
      access: 'trade_policy.change',
      method: 'post',
      path: '/api/trade-policies/{id}/confirm',
      tag,
      summary: 'Conduct was kept, or a display stands, in a period; or that is taken back',
      params,
      body: PolicyConfirm,
      answer: TradePolicySaved,
    },
    ({ params: { id }, body, caller }) => confirmUnit(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      access: 'trade_policy.read',
      method: 'get',
      path: '/api/trade-policies/{id}/trace',
      tag,
      summary: 'Why an account is owed what it is owed in a period: postings, terms and lines',
      params,
      query: z.object({ account: z.uuid(), period: z.string().max(10) }),
      answer: PolicyTrace,
    },
    ({ params: { id }, query, caller }) => traceOf(deps, caller, { id, ...query }),
  )
}
