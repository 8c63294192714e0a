import { z } from '@hono/zod-openapi'
import { aims, saidStates, sights } from '../domain/develop/visit.ts'

const day = z.string().max(10)
export const VisitAim = z.enum(aims)
export const VisitSight = z.enum(sights)

/** How often, from a day on (today unless said). `everyDays` null: no more visits are planned. Weekdays: 1 is Monday. */
export const NewCadence = z
  .object({
    everyDays: z.number().nullable(),
    weekdays: z.array(z.number()).max(7),
    from: day.optional(),
  })
  .openapi('NewVisitCadence')
export type NewCadence = z.infer<typeof NewCadence>

const Said = z.object({
  state: z.enum(saidStates),
  /** Today unless said. */
  day: day.optional(),
  aim: VisitAim.default('care'),
  /** Whether it reached its aim; of those done only. */
  met: z.boolean().nullable().default(null),
  seen: z.array(VisitSight).max(sights.length).default([]),
  /** Cases of ours that stood there. */
  cases: z.number().nullable().default(null),
  words: z.string().max(2000).default(''),
})

/** What is said of a visit. `standsFor`: the fixed date that it answers; not said, a visit that was made answers the nearest. */
export const NewVisit = Said.extend({ standsFor: day.nullable().optional() }).openapi('NewVisit')
export type NewVisit = z.infer<typeof NewVisit>

/** What is said of one that was planned: on another day, done, missed. */
export const VisitChange = Said.extend({ version: z.number().int() }).openapi('VisitChange')
export type VisitChange = z.infer<typeof VisitChange>

export const VisitSaved = z.object({ id: z.string(), version: z.number() }).openapi('VisitSaved')
export type VisitSaved = z.infer<typeof VisitSaved>

/** A visit of which somebody said something. */
const Visit = z.object({
  id: z.string(),
  version: z.number(),
  aim: VisitAim,
  met: z.boolean().nullable(),
  seen: z.array(VisitSight),
  cases: z.number().nullable(),
  words: z.string(),
  /** Who was there, or goes. */
  visitor: z.string().nullable(),
})

const Plan = z.object({
  day: z.string(),
  /** The fixed date that it is or stands for; null: planned by hand. */
  fixed: z.string().nullable(),
  state: z.enum(['done', 'missed', 'overdue', 'due', 'planned']),
  visit: Visit.nullable(),
})

const VisitRow = Plan.extend({
  account: z.string(),
  accountName: z.string(),
  marketName: z.string(),
  /** Who looks after the account, or said that they go. */
  person: z.string().nullable(),
  personName: z.string().nullable(),
  /** The last day on which somebody was there, in the half year before. */
  last: z.string().nullable(),
})
export type VisitRow = z.infer<typeof VisitRow>

/** `who`: mine, everybody's, or one person's by their id. At most 62 days; this week's unless said. */
export const VisitQuery = z.object({
  from: day.optional(),
  to: day.optional(),
  who: z.union([z.enum(['me', 'all', 'nobody']), z.uuid()]).default('me'),
  node: z.string().max(100).optional(),
})
export type VisitQuery = z.infer<typeof VisitQuery>

export const Visits = z
  .object({
    today: z.string(),
    from: z.string(),
    to: z.string(),
    rows: z.array(VisitRow),
    /** How many there are; at most 500 of them are in `rows`. */
    total: z.number(),
    /** Each person's visits of these days. */
    people: z.array(
      z.object({
        id: z.string().nullable(),
        name: z.string().nullable(),
        done: z.number(),
        due: z.number(),
        planned: z.number(),
        overdue: z.number(),
        missed: z.number(),
      }),
    ),
    /** Accounts that the caller looks after and that have no fixed dates, at most twenty of them. */
    without: z.object({
      total: z.number(),
      accounts: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  })
  .openapi('Visits')
export type Visits = z.infer<typeof Visits>

export const AccountVisits = z
  .object({
    account: z.string(),
    today: z.string(),
    cadence: z
      .object({ everyDays: z.number().nullable(), weekdays: z.array(z.number()), from: z.string() })
      .nullable(),
    /** The half year behind and the quarter ahead, by day. */
    plans: z.array(Plan),
  })
  .openapi('AccountVisits')
export type AccountVisits = z.infer<typeof AccountVisits>
