import { z } from '@hono/zod-openapi'

/** Shapes of chapter one: who the key accounts are, and why. Litres have at most 3 decimals, money 2 (in the company's currency). */
export const Standing = z.enum([
  'key_account',
  'on_watch',
  'at_risk',
  'big_disloyal',
  'candidate',
  'regular',
  'dormant',
])
export type Standing = z.infer<typeof Standing>

/** A sentence from facts: the words are in `language/`, keyed by code; the facts are its holes. */
export const Reason = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.number(), z.string()])),
})
export type Reason = z.infer<typeof Reason>

const four = <T extends z.ZodType>(of: T) => z.object({ volume: of, profit: of, strength: of, potential: of })

export const Loyalty = z.object({
  state: z.enum(['ok', 'warning', 'closed', 'unknown']),
  silentDays: z.number().nullable(),
  usualDays: z.number().nullable(),
  cycles: z.number().nullable(),
  shareTrend: z.number().nullable(),
  payment: z.enum(['ok', 'overdue', 'unknown']),
  reasons: z.array(Reason),
})

export const RankedAccount = z
  .object({
    id: z.string(),
    account: z.string(),
    name: z.string(),
    pinyin: z.string(),
    initials: z.string(),
    parent: z.string().nullable(),
    market: z.string(),
    marketName: z.string(),
    tonnageLitres: z.number(),
    lastYearLitres: z.number().nullable(),
    cases: z.number().nullable(),
    revenue: z.number().nullable(),
    contribution: z.number().nullable(),
    contributionPerTonne: z.number().nullable(),
    /** Null: not for this person's eyes. */
    costCoverage: z.number().nullable(),
    marketShare: z.number(),
    categoryShare: z.number().nullable(),
    score: z.number().nullable(),
    parts: four(z.number().nullable()),
    completeness: z.number(),
    /** Litres of the last 24 months, oldest first; the last may be a part of a month, null is before the account's first record. */
    months: z.array(z.number().nullable()),
    loyalty: Loyalty,
    standing: Standing,
    /** Dormant, and among the market's K largest of this window or of the twelve months before. */
    sleepsBig: z.boolean(),
    overridden: z.boolean(),
    rank: z.number().nullable(),
    rankBefore: z.number().nullable(),
    reasons: z.array(Reason),
    robustness: z.number().nullable(),
  })
  .openapi('RankedAccount')
export type RankedAccount = z.infer<typeof RankedAccount>

export const PolicyView = z.object({
  version: z.number(),
  weights: four(z.number()),
  seed: z.number(),
  draws: z.number(),
  frozenOn: z.string().nullable(),
})
export type PolicyView = z.infer<typeof PolicyView>

export const Ranking = z
  .object({
    asOf: z.string(),
    /** The window (after, to] that the figures are of. */
    after: z.string(),
    lastMovement: z.string().nullable(),
    node: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
    policy: PolicyView,
    /** Mean part of comparable accounts: the ticks on the bars. */
    means: four(z.number().nullable()),
    totals: z.object({
      accounts: z.number(),
      litres: z.number(),
      /** Null where anybody's cases were not counted. */
      cases: z.number().nullable(),
      /** Median litres of those who bought anything: how many decimals a column of volumes needs. */
      medianLitres: z.number(),
      markets: z.number(),
      /** How many key accounts the policy has places for, each market's own number added up. */
      places: z.number(),
      /** Key accounts beyond the places of their market: who is in stays until well below the line. */
      beyondPlaces: z.number(),
      /** Whether anybody had a rank before: without one nobody is new. */
      compares: z.boolean(),
      /** Who buys and whose costs, or strength, are not known well enough to count. */
      lacksCost: z.number(),
      lacksStrength: z.number(),
      /** Whom to look at first: the largest that may leave, else the best candidate. */
      urgent: z.object({ id: z.string(), name: z.string(), standing: Standing }).nullable(),
      /** Who sleeps and was big, and their litres of the twelve months before. */
      sleepsBig: z.object({ accounts: z.number(), litres: z.number() }),
      byStanding: z.array(z.object({ standing: Standing, accounts: z.number(), litres: z.number() })),
    }),
    /** How many accounts pass the filter; the totals are of all of them, whatever the filter. */
    found: z.number(),
    /** Of those that pass, in the order asked for, the place of the first that is sent. */
    from: z.number(),
    accounts: z.array(RankedAccount),
  })
  .openapi('Ranking')
