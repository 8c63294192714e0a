import { z } from '@hono/zod-openapi'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { accountRoutes } from './account-routes.ts'
import { undoEdit } from './edit-store.ts'
import { marketRoutes } from './market-routes.ts'
import { productRoutes } from './product-routes.ts'

/** Master data over HTTP: what people change on screen, each change with an undo of its own. */
export function masterRoutes(app: App, deps: Deps): void {
  marketRoutes(app, deps)
  productRoutes(app, deps)
  accountRoutes(app, deps)
  endpoint(
    app,
    {
      access: 'account.read',
      method: 'post',
      path: '/api/masters/undo/{id}',
      tag: 'masters',
      summary: 'Undo an edit of one’s own, while nobody has changed the same again',
      params: z.object({ id: z.uuid() }),
      answer: z.object({ undone: z.string() }),
    },
    ({ params: { id }, caller }) => undoEdit(deps, caller, id),
  )
}
