import { sql } from 'kysely'
import type { NodeKind } from '../../domain/chain/reach.ts'
import type { SpendComponent } from '../../domain/assess/figures.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

export type CompanyRow = {
  readonly id: string
  readonly currency: string
  readonly digits: number
  readonly zone: string
}

export type NodeRow = {
  readonly id: string
  readonly kind: NodeKind
  readonly code: string
  readonly key: string
  readonly name: string
  readonly parentId: string | null
}

/** How far each audit chain has come: whatever is written moves one of them, so equal heads mean equal answers. */
export type Heads = ReadonlyMap<string, number>

export async function loadCompany(tx: Tx): Promise<CompanyRow | undefined> {
  return tx.q
    .selectFrom('company')
    .select(['id', 'currency', 'minor_digits as digits', 'time_zone as zone'])
    .executeTakeFirst()
}

export async function loadNodes(tx: Tx): Promise<readonly NodeRow[]> {
  const rows = await tx.q
    .selectFrom('territory_node')
    .select(['id', 'kind', 'code', 'code_key as key', 'name', 'parent_id as parentId'])
    .where('withdrawn_at', 'is', null)
    .orderBy('code_key')
    .execute()
  return rows as NodeRow[]
}

/** Needs scope '*'. */
export async function loadHeads(tx: Tx): Promise<Heads> {
  const rows = await tx.q.selectFrom('audit_head').select(['market_id', 'seq']).execute()
  return new Map(rows.map((row) => [row.market_id, row.seq]))
}

/** First and last day with movements, the last at most `today`. One index probe a market. Needs scope '*'. */
export async function loadSpan(
  tx: Tx,
  markets: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, { readonly first: Day; readonly last: Day }>> {
  const found = await sql<{ market: string; first: Day | null; last: Day | null }>`
    SELECT m.id AS market, f.day AS first, l.day AS last
    FROM unnest(${markets}::uuid[]) AS m (id)
    LEFT JOIN LATERAL (
      SELECT r.day FROM rollup_day r
      WHERE r.market_id = m.id AND r.day <= ${today}::date AND r.lines > 0
      ORDER BY r.market_id, r.day LIMIT 1
    ) f ON true
    LEFT JOIN LATERAL (
      SELECT r.day FROM rollup_day r
      WHERE r.market_id = m.id AND r.day <= ${today}::date AND r.lines > 0
      ORDER BY r.market_id DESC, r.day DESC LIMIT 1
    ) l ON true`.execute(tx.q)
  return new Map(
    found.rows.flatMap((row) =>
      row.first && row.last ? [[row.market, { first: row.first, last: row.last }] as const] : [],
    ),
  )
}

export type Known = {
  readonly spend: readonly SpendComponent[]
  readonly excise: boolean
  readonly measures: ReadonlySet<string>
}

const measureOf: Readonly<Record<string, string>> = {
  working_capital: 'funds',
  credit_limit: 'funds',
  sales_people: 'team',
  vehicles: 'team',
  share_of_wallet: 'whiteSpace',
}

/** What the company as a whole knows: only known costs are taken off a contribution. Needs scope '*'. */
export async function loadKnown(tx: Tx): Promise<Known> {
  const spend = await tx.q
    .selectFrom('trade_spend')
    .select('component')
    .distinct()
    .orderBy('component')
    .execute()
  const facts = await tx.q.selectFrom('account_fact').select('fact').distinct().execute()
  const excise = await tx.q
    .selectFrom('sku_period')
    .select('id')
    .where('excise_minor', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  const link = await tx.q.selectFrom('supply_link').select('id').limit(1).executeTakeFirst()
  const measures = facts.flatMap((row) => measureOf[row.fact] ?? [])
  return {
    spend: spend.map((row) => row.component as SpendComponent),
    excise: excise !== undefined,
    measures: new Set(link ? [...measures, 'network'] : measures),
  }
}
