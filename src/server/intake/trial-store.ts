import type { TrialSamples } from '../../contract/intake.ts'
import type { Tx } from '../db/transaction.ts'

const SOME = 8

type Kind = 'account' | 'sku' | 'market'
const tables: Readonly<Record<Kind, string>> = {
  account: 'account',
  sku: 'sku',
  market: 'territory_node',
}
/** Columns that change beside what a person sees. */
export const UNSEEN = ['grams', 'name_as_of', 'batch_id']

type Changed = {
  readonly code: string
  readonly name: string
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))

/** Accounts, products and markets that a batch has made and changed in this transaction: some of each. */
export async function changedBy(tx: Tx, batch: string): Promise<Pick<TrialSamples, 'created' | 'changed'>> {
  const created: TrialSamples['created'] = []
  const changed: TrialSamples['changed'] = []
  for (const subject of ['market', 'account', 'sku'] as const) {
    const from = `FROM import_change c JOIN ${tables[subject]} t ON t.id = c.subject_id
      WHERE c.batch_id = $1 AND c.subject = $2`
    const made = await tx.client.query<{ code: string; name: string }>(
      `SELECT t.code, t.name ${from} AND c.before IS NULL ORDER BY c.id LIMIT ${SOME}`,
      [batch, subject],
    )
    for (const { code, name } of made.rows) created.push({ subject, code, name })
    const moved = await tx.client.query<Changed>(
      `SELECT t.code, t.name, c.before, c.after ${from} AND c.before IS NOT NULL AND (c.before - $3::text[]) <> (c.after - $3::text[])
       ORDER BY c.id LIMIT ${SOME}`,
      [batch, subject, UNSEEN],
    )
    for (const { code, name, before, after } of moved.rows) {
      const fields = Object.keys(after)
        .filter((field) => !UNSEEN.includes(field) && text(before[field]) !== text(after[field]))
        .map((field) => ({ field, was: text(before[field]), now: text(after[field]) }))
      changed.push({ subject, code, name, fields })
    }
  }
  return { created, changed }
}

/** What batches are called, and when they came in. */
export async function batchNames(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly fileName: string; readonly at: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.q
    .selectFrom('import_batch')
    .select(['id', 'file_name', 'started_at'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, { fileName: row.file_name, at: row.started_at.toISOString() }]))
}

/** The file that somebody brought in, or took back, last since a moment. */
export async function changedSince(tx: Tx, since: Date, but: string): Promise<string | undefined> {
  const row = await tx.q
    .selectFrom('import_batch')
    .select('file_name')
    .where('state', 'in', ['done', 'undone'])
    .where('ended_at', '>=', since)
    .where('id', '<>', but)
    .orderBy('ended_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.file_name
}
