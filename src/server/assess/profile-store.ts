import { sql } from 'kysely'
import type { SpendComponent } from '../../domain/assess/figures.ts'
import type { Tier } from '../../domain/chain/line.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

/** One account and whatever was merged into it, in the markets where they have been: they were in one of them at a time. */
export type Whose = { readonly markets: readonly string[]; readonly ids: readonly string[] }

export type Found = {
  readonly market: string
  readonly id: string
  readonly tier: Tier
  readonly mergedInto: string | null
  readonly address: string | null
  readonly city: string | null
  readonly phone: string | null
  readonly owner: string | null
}

/** Looks for an account in these markets alone; withdrawn ones are not found. */
export async function findAccount(
  tx: Tx,
  markets: readonly string[],
  id: string,
): Promise<Found | undefined> {
  const found = await sql<Found>`
    SELECT a.market_id AS market, a.id, a.tier, a.merged_into AS "mergedInto", a.address, a.city, a.phone, p.name AS owner
    FROM account a LEFT JOIN person p ON p.id = a.owner_id
    WHERE a.market_id = ANY (${markets}::uuid[]) AND a.id = ${id}::uuid AND a.withdrawn_at IS NULL`.execute(
    tx.q,
  )
  return found.rows[0]
}

export type ProductRow = {
  readonly sku: string
  readonly name: string
  readonly ml: number
  readonly amount: number
  /** Null: not asked for. */
  readonly cost: number | null
  readonly lines: number
  readonly costedLines: number
  /** At the list prices of the days; null where a line has none, or no known case. */
  readonly list: number | null
}

/** The window of one account by SKU, from the movements: list prices are those of each line's day. Largest first. */
export async function loadProducts(
  tx: Tx,
  whose: Whose,
  { after, to }: { readonly after: Day; readonly to: Day },
  withCost: boolean,
): Promise<readonly ProductRow[]> {
  const found = await sql<ProductRow>`
    SELECT s.code AS sku, s.name, sum(m.millilitres)::bigint AS ml, coalesce(sum(m.amount_minor), 0)::bigint AS amount,
      CASE WHEN ${withCost} THEN coalesce(sum(m.cost_minor), 0)::bigint END AS cost, sum(m.sign)::int AS lines,
      coalesce(sum(m.sign) FILTER (WHERE m.cost_minor IS NOT NULL), 0)::int AS "costedLines",
      CASE WHEN ${withCost} AND bool_and(m.milli_cases IS NOT NULL AND p.list_minor IS NOT NULL)
        THEN round(sum(m.milli_cases * p.list_minor) / 1000)::bigint END AS list
    FROM movement m
    JOIN sku s ON s.id = m.sku_id
    LEFT JOIN price p ON p.sku_id = m.sku_id AND p.tier = 'wholesaler' AND p.valid_from <= m.day
      AND (p.valid_to IS NULL OR p.valid_to > m.day)
    WHERE m.market_id = ANY (${whose.markets}::uuid[]) AND m.account_id = ANY (${whose.ids}::uuid[])
      AND m.kind IN ('sell_in', 'return', 'adjustment') AND m.day > ${after}::date AND m.day <= ${to}::date
    GROUP BY s.id, s.code, s.name HAVING sum(m.sign) <> 0 OR sum(m.millilitres) <> 0
    ORDER BY ml DESC, sku`.execute(tx.q)
  return found.rows
}

export type OrderRow = {
  readonly day: Day
  readonly ml: number
  readonly amount: number
  readonly lines: number
}

/** The last days with sell-in, latest first. */
export async function loadOrderRows(
  tx: Tx,
  whose: Whose,
  to: Day,
  limit: number,
): Promise<readonly OrderRow[]> {
  const found = await sql<OrderRow>`
    SELECT day, sum(millilitres)::bigint AS ml, sum(amount_minor)::bigint AS amount, sum(lines)::int AS lines
    FROM rollup_day
    WHERE market_id = ANY (${whose.markets}::uuid[]) AND account_id = ANY (${whose.ids}::uuid[]) AND kind = 'sell_in'
      AND day <= ${to}::date AND millilitres > 0
    GROUP BY day ORDER BY day DESC LIMIT ${limit}`.execute(tx.q)
  return found.rows
}

export type YearBefore = {
  readonly amount: number
  readonly cost: number
  readonly ml: number
  readonly costedMl: number
  readonly costedAmount: number
  readonly lines: number
  readonly costedLines: number
}

/** What a contribution needs, of another window. */
export async function loadWindow(tx: Tx, whose: Whose, after: Day, to: Day): Promise<YearBefore> {
  const found = await sql<YearBefore>`
    SELECT coalesce(sum(amount_minor), 0)::bigint AS amount, coalesce(sum(cost_minor), 0)::bigint AS cost,
      coalesce(sum(millilitres), 0)::bigint AS ml, coalesce(sum(costed_ml), 0)::bigint AS "costedMl",
      coalesce(sum(costed_amount_minor), 0)::bigint AS "costedAmount", coalesce(sum(lines), 0)::int AS lines,
      coalesce(sum(costed_lines), 0)::int AS "costedLines"
    FROM rollup_day
    WHERE market_id = ANY (${whose.markets}::uuid[]) AND account_id = ANY (${whose.ids}::uuid[])
      AND kind IN ('sell_in', 'return', 'adjustment') AND day > ${after}::date AND day <= ${to}::date`.execute(
    tx.q,
  )
  const [row] = found.rows
  if (!row) throw new Error('an aggregate gave no row')
  return row
}

export async function loadSpendOf(
  tx: Tx,
  whose: Whose,
  after: Day,
  to: Day,
): Promise<Partial<Record<SpendComponent, number>>> {
  const found = await sql<{ component: SpendComponent; minor: number }>`
    SELECT component, sum(amount_minor)::bigint AS minor FROM trade_spend
    WHERE market_id = ANY (${whose.markets}::uuid[]) AND account_id = ANY (${whose.ids}::uuid[])
      AND day > ${after}::date AND day <= ${to}::date
    GROUP BY component`.execute(tx.q)
  return Object.fromEntries(found.rows.map((row) => [row.component, row.minor]))
}

/** Excise of one account's window, each line at the rate of its day. */
export async function loadExciseOf(tx: Tx, whose: Whose, after: Day, to: Day): Promise<number> {
  const found = await sql<{ minor: number }>`
    SELECT coalesce(round(sum(m.milli_cases * p.excise_minor) / 1000), 0)::bigint AS minor
    FROM movement m
    JOIN sku_period p ON p.sku_id = m.sku_id AND p.valid_from <= m.day AND (p.valid_to IS NULL OR p.valid_to > m.day)
    WHERE m.market_id = ANY (${whose.markets}::uuid[]) AND m.account_id = ANY (${whose.ids}::uuid[])
      AND m.kind IN ('sell_in', 'return', 'adjustment') AND m.day > ${after}::date AND m.day <= ${to}::date`.execute(
    tx.q,
  )
  return found.rows[0]?.minor ?? 0
}
