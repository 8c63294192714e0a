import { sql } from 'kysely'
import type { ViewBody } from '../../contract/views.ts'
import type { Tx } from '../db/transaction.ts'

export type ViewRow = {
  readonly id: string
  readonly personId: string
  readonly by: string
  readonly shared: boolean
  readonly name: string
  readonly body: ViewBody
  readonly opens: boolean
  readonly deleted: boolean
}

/** A person's own views and those of the company, by name. With `id`: that one, also when it was deleted. */
export async function loadViews(tx: Tx, person: string, id?: string): Promise<readonly ViewRow[]> {
  const found = await sql<ViewRow>`
    SELECT v.id, v.person_id AS "personId", p.name AS by, v.shared, v.name, v.body, d.view_id IS NOT NULL AS opens,
      v.withdrawn_at IS NOT NULL AS deleted
    FROM saved_view v JOIN person p ON p.id = v.person_id
      LEFT JOIN default_view d ON d.view_id = v.id AND d.person_id = ${person}::uuid
    WHERE (v.shared OR v.person_id = ${person}::uuid)
      AND ${id === undefined ? sql`v.withdrawn_at IS NULL` : sql`v.id = ${id}::uuid`}
    ORDER BY v.shared, v.name_key`.execute(tx.q)
  return found.rows
}

/** Whether a live view of that name is there already, among the company's or among the person's own. */
export async function isTaken(
  tx: Tx,
  of: { readonly person: string; readonly shared: boolean; readonly key: string; readonly but?: string },
): Promise<boolean> {
  const found = await sql`
    SELECT FROM saved_view WHERE name_key = ${of.key} AND withdrawn_at IS NULL AND shared = ${of.shared}
      AND (shared OR person_id = ${of.person}::uuid) AND id IS DISTINCT FROM ${of.but ?? null}::uuid LIMIT 1`.execute(
    tx.q,
  )
  return found.rows.length > 0
}

export async function insertView(
  tx: Tx,
  view: Pick<ViewRow, 'id' | 'personId' | 'shared' | 'name' | 'body'> & {
    readonly key: string
    readonly at: Date
  },
): Promise<void> {
  await tx.q
    .insertInto('saved_view')
    .values({
      id: view.id,
      person_id: view.personId,
      shared: view.shared,
      name: view.name,
      name_key: view.key,
      body: JSON.stringify(view.body),
      made_at: view.at,
    })
    .execute()
}

export async function updateView(
  tx: Tx,
  id: string,
  to: {
    readonly name: string
    readonly key: string
    readonly body: ViewBody
    readonly withdrawnAt: Date | null
  },
): Promise<void> {
  await tx.q
    .updateTable('saved_view')
    .set({ name: to.name, name_key: to.key, body: JSON.stringify(to.body), withdrawn_at: to.withdrawnAt })
    .where('id', '=', id)
    .execute()
}

/** The view that a person's ranking opens with; null: none. */
export async function setOpening(tx: Tx, person: string, view: string | null): Promise<void> {
  await tx.q.deleteFrom('default_view').where('person_id', '=', person).execute()
  if (view !== null)
    await tx.q.insertInto('default_view').values({ person_id: person, view_id: view }).execute()
}

/** The HQ node: the chain of what concerns the company. */
export async function headquarters(tx: Tx): Promise<string | undefined> {
  const row = await tx.q.selectFrom('territory_node').select('id').where('kind', '=', 'hq').executeTakeFirst()
  return row?.id
}
