import { z } from '@hono/zod-openapi'
import { PolicyView, RankedAccount, Reason, Standing, Why } from './assess.ts'

/** A market at a glance. Litres and money in their own units, shares 0..1; money is null for whoever may not see contributions. */
export const Concentration = z.object({
  members: z.number(),
  lead: z.object({ members: z.number(), share: z.number() }),
  hhi: z.number(),
  equal: z.number(),
})

export const MarketRow = z
  .object({
    code: z.string(),
    name: z.string(),
    /** Names of the nodes above, from the top, without headquarters. */
    path: z.array(z.string()),
    litres: z.number(),
    lastYearLitres: z.number().nullable(),
    cases: z.number().nullable(),
    accounts: z.number(),
    selling: z.number(),
    concentration: Concentration.nullable(),
    /** Who sleeps and was among the K largest: see `RankedAccount`. */
    sleepsBig: z.number(),
    byStanding: z.array(z.object({ standing: Standing, accounts: z.number(), litres: z.number() })),
    categoryShare: z.number().nullable(),
    /** Of the accounts whose costs are known. */
    contribution: z.number().nullable(),
    contributionPerTonne: z.number().nullable(),
    costUnknown: z.number().nullable(),
    losing: z.object({ members: z.number(), amount: z.number() }).nullable(),
  })
  .openapi('MarketRow')
export type MarketRow = z.infer<typeof MarketRow>

export const Markets = z
  .object({
    asOf: z.string(),
    after: z.string(),
    lastMovement: z.string().nullable(),
    node: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
    markets: z.array(MarketRow),
  })
  .openapi('Markets')
export type Markets = z.infer<typeof Markets>

export const MemberLevel = z.enum(['wholesaler', 'sub_distributor'])
export type MemberLevel = z.infer<typeof MemberLevel>

/** Who is a member of the whale curve, with what it earns or costs the manufacturer in the window. */
export const CurveMember = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  suppliers: z.array(z.string()),
  litres: z.number(),
  contribution: z.number(),
  perTonne: z.number().nullable(),
  reasons: z.array(Reason),
})
export type CurveMember = z.infer<typeof CurveMember>

export const Curve = z.object({
  members: z.number(),
  /** The origin first. */
  points: z.array(z.object({ members: z.number(), amount: z.number() })),
  peak: z.object({ members: z.number(), amount: z.number() }),
  loss: z.object({ members: z.number(), amount: z.number() }),
  total: z.number(),
  perTonne: z.number().nullable(),
  /** Members that no contribution is known of, with their litres: they are not in the curve. */
  unknown: z.object({ members: z.number(), litres: z.number() }),
  /** What is not a sub-distributor's: the accounts' contributions − the curve's total. Null at tier 1. */
  untraced: z.number().nullable(),
  /** The first and the last ones, in the curve's order; all of them where there are few. */
  best: z.array(CurveMember),
  worst: z.array(CurveMember),
})
export type Curve = z.infer<typeof Curve>

/** A piece of the curve's order, for markets with more members than a page holds. */
export const MarketMembers = z
  .object({
    level: MemberLevel,
    members: z.number(),
    /** Place of the first that is sent, from 0. */
    from: z.number(),
    /** What those before it bring together. */
    before: z.number(),
    rows: z.array(CurveMember),
  })
  .openapi('MarketMembers')
export type MarketMembers = z.infer<typeof MarketMembers>

export const Moved = z.object({
  id: z.string(),
  name: z.string(),
  suppliers: z.array(z.string()),
  tier: MemberLevel,
  recentLitres: z.number(),
  beforeLitres: z.number(),
  change: z.number(),
})
export type Moved = z.infer<typeof Moved>

export const MarketSizeEntry = z
  .object({
    validFrom: z.string(),
    litres: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    source: z.string(),
  })
  .openapi('MarketSizeEntry')
export type MarketSizeEntry = z.infer<typeof MarketSizeEntry>

export const MarketSizeChange = z
  .object({
    validFrom: z.string().max(10),
    litres: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    source: z.string().max(1000),
  })
  .openapi('MarketSizeChange')

/** Latest first. */
export const MarketSizes = z.object({ sizes: z.array(MarketSizeEntry) }).openapi('MarketSizes')
export type MarketSizes = z.infer<typeof MarketSizes>

const CategoryShare = z.object({
  share: z.number(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  size: MarketSizeEntry,
})

export const MarketPage = z
  .object({
    asOf: z.string(),
    after: z.string(),
    lastMovement: z.string().nullable(),
    row: MarketRow,
    policy: PolicyView,
    means: RankedAccount.shape.parts,
    /** Places for key accounts; a new one enters at `enterRank` or better, who is in stays up to `leaveRank`. */
    k: z.number(),
    enterRank: z.number(),
    leaveRank: z.number(),
    ruler: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        standing: Standing,
        litres: z.number(),
        share: z.number(),
      }),
    ),
    rulerRest: z.object({ accounts: z.number(), litres: z.number(), share: z.number() }),
    accounts: z.array(RankedAccount),
    subDistributors: z.number(),
    /** Litres that sub-distributors are known to have taken ÷ litres of tier 1. */
    traced: z.number(),
    level: MemberLevel,
    levels: z.array(MemberLevel),
    /** Null: no right to contributions, or nothing sold whose cost is known. */
    curve: Curve.nullable(),
    category: z.object({
      now: CategoryShare.nullable(),
      lastYear: CategoryShare.nullable(),
      stale: z.boolean(),
    }),
    /** Null: the ledger does not reach back far enough to compare. */
    movers: z
      .object({ up: z.array(Moved), down: z.array(Moved), changeLitres: z.number(), after: z.string() })
      .nullable(),
    coverage: z.object({
      outlets: z.number(),
      holes: z.number(),
      areas: z.array(z.object({ name: z.string(), served: z.number(), holes: z.number() })),
    }),
    why: z.record(z.string(), Why),
  })
  .openapi('MarketPage')
export type MarketPage = z.infer<typeof MarketPage>
