import { z } from '@hono/zod-openapi'
import { concerns } from '../domain/develop/concern.ts'

export const ConcernName = z.enum(concerns)
export const ConcernRank = z.object({ concern: ConcernName, points: z.number() })

/** The talk guide: for each question that was asked, the concern that the answer speaks for. */
export const Talk = z
  .object({ day: z.string().max(10).optional(), answers: z.record(z.string().max(40), z.string().max(40)) })
  .openapi('ProspectTalk')
export type Talk = z.infer<typeof Talk>
export const TalkSaved = z.object({ concerns: z.array(ConcernRank) }).openapi('ProspectTalkSaved')

/** One fact of the sheet; `value` null: it is missing, and `why` says so. Money in minor units a case. */
export const SheetFact = z.object({
  fact: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Over how many others; null: it is no figure over others. */
  n: z.number().nullable(),
  /** What the fact is of: a component of support, a source. */
  of: z.string().nullable(),
  why: z.enum(['few', 'unknown']).nullable(),
})
export type SheetFact = z.infer<typeof SheetFact>

/** The negotiation sheet: this person's first concern first, each argument with its facts. No other account is named. */
export const Sheet = z
  .object({
    prospect: z.string(),
    name: z.string(),
    person: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** Where "others nearby" are: the market, or the next place above it with enough of them. */
    nearby: z.string(),
    from: z.string(),
    to: z.string(),
    made: z.string(),
    parts: z.array(z.object({ concern: ConcernName, points: z.number(), facts: z.array(SheetFact) })),
  })
  .openapi('NegotiationSheet')
export type Sheet = z.infer<typeof Sheet>
