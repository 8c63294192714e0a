import { z } from '@hono/zod-openapi'
import { criteria } from '../domain/assess/criterion.ts'

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

export const PolicyDocument = z
  .object({
    version: z.number(),
    body: PolicyBody,
    /** The last day its yardstick was frozen on; null before its first assessment of a whole year. */
    frozenOn: z.string().nullable(),
    versions: z.array(
      z.object({ version: z.number(), note: z.string().nullable(), by: z.string(), at: z.string() }),
    ),
  })
  .openapi('PolicyDocument')
export type PolicyDocument = z.infer<typeof PolicyDocument>

/** A change laid over the policy in force. Weights as numbers in `body`, or a ranking of the four, or pairwise comparisons. */
export const PolicyChange = z
  .object({
    body: z.record(z.string(), z.unknown()).optional(),
    /** The four bigs, the most important first. */
    ranking: z.array(z.enum(criteria)).max(4).optional(),
    /** pairs[i][j]: how many times as important the i-th of volume, profit, strength, potential is as the j-th (1/9..9). */
    pairs: z.array(z.array(z.number()).max(4)).max(4).optional(),
    note: z.string().max(500).optional(),
  })
  .openapi('PolicyChange')
export type PolicyChange = z.infer<typeof PolicyChange>
