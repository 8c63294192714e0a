import { z } from '@hono/zod-openapi'
import {
  Done,
  Made,
  NewKey,
  NewPerson,
  NewStandIn,
  OneTimeLink,
  People,
  PeopleChange,
  PersonChange,
  PersonView,
} from '../../contract/people.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { addPerson, keyFor, linkFor, takeSecondFactor } from './add-person.ts'
import { giverIn } from './giver.ts'
import { changePeople } from './change-people.ts'
import { peopleSeenBy } from './people-list.ts'
import { emailKey } from './person-store.ts'
import { addStandIn, removeStandIn } from './stand-ins.ts'

const params = z.object({ email: z.string().max(254) })

/** People and their rights. What an administrator may give and take is decided in `add-person`. */
export function peopleRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'people.read',
      method: 'get',
      path: '/api/people',
      tag: 'people',
      summary: 'People whose roles lie within what the caller sees',
      answer: People,
    },
    async ({ c }) => ok(await peopleSeenBy(deps, giverIn(c.get('identity')))),
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/people',
      tag: 'people',
      summary: 'Add a person; answers a one-time link',
      body: NewPerson,
      answer: OneTimeLink,
      status: 201,
    },
    async ({ body, c }) => {
      const { locale, ...rest } = body
      const added = await addPerson(
        deps,
        giverIn(c.get('identity')),
        locale === undefined ? rest : { ...rest, locale },
      )
      return added.ok ? ok({ link: `/link/${added.value.token}` }) : added
    },
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'put',
      path: '/api/people',
      tag: 'people',
      summary: 'Change many people: let in, keep out, other names or roles from today on; all or none',
      body: PeopleChange,
      answer: People,
    },
    async ({ body, c }) => {
      const done = await changePeople(deps, giverIn(c.get('identity')), body.changes)
      return done.ok ? ok(await peopleSeenBy(deps, giverIn(c.get('identity')))) : done
    },
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'put',
      path: '/api/people/{email}',
      tag: 'people',
      summary: 'Let a person in, keep them out, or give them another name or other roles from today on',
      params,
      body: PersonChange,
      answer: PersonView,
    },
    async ({ params: { email }, body, c }): Promise<Result<PersonView>> => {
      const done = await changePeople(deps, giverIn(c.get('identity')), [{ ...body, email }])
      if (!done.ok) return done
      const { people } = await peopleSeenBy(deps, giverIn(c.get('identity')))
      const found = people.find((person) => person.email === emailKey(email))
      return found ? ok(found) : refuse('person/missing', { email })
    },
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/people/{email}/stand-ins',
      tag: 'people',
      summary: 'A colleague acts with the roles of this person, from a day to a day',
      params,
      body: NewStandIn,
      answer: Made,
      status: 201,
    },
    ({ params: { email }, body, c }) =>
      addStandIn(deps, giverIn(c.get('identity')), { ...body, absent: email }),
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'delete',
      path: '/api/stand-ins/{id}',
      tag: 'people',
      summary: 'End a stand-in now',
      params: z.object({ id: z.uuid() }),
      answer: Made,
    },
    ({ params: { id }, c }) => removeStandIn(deps, giverIn(c.get('identity')), id),
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/people/{email}/link',
      tag: 'people',
      summary: 'A new one-time link for a person; earlier ones end',
      params,
      answer: OneTimeLink,
      status: 201,
    },
    async ({ params: { email }, c }) => {
      const made = await linkFor(deps, giverIn(c.get('identity')), email)
      return made.ok ? ok({ link: `/link/${made.value.token}` }) : made
    },
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'delete',
      path: '/api/people/{email}/second-factor',
      tag: 'people',
      summary: 'Take the second factor off a person who lost it; their sessions end',
      params,
      answer: Done,
    },
    async ({ params: { email }, c }) => {
      const taken = await takeSecondFactor(deps, giverIn(c.get('identity')), email)
      return taken.ok ? ok({ done: true as const }) : taken
    },
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/people/{email}/key',
      tag: 'people',
      summary: 'A new API key for a person, shown once',
      params,
      answer: NewKey,
      status: 201,
    },
    ({ params: { email }, c }) => keyFor(deps, giverIn(c.get('identity')), email),
  )
}
