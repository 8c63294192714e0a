import { z } from '@hono/zod-openapi'

/** What a view of the ranking keeps, as it stands in the address; never the day, because a view is of today. */
export const ViewBody = z.object({
  node: z.string().max(200).optional(),
  sort: z.string().max(20).optional(),
  q: z.string().max(200).optional(),
  standing: z.string().max(200).optional(),
  cols: z.string().max(300).optional(),
})
export type ViewBody = z.infer<typeof ViewBody>

export const SavedView = z
  .object({
    id: z.string(),
    name: z.string(),
    /** For everybody in the company. */
    shared: z.boolean(),
    /** Who made it. */
    by: z.string(),
    /** Whether the caller may rename and delete it. */
    mine: z.boolean(),
    /** Whether the caller's ranking opens with it. */
    opens: z.boolean(),
    body: ViewBody,
  })
  .openapi('SavedView')
export type SavedView = z.infer<typeof SavedView>

export const SavedViews = z.object({ views: z.array(SavedView) }).openapi('SavedViews')
export type SavedViews = z.infer<typeof SavedViews>

export const NewView = z
  .object({ name: z.string().max(2000), shared: z.boolean(), body: ViewBody })
  .openapi('NewView')
export type NewView = z.infer<typeof NewView>

export const ViewChange = z
  .object({
    name: z.string().max(2000).optional(),
    body: ViewBody.optional(),
    /** Open the ranking with it from now on, or no longer. */
    opens: z.boolean().optional(),
    /** False takes a deletion back. */
    deleted: z.boolean().optional(),
  })
  .openapi('ViewChange')
export type ViewChange = z.infer<typeof ViewChange>
