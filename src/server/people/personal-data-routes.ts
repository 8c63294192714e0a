import { z } from '@hono/zod-openapi'
import { Erased, PersonalData } from '../../contract/personal-data.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { giverIn } from './giver.ts'
import { asOwn } from './own-routes.ts'
import { dataOf, dataOfOneself, erasePerson } from './personal-data.ts'

const params = z.object({ email: z.string().max(300) })

/** What a person may ask for by law: all that is kept about them, and that it be erased. */
export function personalDataRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'signed-in',
      method: 'get',
      path: '/api/me/data',
      tag: 'people',
      summary: 'Everything kept about oneself',
      answer: PersonalData,
    },
    ({ c }) => asOwn(c, ({ personId }) => dataOfOneself(deps, personId)),
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/people/{email}/data',
      tag: 'people',
      summary: 'Everything kept about a person; that it was given out is kept in the audit',
      params,
      answer: PersonalData,
    },
    ({ params: { email }, c }) => dataOf(deps, giverIn(c.get('identity')), email),
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/people/{email}/erase',
      tag: 'people',
      summary: 'Takes from a suspended person whatever says who they are, for good; what they did stays',
      params,
      answer: Erased,
    },
    ({ params: { email }, c }) => erasePerson(deps, giverIn(c.get('identity')), email),
  )
}
