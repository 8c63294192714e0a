import { z } from '@hono/zod-openapi'
import { Standing } from './assess.ts'

/** What people know of an account beside its figures. Phones are masked; a whole one is asked for by itself, and the look is kept. */
export const AccountRecord = z
  .object({
    id: z.string(),
    kind: z.enum(['note', 'contact', 'site', 'file']),
    day: z.string(),
    name: z.string(),
    /** A contact's office, a site's use. */
    role: z.string(),
    phoneMasked: z.string().nullable(),
    words: z.string(),
    /** Files only. */
    bytes: z.number().nullable(),
    media: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    /** Code of the merged account that it was written for; null: this one. */
    account: z.string().nullable(),
  })
  .openapi('AccountRecord')
export type AccountRecord = z.infer<typeof AccountRecord>

export const FactName = z.enum([
  'working_capital',
  'credit_limit',
  'sales_people',
  'vehicles',
  'warehouse_m2',
  'share_of_wallet',
  'overdue_minor',
])

/** `value`: money in whole units of the company's currency, share of wallet 0..1, counts as counts. */
export const AccountFact = z
  .object({
    fact: FactName,
    value: z.number(),
    day: z.string(),
    expiresOn: z.string().nullable(),
    source: z.string(),
  })
  .openapi('AccountFact')
export type AccountFact = z.infer<typeof AccountFact>

export const AccountRecords = z
  .object({
    id: z.string(),
    account: z.string(),
    name: z.string(),
    tier: z.enum(['wholesaler', 'sub_distributor', 'outlet']),
    records: z.array(AccountRecord),
    /** All that were ever told, latest first; those of merged accounts too. */
    facts: z.array(AccountFact.extend({ account: z.string().nullable() })),
  })
  .openapi('AccountRecords')
export type AccountRecords = z.infer<typeof AccountRecords>

/** A change without `phone` keeps the one that is there; null takes it away. */
export const RecordChange = z
  .object({
    kind: z.enum(['note', 'contact', 'site']),
    day: z.string().max(10),
    name: z.string().max(200).default(''),
    role: z.string().max(200).default(''),
    phone: z.string().max(100).nullable().optional(),
    words: z.string().max(4000).default(''),
  })
  .openapi('RecordChange')
export type RecordChange = z.infer<typeof RecordChange>

/** The row that stands now; `before` is what it took the place of. */
export const RecordSaved = z.object({ id: z.string(), before: z.string().nullable() }).openapi('RecordSaved')
export type RecordSaved = z.infer<typeof RecordSaved>

export const Phone = z.object({ phone: z.string() }).openapi('Phone')

/** What stood there before, to put it back; null: nothing. */
export const FactSaved = z.object({ before: z.union([AccountFact, z.null()]) }).openapi('FactSaved')
export type FactSaved = z.infer<typeof FactSaved>

/** What happened to an account, latest first. `at` is null where only the day is known. The facts are the holes of its words. */
export const TimelineEntry = z.object({
  day: z.string(),
  at: z.string().nullable(),
  what: z.enum([
    'first-order',
    'standing',
    'override',
    'override-withdrawn',
    'note',
    'contact',
    'site',
    'file',
    'fact',
    'merge',
    'unmerge',
    'move',
    'opened',
    'closed',
  ]),
  by: z.string().nullable(),
  standing: Standing.nullable(),
  before: Standing.nullable(),
  policy: z.number().nullable(),
  words: z.string(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>
export const Timeline = z
  .object({ entries: z.array(TimelineEntry), more: z.boolean() })
  .openapi('AccountTimeline')
export type Timeline = z.infer<typeof Timeline>

/** One firm under two codes, perhaps: why it looks so. */
export const Double = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  why: z.array(z.enum(['name', 'phone', 'code', 'address'])),
})
export const Doubles = z
  .object({
    likely: z.array(Double),
    merged: z.array(z.object({ id: z.string(), account: z.string(), name: z.string() })),
  })
  .openapi('Doubles')
export type Doubles = z.infer<typeof Doubles>

const Held = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  /** Movement lines of all time. */
  lines: z.number(),
  litres: z.number(),
  subDistributors: z.number(),
  outlets: z.number(),
  records: z.number(),
  facts: z.number(),
  standing: Standing.nullable(),
  rank: z.number().nullable(),
})
/** What a merge would move. `after`: the one account that is left; litres are of the twelve months to `asOf`. */
export const MergePreview = z
  .object({
    asOf: z.string(),
    account: Held,
    into: Held,
    after: z.object({
      litres: z.number(),
      standing: Standing.nullable(),
      rank: z.number().nullable(),
    }),
    /** Other accounts of the market whose standing would change. */
    others: z.array(z.object({ name: z.string(), before: Standing, after: Standing })),
  })
  .openapi('MergePreview')
export type MergePreview = z.infer<typeof MergePreview>
