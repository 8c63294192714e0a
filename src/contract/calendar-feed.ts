import { z } from '@hono/zod-openapi'

/** Whether there is a secret address, and since when; the address itself is not kept. */
export const CalendarFeed = z.object({ since: z.string().nullable() }).openapi('CalendarFeed')
export type CalendarFeed = z.infer<typeof CalendarFeed>

/** The path of the address, shown once. Whoever knows it reads the calendar. */
export const NewCalendarFeed = z.object({ path: z.string() }).openapi('NewCalendarFeed')
export type NewCalendarFeed = z.infer<typeof NewCalendarFeed>
