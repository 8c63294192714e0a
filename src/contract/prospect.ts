import { z } from '@hono/zod-openapi'
import { personRoles, certainties, lostReasons, referrerKinds, sources } from '../domain/develop/prospect.ts'
import { stages, steps } from '../domain/develop/stage.ts'
import { ConcernRank } from './concern.ts'

export const ProspectSource = z.enum(sources)
export const ProspectStage = z.enum(stages)
const day = z.string().max(10)

const Referrer = z.object({
  kind: z.enum(referrerKinds),
  id: z.uuid().nullable().default(null),
  name: z.string().max(200).default(''),
})

/** What stands on the card, beside where it is and who looks after it. `found`: today unless said. */
const CardFields = z.object({
  name: z.string().max(400),
  phone: z.string().max(100).nullable(),
  address: z.string().max(400).nullable(),
  city: z.string().max(200).nullable(),
  source: ProspectSource,
  referrer: Referrer.nullable(),
  found: day,
  outlets: z.number().nullable(),
  subDistributors: z.number().nullable(),
  words: z.string().max(4000),
})

/** Made in half a minute: a name, a market, how it was found, what is next and when. Everything else can wait. */
export const NewProspect = CardFields.partial()
  .extend({
    name: z.string().max(400),
    source: ProspectSource,
    market: z.uuid(),
    nextStep: z.string().max(500),
    nextOn: day,
    /** An account that is there already and could become more (article 2.7). */
    account: z.uuid().optional(),
  })
  .openapi('NewProspect')
export type NewProspect = z.infer<typeof NewProspect>

/** Other fields of the card; what is not named stays. `phone` null takes it away. */
export const ProspectChange = CardFields.omit({ found: true })
  .partial()
  .extend({ version: z.number().int() })
  .openapi('ProspectChange')
export type ProspectChange = z.infer<typeof ProspectChange>

export const Changed = z.object({ id: z.string(), version: z.number() }).openapi('ProspectChanged')
export type Changed = z.infer<typeof Changed>

/** One step of the way. `day`: when it happened, today unless said; the next step belongs to all but losing and handing over. */
export const ProspectStep = z
  .object({
    step: z.enum(steps).exclude(['sign']),
    version: z.number().int(),
    day: day.optional(),
    nextStep: z.string().max(500).nullable().optional(),
    nextOn: day.nullable().optional(),
    reason: z.enum(lostReasons).nullable().optional(),
    /** To which competitor or brand it was lost. */
    lostTo: z.string().max(200).nullable().optional(),
    words: z.string().max(2000).optional(),
    owner: z.uuid().nullable().optional(),
  })
  .openapi('ProspectStep')
export type ProspectStep = z.infer<typeof ProspectStep>

/** Signing: with an account that is there, or under a code for a new one. */
export const ProspectSign = z
  .object({
    version: z.number().int(),
    day: day.optional(),
    account: z.uuid().nullable().optional(),
    code: z.string().max(200).nullable().optional(),
  })
  .openapi('ProspectSign')
export type ProspectSign = z.infer<typeof ProspectSign>
export const Signed = Changed.extend({ account: z.string() }).openapi('ProspectSigned')
export type Signed = z.infer<typeof Signed>

export const DoublesAsk = z.object({
  name: z.string().max(400),
  phone: z.string().max(100).nullable().default(null),
  address: z.string().max(400).nullable().default(null),
})
export type DoublesAsk = z.infer<typeof DoublesAsk>

/** Somebody known within the caller's reach who may be the same, and why it looks so. Nothing is merged by it. */
export const Alike = z.object({
  kind: z.enum(['prospect', 'account']),
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  marketName: z.string(),
  stage: ProspectStage.nullable(),
  why: z.array(z.enum(['name', 'phone', 'address', 'sound'])),
})
export type Alike = z.infer<typeof Alike>
export const ProspectDoubles = z.object({ alike: z.array(Alike) }).openapi('ProspectDoubles')
export type ProspectDoubles = z.infer<typeof ProspectDoubles>

export const ProspectQuery = z.object({
  node: z.string().max(100).optional(),
  q: z.string().max(100).default(''),
  state: z.enum(['open', 'signed', 'lost', 'all']).default('open'),
  source: ProspectSource.optional(),
  owner: z.enum(['all', 'me']).default('all'),
  page: z
    .string()
    .regex(/^\d{1,6}$/)
    .default('1'),
})
export type ProspectQuery = z.infer<typeof ProspectQuery>

