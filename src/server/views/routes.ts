import { z } from '@hono/zod-openapi'
import { NewView, SavedViews, ViewChange } from '../../contract/views.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { changeView, saveView, viewsOf } from './change.ts'

const params = z.object({ id: z.uuid() })

/** Views of the ranking that people keep, for themselves or for the company. Each answer is the whole list anew. */
export function viewRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'ranking.read',
      method: 'get',
      path: '/api/views',
      tag: 'assess',
      summary: 'Saved views of the ranking: one’s own and the company’s',
      answer: SavedViews,
    },
    ({ caller }) => viewsOf(deps, caller),
  )

  endpoint(
    app,
    {
      access: 'ranking.read',
      method: 'post',
      path: '/api/views',
      tag: 'assess',
      summary: 'Keep a view under a name',
      body: NewView,
      answer: SavedViews,
      status: 201,
    },
    ({ body, caller }) => saveView(deps, caller, body),
  )

  endpoint(
    app,
    {
      access: 'ranking.read',
      method: 'put',
      path: '/api/views/{id}',
      tag: 'assess',
      summary: 'Rename a view, replace it, open the ranking with it, delete it or take that back',
      params,
      body: ViewChange,
      answer: SavedViews,
    },
    ({ params: { id }, body, caller }) => changeView(deps, caller, id, body),
  )
}
