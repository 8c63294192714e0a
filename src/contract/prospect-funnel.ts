import { z } from '@hono/zod-openapi'
import { way } from '../domain/develop/funnel.ts'
import { LeadTime, ProspectSource } from './prospect.ts'

/** `from` to `to`: days of finding; the twelve months to today unless said. */
export const FunnelQuery = z.object({
  node: z.string().max(100).optional(),
  from: z.string().max(10).optional(),
  to: z.string().max(10).optional(),
  by: z.enum(['source', 'owner', 'market']).default('source'),
})
export type FunnelQuery = z.infer<typeof FunnelQuery>

export const Funnel = z
  .object({
    from: z.string(),
    to: z.string(),
    found: z.number(),
    steps: z.array(
      z.object({ stage: z.enum(way), reached: z.number(), lostHere: z.number(), standing: z.number() }),
    ),
    leadTime: LeadTime,
    groups: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        found: z.number(),
        signed: z.number(),
        leadTime: LeadTime,
      }),
    ),
    /** Null: only for who may see what we pay. In minor units; null inside: not known. */
    costs: z
      .array(
        z.object({
          source: ProspectSource,
          won: z.number(),
          spent: z.number().nullable(),
          perWon: z.number().nullable(),
          unknown: z.number(),
        }),
      )
      .nullable(),
    /** Who brought whom: of all times, the twenty that brought most. `name` is empty where the caller does not reach it. */
    referrers: z.array(
      z.object({
        kind: z.enum(['account', 'prospect', 'trader', 'campaign']),
        id: z.string().nullable(),
        name: z.string(),
        direct: z.number(),
        won: z.number(),
        all: z.number(),
        allWon: z.number(),
      }),
    ),
  })
  .openapi('ProspectFunnel')
export type Funnel = z.infer<typeof Funnel>

export const Campaign = z
  .object({
    id: z.string(),
    version: z.number(),
    market: z.string(),
    marketName: z.string(),
    name: z.string(),
    source: ProspectSource,
    from: z.string(),
    to: z.string(),
    /** In minor units; null: nobody has said, or the caller may not see what we pay. */
    spend: z.number().nullable(),
    found: z.number(),
    won: z.number(),
  })
  .openapi('Campaign')
export type Campaign = z.infer<typeof Campaign>
export const Campaigns = z.object({ campaigns: z.array(Campaign) }).openapi('Campaigns')
export type Campaigns = z.infer<typeof Campaigns>

/** `spend`: whole units of the company's currency; not named: as it is. */
export const CampaignDraft = z
  .object({
    name: z.string().max(200),
    source: ProspectSource,
    from: z.string().max(10),
    to: z.string().max(10),
    spend: z.number().nullable().optional(),
  })
  .openapi('CampaignDraft')
export type CampaignDraft = z.infer<typeof CampaignDraft>
export const NewCampaign = CampaignDraft.extend({ market: z.uuid() }).openapi('NewCampaign')
export type NewCampaign = z.infer<typeof NewCampaign>
export const CampaignChange = CampaignDraft.extend({ version: z.number().int() }).openapi('CampaignChange')
export type CampaignChange = z.infer<typeof CampaignChange>
