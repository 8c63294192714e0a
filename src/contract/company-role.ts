import { z } from '@hono/zod-openapi'
import { Right, Role } from './people.ts'

/** A role of the company's own. `held`: how many people that the caller sees have it today or from a later day on. */
export const CompanyRole = z
  .object({
    code: z.string(),
    name: z.string(),
    rights: z.array(Right),
    version: z.number(),
    held: z.number(),
  })
  .openapi('CompanyRole')
export type CompanyRole = z.infer<typeof CompanyRole>

/** `fixed`: the six that are always there, counted alike. `mayShape`: the caller manages people everywhere, so may make roles. */
export const CompanyRoles = z
  .object({
    roles: z.array(CompanyRole),
    fixed: z.array(z.object({ role: Role, held: z.number() })),
    mayShape: z.boolean(),
  })
  .openapi('CompanyRoles')
export type CompanyRoles = z.infer<typeof CompanyRoles>

export const NewCompanyRole = z
  .object({ name: z.string().max(60), rights: z.array(Right).max(100) })
  .openapi('NewCompanyRole')
export type NewCompanyRole = z.infer<typeof NewCompanyRole>

/** `version` as it was read. A role that was removed comes back with this. */
export const CompanyRoleChange = NewCompanyRole.extend({ version: z.int() }).openapi('CompanyRoleChange')

export const CompanyRoleAt = z.object({ code: z.string(), version: z.number() }).openapi('CompanyRoleAt')
