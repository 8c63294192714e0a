import { z } from '@hono/zod-openapi'

/** Kinds of action, each by the beginnings of the actions that belong to it. */
export const auditKinds = {
  account: ['account'],
  market: ['market'],
  product: ['product'],
  import: ['import'],
  policy: ['policy', 'assess'],
  person: ['person', 'stand-in', 'role'],
  view: ['view'],
  prospect: ['prospect', 'campaign'],
  visit: ['visit'],
  trade: ['trade-policy', 'claim', 'agreement', 'deal-limit'],
  company: ['company', 'demo'],
} as const
export type AuditKind = keyof typeof auditKinds
export const auditKindNames = Object.keys(auditKinds) as AuditKind[]

/** Most entries of one page. */
export const AUDIT_PAGE = 100

export const AuditEntry = z
  .object({
    id: z.string(),
    at: z.string(),
    /** Name of the person, or `cli:…`, `system` as it was written. */
    by: z.string(),
    /** E-mail of the person; null: not one of the people. */
    byEmail: z.string().nullable(),
    /** The network address it came from, for whoever reaches the whole company; null: not known, erased, or no network. */
    from: z.string().nullable(),
    /** Null: it concerns the whole company. */
    market: z.object({ code: z.string(), name: z.string() }).nullable(),
    /** As it was written; there are words for those that are known. */
    action: z.string(),
    /** What was acted on, by name where it has one; `account`: its id, when it is an account that can be opened. */
    subject: z.object({ name: z.string(), account: z.string().nullable() }).nullable(),
    said: z.array(
      z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  })
  .openapi('AuditEntry')
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditPage = z
  .object({
    entries: z.array(AuditEntry),
    /** Hand it back as `after` for the next page; null: this was the last. */
    next: z.string().nullable(),
    /** Of everything that passes, not of this page; only with the first page. */
    count: z.object({ entries: z.number(), people: z.number() }).nullable(),
    /** Whether what concerns the whole company is within reach. */
    whole: z.boolean(),
  })
  .openapi('AuditPage')
export type AuditPage = z.infer<typeof AuditPage>
