import { sql } from 'kysely'
import type { Stage } from '../../domain/develop/stage.ts'
import { FIRST_ORDERS } from '../db/first-orders.ts'
import { phoneEnds, plainly, saidLike } from '../db/said-like.ts'
import type { Tx } from '../db/transaction.ts'

type Found = {
  readonly id: string
  readonly market: string
  readonly code: string
  readonly name: string
  readonly pinyin: string
  readonly initials: string
}
export type FoundProspect = Found & { readonly stage: Stage; readonly byPhone: boolean }

/** Enough to choose the best of. */
const MOST = 100

/** Prospects of these markets that may be meant, also by the end of the telephone, which is not read; at most 100. */
export async function prospectsLike(
  tx: Tx,
  markets: '*' | readonly string[],
  text: string,
): Promise<readonly FoundProspect[]> {
  const inReach = markets === '*' ? sql`true` : sql`p.market_id = ANY (${markets}::uuid[])`
  const like = saidLike(text, { name: plainly(sql`p.name`), sound: sql`p.sound`, initials: sql`p.initials` })
  const byPhone = phoneEnds(text, sql`p.phone`)
  const { rows } = await sql<FoundProspect>`
    WITH RECURSIVE card AS (
      SELECT p.* FROM prospect p WHERE ${inReach} AND (${like} OR ${byPhone}) ORDER BY length(p.name), p.id LIMIT ${MOST}
    ), ${FIRST_ORDERS}
    SELECT p.id, p.market_id AS market, '' AS code, p.name, p.sound AS pinyin, p.initials, ${byPhone} AS "byPhone",
      CASE WHEN f.day IS NOT NULL AND p.stage = 'signed' THEN 'ordered' ELSE p.stage END AS stage
    FROM card p LEFT JOIN first_order f ON f.prospect = p.id
    ORDER BY length(p.name), p.id`.execute(tx.q)
  return rows
}

/** Agreements of these markets that may be meant by their number or by the other party; at most 100, the latest first. */
export async function agreementsLike(
  tx: Tx,
  markets: '*' | readonly string[],
  text: string,
): Promise<readonly Found[]> {
  const inReach = markets === '*' ? sql`true` : sql`a.market_id = ANY (${markets}::uuid[])`
  const like = saidLike(text, {
    name: plainly(sql`f.name || ' ' || f.code`),
    sound: sql`f.pinyin`,
    initials: sql`f.initials`,
  })
  const { rows } = await sql<Found>`
    SELECT f.* FROM (
      SELECT a.id, a.market_id AS market, a.code, v.party AS name, coalesce(s.pinyin, p.sound, '') AS pinyin,
        coalesce(s.initials, p.initials, '') AS initials
      FROM agreement a
        CROSS JOIN LATERAL (SELECT v.party FROM agreement_version v WHERE v.market_id = a.market_id AND v.agreement_id = a.id
          ORDER BY v.version DESC LIMIT 1) v
        LEFT JOIN account_said s ON s.market_id = a.market_id AND s.account_id = a.account_id
        LEFT JOIN prospect p ON p.market_id = a.market_id AND p.id = a.prospect_id
      WHERE ${inReach}) f
    WHERE ${like} ORDER BY f.code DESC LIMIT ${MOST}`.execute(tx.q)
  return rows
}
