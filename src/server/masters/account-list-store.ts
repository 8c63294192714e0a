import type { AccountQuery } from '../../contract/masters-accounts.ts'
import type { Tier } from '../../domain/chain/line.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

export type ListRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly tier: Tier
  readonly market: string
  readonly marketName: string
  readonly owner: string | null
  readonly channel: string | null
  readonly closed: Day | null
}

/** `markets` null: every market that the transaction reaches. */
export type ListAsk = Pick<AccountQuery, 'q' | 'tier' | 'state' | 'sort' | 'down'> & {
  readonly markets: readonly string[] | null
  readonly today: Day
}

const FOUND = `FROM account t WHERE t.withdrawn_at IS NULL AND t.merged_into IS NULL AND t.moved_to_market IS NULL
  AND ($1::uuid[] IS NULL OR t.market_id = ANY ($1))
  AND ($2 = '' OR strpos(lower(t.name), $2) > 0 OR strpos(lower(t.code), $2) > 0)
  AND ($3 = 'all' OR ($3 = 'closed') = coalesce(t.closed_on <= $4::date, false))`

const values = ({ markets, q, state, today }: ListAsk) => [markets, q.trim().toLowerCase(), state, today]

/** How many of each tier were found, whatever tier is asked. */
export async function accountTiers(
  tx: Tx,
  ask: ListAsk,
): Promise<readonly { readonly tier: Tier; readonly count: number }[]> {
  const found = await tx.client.query<{ tier: Tier; count: number }>(
    `SELECT t.tier, count(*) AS count ${FOUND} GROUP BY t.tier`,
    values(ask),
  )
  return found.rows
}

const COLUMNS = {
  name: 'f.name COLLATE "zh-x-icu"',
  code: 'f.code',
  market: 'm.name COLLATE "zh-x-icu"',
  owner: 'p.name COLLATE "zh-x-icu"',
} as const

/** Some of what was found, in the order that is asked; what has no value there stands last. */
export async function accountRows(
  tx: Tx,
  ask: ListAsk,
  part: { readonly from: number; readonly count: number },
): Promise<readonly ListRow[]> {
  const found = await tx.client.query<ListRow>(
    `SELECT f.id, f.code, f.name, f.tier, f.market_id AS market, m.name AS "marketName", p.name AS owner, f.channel, f.closed_on AS closed
     FROM (SELECT t.* ${FOUND} AND ($5::text IS NULL OR t.tier = $5)) f
       JOIN territory_node m ON m.id = f.market_id LEFT JOIN person p ON p.id = f.owner_id
     ORDER BY ${COLUMNS[ask.sort]} ${ask.down === 'yes' ? 'DESC' : 'ASC'} NULLS LAST, f.code, f.id OFFSET $6 LIMIT $7`,
    [...values(ask), ask.tier ?? null, part.from, part.count],
  )
  return found.rows
}
