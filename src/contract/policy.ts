import { z } from '@hono/zod-openapi'
import { criteria } from '../domain/assess/criterion.ts'
import { Reason, Standing } from './assess.ts'

const four = z.object({ volume: z.number(), profit: z.number(), strength: z.number(), potential: z.number() })

/** The policy of assessment as data; what each number may be is checked where it is read. Money is in minor units. */
export const PolicyBody = z.object({
  weights: four,
  weightsFrom: z.enum(['direct', 'ranking', 'pairwise']),
  k: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('cover'), share: z.number(), least: z.number(), most: z.number() }),
    z.object({ kind: z.literal('fixed'), k: z.number() }),
  ]),
  kByMarket: z.record(z.string(), z.number()),
  hysteresis: z.object({ enter: z.number(), leave: z.number(), leaveAfter: z.number() }),
  reference: z.object({ low: z.number(), high: z.number(), fewest: z.number(), months: z.number() }),
  costCoverage: z.number(),
  growthHistoryMonths: z.number(),
  loyalty: z.object({
    warnFrom: z.number(),
    closeFrom: z.number(),
    gaps: z.number(),
    fewestOrders: z.number(),
    walletDrop: z.number(),
    overdueMinor: z.number(),
  }),
  dormant: z.object({ months: z.number(), cycles: z.number() }),
  candidate: z.object({ potential: z.number(), volume: z.number() }),
  robustness: z.object({ seed: z.number(), draws: z.number(), keepOrder: z.boolean() }),
})

const PolicyVersion = z.object({
  version: z.number(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  /** The first day it holds; null: since it was made. */
  from: z.string().nullable(),
})

export const PolicyDocument = z
  .object({
    version: z.number(),
    body: PolicyBody,
    /** The last day its yardstick was frozen on; null before its first assessment of a whole year. */
    frozenOn: z.string().nullable(),
    /** The newest version there is; above `version` it still waits for its day. */
    newest: z.number(),
    /** Newest first. */
    versions: z.array(PolicyVersion),
    /** Markets of the caller, for a number of key accounts of their own. */
    markets: z.array(z.object({ code: z.string(), name: z.string() })),
    currency: z.string(),
    minorDigits: z.number(),
  })
  .openapi('PolicyDocument')
export type PolicyDocument = z.infer<typeof PolicyDocument>

/** One version as it was made, to look at or to go back to. */
export const PolicyOfVersion = PolicyVersion.extend({ body: PolicyBody }).openapi('PolicyOfVersion')
export type PolicyOfVersion = z.infer<typeof PolicyOfVersion>

const Draft = z.object({
  body: z.record(z.string(), z.unknown()).optional(),
  /** The four bigs, the most important first. */
  ranking: z.array(z.enum(criteria)).max(4).optional(),
  /** pairs[i][j]: how many times as important the i-th of volume, profit, strength, potential is as the j-th (1/9..9). */
  pairs: z.array(z.array(z.number()).max(4)).max(4).optional(),
  /** Takes an older version whole, and lays the rest over it. */
  restore: z.number().int().min(1).optional(),
})

/**
 * A change laid over the policy in force. Weights as numbers in `body`, or a ranking of the four, or pairwise comparisons.
 * `base`: the newest version that its maker has seen; where there is a newer one by now, the change is refused.
 */
export const PolicyChange = Draft.extend({
  note: z.string().max(500).optional(),
  base: z.number().int().optional(),
  /** The day it holds from: today or later, within a year. None: today. */
  from: z.string().max(10).optional(),
  /** The newest version, which its maker takes back at once (with `restore`): the trace says so. */
  undoes: z.number().int().min(1).optional(),
}).openapi('PolicyChange')
export type PolicyChange = z.infer<typeof PolicyChange>

/** A draft to be tried. `against`: the version to compare with; none: the one in force. */
export const PolicyTrial = Draft.extend({ against: z.number().int().min(1).optional() }).openapi(
  'PolicyTrial',
)
export type PolicyTrial = z.infer<typeof PolicyTrial>

const Stand = z.object({
  standing: Standing,
  rank: z.number().nullable(),
  /** Null: not for this person's eyes. */
  score: z.number().nullable(),
})

const MovedAccount = z.object({
  id: z.string(),
  account: z.string(),
  name: z.string(),
  market: z.string(),
  marketName: z.string(),
  before: Stand,
  after: Stand,
  /** What the rules say of it under the draft. */
  reasons: z.array(Reason),
  /** The new yardstick alone would do the same: every new version freezes one. */
  byYardstick: z.boolean(),
})
export type MovedAccount = z.infer<typeof MovedAccount>

/** What a draft would change in the caller's markets, as of the last day with movements. Nothing of it is stored. */
export const PolicyPreview = z
  .object({
    asOf: z.string(),
    /** The version compared with, and the newest there is. */
    against: z.number(),
    newest: z.number(),
    body: PolicyBody,
    accounts: z.number(),
    keyBefore: z.number(),
    keyAfter: z.number(),
    /** Accounts whose standing changes. */
    changed: z.array(MovedAccount),
    /** Accounts whose rank changes, all told; the farthest movers among those that keep their standing. */
    moved: z.number(),
    moves: z.array(MovedAccount),
    markets: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        accounts: z.number(),
        k: z.object({ before: z.number(), after: z.number() }),
        key: z.object({ before: z.number(), after: z.number() }),
        changed: z.number(),
        moved: z.number(),
      }),
    ),
  })
  .openapi('PolicyPreview')
export type PolicyPreview = z.infer<typeof PolicyPreview>
