import { z } from '@hono/zod-openapi'

/** What an edit answers: its id undoes it. */
export const Edited = z
  .object({ edit: z.string(), id: z.string().nullable(), count: z.number() })
  .openapi('Edited')
export type Edited = z.infer<typeof Edited>