export const ProspectRow = z.object({
  id: z.string(),
  name: z.string(),
  market: z.string(),
  marketName: z.string(),
  source: ProspectSource,
  stage: ProspectStage,
  owner: z.string().nullable(),
  found: z.string(),
  nextStep: z.string().nullable(),
  nextOn: z.string().nullable(),
  overdue: z.boolean(),
  firstOrder: z.string().nullable(),
  lostReason: z.enum(lostReasons).nullable(),
  lostTo: z.string().nullable(),
})
export type ProspectRow = z.infer<typeof ProspectRow>

const Quartiles = z.object({ low: z.number(), median: z.number(), high: z.number() })
/** From finding to first order, in days. The open ones are not over: the days are of those alone who have ordered. */
export const LeadTime = z.object({
  ordered: z.number(),
  days: Quartiles.nullable(),
  underAMonth: z.number(),
  open: z.number(),
  openLonger: z.number(),
  lost: z.number(),
  within30: z.number().nullable(),
})

export const Prospects = z
  .object({
    today: z.string(),
    rows: z.array(ProspectRow),
    page: z.number(),
    pageSize: z.number(),
    /** How many were found in all, on every page. */
    total: z.number(),
    open: z.number(),
    overdue: z.number(),
    signed: z.number(),
    lost: z.number(),
    /** Of those found in the twelve months to today. */
    leadTime: LeadTime,
  })
  .openapi('Prospects')
export type Prospects = z.infer<typeof Prospects>

const Act = z.object({
  step: z.enum(steps),
  /** Why not now, as a problem code; null: it can be taken. */
  why: z.string().nullable(),
})

export const ProspectPerson = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(personRoles),
  phoneMasked: z.string().nullable(),
  words: z.string(),
  /** The last talk's; null: never asked. */
  concerns: z.array(ConcernRank).nullable(),
  answers: z.record(z.string(), z.string()),
  askedOn: z.string().nullable(),
})
export type ProspectPerson = z.infer<typeof ProspectPerson>

export const ProspectBrand = z.object({
  id: z.string(),
  brand: z.string(),
  cases: z.number().nullable(),
  certainty: z.enum(certainties),
  source: z.string(),
  day: z.string(),
})

export const ProspectEvent = z.object({
  kind: z.string(),
  stage: ProspectStage,
  day: z.string(),
  words: z.string(),
  nextOn: z.string().nullable(),
  reason: z.enum(lostReasons).nullable(),
  owner: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})

export const Prospect = z
  .object({
    id: z.string(),
    version: z.number(),
    name: z.string(),
    market: z.object({ id: z.string(), code: z.string(), name: z.string() }),
    phoneMasked: z.string().nullable(),
    address: z.string().nullable(),
    city: z.string().nullable(),
    source: ProspectSource,
    /** `name` is empty where the caller does not reach it. */
    referrer: z
      .object({ kind: z.enum(referrerKinds), id: z.string().nullable(), name: z.string() })
      .nullable(),
    found: z.string(),
    outlets: z.number().nullable(),
    subDistributors: z.number().nullable(),
    words: z.string(),
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    stage: ProspectStage,
    lostReason: z.enum(lostReasons).nullable(),
    lostTo: z.string().nullable(),
    nextStep: z.string().nullable(),
    nextOn: z.string().nullable(),
    overdue: z.boolean(),
    account: z.object({ id: z.string(), code: z.string(), name: z.string() }).nullable(),
    signed: z.string().nullable(),
    firstOrder: z.string().nullable(),
    today: z.string(),
    steps: z.array(Act),
    people: z.array(ProspectPerson),
    brands: z.array(ProspectBrand),
    serves: z.array(z.object({ id: z.string(), name: z.string(), tier: z.string() })),
    brought: z.array(z.object({ id: z.string(), name: z.string(), stage: ProspectStage })),
    alike: z.array(Alike),
    timeline: z.array(ProspectEvent),
  })
  .openapi('Prospect')
export type Prospect = z.infer<typeof Prospect>

export const NewPerson = z
  .object({
    name: z.string().max(200),
    role: z.enum(personRoles),
    phone: z.string().max(100).nullable().default(null),
    words: z.string().max(2000).default(''),
  })
  .openapi('NewProspectPerson')
export const NewBrand = z
  .object({
    brand: z.string().max(200),
    cases: z.number().nullable().default(null),
    certainty: z.enum(certainties),
    source: z.string().max(200),
    day: day.optional(),
  })
  .openapi('NewProspectBrand')
export type NewBrand = z.infer<typeof NewBrand>
export const MadePart = z.object({ id: z.string() }).openapi('ProspectPart')
