import { z } from '@hono/zod-openapi'
import { NewKey, NewPerson, OneTimeLink, People, PersonChange, PersonView } from '../../contract/people.ts'
import { covers, marketsUnder, rolesOn, type Scope } from '../../domain/chain/reach.ts'
import { ok, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App, Ctx } from '../http/frame.ts'
import { addPerson, changeActive, changeRoles, keyFor, linkFor, type Giver } from './add-person.ts'
import { companyRow, emailKey, everyone, roleRows, territoryTree } from './person-store.ts'
import { dayIn } from './today.ts'

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
    async ({ caller }) => ok({ people: await peopleWithin(deps, caller.scope) }),
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
      const added = await addPerson(deps, giverOf(c), locale === undefined ? rest : { ...rest, locale })
      return added.ok ? ok({ link: `/link/${added.value.token}` }) : added
    },
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'put',
      path: '/api/people/{email}',
      tag: 'people',
      summary: 'Let a person in, keep them out, or give them other roles from today on',
      params,
      body: PersonChange,
      answer: PersonView,
    },
    async ({ params: { email }, body, c }): Promise<Result<z.infer<typeof PersonView>>> => {
      const giver = giverOf(c)
      if (body.roles !== undefined) {
        const changed = await changeRoles(deps, giver, email, body.roles)
        if (!changed.ok) return changed
      }
      if (body.active !== undefined) {
        const changed = await changeActive(deps, giver, email, body.active)
        if (!changed.ok) return changed
      }
      const found = (await peopleWithin(deps, '*')).find((person) => person.email === emailKey(email))
      return found ? ok(found) : { ok: false, problem: { code: 'person/missing', facts: { email } } }
    },
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
      const made = await linkFor(deps, giverOf(c), email)
      return made.ok ? ok({ link: `/link/${made.value.token}` }) : made
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
    ({ params: { email }, c }) => keyFor(deps, giverOf(c), email),
  )
}

function giverOf(c: Ctx): Giver {
  const identity = c.get('identity')
  return { actor: identity?.actor ?? 'anonymous', grants: identity?.grants ?? new Map() }
}

async function peopleWithin(deps: Deps, scope: Scope): Promise<z.infer<typeof PersonView>[]> {
  return inScope(
    deps.db,
    [],
    async (tx) => {
      const company = await companyRow(tx)
      const today = dayIn(company?.timeZone ?? 'UTC', deps.now())
      const nodes = await territoryTree(tx)
      const byId = new Map(nodes.map((node) => [node.id, node]))
      const rows = rolesOn(await roleRows(tx), today) as Awaited<ReturnType<typeof roleRows>>
      const people = await everyone(tx)
      return people
        .map(({ id, ...person }) => ({ ...person, rows: rows.filter((row) => row.personId === id) }))
        .filter(
          ({ rows: own }) =>
            scope === '*' ||
            (own.length > 0 && own.every((row) => lies(scope, marketsUnder(nodes, row.nodeId)))),
        )
        .map(({ rows: own, ...person }) => ({
          ...person,
          roles: own.map(({ role, nodeId }) => ({
            role,
            node: byId.get(nodeId)?.code ?? '',
            nodeName: byId.get(nodeId)?.name ?? '',
          })),
        }))
    },
    { readOnly: true },
  )
}

/** A node without markets lies in no scope but the whole. */
function lies(scope: Scope, beneath: Scope): boolean {
  return beneath.length > 0 && covers(scope, beneath)
}
