import { sql, type RawBuilder } from 'kysely'
import type { ProspectQuery } from '../../contract/prospect.ts'
import type { Scope } from '../../domain/chain/reach.ts'
import type { Tx } from '../db/transaction.ts'
import { FIRST_ORDERS } from '../db/first-orders.ts'
import { phoneEnds, plainly, saidLike } from '../db/said-like.ts'
import { reached } from './ground-store.ts'
import type { ProspectRow } from './prospect-store.ts'

/** Which prospects: of a place, of a way of finding, of one person (null: of nobody). */
export type Among = {
  readonly markets: Scope
  readonly source: ProspectQuery['source']
  readonly owner: 'all' | { readonly id: string | null }
}

function among(tx: Tx, { markets, source, owner }: Among): RawBuilder<boolean> {
  const of = source === undefined ? sql`true` : sql`p.source = ${source}`
  const whose = owner === 'all' ? sql`true` : sql`p.owner_id IS NOT DISTINCT FROM ${owner.id}::uuid`
  return sql<boolean>`(${reached(markets, 'p.market_id')} AND ${reached(tx.scope, 'p.market_id')} AND ${of} AND ${whose})`
}

export type ProspectFact = Pick<ProspectRow, 'stage' | 'found' | 'firstOrder' | 'lastDay' | 'nextOn'>

/** What is counted of all of them. The last day is of the lost ones; of the others it is the day of finding. */
export async function prospectFacts(tx: Tx, of: Among): Promise<readonly ProspectFact[]> {
  const found = await sql<ProspectFact>`
    WITH RECURSIVE card AS (SELECT p.* FROM prospect p WHERE ${among(tx, of)}), ${FIRST_ORDERS},
    gone AS (
      SELECT v.prospect_id AS prospect, max(v.day) AS day
      FROM card p JOIN prospect_event v ON v.market_id = p.market_id AND v.prospect_id = p.id
      WHERE p.stage = 'lost' AND v.kind NOT IN ('change', 'hand-over', 'plan') GROUP BY 1
    )
    SELECT CASE WHEN f.day IS NOT NULL AND p.stage = 'signed' THEN 'ordered' ELSE p.stage END AS stage, p.found_on AS found,
      f.day AS "firstOrder", coalesce(o.day, p.found_on) AS "lastDay", p.next_on AS "nextOn"
    FROM card p LEFT JOIN first_order f ON f.prospect = p.id LEFT JOIN gone o ON o.prospect = p.id`.execute(
    tx.q,
  )
  return found.rows
}

const states: Readonly<Record<ProspectQuery['state'], RawBuilder<boolean>>> = {
  open: sql<boolean>`p.stage NOT IN ('signed', 'lost')`,
  signed: sql<boolean>`p.stage = 'signed'`,
  lost: sql<boolean>`p.stage = 'lost'`,
  all: sql<boolean>`true`,
}

type Which = Among & { readonly state: ProspectQuery['state']; readonly q: string }

/** By name, pinyin, initials, or the last four of the phone. */
function listed(tx: Tx, { q, state, ...of }: Which): RawBuilder<boolean> {
  const said = { name: plainly(sql`p.name`), sound: sql`p.sound`, initials: sql`p.initials` }
  return sql<boolean>`${among(tx, of)} AND ${states[state]} AND (${saidLike(q, said)} OR ${phoneEnds(q, sql`p.phone`)})`
}

export async function countProspects(tx: Tx, which: Which): Promise<number> {
  const found = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM prospect p WHERE ${listed(tx, which)}`.execute(tx.q)
  return found.rows[0]?.n ?? 0
}

export type ListedProspect = Pick<
  ProspectRow,
  | 'id'
  | 'name'
  | 'market'
  | 'marketName'
  | 'source'
  | 'stage'
  | 'ownerName'
  | 'found'
  | 'nextStep'
  | 'nextOn'
  | 'firstOrder'
  | 'lostReason'
  | 'lostTo'
>

/** Some of what was found, those first whose next step is due first. */
export async function prospectPage(
  tx: Tx,
  which: Which,
  part: { readonly from: number; readonly count: number },
): Promise<readonly ListedProspect[]> {
  const order = sql`ORDER BY p.next_on NULLS LAST, p.found_on DESC, p.id`
  const found = await sql<ListedProspect>`
    WITH RECURSIVE card AS (
      SELECT p.* FROM prospect p WHERE ${listed(tx, which)} ${order} OFFSET ${part.from} LIMIT ${part.count}
    ), ${FIRST_ORDERS}
    SELECT p.id, p.name, p.market_id AS market, n.name AS "marketName", p.source,
      CASE WHEN f.day IS NOT NULL AND p.stage = 'signed' THEN 'ordered' ELSE p.stage END AS stage, o.name AS "ownerName",
      p.found_on AS found, p.next_step AS "nextStep", p.next_on AS "nextOn", f.day AS "firstOrder",
      p.lost_reason AS "lostReason", p.lost_to AS "lostTo"
    FROM card p JOIN territory_node n ON n.id = p.market_id LEFT JOIN person o ON o.id = p.owner_id
      LEFT JOIN first_order f ON f.prospect = p.id
    ${order}`.execute(tx.q)
  return found.rows
}
