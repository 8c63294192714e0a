import { z } from '@hono/zod-openapi'
import { Done, PreviewUntil } from '../../contract/people.ts'
import { ok, refuse } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { beginPreview, endPreview } from './preview.ts'

const params = z.object({ email: z.string().max(254) })

/** The app as somebody else sees it: begun, and ended. */
export function previewRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/people/{email}/preview',
      tag: 'people',
      summary:
        'See the app as that person does, for an hour, without changing anything; a browser’s session only',
      params,
      answer: PreviewUntil,
    },
    async ({ params: { email }, c }) => {
      const identity = c.get('identity')
      return identity ? beginPreview(deps, identity, email) : refuse('person/signed-out')
    },
  )

  endpoint(
    app,
    {
      access: 'signed-in',
      // It is the one thing that who only looks may do.
      whileLooking: true,
      method: 'delete',
      path: '/api/preview',
      tag: 'people',
      summary: 'One’s own view of the app again',
      answer: Done,
    },
    async ({ c }) => {
      await endPreview(deps, c.get('identity'))
      return ok({ done: true as const })
    },
  )
}
