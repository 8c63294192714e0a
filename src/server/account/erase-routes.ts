import { z } from '@hono/zod-openapi'
import { RecordSaved } from '../../contract/account.ts'
import { Done } from '../../contract/people.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { eraseAccountContact, eraseRecord } from './erase.ts'

/** What is erased of people who are not ours, for good: for whoever is in charge of everybody's data. */
export function eraseRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/accounts/{id}/records/{record}/erase',
      tag: 'chain',
      summary: 'Erase a note, contact, site or file with all its earlier versions, for good',
      params: z.object({ id: z.uuid(), record: z.uuid() }),
      answer: RecordSaved,
    },
    ({ params: { id, record }, caller }) => eraseRecord(deps, caller, id, record),
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/accounts/{id}/erase-contact',
      tag: 'chain',
      summary: 'Erase the account’s own contact and phone, also what they were before, for good',
      params: z.object({ id: z.uuid() }),
      answer: Done,
    },
    ({ params: { id }, caller }) => eraseAccountContact(deps, caller, id),
  )
}
