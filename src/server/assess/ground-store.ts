import { sql } from 'kysely'
import type { NodeKind } from '../../domain/chain/reach.ts'
import { spendComponents, type SpendComponent } from '../../domain/assess/figures.ts'
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
  /** Changes whenever a rate of excise does. */
  readonly rates: string
  /** The company's last entry about stored months. */
  readonly months: number
}

const measureOf: Readonly<Record<string, string>> = {
  working_capital: 'funds',
  credit_limit: 'funds',
  sales_people: 'team',
  vehicles: 'team',
  share_of_wallet: 'whiteSpace',
}

/** What the company as a whole knows: only known costs are taken off a contribution. Needs scope '*'. */
export async function loadKnown(tx: Tx, markets: readonly string[], hq: string): Promise<Known> {
  const spend = await sql<{ component: SpendComponent }>`
    SELECT DISTINCT c.component FROM unnest(${[...spendComponents]}::text[]) AS c (component)
    JOIN unnest(${markets}::uuid[]) AS m (id) ON EXISTS (
      SELECT FROM trade_spend s WHERE s.market_id = m.id AND s.component = c.component
    ) ORDER BY 1`.execute(tx.q)
  const facts = await tx.q.selectFrom('account_fact').select('fact').distinct().execute()
  const link = await tx.q.selectFrom('supply_link').select('id').limit(1).executeTakeFirst()
  const excise = await sql<{ rates: string | null }>`
    SELECT md5(string_agg(concat_ws(' ', sku_id, valid_from, valid_to, excise_minor), ',' ORDER BY sku_id, valid_from)) AS rates
    FROM sku_period WHERE excise_minor IS NOT NULL`.execute(tx.q)
  const months = await sql<{ seq: number | null }>`
    SELECT max(seq) AS seq FROM audit_entry WHERE market_id = ${hq}::uuid AND action = 'assess.months'`.execute(
    tx.q,
  )
  const measures = facts.flatMap((row) => measureOf[row.fact] ?? [])
  return {
    spend: spend.rows.map((row) => row.component),
    excise: (excise.rows[0]?.rates ?? null) !== null,
    rates: excise.rows[0]?.rates ?? '',
    months: months.rows[0]?.seq ?? 0,
    measures: new Set(link ? [...measures, 'network'] : measures),
  }
}
