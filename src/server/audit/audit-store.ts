import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Scope } from '../../domain/chain/reach.ts'
import type { Tx } from '../db/transaction.ts'

export type EntryRow = {
  readonly market: string
  readonly seq: number
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly detail: unknown
}

/** Where a page ended: the last entry's place in the order. `at` is text, so that nothing of it is lost. */
export type Cursor = { readonly at: string; readonly market: string; readonly seq: number }

/** Null: everything. `subjects`: accounts by id and code; an empty list lets nothing pass. */
export type Filter = {
  readonly accounts: { readonly ids: readonly string[]; readonly codes: readonly string[] } | null
  readonly actors: readonly string[] | null
  /** How an action begins, before its first dot. */
  readonly prefixes: readonly string[] | null
  /** The company's calendar days, both within. */
  readonly from: Day | null
  readonly to: Day | null
  readonly timeZone: string
}

function passes(filter: Filter, scope: Scope): RawBuilder<unknown> {
  const { accounts, actors, prefixes, from, to, timeZone } = filter
  const parts = [
    scope === '*' ? null : sql`e.market_id = ANY (${[...scope]}::uuid[])`,
    accounts === null
      ? null
      : sql`(e.subject = ANY (${[...accounts.ids]}::text[])
          OR e.action = 'account.merge' AND e.detail ->> 'into' = ANY (${[...accounts.codes]}::text[])
          OR e.action = 'account.unmerge' AND e.detail ->> 'from' = ANY (${[...accounts.ids]}::text[]))`,
    actors === null ? null : sql`e.actor = ANY (${[...actors]}::text[])`,
    prefixes === null ? null : sql`split_part(e.action, '.', 1) = ANY (${[...prefixes]}::text[])`,
    from === null ? null : sql`e.at >= ${from}::date::timestamp AT TIME ZONE ${timeZone}::text`,
    to === null ? null : sql`e.at < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}::text`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` AND `)
}

/**
 * Entries that pass, latest first, after a cursor. Each market's own index gives its latest; of these the latest of all are taken, so
 * that a page does not cost the whole of a long history.
 */
export async function entriesAfter(
  tx: Tx,
  filter: Filter,
  after: Cursor | null,
  limit: number,
): Promise<readonly (EntryRow & { readonly cursorAt: string })[]> {
  const beyond =
    after === null
      ? sql`true`
      : sql`e.at <= ${after.at}::timestamptz
          AND (e.at, e.market_id, e.seq) < (${after.at}::timestamptz, ${after.market}::uuid, ${after.seq}::bigint)`
  const found = await sql<EntryRow & { cursorAt: string }>`
    SELECT e.market_id AS market, e.seq, e.id, e.at, e.at::text AS "cursorAt", e.actor, e.action, e.subject, e.detail
    FROM audit_head h, LATERAL (
      SELECT * FROM audit_entry e
      WHERE e.market_id = h.market_id AND ${passes(filter, tx.scope)} AND ${beyond}
      ORDER BY e.at DESC, e.seq DESC LIMIT ${limit}
    ) e
    ORDER BY e.at DESC, e.market_id DESC, e.seq DESC LIMIT ${limit}`.execute(tx.q)
  return found.rows
}

export async function countEntries(tx: Tx, filter: Filter): Promise<{ entries: number; people: number }> {
  const found = await sql<{ entries: number; people: number }>`
    SELECT count(*) AS entries, count(DISTINCT e.actor) AS people FROM audit_entry e
    WHERE ${passes(filter, tx.scope)}`.execute(tx.q)
  return found.rows[0] ?? { entries: 0, people: 0 }
}

/** More accounts than this are no answer to a name. */
const MOST_ACCOUNTS = 2000

/** Accounts in reach of that id, that code, or with that in their name. */
export async function accountsCalled(tx: Tx, text: string): Promise<{ ids: string[]; codes: string[] }> {
  const found = await sql<{ id: string; code: string }>`
    SELECT id::text, code FROM account a
    WHERE (a.id::text = ${text} OR lower(a.code) = lower(${text}) OR position(lower(${text}) IN lower(a.name)) > 0)
      AND ${tx.scope === '*' ? sql`true` : sql`a.market_id = ANY (${[...tx.scope]}::uuid[])`}
    ORDER BY id LIMIT ${MOST_ACCOUNTS}`.execute(tx.q)
  return { ids: found.rows.map(({ id }) => id), codes: found.rows.map(({ code }) => code) }
}

/** Actors of that id or e-mail, with that in their name, or written that way (`cli:…`, `system`). */
export async function actorsCalled(tx: Tx, text: string): Promise<string[]> {
  const found = await sql<{ actor: string }>`
    SELECT 'person:' || id AS actor FROM person
    WHERE id::text = ${text} OR position(lower(${text}) IN lower(email)) > 0 OR position(lower(${text}) IN lower(name)) > 0
    ORDER BY 1`.execute(tx.q)
  return [...found.rows.map(({ actor }) => actor), text]
}

export type Named = { readonly name: string; readonly account: boolean; readonly email: string | null }

/** Names for ids of whatever kind; what is out of reach or gone has none. */
export async function namesFor(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  const list = sql`ANY (${[...ids]}::uuid[])`
  const within = tx.scope === '*' ? sql`true` : sql`market_id = ANY (${[...tx.scope]}::uuid[])`
  const found = await sql<Named & { id: string }>`
    SELECT id, name, true AS account, NULL::text AS email FROM account WHERE id = ${list} AND ${within}
    UNION ALL SELECT id, name, false, email FROM person WHERE id = ${list}
    UNION ALL SELECT id, name, false, NULL FROM territory_node WHERE id = ${list}
    UNION ALL SELECT id, name, false, NULL FROM sku WHERE id = ${list}
    UNION ALL SELECT id, file_name, false, NULL FROM import_batch WHERE id = ${list}
    UNION ALL SELECT id, name, false, NULL FROM saved_view WHERE id = ${list}`.execute(tx.q)
  return new Map(found.rows.map(({ id, ...named }) => [id, named]))
}

/** What entries keep beside their chain, where it has not been erased: from which address, and words about a person. */
export async function sealedOf(
  tx: Tx,
  rows: readonly EntryRow[],
): Promise<ReadonlyMap<string, { readonly from?: string; readonly said?: object }>> {
  const within = tx.scope === '*' ? sql`true` : sql`market_id = ANY (${[...tx.scope]}::uuid[])`
  const markets = [...new Set(rows.map(({ market }) => market))]
  const found = await sql<{ id: string; part: 'from' | 'said'; body: string }>`
    SELECT entry_id AS id, part, body FROM audit_sealed
    WHERE market_id = ANY (${markets}::uuid[]) AND entry_id = ANY (${rows.map(({ id }) => id)}::uuid[]) AND ${within}`.execute(
    tx.q,
  )
  const sealed = new Map<string, { from?: string; said?: object }>()
  for (const { id, part, body } of found.rows)
    sealed.set(id, { ...sealed.get(id), [part]: JSON.parse(body) as unknown })
  return sealed
}

export type Place = { readonly code: string; readonly name: string; readonly kind: string }

export async function placesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  const rows = await tx.q
    .selectFrom('territory_node')
    .select(['id', 'code', 'name', 'kind'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}

export async function companyZone(tx: Tx): Promise<string> {
  const row = await tx.q.selectFrom('company').select('time_zone').executeTakeFirst()
  return row?.time_zone ?? 'UTC'
}
