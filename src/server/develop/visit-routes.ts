import { z } from '@hono/zod-openapi'
import {
  AccountVisits,
  NewCadence,
  NewVisit,
  VisitChange,
  VisitQuery,
  Visits,
  VisitSaved,
} from '../../contract/visit.ts'
import { FirstOrder, FirstOrderPlan } from '../../contract/first-order.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { firstOrderOf, planFirstOrder } from './first-order.ts'
import { setCadence } from './visit-cadence.ts'
import { accountVisits, listVisits } from './visit-view.ts'
import { addVisit, changeVisit, takeVisitBack } from './visits.ts'
import type { Helpers } from './with-prospect.ts'

const params = z.object({ id: z.uuid() })
const tag = 'develop'

/** Visits over HTTP: fixed dates of accounts, what is due, what came of it. */
export function visitRoutes(app: App, deps: Deps, helpers: Pick<Helpers, 'tree'>): void {
  endpoint(
    app,
    {
      access: 'visit.read',
      method: 'get',
      path: '/api/visits',
      tag,
      summary: 'Visits of some days with what is overdue: one’s own, everybody’s or one person’s',
      query: VisitQuery,
      answer: Visits,
    },
    ({ query, caller }) => listVisits(deps, caller, helpers, query),
  )
  endpoint(
    app,
    {
      access: 'visit.read',
      method: 'get',
      path: '/api/accounts/{id}/visits',
      tag,
      summary: 'An account’s fixed dates, and the visits of half a year back and a quarter ahead',
      params,
      answer: AccountVisits,
    },
    ({ params: { id }, caller }) => accountVisits(deps, caller, id),
  )
  endpoint(
    app,
    {
      access: 'visit.change',
      method: 'put',
      path: '/api/accounts/{id}/cadence',
      tag,
      summary: 'How often an account is visited, from a day on; null days: not any more',
      params,
      body: NewCadence,
      answer: VisitSaved,
    },
    ({ params: { id }, body, caller }) => setCadence(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      access: 'visit.change',
      method: 'post',
      path: '/api/accounts/{id}/visits',
      tag,
      summary: 'Plan a visit, move a fixed date, or write down that one was made or missed',
      params,
      body: NewVisit,
      answer: VisitSaved,
      status: 201,
    },
    ({ params: { id }, body, caller }) => addVisit(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      access: 'visit.change',
      method: 'put',
      path: '/api/visits/{id}',
      tag,
      summary: 'A visit that was planned: on another day, made, missed',
      params,
      body: VisitChange,
      answer: VisitSaved,
    },
    ({ params: { id }, body, caller }) => changeVisit(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      access: 'visit.change',
      method: 'post',
      path: '/api/visits/{id}/withdraw',
      tag,
      summary: 'Take back what was said of a visit; its fixed date waits again',
      params,
      body: z.object({ version: z.number().int() }),
      answer: VisitSaved,
    },
    ({ params: { id }, body: { version }, caller }) => takeVisitBack(deps, caller, id, version),
  )
  endpoint(
    app,
    {
      access: 'visit.read',
      method: 'get',
      path: '/api/accounts/{id}/first-order',
      tag,
      summary:
        'The first order: until when it is due, what came, and which outlets it reached in half a month',
      params,
      answer: FirstOrder,
    },
    ({ params: { id }, caller }) => firstOrderOf(deps, caller, id),
  )
  endpoint(
    app,
    {
      access: 'prospect.change',
      method: 'put',
      path: '/api/accounts/{id}/first-order',
      tag,
      summary: 'Say until when the first order is due, and how many cases',
      params,
      body: FirstOrderPlan,
      answer: VisitSaved,
    },
    ({ params: { id }, body, caller }) => planFirstOrder(deps, caller, id, body),
  )
}
