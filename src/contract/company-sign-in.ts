import { z } from '@hono/zod-openapi'

/** `name`: of the company's account, for the button; null: none was given. `only`: passwords are for administrators of all. */
export const CompanyAccount = z.object({ name: z.string().nullable(), only: z.boolean() })
export type CompanyAccount = z.infer<typeof CompanyAccount>
