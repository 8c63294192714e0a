import { sql } from 'kysely'
import type { ColumnMap, ImportBatch, ImportKind, ImportResult, Understood } from '../../contract/intake.ts'
import type { Scope } from '../../domain/chain/reach.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Tried } from './tried.ts'
import type { Tx } from '../db/transaction.ts'

export type BatchRow = {
  readonly id: string
  readonly kind: ImportKind
  readonly state: ImportBatch['state']
  readonly fileName: string
  readonly undoOf: string | null
  readonly markets: readonly string[]
  readonly understood: Understood | null
  readonly result: ImportResult | null
  readonly progress: { step: string; done: number; share?: number; trial?: boolean } | null
  readonly digest: Buffer | null
  readonly mapping: ColumnMap | null
  readonly childOf: string | null
  readonly shape: Buffer | null
  readonly trial: Tried | null
  readonly problem: Problem | null
  readonly actor: string
  readonly startedAt: Date
  readonly endedAt: Date | null
}

export async function insertUpload(
  { q }: Tx,
  batch: {
    readonly id: string
    readonly kind: ImportKind
    readonly fileName: string
    readonly digest: Buffer
    readonly actor: string
    readonly at: Date
    readonly understood: Understood | null
    readonly problem: Problem | null
    readonly shape: Buffer
    readonly parent: BatchRow | undefined
  },
): Promise<void> {
  await q
    .insertInto('import_batch')
    .values({
      id: batch.id,
      kind: batch.kind,
      state: batch.problem ? 'failed' : 'uploaded',
      file_name: batch.fileName,
      file_digest: batch.digest,
      markets: [],
      understood: batch.understood === null ? null : JSON.stringify(batch.understood),
      problem: batch.problem === null ? null : JSON.stringify(batch.problem),
      actor: batch.actor,
      shape: batch.shape,
      child_of: batch.parent?.id ?? null,
      mapping: batch.parent?.mapping ? JSON.stringify(batch.parent.mapping) : null,
      started_at: batch.at,
    })
    .execute()
}

type Looker = { readonly actor: string; readonly scope: Scope }

/**
 * Who sees a batch: whoever brought it, whoever sees every market, and whoever sees all the markets that it touched. `table`: what the
 * query calls the batches.
 */
export function isSeen({ actor, scope }: Looker, table = 'import_batch') {
  if (scope === '*') return sql<boolean>`true`
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<boolean>`(${column('actor')} = ${actor} OR cardinality(${column('markets')}) > 0
    AND ${column('markets')} <@ ${`{${scope.join(',')}}`}::uuid[])`
}

function seen({ q }: Tx, caller: Looker) {
  return q.selectFrom('import_batch').selectAll().where(isSeen(caller))
}

type Raw = Awaited<ReturnType<ReturnType<typeof seen>['executeTakeFirstOrThrow']>>

function fromRow(row: Raw): BatchRow {
  return {
    id: row.id,
    kind: row.kind as ImportKind,
    state: row.state as ImportBatch['state'],
    fileName: row.file_name,
    undoOf: row.undo_of,
    markets: row.markets,
    understood: row.understood as Understood | null,
    result: row.result as ImportResult | null,
    progress: row.progress as BatchRow['progress'],
    problem: row.problem as Problem | null,
    digest: row.file_digest,
    mapping: row.mapping as ColumnMap | null,
    childOf: row.child_of,
    shape: row.shape,
    trial: row.trial as Tried | null,
    actor: row.actor,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }
}

