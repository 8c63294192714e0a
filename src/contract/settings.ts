import { z } from '@hono/zod-openapi'

export const Unit = z.enum(['kl', 't', 'cases'])

export const CompanySettings = z
  .object({
    name: z.string(),
    timeZone: z.string(),
    /** In which volume is talked about until a person chooses another. */
    unit: Unit,
    /** Share 0..1 of the price without tax, where a file says nothing; null: files must say. */
    vatRate: z.number().nullable(),
    currency: z.string(),
    locale: z.enum(['zh', 'en']),
    /** Whether there are movements: amounts are kept in the currency. */
    posted: z.boolean(),
    /** Roles, by code, whose holders must have a second factor. */
    secondFactorRoles: z.array(z.string()),
    /** Roles of the company's own that there are, for who may change these; for others none. */
    ownRoles: z.array(z.object({ code: z.string(), name: z.string() })),
    /** Whether the asker may change these. */
    may: z.boolean(),
  })
  .openapi('CompanySettings')
export type CompanySettings = z.infer<typeof CompanySettings>

/** What is left out stays as it is. */
export const CompanyChange = z
  .object({
    name: z.string().max(200).optional(),
    timeZone: z.string().max(100).optional(),
    unit: Unit.optional(),
    /** Kept to five places: what lies above the last of them would be the whole. */
    vatRate: z.number().min(0).max(0.99999).nullable().optional(),
    secondFactorRoles: z.array(z.string().max(100)).max(200).optional(),
  })
  .openapi('CompanyChange')
export type CompanyChange = z.infer<typeof CompanyChange>
