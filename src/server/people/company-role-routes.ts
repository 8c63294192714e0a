import { z } from '@hono/zod-openapi'
import {
  CompanyRoleAt,
  CompanyRoleChange,
  CompanyRoles,
  NewCompanyRole,
} from '../../contract/company-role.ts'
import { ok } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { addRole, changeRole, removeRole, rolesSeenBy } from './company-roles.ts'
import { giverIn } from './giver.ts'

const params = z.object({ code: z.string().max(20) })

/** Roles of the company's own, beside the six that are always there. */
export function companyRoleRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      access: 'people.change',
      method: 'get',
      path: '/api/roles',
      tag: 'people',
      summary: 'Roles of the company’s own, their rights and how many have them',
      answer: CompanyRoles,
    },
    async ({ c }) => ok(await rolesSeenBy(deps, giverIn(c.get('identity')))),
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'post',
      path: '/api/roles',
      tag: 'people',
      summary: 'Make a role: a name and any of the rights that the caller holds everywhere',
      body: NewCompanyRole,
      answer: CompanyRoleAt,
      status: 201,
    },
    ({ body, c }) => addRole(deps, giverIn(c.get('identity')), body),
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'put',
      path: '/api/roles/{code}',
      tag: 'people',
      summary: 'Change a role from the next request on, or bring a removed one back',
      params,
      body: CompanyRoleChange,
      answer: CompanyRoleAt,
    },
    ({ params: { code }, body, c }) => changeRole(deps, giverIn(c.get('identity')), code, body),
  )

  endpoint(
    app,
    {
      access: 'people.change',
      method: 'delete',
      path: '/api/roles/{code}',
      tag: 'people',
      summary: 'Remove a role that nobody has',
      params,
      answer: CompanyRoleAt,
    },
    ({ params: { code }, c }) => removeRole(deps, giverIn(c.get('identity')), code),
  )
}
