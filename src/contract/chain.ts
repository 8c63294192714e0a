import { z } from '@hono/zod-openapi'

/** `into` null: the account counts for itself. */
export const Merged = z.object({ account: z.string(), into: z.string().nullable() }).openapi('Merged')
