import { z } from '@hono/zod-openapi'
import { tiers } from '../domain/chain/line.ts'
import { measures, periodKinds, policyComponents } from '../domain/develop/trade-policy.ts'

const measure = z.enum(measures)
const minor = z.number()

/** Rates: minor units a case or a litre, percent of an amount; at most four decimals. */
export const PolicyTerms = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('rate'), measure, rate: z.number() }),
    z.object({
      kind: z.literal('tiers'),
      measure,
      mode: z.enum(['all', 'marginal']),
      tiers: z
        .array(z.object({ from: z.number(), to: z.number().nullable().optional(), rate: z.number() }))
        .max(200),
    }),
    z.object({ kind: z.literal('growth'), measure, above: z.number(), rate: z.number() }),
    z.object({ kind: z.literal('free_goods'), buy: z.number(), get: z.number(), valueMinor: minor }),
    z.object({ kind: z.literal('conduct'), amountMinor: minor }),
    z.object({ kind: z.literal('display'), amountMinor: minor }),
  ])
  .openapi('PolicyTerms')

/** `nodes`: places of the tree by id. Lists of null are "all of them". Money in minor units. */
export const TradePolicyDraft = z
  .object({
    name: z.string().max(1000),
    from: z.string().max(10),
    to: z.string().max(10),
    nodes: z.array(z.uuid()).max(1000),
    tiers: z.array(z.enum(tiers)).max(3),
    accounts: z.array(z.uuid()).max(10_000).nullable(),
    skus: z.array(z.uuid()).max(10_000).nullable(),
    stacking: z.enum(['stackable', 'exclusive']),
    priority: z.number().int().min(0).max(1_000_000),
    period: z.enum(periodKinds),
    component: z.enum(policyComponents),
    terms: PolicyTerms,
    budgetMinor: minor.nullable(),
    approveUpToMinor: minor,
  })
  .openapi('TradePolicyDraft')
export type TradePolicyDraft = z.infer<typeof TradePolicyDraft>
export const TradePolicyChange = TradePolicyDraft.extend({ version: z.number().int() }).openapi(
  'TradePolicyChange',
)
export type TradePolicyChange = z.infer<typeof TradePolicyChange>

/** `postings`: how many differences a change has posted. */
export const TradePolicySaved = z
  .object({ id: z.string(), version: z.number(), postings: z.number() })
  .openapi('TradePolicySaved')
export type TradePolicySaved = z.infer<typeof TradePolicySaved>

const inList = {
  id: z.string(),
  code: z.string(),
  version: z.number(),
  draft: TradePolicyDraft,
  /** What was posted in the caller's markets, or in the place that was asked for, minor units. */
  accruedMinor: minor,
  /** Of the budget, in all markets: what claims have taken of it. */
  heldMinor: minor,
  state: z.enum(['coming', 'running', 'over']),
}
/** `node`: the code of a place. */
export const TradePolicyQuery = z.object({ node: z.string().max(200).optional() })
export type TradePolicyQuery = z.infer<typeof TradePolicyQuery>
export const TradePolicies = z
  .object({ today: z.string(), policies: z.array(z.object(inList)) })
  .openapi('TradePolicies')
export type TradePolicies = z.infer<typeof TradePolicies>

/** `quantity`, `base`: thousandths of a case, millilitres or minor units, as the policy measures. */
export const TradePolicyView = z
  .object({
    ...inList,
    /** The agreement of which it is the rebate: its terms change there. */
    agreement: z.object({ id: z.string(), code: z.string() }).nullable(),
    /** Who is on its list, as far as they are in reach; null: it has none. */
    listed: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })).nullable(),
    versions: z.array(
      z.object({ version: z.number(), by: z.string(), at: z.string(), draft: TradePolicyDraft }),
    ),
    units: z.array(
      z.object({
        account: z.string(),
        accountCode: z.string(),
        accountName: z.string(),
        period: z.string(),
        quantity: z.number(),
        base: z.number(),
        confirmed: z.boolean(),
        accruedMinor: minor,
      }),
    ),
    /** There are more than are listed. */
    more: z.boolean(),
  })
  .openapi('TradePolicyView')
export type TradePolicyView = z.infer<typeof TradePolicyView>

/** Somebody has seen that conduct was kept, or that a display stands; or takes that back. */
export const PolicyConfirm = z
  .object({ account: z.uuid(), period: z.string().max(10), confirmed: z.boolean() })
  .openapi('PolicyConfirm')
export type PolicyConfirm = z.infer<typeof PolicyConfirm>

const state = z.object({ quantity: z.number(), base: z.number(), confirmed: z.boolean(), minor })

/** Why an account is owed what it is owed under a policy in a period: each posting, and what its lines earned. */
export const PolicyTrace = z
  .object({
    code: z.string(),
    name: z.string(),
    accountName: z.string(),
    period: z.string(),
    accruedMinor: minor,
    postings: z.array(
      z.object({
        id: z.string(),
        version: z.number(),
        cause: z.enum(['movements', 'change', 'confirm', 'merge']),
        bookedOn: z.string(),
        amountMinor: minor,
        before: state,
        after: state,
        tier: z.tuple([z.number().nullable(), z.number().nullable()]),
        terms: PolicyTerms,
        lines: z.array(
          z.object({
            day: z.string(),
            sku: z.string().nullable(),
            doc: z.string().nullable(),
            milliCases: z.number().nullable(),
            millilitres: z.number().nullable(),
            lineAmountMinor: minor.nullable(),
            amountMinor: minor,
          }),
        ),
        moreLines: z.boolean(),
      }),
    ),
  })
  .openapi('PolicyTrace')
export type PolicyTrace = z.infer<typeof PolicyTrace>
