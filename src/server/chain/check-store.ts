import type { Tx } from '../db/transaction.ts'

/** A market whose rollups or line keys are not what replaying its movements gives. */
export type OutOfStep = {
  readonly market: string
  readonly what: 'month' | 'day' | 'line'
  readonly rows: number
}

export type Replayed = {
  readonly markets: number
  readonly movements: number
  readonly lines: number
  readonly outOfStep: readonly OutOfStep[]
}

const FIGURES = [
  'millilitres',
  'milli_cases',
  'amount_minor',
  'cost_minor',
  'costed_ml',
  'costed_amount_minor',
  'lines',
  'costed_lines',
]

const REPLAY = `coalesce(sum(millilitres), 0)::int8 AS millilitres, coalesce(sum(milli_cases), 0)::int8 AS milli_cases,
  coalesce(sum(amount_minor), 0)::int8 AS amount_minor, coalesce(sum(cost_minor), 0)::int8 AS cost_minor,
  coalesce(sum(millilitres) FILTER (WHERE cost_minor IS NOT NULL), 0)::int8 AS costed_ml,
  coalesce(sum(amount_minor) FILTER (WHERE cost_minor IS NOT NULL), 0)::int8 AS costed_amount_minor,
  sum(sign)::int8 AS lines, coalesce(sum(sign) FILTER (WHERE cost_minor IS NOT NULL), 0)::int8 AS costed_lines`

/** Rows of a rollup that differ from the replay, either way round; a replayed group that came to nothing has no row. */
function differing(table: 'rollup_month' | 'rollup_day'): string {
  const keys =
    table === 'rollup_month' ? ['account_id', 'sku_id', 'kind', 'month'] : ['account_id', 'kind', 'day']
  const chosen = keys.map((key) =>
    key === 'month' ? "(day - (date_part('day', day)::int - 1)) AS month" : key,
  )
  const nothing = FIGURES.map((name) => `${name} = 0`).join(' AND ')
  const differs = FIGURES.map((name) => `m.${name} IS DISTINCT FROM r.${name}`).join(' OR ')
  return `
    WITH replayed AS (SELECT ${chosen.join(', ')}, ${REPLAY} FROM movement WHERE market_id = $1
                      GROUP BY ${keys.map((_, at) => at + 1).join(', ')}),
      standing AS (SELECT * FROM replayed WHERE NOT (${nothing}))
    SELECT count(*)::int8 AS rows FROM standing m
    FULL JOIN (SELECT * FROM ${table} WHERE market_id = $1) r USING (${keys.join(', ')}) WHERE ${differs}`
}

/**
 * Each line, netted over all its entries in a market, is what its key says is current (the key may stand in another market, or
 * be released: then it comes to nothing), and each key of the market names an entry of its line.
 */
const LINES = `
  WITH netted AS (
    SELECT line_key, sum(sign) AS sign, sum(millilitres) AS millilitres, coalesce(sum(milli_cases), 0) AS milli_cases,
      coalesce(sum(amount_minor), 0) AS amount_minor, coalesce(sum(cost_minor), 0) AS cost_minor
    FROM movement WHERE market_id = $1 GROUP BY line_key),
  current AS (
    SELECT k.key, k.fingerprint AS key_print, m.* FROM line_key k
    LEFT JOIN movement m ON m.market_id = k.market_id AND m.id = k.movement_id WHERE k.market_id = $1)
  SELECT count(*)::int8 AS rows FROM netted n FULL JOIN current c ON c.key = n.line_key
  WHERE n.sign IS DISTINCT FROM (CASE WHEN c.key IS NULL THEN 0 ELSE 1 END)
    OR coalesce(c.millilitres, 0) IS DISTINCT FROM n.millilitres
    OR coalesce(c.milli_cases, 0) IS DISTINCT FROM n.milli_cases
    OR coalesce(c.amount_minor, 0) IS DISTINCT FROM n.amount_minor
    OR coalesce(c.cost_minor, 0) IS DISTINCT FROM n.cost_minor
    OR (c.key IS NOT NULL AND (c.line_key IS DISTINCT FROM c.key OR c.fingerprint IS DISTINCT FROM c.key_print))`

async function rowsOf(tx: Tx, query: string, market: string): Promise<number> {
  const found = await tx.client.query<{ rows: number }>(query, [market])
  return found.rows[0]?.rows ?? 0
}

/** Replays the ledger, market by market, and compares. Use a snapshot. Markets outside the transaction's scope are not seen. */
export async function replay(tx: Tx): Promise<Replayed> {
  const scope = tx.scope === '*' ? null : tx.scope
  const markets = await tx.client.query<{ id: string }>(
    "SELECT id FROM territory_node WHERE kind = 'market' AND ($1::uuid[] IS NULL OR id = ANY ($1)) ORDER BY id",
    [scope],
  )
  await tx.client.query("SET LOCAL work_mem = '64MB'")
  const outOfStep: OutOfStep[] = []
  for (const { id: market } of markets.rows) {
    const found = {
      month: await rowsOf(tx, differing('rollup_month'), market),
      day: await rowsOf(tx, differing('rollup_day'), market),
      line: await rowsOf(tx, LINES, market),
    }
    for (const what of ['month', 'day', 'line'] as const) {
      if (found[what] > 0) outOfStep.push({ market, what, rows: found[what] })
    }
  }
  const counts = await tx.client.query<{ movements: number; lines: number }>(
    `SELECT (SELECT count(*) FROM movement WHERE $1::uuid[] IS NULL OR market_id = ANY ($1)) AS movements,
      (SELECT count(*) FROM line_key WHERE $1::uuid[] IS NULL OR market_id = ANY ($1)) AS lines`,
    [scope],
  )
  return { markets: markets.rows.length, movements: 0, lines: 0, ...counts.rows[0], outOfStep }
}
