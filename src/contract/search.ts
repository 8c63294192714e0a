import { z } from '@hono/zod-openapi'
import { stages } from '../domain/develop/stage.ts'

/** By what it was found. `phone`: what was typed are the last four digits of its telephone, which is not given. */
export const FoundBy = z.enum(['code', 'phone', 'name', 'initials', 'pinyin'])

export const Search = z
  .object({
    accounts: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        tier: z.enum(['wholesaler', 'sub_distributor', 'outlet']),
        market: z.string(),
        marketName: z.string(),
        /** How the name is said, syllable by syllable; empty where it has no Chinese. */
        pinyin: z.string(),
        by: FoundBy,
        /** It counts for another account now. */
        merged: z.boolean(),
      }),
    ),
    markets: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        kind: z.enum(['hq', 'region', 'office', 'unassigned', 'market']),
        pinyin: z.string(),
        by: FoundBy,
      }),
    ),
    /** Only for who may see prospects where they see accounts; `phone` as with accounts. */
    prospects: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        marketName: z.string(),
        stage: z.enum(stages),
        by: FoundBy,
      }),
    ),
    /** Only for who may see agreements there. */
    agreements: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        party: z.string(),
        marketName: z.string(),
        by: FoundBy,
      }),
    ),
    /** False: names that came a moment ago cannot be found by pinyin yet. */
    complete: z.boolean(),
  })
  .openapi('Search')
export type Search = z.infer<typeof Search>
