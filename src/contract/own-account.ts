import { z } from '@hono/zod-openapi'

export const OwnAccount = z
  .object({
    sessions: z.array(
      z.object({
        id: z.string(),
        /** Names of browser and system as their makers write them; null: not recognised. */
        browser: z.string().nullable(),
        system: z.string().nullable(),
        /** Where it signed in from; null: not known. */
        address: z.string().nullable(),
        since: z.string(),
        /** To ten minutes. */
        lastSeen: z.string(),
        /** The session that asks. */
        own: z.boolean(),
      }),
    ),
    keys: z.array(
      z.object({
        prefix: z.string(),
        /** Null: an administrator made it, or it is older than names. */
        name: z.string().nullable(),
        madeAt: z.string(),
        /** To ten minutes; null: never, or before it was kept. */
        lastUsed: z.string().nullable(),
      }),
    ),
    leastPassword: z.number(),
  })
  .openapi('OwnAccount')
export type OwnAccount = z.infer<typeof OwnAccount>

export const OwnPassword = z
  .object({ old: z.string().min(1).max(512), password: z.string().min(1).max(512) })
  .openapi('OwnPassword')

export const OwnKey = z.object({ name: z.string().max(100) }).openapi('OwnKey')

export const OwnLanguage = z.object({ locale: z.enum(['zh', 'en']) }).openapi('OwnLanguage')
