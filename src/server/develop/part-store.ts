import { sql } from 'kysely'
import type { Brand, PersonDraft, PersonRole } from '../../domain/develop/prospect.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import { reached } from './ground-store.ts'

/** A prospect within the scope: where it is, and which. */
export type At = { readonly market: string; readonly id: string }
type Stamp = { readonly actor: string; readonly at: Date }

export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly role: PersonRole
  readonly phone: string | null
  readonly words: string
  readonly answers: Readonly<Record<string, string>> | null
  readonly askedOn: Day | null
}

/** Whom one talks with, in the order in which they were named, each with the last talk. */
export async function loadPeople(tx: Tx, { market, id }: At): Promise<readonly PersonRow[]> {
  const found = await sql<PersonRow>`
    SELECT p.id, p.name, p.role, p.phone, p.words, t.answers, t.day AS "askedOn"
    FROM prospect_person p
    LEFT JOIN LATERAL (
      SELECT t.answers, t.day FROM prospect_talk t WHERE t.market_id = p.market_id AND t.person_id = p.id
      ORDER BY t.day DESC, t.made_at DESC, t.id DESC LIMIT 1) t ON true
    WHERE p.market_id = ${market}::uuid AND p.prospect_id = ${id}::uuid AND p.withdrawn_at IS NULL
    ORDER BY p.made_at, p.id`.execute(tx.q)
  return found.rows
}

export async function insertPerson(
  tx: Tx,
  { market, id }: At,
  person: PersonDraft & { readonly id: string },
  stamp: Stamp,
): Promise<void> {
  await tx.q
    .insertInto('prospect_person')
    .values({
      market_id: market,
      id: person.id,
      prospect_id: id,
      name: person.name,
      role: person.role,
      phone: person.phone,
      words: person.words,
      made_by: stamp.actor,
      made_at: stamp.at,
    })
    .execute()
}

