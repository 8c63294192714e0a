import { sql } from 'kysely'
import type { Source } from '../../domain/develop/prospect.ts'
import type { Scope } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

export type CampaignRow = {
  readonly id: string
  readonly market: string
  readonly marketName: string
  readonly version: number
  readonly name: string
  readonly source: Source
  readonly from: Day
  readonly to: Day
  readonly spend: number | null
  readonly found: number
  readonly won: number
}

/** Campaigns of these markets within the scope, the latest first, each with whom it brought. */
export async function loadCampaigns(tx: Tx, markets: Scope): Promise<readonly CampaignRow[]> {
  const found = await sql<CampaignRow>`
    SELECT c.id, c.market_id AS market, n.name AS "marketName", c.version, c.name, c.source, c.from_on AS "from", c.to_on AS "to",
      c.spend_minor AS spend, count(p.id)::int AS found, (count(p.id) FILTER (WHERE p.stage = 'signed'))::int AS won
    FROM campaign c JOIN territory_node n ON n.id = c.market_id
    LEFT JOIN prospect p ON p.referrer_kind = 'campaign' AND p.referrer_id = c.id AND ${reached(tx.scope, 'p.market_id')}
    WHERE ${reached(markets, 'c.market_id')} AND ${reached(tx.scope, 'c.market_id')}
    GROUP BY c.market_id, c.id, n.name ORDER BY c.from_on DESC, c.id LIMIT 1000`.execute(tx.q)
  return found.rows
}

/** One campaign of the scope. `lock`: for who is about to change it. */
export async function campaignIn(
  tx: Tx,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<{ readonly market: string; readonly version: number; readonly spend: number | null } | undefined> {
  const found = await sql<{ market: string; version: number; spend: number | null }>`
    SELECT c.market_id AS market, c.version, c.spend_minor AS spend FROM campaign c
    WHERE c.id = ${id}::uuid AND ${reached(tx.scope, 'c.market_id')} ${lock ? sql`FOR UPDATE` : sql``}`.execute(
    tx.q,
  )
  return found.rows[0]
}

type Fields = {
  readonly name: string
  readonly source: Source
  readonly from: Day
  readonly to: Day
  readonly spend: number | null
}

export async function insertCampaign(
  tx: Tx,
  at: { readonly market: string; readonly id: string },
  fields: Fields,
  stamp: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await tx.q
    .insertInto('campaign')
    .values({
      market_id: at.market,
      id: at.id,
      name: fields.name,
      source: fields.source,
      from_on: fields.from,
      to_on: fields.to,
      spend_minor: fields.spend,
      version: 1,
      made_by: stamp.actor,
      made_at: stamp.at,
    })
    .execute()
}

export async function updateCampaign(
  tx: Tx,
  at: { readonly market: string; readonly id: string; readonly version: number },
  fields: Fields,
): Promise<void> {
  await tx.q
    .updateTable('campaign')
    .set({
      name: fields.name,
      source: fields.source,
      from_on: fields.from,
      to_on: fields.to,
      spend_minor: fields.spend,
      version: at.version + 1,
    })
    .where('market_id', '=', at.market)
    .where('id', '=', at.id)
    .execute()
}
