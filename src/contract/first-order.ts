import { z } from '@hono/zod-openapi'

/** Until when an account wants to order first, and how many cases; null: nobody said. */
export const FirstOrderPlan = z
  .object({ dueOn: z.string().max(10), cases: z.number().nullable() })
  .openapi('FirstOrderPlan')
export type FirstOrderPlan = z.infer<typeof FirstOrderPlan>

const Outlet = z.object({ id: z.string(), name: z.string() })

/** An account's first order and where it went in half a month. Cases may have a part. */
export const FirstOrder = z
  .object({
    account: z.string(),
    today: z.string(),
    plan: z.object({ dueOn: z.string(), cases: z.number().nullable() }).nullable(),
    order: z.object({ day: z.string(), cases: z.number() }).nullable(),
    state: z.enum(['none', 'waits', 'late', 'came', 'came-late', 'came-short']),
    placement: z
      .object({
        by: z.string(),
        state: z.enum(['early', 'moving', 'behind', 'placed', 'fell-short']),
        placed: z.number(),
        between: z.number(),
        /** At most fifty of them, those with most cases first. */
        reached: z.array(
          Outlet.extend({
            day: z.string(),
            how: z.enum(['delivered', 'seen']),
            cases: z.number().nullable(),
          }),
        ),
        reachedTotal: z.number(),
        known: z.number(),
        next: z.array(Outlet),
      })
      .nullable(),
  })
  .openapi('FirstOrder')
export type FirstOrder = z.infer<typeof FirstOrder>
