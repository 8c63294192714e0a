import { z } from '@hono/zod-openapi'
import { Sheet } from '../../contract/concern.ts'
import {
  CampaignChange,
  Campaigns,
  Funnel,
  FunnelQuery,
  NewCampaign,
} from '../../contract/prospect-funnel.ts'
import {
  Changed,
  DoublesAsk,
  NewProspect,
  Prospect,
  ProspectChange,
  ProspectDoubles,
  ProspectQuery,
  Prospects,
  ProspectSign,
  ProspectStep,
  Signed,
} from '../../contract/prospect.ts'
import { Owner } from '../../contract/masters-accounts.ts'
import { Done } from '../../contract/people.ts'
import { ok, refuse } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { addCampaign, changeCampaign, listCampaigns } from './campaign.ts'
import { addProspect, changeProspect } from './card.ts'
import { doublesOf } from './doubles.ts'
import { eraseProspect } from './erase.ts'
import { funnelOf } from './funnel.ts'
import { companyNow } from '../db/company-day.ts'
import { listProspects } from './list.ts'
import { ownersFor } from './owners.ts'
import { partRoutes } from './part-routes.ts'
import { sheetOf } from './sheet.ts'
import { signProspect } from './sign.ts'
import { takeStep } from './step.ts'
import { prospectView } from './view.ts'
import { withProspect, type Helpers } from './with-prospect.ts'

const params = z.object({ id: z.uuid() })
const tag = 'develop'

/** Prospects over HTTP: found, talked with, won or lost; the funnel, campaigns, the negotiation sheet. */
export function prospectRoutes(app: App, deps: Deps, helpers: Helpers): void {
  endpoint(
    app,
    {
      access: 'prospect.read',
      method: 'get',
      path: '/api/prospects',
      tag,
      summary: 'Prospects of a place, those whose next step is due first',
      query: ProspectQuery,
      answer: Prospects,
    },
    ({ query, caller }) => listProspects(deps, caller, helpers, query),
  )
  endpoint(
    app,
    {
      access: 'prospect.change',
      method: 'post',
      path: '/api/prospects',
      tag,
      summary: 'A new prospect: name, market, way of finding, next step and its day',
      body: NewProspect,
      answer: Changed,
      status: 201,
    },
    ({ body, caller }) => addProspect(deps, caller, helpers, body),
  )
  endpoint(
    app,
    {
      access: 'prospect.change',
      method: 'post',
      path: '/api/prospects/doubles',
      tag,
      summary: 'Prospects and accounts within reach that may be the same firm; nothing is written',
      body: DoublesAsk,
      answer: ProspectDoubles,
    },
    ({ body, caller }) =>
      inScope(
        deps.db,
        caller.scope,
        async (tx) => ok({ alike: await doublesOf(tx, caller, helpers, body) }),
        { readOnly: true },
      ),
  )
  endpoint(
    app,
    {
      access: 'prospect.read',
      method: 'get',
      path: '/api/prospects/funnel',
      tag,
      summary:
        'What became of those found in a period: funnel, lead times, cost of an account won, who brought whom',
      query: FunnelQuery,
      answer: Funnel,
    },
    ({ query, caller }) => funnelOf(deps, caller, helpers, query),
  )
  endpoint(
    app,
    {
      access: 'prospect.read',
      method: 'get',
      path: '/api/campaigns',
      tag,
      summary: 'Campaigns of a place; what they cost only for who may see what we pay',
      query: z.object({ node: z.string().max(100).optional() }),
      answer: Campaigns,
    },
    ({ query, caller }) => listCampaigns(deps, caller, helpers, query.node),
  )
  endpoint(
    app,
    {
      access: 'prospect.change',
      method: 'post',
      path: '/api/campaigns',
      tag,
      summary: 'A new campaign in a market',
      body: NewCampaign,
      answer: Changed,
      status: 201,
    },
    ({ body, caller }) => addCampaign(deps, caller, body),
  )
  endpoint(
    app,
    {
      access: 'prospect.change',
      method: 'put',
      path: '/api/campaigns/{id}',
      tag,
      summary: 'Change a campaign, or say what it cost',
      params,
      body: CampaignChange,
      answer: Changed,
    },
    ({ params: { id }, body, caller }) => changeCampaign(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      access: 'prospect.read',
      method: 'get',
      path: '/api/prospects/{id}',
      tag,
      summary: 'One prospect with why not for each step; phones masked',
      params,
      answer: Prospect,
    },
    ({ params: { id }, caller }) => prospectView(deps, caller, helpers, id),
  )
  endpoint(
    app,
    {
      access: 'prospect.change',
      method: 'put',
      path: '/api/prospects/{id}',
      tag,
      summary: 'Change fields of its card',
      params,
      body: ProspectChange,
      answer: Changed,
    },
    ({ params: { id }, body, caller }) => changeProspect(deps, caller, helpers, id, body),
  )
  endpoint(
    app,
    {
      access: 'prospect.change',
      method: 'post',
      path: '/api/prospects/{id}/steps',
      tag,
      summary: 'Take a step: contact, talk, offer, lose, revive, plan the next, hand over',
      params,
      body: ProspectStep,
      answer: Changed,
    },
    ({ params: { id }, body, caller }) => takeStep(deps, caller, helpers, id, body),
  )
  endpoint(
    app,
    {
      access: 'prospect.change',
      method: 'post',
      path: '/api/prospects/{id}/sign',
      tag,
      summary: 'Sign: from here on it is an account, made anew or linked; needs account.change as well',
      params,
      body: ProspectSign,
      answer: Signed,
    },
    ({ params: { id }, body, caller }) => signProspect(deps, caller, helpers, id, body),
  )
  endpoint(
    app,
    {
      access: 'prospect.change',
      method: 'get',
      path: '/api/prospects/{id}/owners',
      tag,
      summary: 'Who can look after it',
      params,
      answer: z.array(Owner),
    },
    ({ params: { id }, caller }) =>
      withProspect(deps, caller, { id, readOnly: true }, async ({ tx, one }) => {
        const company = await companyNow(tx, deps.now())
        if (!company) return refuse('company/missing')
        return ok([...(await ownersFor(tx, helpers, one.market, company.today))])
      }),
  )
  endpoint(
    app,
    {
      access: 'prospect.read',
      method: 'get',
      path: '/api/prospects/{id}/sheet',
      tag,
      summary:
        'The negotiation sheet: the first concern first, each with its facts; no other account is named',
      params,
      query: z.object({ person: z.uuid().optional() }),
      answer: Sheet,
    },
    ({ params: { id }, query: { person }, caller }) => sheetOf(deps, caller, helpers, { id, person }),
  )
  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/prospects/{id}/erase',
      tag,
      summary: 'Erase its people, phones and free texts, for good',
      params,
      answer: Done,
    },
    ({ params: { id }, caller }) => eraseProspect(deps, caller, id),
  )
  partRoutes(app, deps)
}