export async function batchOf(tx: Tx, caller: Looker, id: string): Promise<BatchRow | undefined> {
  const row = await seen(tx, caller).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** By whom and when a batch was taken back: its undoing is a batch of its own. */
export async function undoingOf(
  tx: Tx,
  { id, state }: Pick<BatchRow, 'id' | 'state'>,
): Promise<{ readonly actor: string; readonly at: Date } | undefined> {
  if (state !== 'undone') return undefined
  return tx.q
    .selectFrom('import_batch')
    .select(['actor', 'started_at as at'])
    .where('undo_of', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

export type Wanted = {
  readonly limit: number
  readonly kind?: ImportKind
  /** Id of the last batch of the page before. */
  readonly before?: string
  /** Running, or the caller's own that ended since. */
  readonly activeSince?: Date
}

/** Newest first; undoings are told by the batch that they undid, not as rows of their own. */
export async function batches(
  tx: Tx,
  caller: Looker,
  { limit, kind, before, activeSince }: Wanted,
): Promise<readonly BatchRow[]> {
  let query = seen(tx, caller).where('undo_of', 'is', null)
  if (kind) query = query.where('kind', '=', kind)
  if (before !== undefined) query = query.where('id', '<', before)
  if (activeSince)
    query = query.where((e) =>
      e.or([
        e('state', '=', 'running'),
        e.and([e('actor', '=', caller.actor), e('ended_at', '>', activeSince)]),
      ]),
    )
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(fromRow)
}

/** Other batches of the same kind whose file had the same bytes, newest first. */
export async function sameFile(
  tx: Tx,
  caller: Looker,
  of: Pick<BatchRow, 'id' | 'kind' | 'digest'>,
): Promise<readonly BatchRow[]> {
  if (of.digest === null) return []
  const rows = await seen(tx, caller)
    .where('file_digest', '=', of.digest)
    .where('kind', '=', of.kind)
    .where('id', '<>', of.id)
    .where('state', 'in', ['done', 'running', 'undone'])
    .orderBy('id', 'desc')
    .limit(5)
    .execute()
  return rows.map(fromRow)
}

/** The last batch of files of this shape that refused rows: corrected, these come back in a file of the same shape. */
export async function parentOf(
  tx: Tx,
  caller: Looker,
  kind: ImportKind,
  shape: Buffer,
): Promise<BatchRow | undefined> {
  const row = await seen(tx, caller)
    .where('kind', '=', kind)
    .where('shape', '=', shape)
    .where('state', '=', 'done')
    .where(sql<boolean>`(result ->> 'rowsRejected')::int8 > 0`)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Takes a waiting batch for a run. Of two at the same moment one gets it. */
export async function claim({ q }: Tx, id: string, trial: boolean): Promise<boolean> {
  const row = await q
    .updateTable('import_batch')
    .set({
      state: 'running',
      progress: JSON.stringify({ step: 'read', done: 0, trial }),
      problem: null,
      ended_at: null,
    })
    .where('id', '=', id)
    .where('state', 'in', ['uploaded', 'failed', 'interrupted'])
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function noteProgress(
  { q }: Tx,
  id: string,
  progress: {
    readonly step: string
    readonly done: number
    readonly share?: number
    readonly trial: boolean
  },
): Promise<void> {
  await q
    .updateTable('import_batch')
    .set({ progress: JSON.stringify(progress) })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

/** After a trial the file waits again, with what the trial found; after a refusal with the reason. */
export async function settle(
  { q }: Tx,
  id: string,
  end: {
    readonly result: ImportResult | null
    readonly problem: Problem | null
    readonly at: Date
    readonly map: ColumnMap | null
    readonly trial: Tried | null
  },
): Promise<void> {
  await q
    .updateTable('import_batch')
    .set({
      state: end.problem ? 'failed' : 'uploaded',
      trial: end.trial === null ? null : JSON.stringify(end.trial),
      ...(end.map === null ? {} : { mapping: JSON.stringify(end.map) }),
      result: end.result === null ? null : JSON.stringify(end.result),
      problem: end.problem === null ? null : JSON.stringify(end.problem),
      progress: null,
      ended_at: end.problem ? end.at : null,
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

/** A person stopped it: a trial waits again as if it had not been, an import is interrupted. */
export async function markStopped({ q }: Tx, id: string, trial: boolean, at: Date): Promise<void> {
  await q
    .updateTable('import_batch')
    .set({
      state: trial ? 'uploaded' : 'interrupted',
      problem: null,
      progress: null,
      ended_at: trial ? null : at,
    })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}
