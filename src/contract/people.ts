import { z } from '@hono/zod-openapi'
import { rights, roles } from '../domain/chain/reach.ts'
import { CompanyAccount } from './company-sign-in.ts'
import { Unit } from './settings.ts'

export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** What a role may do. The server refuses, and the screens say whom to ask. */
export const Right = z.enum(rights)
export type Right = z.infer<typeof Right>

export const Company = z.object({
  name: z.string(),
  currency: z.string(),
  minorDigits: z.number(),
  timeZone: z.string(),
  locale: z.enum(['zh', 'en']),
  vatRate: z.number().nullable(),
  /** In which volume is talked about until a person chooses another. */
  unit: Unit,
  kind: z.enum(['own', 'demo']),
})
export type Company = z.infer<typeof Company>

export const Node = z.object({
  id: z.string(),
  kind: z.enum(['hq', 'region', 'office', 'unassigned', 'market']),
  code: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
})

/** `role`: one of the six, or the code of a role of the company's own: then `roleName` is its name, else null. */
const RoleAt = z.object({
  role: z.string(),
  roleName: z.string().nullable(),
  node: z.string(),
  nodeName: z.string(),
})
export type RoleAt = z.infer<typeof RoleAt>

export const Session = z
  .object({
    person: z.object({ id: z.string(), name: z.string(), email: z.string(), locale: z.enum(['zh', 'en']) }),
    roles: z.array(RoleAt),
    /** For whom the person stands in today, with their roles; `to` is the last day. */
    standsInFor: z.array(z.object({ name: z.string(), to: z.string() })),
    rights: z.array(Right),
    company: Company,
    /** The nodes that the person may see, parents first (ancestors of the scope are there for the breadcrumb). */
    nodes: z.array(Node),
    today: z.string(),
    /** Who really sits there, where the app is seen as somebody else sees it, and until when; null: `person` does. */
    seenBy: z.object({ name: z.string(), until: z.string() }).nullable(),
  })
  .openapi('Session')
export type Session = z.infer<typeof Session>

export const PreviewUntil = z.object({ until: z.string() }).openapi('PreviewUntil')

export const StartState = z
  .object({
    state: z.enum(['empty', 'own', 'demo']),
    company: Company.nullable(),
    version: z.string(),
    /** While the demo is being made: 0..1 and what is going on. */
    working: z.object({ done: z.number(), step: z.string() }).nullable(),
    /** The company's account that people may sign in with; null: there is none. */
    companyAccount: CompanyAccount.nullable(),
    /** Sign-ins of the demo company; never given for one's own. */
    demoPeople: z.array(z.object({ email: z.string(), name: z.string(), role: Role, password: z.string() })),
  })
  .openapi('StartState')
export type StartState = z.infer<typeof StartState>

/** `key`: of the link that the program prints where it was started. */
const setUpKey = z.string().max(200)

export const MakeDemo = z.object({ key: setUpKey }).openapi('MakeDemo')

export const SetUp = z
  .object({
    key: setUpKey,
    company: z.string().max(200),
    currency: z.string().max(10),
    timeZone: z.string().max(100),
    locale: z.enum(['zh', 'en']),
    unit: Unit.optional(),
    market: z.string().max(200),
    adminName: z.string().min(1).max(100),
    adminEmail: z.string().max(254),
  })
  .openapi('SetUp')

export const SignIn = z
  .object({ email: z.string().min(1).max(254), password: z.string().min(1).max(512) })
  .openapi('SignIn')

export const Done = z.object({ done: z.literal(true) }).openapi('Done')

/** A one-time link as a path of this installation: `/link/TOKEN`. Shown once, never stored. */
export const OneTimeLink = z.object({ link: z.string() }).openapi('OneTimeLink')

/** Whose link it is: so that a person sees that it is theirs before they choose a password. */
export const LinkOwner = z
  .object({ name: z.string(), email: z.string(), company: z.string(), leastPassword: z.number() })
  .openapi('LinkOwner')

export const NewPassword = z.object({ password: z.string().min(1).max(512) }).openapi('NewPassword')

export const PersonView = z
  .object({
    email: z.string(),
    name: z.string(),
    active: z.boolean(),
    locale: z.enum(['zh', 'en']),
    roles: z.array(RoleAt),
    /** A moment; null: never, or before it was kept. */
    lastSignIn: z.string().nullable(),
    /** No password has been chosen yet: the link is still out. */
    invited: z.boolean(),
    /** Signs in with a code after the password. */
    secondFactor: z.boolean(),
    /** The caller could give all these roles, so may change the person. */
    mine: z.boolean(),
  })
  .openapi('Person')
export type PersonView = z.infer<typeof PersonView>

const Named = z.object({ email: z.string(), name: z.string() })

/** `by` acts with the roles of `absent`, from a day to a day (both inclusive). */
export const StandIn = z
  .object({ id: z.string(), absent: Named, by: Named, from: z.string(), to: z.string() })
  .openapi('StandIn')
export type StandIn = z.infer<typeof StandIn>

/** Stand-ins: those of the people above that are running or still to come. */
export const People = z.object({ people: z.array(PersonView), standIns: z.array(StandIn) }).openapi('People')
export type People = z.infer<typeof People>

export const NewStandIn = z
  .object({ by: z.string().max(254), from: z.string().max(10), to: z.string().max(10) })
  .openapi('NewStandIn')

export const Made = z.object({ id: z.string() }).openapi('Made')

/** Role: one of the six, or a role of the company's own by code or name. Scope: the code of a node of the territory tree. */
export const RoleWishes = z.object({
  roles: z.array(z.object({ role: z.string().min(1).max(100), scope: z.string().min(1).max(200) })).max(50),
})

export const NewPerson = RoleWishes.extend({
  email: z.string().max(254),
  name: z.string().max(100),
  locale: z.enum(['zh', 'en']).optional(),
}).openapi('NewPerson')
export type NewPerson = z.infer<typeof NewPerson>

const Change = z.object({
  name: z.string().max(100).optional(),
  active: z.boolean().optional(),
  roles: RoleWishes.shape.roles.optional(),
})

export const PersonChange = Change.openapi('PersonChange')

/** Many people at once: all or none. */
export const PeopleChange = z
  .object({
    changes: z
      .array(Change.extend({ email: z.string().max(254) }))
      .min(1)
      .max(500),
  })
  .openapi('PeopleChange')
export type PeopleChange = z.infer<typeof PeopleChange>

export const NewKey = z.object({ key: z.string(), prefix: z.string() }).openapi('NewKey')

export const Health = z.object({ status: z.literal('ok'), version: z.string() }).openapi('Health')

export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    detail: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    id: z.string().optional(),
  })
  .openapi('Problem')
