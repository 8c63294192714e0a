import { sql } from 'kysely'
import { grouped } from '../../domain/grouped.ts'
import type { Scope } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import type { Aim, SaidState, Sight, VisitSaid } from '../../domain/develop/visit.ts'
import type { Cadence } from '../../domain/develop/visit-dates.ts'
import type { Stamp } from '../db/audit.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

export type VisitedAccount = {
  readonly market: string
  readonly marketName: string
  readonly id: string
  readonly name: string
  readonly owner: string | null
  readonly ownerName: string | null
  readonly closed: Day | null
}

export type VisitRecord = {
  readonly market: string
  readonly id: string
  readonly account: string
  readonly standsFor: Day | null
  readonly day: Day
  readonly state: SaidState
  readonly visitor: string | null
  readonly visitorName: string | null
  readonly aim: Aim
  readonly met: boolean | null
  readonly seen: readonly Sight[]
  readonly cases: number | null
  readonly words: string
  readonly version: number
}

const ACCOUNT = sql`a.market_id AS market, n.name AS "marketName", a.id, a.name, a.owner_id AS owner, o.name AS "ownerName", a.closed_on AS closed`
/** Neither undone nor counted for another, and here still. */
const STANDS = sql<boolean>`a.withdrawn_at IS NULL AND a.merged_into IS NULL AND a.moved_to_market IS NULL`

/** Accounts of these markets within the scope that have fixed dates, or visits since a day. */
export async function visitedAccounts(
  tx: Tx,
  markets: Scope,
  since: Day,
): Promise<readonly VisitedAccount[]> {
  const found = await sql<VisitedAccount>`
    SELECT ${ACCOUNT}
    FROM account a JOIN territory_node n ON n.id = a.market_id LEFT JOIN person o ON o.id = a.owner_id
    WHERE ${reached(markets, 'a.market_id')} AND ${reached(tx.scope, 'a.market_id')} AND ${STANDS}
      AND (EXISTS (SELECT FROM visit_cadence c WHERE c.market_id = a.market_id AND c.account_id = a.id)
        OR EXISTS (SELECT FROM visit v WHERE v.market_id = a.market_id AND v.account_id = a.id AND v.withdrawn_at IS NULL
          AND v.day >= ${since}::date))
    ORDER BY a.name, a.id LIMIT 20000`.execute(tx.q)
  return found.rows
}

/** Accounts of a person within the scope that trade and have no fixed dates, or whose last word is that there are none. */
export async function withoutDates(
  tx: Tx,
  person: string,
): Promise<{
  readonly total: number
  readonly accounts: readonly { readonly id: string; readonly name: string }[]
}> {
  const found = await sql<{ id: string; name: string; total: number }>`
    SELECT a.id, a.name, count(*) OVER ()::integer AS total FROM account a
    WHERE a.owner_id = ${person}::uuid AND ${reached(tx.scope, 'a.market_id')} AND ${STANDS} AND a.closed_on IS NULL
      AND (SELECT c.every_days FROM visit_cadence c WHERE c.market_id = a.market_id AND c.account_id = a.id
        ORDER BY c.made_at DESC, c.id DESC LIMIT 1) IS NULL
    ORDER BY array_position(ARRAY['wholesaler', 'sub_distributor', 'outlet'], a.tier), a.name, a.id LIMIT 20`.execute(
    tx.q,
  )
  return { total: found.rows[0]?.total ?? 0, accounts: found.rows.map(({ id, name }) => ({ id, name })) }
}

type Of = { readonly ids: readonly string[]; readonly since: Day }

/** Cadences of these accounts as they were set, oldest first. */
export async function cadencesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Cadence[]>> {
  const found = await sql<Cadence & { account: string }>`
    SELECT c.account_id AS account, c.from_day AS from, c.every_days AS "everyDays", c.weekdays FROM visit_cadence c
    WHERE ${reached(tx.scope, 'c.market_id')} AND c.account_id = ANY (${ids}::uuid[]) ORDER BY c.made_at, c.id`.execute(
    tx.q,
  )
  return grouped(found.rows, ({ account }) => account)
}