/** True where such a person was there. What they cared about is no longer told. */
export async function withdrawPerson(tx: Tx, { market, id }: At, person: string, at: Date): Promise<boolean> {
  const done = await tx.q
    .updateTable('prospect_person')
    .set({ withdrawn_at: at })
    .where('market_id', '=', market)
    .where('prospect_id', '=', id)
    .where('id', '=', person)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function insertTalk(
  tx: Tx,
  { market }: At,
  talk: {
    readonly id: string
    readonly person: string
    readonly day: Day
    readonly answers: Readonly<Record<string, string>>
  },
  stamp: Stamp,
): Promise<void> {
  await tx.q
    .insertInto('prospect_talk')
    .values({
      market_id: market,
      id: talk.id,
      person_id: talk.person,
      day: talk.day,
      answers: JSON.stringify(talk.answers),
      made_by: stamp.actor,
      made_at: stamp.at,
    })
    .execute()
}

export type BrandRow = Brand & { readonly id: string }

/** The latest figure of each brand, the largest first. */
export async function loadBrands(tx: Tx, { market, id }: At): Promise<readonly BrandRow[]> {
  const found = await sql<BrandRow>`
    SELECT b.id, b.brand, b.cases, b.certainty, b.source, b.day FROM (
      SELECT DISTINCT ON (lower(b.brand)) b.* FROM prospect_brand b
      WHERE b.market_id = ${market}::uuid AND b.prospect_id = ${id}::uuid AND b.withdrawn_at IS NULL
      ORDER BY lower(b.brand), b.day DESC, b.made_at DESC, b.id DESC) b
    ORDER BY b.cases DESC NULLS LAST, b.brand`.execute(tx.q)
  return found.rows
}

export async function insertBrand(tx: Tx, { market, id }: At, brand: BrandRow, stamp: Stamp): Promise<void> {
  await tx.q
    .insertInto('prospect_brand')
    .values({
      market_id: market,
      id: brand.id,
      prospect_id: id,
      brand: brand.brand,
      cases: brand.cases,
      certainty: brand.certainty,
      source: brand.source,
      day: brand.day,
      made_by: stamp.actor,
      made_at: stamp.at,
    })
    .execute()
}

/** True where it was there: it goes with what was said of the same brand before. */
export async function withdrawBrand(tx: Tx, { market, id }: At, brand: string, at: Date): Promise<boolean> {
  const done = await sql`
    UPDATE prospect_brand SET withdrawn_at = ${at}
    WHERE market_id = ${market}::uuid AND prospect_id = ${id}::uuid AND withdrawn_at IS NULL AND lower(brand) = (
      SELECT lower(b.brand) FROM prospect_brand b
      WHERE b.market_id = ${market}::uuid AND b.prospect_id = ${id}::uuid AND b.id = ${brand}::uuid)`.execute(
    tx.q,
  )
  return (done.numAffectedRows ?? 0n) > 0n
}

export async function loadServes(
  tx: Tx,
  { market, id }: At,
): Promise<readonly { readonly id: string; readonly name: string; readonly tier: string }[]> {
  const found = await sql<{ id: string; name: string; tier: string }>`
    SELECT a.id, a.name, a.tier FROM prospect_serves s JOIN account a ON a.market_id = s.market_id AND a.id = s.account_id
    WHERE s.market_id = ${market}::uuid AND s.prospect_id = ${id}::uuid AND a.withdrawn_at IS NULL
    ORDER BY a.tier DESC, a.name, a.id LIMIT 500`.execute(tx.q)
  return found.rows
}

export async function insertServes(tx: Tx, { market, id }: At, account: string, stamp: Stamp): Promise<void> {
  await tx.q
    .insertInto('prospect_serves')
    .values({
      market_id: market,
      prospect_id: id,
      account_id: account,
      made_by: stamp.actor,
      made_at: stamp.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteServes(tx: Tx, { market, id }: At, account: string): Promise<boolean> {
  const done = await tx.q
    .deleteFrom('prospect_serves')
    .where('market_id', '=', market)
    .where('prospect_id', '=', id)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return done.numDeletedRows === 1n
}

export type EventRow = {
  readonly kind: string
  readonly stage: string
  readonly day: Day
  readonly words: string
  readonly nextOn: Day | null
  readonly reason: string | null
  readonly owner: string | null
  readonly by: string
  readonly at: Date
}

/** What happened, the latest first. */
export async function loadTimeline(tx: Tx, { market, id }: At): Promise<readonly EventRow[]> {
  const found = await sql<EventRow>`
    SELECT e.kind, e.stage, e.day, e.words, e.next_on AS "nextOn", e.reason, o.name AS owner, coalesce(p.name, e.made_by) AS by,
      e.made_at AS at
    FROM prospect_event e LEFT JOIN person p ON e.made_by = 'person:' || p.id LEFT JOIN person o ON o.id = e.owner_id
    WHERE e.market_id = ${market}::uuid AND e.prospect_id = ${id}::uuid ORDER BY e.seq DESC LIMIT 300`.execute(
    tx.q,
  )
  return found.rows
}

/** An account of the scope that stands for itself, in this market or (`market` null) in any. */
export async function accountIn(
  tx: Tx,
  id: string,
  market: string | null,
): Promise<
  { readonly market: string; readonly code: string; readonly name: string; readonly tier: string } | undefined
> {
  const found = await sql<{ market: string; code: string; name: string; tier: string }>`
    SELECT a.market_id AS market, a.code, a.name, a.tier FROM account a
    WHERE a.id = ${id}::uuid AND ${reached(tx.scope, 'a.market_id')} AND (${market}::uuid IS NULL OR a.market_id = ${market}::uuid)
      AND a.withdrawn_at IS NULL AND a.merged_into IS NULL AND a.moved_to_market IS NULL`.execute(tx.q)
  return found.rows[0]
}
