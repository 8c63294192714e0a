import { sql } from 'kysely'
import type { Reference } from '../../domain/assess/verdict.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'

export type PolicyRow = {
  readonly version: number
  readonly body: unknown
  readonly note: string | null
  readonly madeBy: string
  readonly madeAt: Date
  /** The first day it holds; null: since it was made. */
  readonly validFrom: Day | null
}

/** Every version there has been, the newest first; also those that still wait for their day. */
export async function loadPolicies(tx: Tx): Promise<readonly (PolicyRow & { readonly by: string })[]> {
  const found = await sql<PolicyRow & { by: string }>`
    SELECT a.version, a.body, a.note, a.made_by AS "madeBy", a.made_at AS "madeAt", a.valid_from AS "validFrom",
      coalesce(p.name, a.made_by) AS by
    FROM assess_policy a LEFT JOIN person p ON split_part(a.made_by, ' ', 1) = 'person:' || p.id
    ORDER BY a.version DESC`.execute(tx.q)
  return found.rows
}

/** The version that holds on a day: the newest of those whose day has come. */
export function inForce<T extends Pick<PolicyRow, 'validFrom'>>(
  newestFirst: readonly T[],
  day: Day,
): T | undefined {
  return newestFirst.find((row) => row.validFrom === null || row.validFrom <= day)
}

/** False where that version is there already: versions are made once and never edited. */
export async function insertPolicy(
  tx: Tx,
  row: Omit<PolicyRow, 'body' | 'validFrom'> & { readonly body: object; readonly validFrom?: Day },
): Promise<boolean> {
  const made = await tx.q
    .insertInto('assess_policy')
    .values({
      version: row.version,
      body: JSON.stringify(row.body),
      note: row.note,
      made_by: row.madeBy,
      made_at: row.madeAt,
      valid_from: row.validFrom ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return made !== undefined
}

export type ReferenceRow = {
  readonly frozenOn: Day
  readonly frozenAt: string
  readonly reference: Reference
}

/** The yardsticks of a policy version, oldest first, without those that were made of lines since undone. */
export async function loadReferences(tx: Tx, version: number): Promise<readonly ReferenceRow[]> {
  const found = await sql<{ body: { frozenAt: string; reference: Reference }; frozenOn: Day }>`
    SELECT r.body, r.frozen_on AS "frozenOn"
    FROM assess_reference r
    WHERE r.policy_version = ${version} AND NOT EXISTS (
      SELECT FROM import_batch u JOIN import_batch o ON o.id = u.undo_of
      WHERE o.started_at <= (r.body ->> 'frozenAt')::timestamptz AND u.started_at > (r.body ->> 'frozenAt')::timestamptz
    )
    ORDER BY r.frozen_on`.execute(tx.q)
  return found.rows.map(({ body, frozenOn }) => ({
    frozenOn,
    frozenAt: body.frozenAt,
    reference: body.reference,
  }))
}

/** Freezes a yardstick. One of the same version and day is replaced only where its lines were undone (see above). */
export async function saveReference(tx: Tx, version: number, row: ReferenceRow): Promise<void> {
  const body = JSON.stringify({ frozenAt: row.frozenAt, reference: row.reference })
  await tx.q
    .insertInto('assess_reference')
    .values({ policy_version: version, frozen_on: row.frozenOn, body })
    .onConflict((conflict) => conflict.columns(['policy_version', 'frozen_on']).doUpdateSet({ body }))
    .execute()
}
