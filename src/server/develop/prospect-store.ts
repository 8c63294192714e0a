import { sql } from 'kysely'
import type { Source } from '../../domain/develop/prospect.ts'
import type { LostReason, ReferrerKind } from '../../domain/develop/prospect.ts'
import type { OpenStage, Stage } from '../../domain/develop/stage.ts'
import type { Scope } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { FIRST_ORDERS } from '../db/first-orders.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

export type ProspectRow = {
  readonly id: string
  readonly market: string
  readonly marketCode: string
  readonly marketName: string
  readonly version: number
  readonly name: string
  readonly sound: string
  readonly initials: string
  readonly coreSound: string
  readonly phone: string | null
  readonly address: string | null
  readonly city: string | null
  readonly source: Source
  readonly referrerKind: ReferrerKind | null
  readonly referrerId: string | null
  readonly referrerName: string
  readonly found: Day
  readonly outlets: number | null
  readonly subDistributors: number | null
  readonly words: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  /** `ordered` where the ledger has a first order. */
  readonly stage: Stage
  readonly lostFrom: OpenStage | null
  readonly lostReason: LostReason | null
  readonly lostTo: string | null
  readonly nextStep: string | null
  readonly nextOn: Day | null
  readonly account: string | null
  readonly signed: Day | null
  readonly firstOrder: Day | null
  /** Day of the last step of the way, and of the loss. */
  readonly lastDay: Day
  /** Stages it has ever reached. */
  readonly reached: readonly Stage[]
}

/** Prospects of these markets within the scope, each with what the ledger and its events say; `id`: that one alone. */
export async function loadProspects(
  tx: Tx,
  markets: Scope,
  id: string | null = null,
): Promise<readonly ProspectRow[]> {
  const found = await sql<ProspectRow>`
    WITH RECURSIVE card AS (
      SELECT p.* FROM prospect p
      WHERE ${reached(markets, 'p.market_id')} AND ${reached(tx.scope, 'p.market_id')} AND (${id}::uuid IS NULL OR p.id = ${id}::uuid)
    ), ${FIRST_ORDERS}
    SELECT p.id, p.market_id AS market, n.code AS "marketCode", n.name AS "marketName", p.version, p.name, p.sound, p.initials,
      p.core_sound AS "coreSound", p.phone, p.address, p.city, p.source, p.referrer_kind AS "referrerKind",
      p.referrer_id AS "referrerId", p.referrer_name AS "referrerName", p.found_on AS found, p.outlets,
      p.sub_distributors AS "subDistributors", p.words, p.owner_id AS "ownerId", o.name AS "ownerName",
      CASE WHEN f.day IS NOT NULL AND p.stage = 'signed' THEN 'ordered' ELSE p.stage END AS stage, p.lost_from AS "lostFrom",
      p.lost_reason AS "lostReason", p.lost_to AS "lostTo", p.next_step AS "nextStep", p.next_on AS "nextOn",
      p.account_id AS account, p.signed_on AS signed, f.day AS "firstOrder", e.last AS "lastDay", e.stages AS reached
    FROM card p
    JOIN territory_node n ON n.id = p.market_id
    LEFT JOIN person o ON o.id = p.owner_id
    LEFT JOIN first_order f ON f.prospect = p.id
    CROSS JOIN LATERAL (
      SELECT max(v.day) FILTER (WHERE v.kind NOT IN ('change', 'hand-over', 'plan')) AS last, array_agg(DISTINCT v.stage) AS stages FROM prospect_event v
      WHERE v.market_id = p.market_id AND v.prospect_id = p.id
    ) e
    ORDER BY p.next_on NULLS LAST, p.found_on DESC, p.id LIMIT 20000`.execute(tx.q)
  return found.rows
}

/** Locks the card until the transaction ends; undefined: not in the scope. */
export async function lockProspect(tx: Tx, id: string): Promise<{ readonly market: string } | undefined> {
  const found = await sql<{ market: string }>`
    SELECT p.market_id AS market FROM prospect p WHERE p.id = ${id}::uuid AND ${reached(tx.scope, 'p.market_id')} FOR UPDATE`.execute(
    tx.q,
  )
  return found.rows[0]
}

/** What stands on the card, in the names of its columns; only what changes. */
export type CardColumns = Partial<{
  name: string
  sound: string
  initials: string
  core_sound: string
  phone: string | null
  address: string | null
  city: string | null
  source: string
  referrer_kind: string | null
  referrer_id: string | null
  referrer_name: string
  outlets: number | null
  sub_distributors: number | null
  words: string
  owner_id: string | null
  stage: string
  lost_from: string | null
  lost_reason: string | null
  lost_to: string | null
  next_step: string | null
  next_on: Day | null
  account_id: string | null
  signed_on: Day | null
}>

export async function insertProspect(
  tx: Tx,
  card: CardColumns & {
    readonly market_id: string
    readonly id: string
    readonly name: string
    readonly sound: string
    readonly initials: string
    readonly core_sound: string
    readonly source: string
    readonly found_on: Day
    readonly stage: string
    readonly made_by: string
    readonly made_at: Date
  },
): Promise<void> {
  await tx.q
    .insertInto('prospect')
    .values({ ...card, version: 0 })
    .execute()
}

export type Happened = {
  readonly kind: string
  readonly stage: string
  readonly day: Day
  readonly words: string
  readonly nextOn: Day | null
  readonly reason: string | null
  readonly owner: string | null
}

/** Writes what changed on the card and appends what happened, as one version. */
export async function writeStep(
  tx: Tx,
  at: { readonly market: string; readonly id: string; readonly version: number; readonly eventId: string },
  columns: CardColumns,
  event: Happened,
  stamp: { readonly actor: string; readonly at: Date },
): Promise<void> {
  const version = at.version + 1
  await tx.q
    .updateTable('prospect')
    .set({ ...columns, version })
    .where('market_id', '=', at.market)
    .where('id', '=', at.id)
    .execute()
  await tx.q
    .insertInto('prospect_event')
    .values({
      market_id: at.market,
      id: at.eventId,
      prospect_id: at.id,
      seq: version,
      kind: event.kind,
      stage: event.stage,
      day: event.day,
      words: event.words,
      next_on: event.nextOn,
      reason: event.reason,
      owner_id: event.owner,
      made_by: stamp.actor,
      made_at: stamp.at,
    })
    .execute()
}

/** Who changed the card last. */
export async function lastHand(
  tx: Tx,
  market: string,
  id: string,
): Promise<{ who: string; at: Date } | undefined> {
  const found = await sql<{ who: string; at: Date }>`
    SELECT coalesce(p.name, e.made_by) AS who, e.made_at AS at
    FROM prospect_event e LEFT JOIN person p ON e.made_by = 'person:' || p.id
    WHERE e.market_id = ${market}::uuid AND e.prospect_id = ${id}::uuid ORDER BY e.seq DESC LIMIT 1`.execute(
    tx.q,
  )
  return found.rows[0]
}