export type Ranking = z.infer<typeof Ranking>

/** "Why" of a figure: formula and inputs, so that a person can recompute it. */
export const Why = z.object({
  formula: z.string(),
  inputs: z.array(
    z.object({ name: z.string(), value: z.union([z.number(), z.string(), z.null()]), unit: z.string() }),
  ),
  after: z.string().nullable(),
  to: z.string().nullable(),
  policy: z.number().nullable(),
  frozenOn: z.string().nullable(),
})
export type Why = z.infer<typeof Why>

export const Step = z.object({
  name: z.string(),
  kind: z.enum(['total', 'plus', 'minus']),
  value: z.number(),
})

export const AccountProfile = z
  .object({
    asOf: z.string(),
    after: z.string(),
    account: RankedAccount,
    tier: z.enum(['wholesaler', 'sub_distributor', 'outlet']),
    address: z.string().nullable(),
    city: z.string().nullable(),
    phoneMasked: z.string().nullable(),
    owner: z.string().nullable(),
    mergedFrom: z.array(z.object({ id: z.string(), account: z.string(), name: z.string() })),
    path: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string() })),
    policy: PolicyView,
    marketAccounts: z.number(),
    k: z.number(),
    lastYear: z.object({
      litres: z.number().nullable(),
      marketShare: z.number().nullable(),
      contribution: z.number().nullable(),
    }),
    peersPerTonne: z.number().nullable(),
    /** Market mean → the account's score; the parts are exact (Shapley values of a linear model). Null: not scored. */
    scoreSteps: z.array(Step).nullable(),
    /** Money a tonne: list → pocket → contribution. Steps that nothing is known of are left out, and named in `unknown`. */
    priceSteps: z.array(Step).nullable(),
    priceUnknown: z.array(z.string()),
    /** Litres by calendar month, 24 of them, oldest first. */
    /** 24 calendar months, oldest first; null is before the account's first record. */
    trend: z.array(z.object({ month: z.string(), litres: z.number().nullable() })),
    products: z.array(
      z.object({
        sku: z.string(),
        name: z.string(),
        litres: z.number(),
        share: z.number(),
        contributionPerTonne: z.number().nullable(),
      }),
    ),
    orders: z.array(
      z.object({ day: z.string(), litres: z.number(), revenue: z.number().nullable(), lines: z.number() }),
    ),
    gaps: z.array(z.number()),
    strength: z.array(
      z.object({
        fact: z.string(),
        value: z.number(),
        day: z.string(),
        source: z.string(),
        expired: z.boolean(),
      }),
    ),
    history: z.array(
      z.object({
        asOf: z.string(),
        standing: Standing,
        rank: z.number().nullable(),
        score: z.number().nullable(),
        policy: z.number(),
      }),
    ),
    override: z
      .object({ standing: Standing, reason: z.string(), expiresOn: z.string(), by: z.string() })
      .nullable(),
    why: z.record(z.string(), Why),
  })
  .openapi('AccountProfile')
export type AccountProfile = z.infer<typeof AccountProfile>

/** A person's own decision about a standing. It ends on `expiresOn`, at most a year ahead. */
export const OverrideChange = z
  .object({ standing: Standing, reason: z.string().max(500), expiresOn: z.string() })
  .openapi('OverrideChange')
export type OverrideChange = z.infer<typeof OverrideChange>
