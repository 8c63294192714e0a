import { sql } from 'kysely'
import { codeKey } from '../../domain/chain/code.ts'
import type { Tx } from '../db/transaction.ts'
import { spelled } from './spelling.ts'

/** How many accounts are prepared in one transaction: some tens of milliseconds. */
const AT_ONCE = 1_000

/** As the index of what is due writes it, word for word. */
const MADE_OF = sql`md5(name || chr(31) || code || chr(31) || tier || chr(31) || coalesce(phone, '') || chr(31) || (withdrawn_at IS NULL)::text)`

type Due = {
  readonly market: string
  readonly id: string
  readonly name: string
  readonly code: string
  readonly tier: number
  readonly phone: string | null
  readonly of: string
  readonly there: boolean
}

/**
 * Prepares accounts for the search that are new or were changed, whoever wrote them; withdrawn ones leave it. Answers whether any may be
 * left. Rows that another reader is preparing are left to them. Asked in the order of the index of what is due: else the planner reads
 * every account to find none.
 */
export async function spellSome(tx: Tx): Promise<boolean> {
  const { rows } = await sql<Due>`
    SELECT market_id AS market, id, name, code, array_position(ARRAY['wholesaler', 'sub_distributor', 'outlet'], tier) AS tier,
      right(regexp_replace(phone, '\\D', '', 'g'), 4) AS phone, ${MADE_OF} AS of, withdrawn_at IS NULL AS there
    FROM account WHERE said_of IS DISTINCT FROM ${MADE_OF} ORDER BY market_id, id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`.execute(
    tx.q,
  )
  if (rows.length === 0) return false
  const records = JSON.stringify(
    rows.map((row) => ({
      ...row,
      ...spelled(row.name),
      name: codeKey(row.name),
      code: codeKey(row.code),
      phone: row.phone?.length === 4 ? row.phone : null,
    })),
  )
  const r = sql`jsonb_to_recordset(${records}::jsonb) AS r (market uuid, id uuid, name text, code text, tier smallint, phone text,
    pinyin text, initials text, of text, there boolean)`
  await sql`DELETE FROM account_said s USING ${r} WHERE s.market_id = r.market AND s.account_id = r.id`.execute(
    tx.q,
  )
  await sql`
    INSERT INTO account_said (market_id, account_id, tier, name_key, code_key, pinyin, initials, phone_end)
    SELECT market, id, tier, name, code, pinyin, initials, phone FROM ${r} WHERE there`.execute(tx.q)
  await sql`UPDATE account a SET said_of = r.of FROM ${r} WHERE a.market_id = r.market AND a.id = r.id`.execute(
    tx.q,
  )
  return rows.length === AT_ONCE
}
