import { z } from '@hono/zod-openapi'
import { AccountProfile, OverrideChange } from '../../contract/assess.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import type { Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { marketRoutes } from './market-routes.ts'
import { decide, takeBack } from './override.ts'
import { policyRoutes } from './policy-routes.ts'
import { profile } from './profile.ts'
import type { TableWriterOf } from './ranking-file.ts'
import { rankingRoutes } from './ranking-routes.ts'

const day = z.string().max(10).optional()
const params = z.object({ id: z.string().max(64) })

/** Chapter one over HTTP: the ranking, an account and why, a person's own decision, the policy. */
export function assessRoutes(app: App, deps: Deps, writer: TableWriterOf): void {
  marketRoutes(app, deps)
  policyRoutes(app, deps)
  rankingRoutes(app, deps, writer)
  endpoint(
    app,
    {
      access: 'account.read',
      method: 'get',
      path: '/api/accounts/{id}',
      tag: 'assess',
      summary: 'One account: its standing with reasons, its figures, and why each of them',
      params,
      query: z.object({ asOf: day }),
      answer: AccountProfile,
    },
    ({ params: { id }, query, caller }) => profile(deps, caller, { account: id, asOf: query.asOf }),
  )

  endpoint(
    app,
    {
      access: 'account.override',
      method: 'post',
      path: '/api/accounts/{id}/override',
      tag: 'assess',
      summary: 'Set the standing of an account by hand, with a reason and an end',
      params,
      body: OverrideChange,
      answer: AccountProfile,
    },
    async ({ params: { id }, body, caller }) => shown(deps, caller, await decide(deps, caller, id, body)),
  )

  endpoint(
    app,
    {
      access: 'account.override',
      method: 'delete',
      path: '/api/accounts/{id}/override',
      tag: 'assess',
      summary: 'Take a decision back: the rules speak again',
      params,
      answer: AccountProfile,
    },
    async ({ params: { id }, caller }) => shown(deps, caller, await takeBack(deps, caller, id)),
  )
}

/** The account as it stands after a decision. */
async function shown(
  deps: Deps,
  caller: Caller,
  done: Result<{ readonly account: string }>,
): Promise<Result<AccountProfile>> {
  return done.ok ? profile(deps, caller, { account: done.value.account }) : done
}