const VISIT = sql`v.market_id AS market, v.id, v.stands_for AS "standsFor", v.day, v.state, v.visitor_id AS visitor, p.name AS "visitorName",
  v.aim, v.met, v.seen, v.cases, v.words, v.version`

/** What was said of visits at these accounts, and at those merged into them, of days since; by the account that counts. */
export async function visitsOf(
  tx: Tx,
  { ids, since }: Of,
): Promise<ReadonlyMap<string, readonly VisitRecord[]>> {
  const found = await sql<VisitRecord>`
    WITH RECURSIVE whole AS (
      SELECT a.market_id, a.id, a.id AS root, 0 AS steps FROM account a
      WHERE ${reached(tx.scope, 'a.market_id')} AND a.id = ANY (${ids}::uuid[])
      UNION ALL
      SELECT a.market_id, a.id, whole.root, whole.steps + 1
      FROM whole JOIN account a ON a.market_id = whole.market_id AND a.merged_into = whole.id WHERE whole.steps < 100
    )
    SELECT ${VISIT}, w.root AS account
    FROM whole w JOIN visit v ON v.market_id = w.market_id AND v.account_id = w.id LEFT JOIN person p ON p.id = v.visitor_id
    WHERE v.withdrawn_at IS NULL AND greatest(v.day, v.stands_for) >= ${since}::date ORDER BY v.day, v.made_at, v.id`.execute(
    tx.q,
  )
  return grouped(found.rows, ({ account }) => account)
}

/** One visit of the scope, held until the transaction ends. */
export async function lockVisit(tx: Tx, id: string): Promise<VisitRecord | undefined> {
  const found = await sql<VisitRecord>`
    SELECT ${VISIT}, v.account_id AS account FROM visit v LEFT JOIN person p ON p.id = v.visitor_id
    WHERE v.id = ${id}::uuid AND v.withdrawn_at IS NULL AND ${reached(tx.scope, 'v.market_id')} FOR UPDATE OF v`.execute(
    tx.q,
  )
  return found.rows[0]
}

type At = { readonly market: string; readonly id: string; readonly account: string }

export async function insertCadence(tx: Tx, at: At, cadence: Cadence, stamp: Stamp): Promise<void> {
  await tx.q
    .insertInto('visit_cadence')
    .values({
      market_id: at.market,
      id: at.id,
      account_id: at.account,
      from_day: cadence.from,
      every_days: cadence.everyDays,
      weekdays: [...cadence.weekdays],
      made_by: stamp.actor,
      made_at: stamp.at,
    })
    .execute()
}

type Whose = { readonly visitor: string | null; readonly standsFor: Day | null }

const columns = (said: VisitSaid) => ({ ...said, seen: [...said.seen] })

export async function insertVisit(tx: Tx, at: At, said: VisitSaid & Whose, stamp: Stamp): Promise<void> {
  const { visitor, standsFor, ...rest } = said
  await tx.q
    .insertInto('visit')
    .values({
      ...columns(rest),
      market_id: at.market,
      id: at.id,
      account_id: at.account,
      stands_for: standsFor,
      visitor_id: visitor,
      version: 1,
      made_by: stamp.actor,
      made_at: stamp.at,
    })
    .execute()
}

type One = Pick<VisitRecord, 'market' | 'id' | 'version'>

/** What is said of a visit now, by whom: its words are theirs. */
export async function updateVisit(
  tx: Tx,
  { market, id, version }: One,
  { visitor, ...said }: VisitSaid & Pick<Whose, 'visitor'>,
  actor: string,
): Promise<void> {
  await tx.q
    .updateTable('visit')
    .set({ ...columns(said), visitor_id: visitor, made_by: actor, version: version + 1 })
    .where('market_id', '=', market)
    .where('id', '=', id)
    .execute()
}

/** As if nothing had been said of it: its words are gone; its fixed date, if it had one, waits again. */
export async function withdrawVisit(tx: Tx, { market, id, version }: One, at: Date): Promise<void> {
  await tx.q
    .updateTable('visit')
    .set({ withdrawn_at: at, words: '', version: version + 1 })
    .where('market_id', '=', market)
    .where('id', '=', id)
    .execute()
}
