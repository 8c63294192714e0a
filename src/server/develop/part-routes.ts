import { z } from '@hono/zod-openapi'
import { Phone } from '../../contract/account.ts'
import { Talk, TalkSaved } from '../../contract/concern.ts'
import { MadePart, NewBrand, NewPerson } from '../../contract/prospect.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import {
  addPerson,
  addServed,
  removeBrand,
  removePerson,
  removeServed,
  seePhone,
  talk,
  tellBrand,
} from './parts.ts'

const params = z.object({ id: z.uuid() })
const ofPerson = params.extend({ person: z.uuid() })
const access = 'prospect.change'
const tag = 'develop'

/** What hangs on a prospect: its people and their concerns, brands, whom it serves. */
export function partRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access,
      method: 'post',
      path: '/api/prospects/{id}/phone',
      tag,
      summary: 'Its whole phone; the look is kept in the audit',
      params,
      answer: Phone,
    },
    ({ params: { id }, caller }) => seePhone(deps, caller, id, null),
  )
  endpoint(
    app,
    {
      access,
      method: 'post',
      path: '/api/prospects/{id}/people',
      tag,
      summary: 'Name somebody to talk with: owner, spouse, buyer',
      params,
      body: NewPerson,
      answer: MadePart,
      status: 201,
    },
    ({ params: { id }, body, caller }) => addPerson(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      access,
      method: 'delete',
      path: '/api/prospects/{id}/people/{person}',
      tag,
      summary: 'Somebody is no longer to be talked with',
      params: ofPerson,
      answer: MadePart,
    },
    ({ params: { id, person }, caller }) => removePerson(deps, caller, id, person),
  )
  endpoint(
    app,
    {
      access,
      method: 'post',
      path: '/api/prospects/{id}/people/{person}/phone',
      tag,
      summary: "Somebody's whole phone; the look is kept in the audit",
      params: ofPerson,
      answer: Phone,
    },
    ({ params: { id, person }, caller }) => seePhone(deps, caller, id, person),
  )
  endpoint(
    app,
    {
      access,
      method: 'post',
      path: '/api/prospects/{id}/people/{person}/talks',
      tag,
      summary: 'The talk guide as this person answered it; the ranking of concerns follows',
      params: ofPerson,
      body: Talk,
      answer: TalkSaved,
      status: 201,
    },
    ({ params: { id, person }, body, caller }) => talk(deps, caller, id, person, body),
  )
  endpoint(
    app,
    {
      access,
      method: 'post',
      path: '/api/prospects/{id}/brands',
      tag,
      summary: 'What it sells of a brand, how sure that is and from whom; the latest of a brand counts',
      params,
      body: NewBrand,
      answer: MadePart,
      status: 201,
    },
    ({ params: { id }, body, caller }) => tellBrand(deps, caller, id, body),
  )
  endpoint(
    app,
    {
      access,
      method: 'delete',
      path: '/api/prospects/{id}/brands/{brand}',
      tag,
      summary: 'Take a brand back',
      params: params.extend({ brand: z.uuid() }),
      answer: MadePart,
    },
    ({ params: { id, brand }, caller }) => removeBrand(deps, caller, id, brand),
  )
  endpoint(
    app,
    {
      access,
      method: 'put',
      path: '/api/prospects/{id}/serves/{account}',
      tag,
      summary: 'An outlet or a sub-distributor of ours that it serves',
      params: params.extend({ account: z.uuid() }),
      answer: MadePart,
    },
    ({ params: { id, account }, caller }) => addServed(deps, caller, id, account),
  )
  endpoint(
    app,
    {
      access,
      method: 'delete',
      path: '/api/prospects/{id}/serves/{account}',
      tag,
      summary: 'It does not serve this one',
      params: params.extend({ account: z.uuid() }),
      answer: MadePart,
    },
    ({ params: { id, account }, caller }) => removeServed(deps, caller, id, account),
  )
}
