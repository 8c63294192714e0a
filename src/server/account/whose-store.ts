import { sql } from 'kysely'
import type { Tier } from '../../domain/chain/line.ts'
import type { Scope } from '../../domain/chain/reach.ts'
import type { Tx } from '../db/transaction.ts'

/** An account, through its merges: the one that counts, and all that count for it. */
export type Whose = {
  readonly market: string
  /** That market, and those of the scope from which it moved: what was written down of it there stands there. */
  readonly markets: readonly string[]
  readonly id: string
  readonly code: string
  readonly name: string
  readonly tier: Tier
  readonly ids: readonly string[]
  /** Codes of those that were merged into it, by id. */
  readonly merged: ReadonlyMap<string, { readonly code: string; readonly name: string }>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The account of this id within the scope, or the one it was merged into; undefined where there is none. */
export async function whoseOf(tx: Tx, scope: Scope, id: string): Promise<Whose | undefined> {
  if (!UUID.test(id) || (scope !== '*' && scope.length === 0)) return undefined
  const markets =
    scope === '*' ? sql`ARRAY(SELECT id FROM territory_node WHERE kind = 'market')` : sql`${scope}::uuid[]`
  const found = await sql<{
    market: string
    id: string
    code: string
    name: string
    tier: Tier
    into: string | null
  }>`
    WITH RECURSIVE up AS (
      SELECT market_id, id, merged_into, 0 AS steps FROM account
      WHERE market_id = ANY (${markets}) AND id = ${id}::uuid AND withdrawn_at IS NULL
      UNION ALL
      SELECT a.market_id, a.id, a.merged_into, up.steps + 1
      FROM up JOIN account a ON a.market_id = up.market_id AND a.id = up.merged_into WHERE up.steps < 100
    ), whole AS (
      SELECT market_id, id, 0 AS steps FROM up WHERE merged_into IS NULL
      UNION ALL
      SELECT a.market_id, a.id, whole.steps + 1
      FROM whole JOIN account a ON a.market_id = whole.market_id AND a.merged_into = whole.id WHERE whole.steps < 100
    )
    SELECT a.market_id AS market, a.id, a.code, a.name, a.tier, a.merged_into AS into
    FROM (SELECT DISTINCT * FROM whole) w JOIN account a ON a.market_id = w.market_id AND a.id = w.id
    WHERE a.withdrawn_at IS NULL ORDER BY w.steps, a.moved_to_market IS NOT NULL, a.code`.execute(tx.q)
  const root = found.rows.find((row) => row.into === null)
  if (!root) return undefined
  const { market, code, name, tier } = root
  const rows = found.rows.filter((row) => row.market === market)
  const others = rows.filter((row) => row.into !== null)
  return {
    market,
    markets: [...new Set([market, ...found.rows.map((row) => row.market)])],
    id: root.id,
    code,
    name,
    tier,
    ids: rows.map((row) => row.id),
    merged: new Map(others.map((row) => [row.id, { code: row.code, name: row.name }])),
  }
}
