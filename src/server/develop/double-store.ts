import { sql } from 'kysely'
import type { Stage } from '../../domain/develop/stage.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

export type Candidate = {
  readonly kind: 'prospect' | 'account'
  readonly id: string
  readonly name: string
  readonly code: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly marketName: string
  readonly stage: Stage | null
}

/** What is looked for; empty: not looked for. */
export type Wanted = {
  /** Core of the firm's name, as it stands and as it sounds (without blanks). */
  readonly core: string
  readonly sound: string
  /** The last eleven digits. */
  readonly phone: string
  /** The address without blanks and marks. */
  readonly address: string
}

const bare = (column: string) =>
  sql.raw(`regexp_replace(lower(normalize(${column}, NFKC)), '[^[:alnum:]]', '', 'g')`)
const digits = (column: string) =>
  sql.raw(`right(regexp_replace(coalesce(${column}, ''), '\\D', '', 'g'), 11)`)

/**
 * Prospects and accounts within the scope that may be the same firm: more than are, the caller looks closer. What is out of the scope is
 * not looked at, so that nothing can be learned of it by asking.
 */
export async function likelyDoubles(
  tx: Tx,
  wanted: Wanted,
  { mayAccounts }: { readonly mayAccounts: boolean },
): Promise<readonly Candidate[]> {
  const like = (name: string, phone: string, address: string, sound: string) => sql<boolean>`(
    (${wanted.core} <> '' AND strpos(${bare(name)}, ${wanted.core}) > 0)
    OR (${wanted.phone} <> '' AND ${digits(phone)} = ${wanted.phone})
    OR (${wanted.address} <> '' AND ${bare(`coalesce(${address}, '')`)} = ${wanted.address})
    OR (${wanted.sound} <> '' AND strpos(replace(${sql.raw(sound)}, ' ', ''), ${wanted.sound}) > 0))`
  const found = await sql<Candidate>`
    (SELECT 'prospect' AS kind, p.id, p.name, NULL AS code, p.phone, p.address, n.name AS "marketName", p.stage
      FROM prospect p JOIN territory_node n ON n.id = p.market_id
      WHERE ${reached(tx.scope, 'p.market_id')} AND ${like('p.name', 'p.phone', 'p.address', 'p.core_sound')} LIMIT 500)
    UNION ALL
    (SELECT 'account', a.id, a.name, a.code, a.phone, a.address, n.name, NULL
      FROM account a JOIN territory_node n ON n.id = a.market_id
        LEFT JOIN account_said s ON s.market_id = a.market_id AND s.account_id = a.id
      WHERE ${mayAccounts} AND ${reached(tx.scope, 'a.market_id')} AND a.withdrawn_at IS NULL AND a.merged_into IS NULL
        AND a.moved_to_market IS NULL AND ${like('a.name', 'a.phone', 'a.address', "coalesce(s.pinyin, '')")} LIMIT 2000)`.execute(
    tx.q,
  )
  return found.rows
}
