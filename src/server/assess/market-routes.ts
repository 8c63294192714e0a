import { z } from '@hono/zod-openapi'
import { compress } from 'hono/compress'
import {
  MarketMembers,
  MarketPage,
  Markets,
  MarketSizeChange,
  MarketSizes,
  MemberLevel,
} from '../../contract/market.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { whole } from '../http/whole-number.ts'
import { estimate, sizesOf, takeSizeBack } from './market-size.ts'
import { market, marketMembers, markets } from './market.ts'

const day = z.string().max(10).optional()
const params = z.object({ code: z.string().max(200) })

/** Markets over HTTP: all of them at a glance, one in full, and how much of the category each drinks. */
export function marketRoutes(app: App, deps: Deps): void {
  app.use('/api/markets/*', compress({ encoding: 'gzip' }))
  endpoint(
    app,
    {
      access: 'ranking.read',
      method: 'get',
      path: '/api/markets',
      tag: 'assess',
      summary: 'The markets beneath a node at a glance, largest first',
      query: z.object({ node: z.string().max(200).optional(), asOf: day }),
      answer: Markets,
    },
    ({ query, caller }) => markets(deps, caller, query),
  )

  endpoint(
    app,
    {
      access: 'ranking.read',
      method: 'get',
      path: '/api/markets/{code}',
      tag: 'assess',
      summary: 'One market: concentration, whale curve, share of the category, movers, holes',
      params,
      query: z.object({ asOf: day, level: MemberLevel.optional() }),
      answer: MarketPage,
    },
    ({ params: { code }, query, caller }) => market(deps, caller, { code, ...query }),
  )

  endpoint(
    app,
    {
      access: 'contribution.read',
      method: 'get',
      path: '/api/markets/{code}/members',
      tag: 'assess',
      summary: 'Members of a market’s whale curve in its order, from a place on',
      params,
      query: z.object({
        asOf: day,
        level: MemberLevel.optional(),
        from: whole(0, 10_000_000, 0),
        count: whole(1, 2000, 200),
      }),
      answer: MarketMembers,
    },
    ({ params: { code }, query, caller }) => marketMembers(deps, caller, { code, ...query }),
  )

  endpoint(
    app,
    {
      access: 'ranking.read',
      method: 'get',
      path: '/api/markets/{code}/sizes',
      tag: 'assess',
      summary: 'All estimates of what the market drinks of the category in a year, latest first',
      params,
      answer: MarketSizes,
    },
    ({ params: { code }, caller }) => sizesOf(deps, caller, code),
  )

  endpoint(
    app,
    {
      access: 'market.change',
      method: 'put',
      path: '/api/markets/{code}/sizes',
      tag: 'assess',
      summary: 'Add an estimate of the category; one of the same day is replaced and kept in the audit',
      params,
      body: MarketSizeChange,
      answer: MarketSizes,
    },
    ({ params: { code }, body, caller }) => estimate(deps, caller, code, body),
  )

  endpoint(
    app,
    {
      access: 'market.change',
      method: 'delete',
      path: '/api/markets/{code}/sizes/{day}',
      tag: 'assess',
      summary: 'Take an estimate back',
      params: params.extend({ day: z.string().max(10) }),
      answer: MarketSizes,
    },
    ({ params: { code, day: validFrom }, caller }) => takeSizeBack(deps, caller, code, validFrom),
  )
}
