import type { ColumnMap, ImportKind, ImportResult } from '../../contract/intake.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { takeLedgerLock } from '../db/ledger-lock.ts'
import { inScope, type Tx } from '../db/transaction.ts'

/** Whoever holds the lock knows that a batch that still says it is running was interrupted. */
export async function markInterrupted(deps: Deps, own: string | null = null): Promise<void> {
  await inScope(deps.db, [], async ({ q }) => {
    await q
      .updateTable('import_batch')
      .set({ state: 'interrupted', ended_at: deps.now() })
      .where('state', '=', 'running')
      .$if(own !== null, (query) => query.where('id', '<>', own ?? ''))
      .execute()
  })
}

/** At the start of the program: batches that a crash left running are said to be interrupted, unless one is running now. */
export async function recoverImports(deps: Deps): Promise<void> {
  await inScope(deps.db, [], async (tx) => {
    if (await takeLedgerLock(tx)) await markInterrupted(deps)
  })
}

export async function runningFile(deps: Deps): Promise<string | undefined> {
  const found = await inScope(
    deps.db,
    [],
    ({ q }) =>
      q.selectFrom('import_batch').select('file_name').where('state', '=', 'running').executeTakeFirst(),
    { readOnly: true },
  )
  return found?.file_name
}

export type NewBatch = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly actor: string
  readonly map: ColumnMap | null
}

/** Written at once, apart from the import's own transaction, so that others see that it runs. */
export async function beginBatch(deps: Deps, batch: NewBatch): Promise<void> {
  const { id, kind, fileName, actor, map } = batch
  const mapping = map === null ? null : JSON.stringify(map)
  const started_at = deps.now()
  await inScope(deps.db, [], async ({ q }) => {
    await q
      .insertInto('import_batch')
      .values({ id, kind, state: 'running', file_name: fileName, markets: [], mapping, actor, started_at })
      .onConflict((on) =>
        on
          .column('id')
          .doUpdateSet({ state: 'running', mapping, actor, started_at, problem: null, progress: null }),
      )
      .execute()
  })
}

/** In the import's own transaction: its lines and its state appear together. */
export async function finishBatch(
  tx: Tx,
  id: string,
  end: {
    readonly markets: readonly string[]
    readonly result: ImportResult
    readonly shape: Buffer
    readonly at: Date
  },
): Promise<void> {
  await tx.q
    .updateTable('import_batch')
    .set({
      state: 'done',
      shape: end.shape,
      markets: [...end.markets],
      result: JSON.stringify(end.result),
      ended_at: end.at,
      progress: null,
    })
    .where('id', '=', id)
    .execute()
}

export async function failBatch(deps: Deps, id: string, problem: Problem): Promise<void> {
  await inScope(deps.db, [], async ({ q }) => {
    await q
      .updateTable('import_batch')
      .set({ state: 'failed', problem: JSON.stringify(problem), ended_at: deps.now(), progress: null })
      .where('id', '=', id)
      .execute()
  })
}

export type BatchRow = {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly file_name: string
  readonly markets: readonly string[]
  readonly undo_of: string | null
}

export async function batchRow(tx: Tx, id: string): Promise<BatchRow | undefined> {
  return tx.q
    .selectFrom('import_batch')
    .select(['id', 'kind', 'state', 'file_name', 'markets', 'undo_of'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function rememberedMap(deps: Deps, kind: ImportKind, shape: Buffer): Promise<ColumnMap | null> {
  const found = await inScope(
    deps.db,
    [],
    ({ q }) =>
      q
        .selectFrom('import_mapping')
        .select('mapping')
        .where('kind', '=', kind)
        .where('shape', '=', shape)
        .executeTakeFirst(),
    { readOnly: true },
  )
  return (found?.mapping as ColumnMap | undefined) ?? null
}

export async function rememberMap(
  tx: Tx,
  kind: ImportKind,
  shape: Buffer,
  map: ColumnMap,
  batch: string,
): Promise<void> {
  const mapping = JSON.stringify(map)
  await tx.q
    .insertInto('import_mapping')
    .values({ kind, shape, mapping, batch_id: batch })
    .onConflict((on) => on.columns(['kind', 'shape']).doUpdateSet({ mapping, batch_id: batch }))
    .execute()
}

export type CompanyRules = {
  readonly hq: string
  readonly minorDigits: number
  readonly vatRate: number | null
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
}

export async function companyRules(tx: Tx): Promise<CompanyRules | undefined> {
  const company = await tx.q
    .selectFrom('company')
    .select(['minor_digits', 'vat_rate', 'time_zone', 'currency'])
    .executeTakeFirst()
  const hq = await tx.q.selectFrom('territory_node').select('id').where('kind', '=', 'hq').executeTakeFirst()
  if (!company || !hq) return undefined
  const vatRate = company.vat_rate === null ? null : Number(company.vat_rate)
  const { minor_digits: minorDigits, time_zone: timeZone, currency } = company
  return { hq: hq.id, minorDigits, vatRate, timeZone, currency }
}
