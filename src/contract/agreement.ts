import { z } from '@hono/zod-openapi'
import { agreementActs, agreementEvents, agreementStates } from '../domain/develop/agreement/way.ts'

const minor = z.number()
const seq = z.number().int()
const day = z.string().max(10)

/** `markets`: by id. `products`: by id; null: all. Targets are whole cases by month (`YYYY-MM`). Money in minor units. */
export const AgreementDraft = z
  .object({
    from: day,
    to: day,
    markets: z.array(z.uuid()).max(1000),
    products: z.array(z.uuid()).max(1000).nullable(),
    targets: z.array(z.object({ month: z.string().max(7), cases: z.number() })).max(240),
    /** What is ordered first, and by when; null for what follows from start and targets. */
    firstOrder: z.object({ cases: z.number().nullable(), dueOn: day.nullable() }).nullable().optional(),
    /** Of all cases of the term; rates in minor units a case. */
    rebate: z
      .object({
        kind: z.literal('tiers'),
        measure: z.literal('cases'),
        mode: z.enum(['all', 'marginal']),
        tiers: z
          .array(z.object({ from: z.number(), to: z.number().nullable().optional(), rate: z.number() }))
          .max(200),
      })
      .nullable(),
    /** What is given beside the rebate: a case, and once. */
    support: z.object({ perCaseMinor: minor, onceMinor: minor }),
    payDays: z.number(),
    visitEveryDays: z.number().nullable(),
    exclusive: z.boolean(),
    exclusivityWords: z.string().max(10_000),
    otherWords: z.string().max(10_000),
  })
  .openapi('AgreementDraft')
export type AgreementDraft = z.infer<typeof AgreementDraft>

/** With a prospect, or with a wholesaler that is there already. */
export const NewAgreement = z
  .object({
    with: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('prospect'), id: z.uuid() }),
      z.object({ kind: z.literal('account'), id: z.uuid() }),
    ]),
    draft: AgreementDraft,
  })
  .openapi('NewAgreement')
export type NewAgreement = z.infer<typeof NewAgreement>

/** `seq`: the last thing that happened to the agreement, as the caller has read it; where something else has happened since, the act is refused. */
export const AgreementChange = z.object({ seq, draft: AgreementDraft }).openapi('AgreementChange')
export type AgreementChange = z.infer<typeof AgreementChange>
/** The next version of an agreement in force. A renewal begins after its last day. */
export const AgreementAmend = z
  .object({ seq, kind: z.enum(['amendment', 'renewal']), draft: AgreementDraft })
  .openapi('AgreementAmend')
export type AgreementAmend = z.infer<typeof AgreementAmend>
export const AgreementStep = z.object({ seq }).openapi('AgreementStep')
export type AgreementStep = z.infer<typeof AgreementStep>
export const AgreementDecision = z
  .object({ seq, approve: z.boolean(), words: z.string().max(1000) })
  .openapi('AgreementDecision')
export type AgreementDecision = z.infer<typeof AgreementDecision>
/** `content`: the file in Base64. */
export const AgreementSign = z
  .object({
    seq,
    kind: z.enum(['drawn', 'scan']),
    signer: z.string().trim().min(1).max(100),
    day,
    content: z.base64(),
  })
  .openapi('AgreementSign')
export type AgreementSign = z.infer<typeof AgreementSign>
export const AgreementWaive = z.object({ seq, reason: z.string().max(1000) }).openapi('AgreementWaive')
export type AgreementWaive = z.infer<typeof AgreementWaive>
/** `day`: the last day that counts. */
export const AgreementEnd = z.object({ seq, day, reason: z.string().max(1000) }).openapi('AgreementEnd')
export type AgreementEnd = z.infer<typeof AgreementEnd>

/** `version`: the newest where none is said. */
export const AgreementPrint = z.object({
  version: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
  words: z.enum(['zh', 'both']).default('zh'),
})

export const AgreementSaved = z
  .object({ id: z.string(), version: z.number(), seq, account: z.string().nullable() })
  .openapi('AgreementSaved')
export type AgreementSaved = z.infer<typeof AgreementSaved>

const state = z.enum(agreementStates)
const inList = {
  id: z.string(),
  code: z.string(),
  party: z.string(),
  market: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  version: z.number(),
  state,
  from: z.string(),
  /** The last day that counts, where it ends early too. */
  to: z.string(),
  /** In force, ends within 90 days, and no later version is under way. */
  endsSoon: z.boolean(),
}
/** The newest version of each; those that end soon first, then by their last day. */
export const Agreements = z
  .object({ today: z.string(), agreements: z.array(z.object(inList)), more: z.boolean() })
  .openapi('Agreements')
export type Agreements = z.infer<typeof Agreements>

const Version = z.object({
  version: z.number(),
  kind: z.enum(['first', 'amendment', 'renewal']),
  state,
  draft: AgreementDraft,
  to: z.string(),
  author: z.string(),
  /** What it gives of our own money: a case, and in total when the targets are met. */
  given: z.object({ perCaseMinor: minor, totalMinor: minor }),
  /** Code of the trade policy that its rebate became. */
  policy: z.string().nullable(),
  signature: z
    .object({
      kind: z.enum(['drawn', 'scan']),
      signer: z.string(),
      day: z.string(),
      /** SHA-256, hex: of the signature, and of the text that was signed. */
      digest: z.string(),
      textDigest: z.string(),
    })
    .nullable(),
})

export const AgreementView = z
  .object({
    ...inList,
    company: z.string(),
    prospect: z.string().nullable(),
    account: z.string().nullable(),
    seq,
    today: z.string(),
    /** By how much the newest version goes beyond what its author may give. */
    beyond: z.array(z.object({ what: z.enum(['perCase', 'total']), byMinor: minor })),
    /** The code of the problem that stands in the way of each act for the caller; null: none. */
    acts: z.array(z.object({ act: z.enum(agreementActs), why: z.string().nullable() })),
    /** Agreements that promise the same ground, with whether that was waived. */
    overlaps: z.array(
      z.object({
        code: z.string(),
        markets: z.array(z.string()),
        from: z.string(),
        to: z.string(),
        waived: z.string().nullable(),
      }),
    ),
    /** Newest first. */
    versions: z.array(Version),
    events: z.array(
      z.object({
        seq,
        version: z.number(),
        kind: z.enum(agreementEvents),
        day: z.string(),
        words: z.string(),
        by: z.string(),
      }),
    ),
    names: z.object({
      markets: z.record(z.string(), z.string()),
      products: z.record(z.string(), z.string()),
    }),
  })
  .openapi('AgreementView')
export type AgreementView = z.infer<typeof AgreementView>

/** The most that a role gives by itself, minor units. */
export const DealLimit = z
  .object({ role: z.string().max(20), perCaseMinor: minor, totalMinor: minor })
  .openapi('DealLimit')
export type DealLimit = z.infer<typeof DealLimit>
/** `own`: what the caller gives by themselves, place by place, of roles of their own. */
export const DealLimits = z
  .object({
    limits: z.array(DealLimit),
    own: z.array(z.object({ place: z.string(), perCaseMinor: minor, totalMinor: minor })),
  })
  .openapi('DealLimits')
export type DealLimits = z.infer<typeof DealLimits>
