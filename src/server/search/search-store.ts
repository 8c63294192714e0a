import { sql, type RawBuilder } from 'kysely'
import { codeKey } from '../../domain/chain/code.ts'
import type { Tier } from '../../domain/chain/line.ts'
import type { Tx } from '../db/transaction.ts'

export type Candidate = {
  readonly market: string
  readonly id: string
  readonly code: string
  readonly name: string
  readonly tier: Tier
  readonly pinyin: string
  readonly initials: string
  readonly merged: boolean
  /** Found by the end of the telephone; the telephone itself is never read. */
  readonly byPhone: boolean
}

/** Enough to choose the best of, few enough to be sorted by hand. */
const MOST = 100

/**
 * Accounts that may be meant by what somebody typed, from these markets alone (`*`: from all), at most 100: the most fitting, wholesalers
 * before the others. The caller looks closer and sorts.
 */
export async function candidates(
  tx: Tx,
  markets: '*' | readonly string[],
  text: string,
): Promise<readonly Candidate[]> {
  const wanted = codeKey(text)
  const words = wanted.split(' ').filter((word) => word !== '')
  const letters = wanted.replaceAll(' ', '')
  if (words.length === 0 || markets.length === 0) return []
  const phone = /^\d{4}$/.test(letters) && !/\s/.test(text)
  const ends = phone ? sql`coalesce(s.phone_end = ${letters}, false)` : sql`false`
  const inReach = markets === '*' ? sql`true` : sql`s.market_id = ANY (${markets}::uuid[])`
  const { rows } = await sql<Candidate>`
    SELECT a.market_id AS market, a.id, a.code, a.name, a.tier, f.pinyin, f.initials, a.merged_into IS NOT NULL AS merged,
      f.by_phone AS "byPhone"
    FROM (
      SELECT s.*, ${ends} AS by_phone FROM account_said s
      WHERE ${inReach} AND (${sql.join([ends, ...fitting(words, letters)], sql` OR `)})
      ORDER BY s.code_key = ${wanted} DESC, by_phone DESC,
        (starts_with(s.name_key, ${wanted}) OR s.initials = ${letters}) DESC,
        (starts_with(s.initials, ${letters}) OR starts_with(replace(s.pinyin, ' ', ''), ${letters}) OR starts_with(s.code_key, ${wanted})) DESC,
        s.tier, length(s.name_key), s.code_key
      LIMIT ${MOST}) f
    JOIN account a ON a.market_id = f.market_id AND a.id = f.account_id
    WHERE a.withdrawn_at IS NULL AND a.moved_to_market IS NULL`.execute(tx.q)
  return rows
}

/** One letter is in nearly everything: it is looked for at the beginning alone. */
function fitting(words: readonly string[], letters: string): RawBuilder<unknown>[] {
  const latin = /^[a-z][a-z0-9]*$/.test(letters)
  if (/^[a-z0-9]$/.test(letters))
    return [sql`starts_with(s.name_key, ${letters})`, sql`starts_with(s.code_key, ${letters})`].concat(
      latin ? [sql`starts_with(s.initials, ${letters})`] : [],
    )
  const held = words.map((word) => sql`strpos(s.name_key || ' ' || s.code_key, ${word}) > 0`)
  const ways = [sql`(${sql.join(held, sql` AND `)})`]
  if (latin)
    ways.push(
      sql`strpos(s.initials, ${letters}) > 0`,
      // From the beginning of a syllable on, over as many as it takes: the slow look only where the letters are there at all.
      sql`(strpos(replace(s.pinyin, ' ', ''), ${letters}) > 0 AND s.pinyin ~ ${`(^| )${[...letters].join(' ?')}`})`,
    )
  return ways
}
