import { sql } from 'kysely'
import type { Traits } from '../../domain/chain/double.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import type { Whose } from './whose-store.ts'

export type Candidate = Traits & { readonly id: string; readonly city: string | null }

/** Accounts of the market and the tier that count for themselves; the largest towns of outlets are cut off at 20,000. */
export async function loadCandidates(tx: Tx, whose: Whose): Promise<readonly Candidate[]> {
  const found = await sql<Candidate>`
    SELECT id, code, name, phone, address, city FROM account
    WHERE market_id = ${whose.market}::uuid AND tier = ${whose.tier} AND merged_into IS NULL AND withdrawn_at IS NULL
      AND moved_to_market IS NULL
    ORDER BY id = ${whose.id}::uuid DESC, id LIMIT 20000`.execute(tx.q)
  return found.rows
}

export type HeldRow = {
  readonly lines: number
  readonly ml: number
  readonly subDistributors: number
  readonly outlets: number
  readonly records: number
  readonly facts: number
}

/** What hangs on an account with all that count for it. `ml`: of the window (after, to]; for a wholesaler what we sold it. */
export async function loadHeld(
  tx: Tx,
  { market, ids, tier }: Whose,
  { after, to }: { readonly after: Day; readonly to: Day },
): Promise<HeldRow> {
  const kinds = tier === 'wholesaler' ? ['sell_in', 'return', 'adjustment'] : ['sell_through']
  const found = await sql<HeldRow>`
    SELECT
      (SELECT coalesce(sum(lines), 0)::bigint FROM rollup_day
        WHERE market_id = ${market}::uuid AND account_id = ANY (${ids}::uuid[])) AS lines,
      (SELECT coalesce(sum(millilitres), 0)::bigint FROM rollup_day
        WHERE market_id = ${market}::uuid AND account_id = ANY (${ids}::uuid[]) AND kind = ANY (${kinds}::text[])
          AND day > ${after}::date AND day <= ${to}::date) AS ml,
      count(DISTINCT b.id) FILTER (WHERE b.tier = 'sub_distributor')::int AS "subDistributors",
      count(DISTINCT b.id) FILTER (WHERE b.tier = 'outlet')::int AS outlets,
      (SELECT count(*)::int FROM account_record
        WHERE market_id = ${market}::uuid AND account_id = ANY (${ids}::uuid[]) AND withdrawn_at IS NULL) AS records,
      (SELECT count(*)::int FROM account_fact
        WHERE market_id = ${market}::uuid AND account_id = ANY (${ids}::uuid[])) AS facts
    FROM supply_link l JOIN account b ON b.market_id = l.market_id AND b.id = l.buyer_id
    WHERE l.market_id = ${market}::uuid AND l.seller_id = ANY (${ids}::uuid[])
      AND l.valid_from <= ${to}::date AND (l.valid_to IS NULL OR l.valid_to > ${to}::date)`.execute(tx.q)
  const [row] = found.rows
  if (!row) throw new Error('an aggregate gave no row')
  return row
}
