import type { Scope } from '../../domain/chain/reach.ts'
import type { ColumnMap, ImportKind } from '../../contract/intake.ts'
import type { Tx } from '../db/transaction.ts'
import { isSeen } from './upload-store.ts'

export type Remembered = {
  readonly kind: ImportKind
  readonly shape: string
  readonly map: ColumnMap
  readonly fileName: string | null
  readonly actor: string | null
  readonly at: Date | null
}

/** What is remembered of shapes of files, the last said first; of which file and by whom only where the caller sees that file. */
export async function mappings(
  { q }: Tx,
  caller: { readonly actor: string; readonly scope: Scope },
): Promise<readonly Remembered[]> {
  const rows = await q
    .selectFrom('import_mapping as m')
    .leftJoin('import_batch as b', (join) => join.onRef('b.id', '=', 'm.batch_id').on(isSeen(caller, 'b')))
    .select(['m.kind', 'm.shape', 'm.mapping', 'b.file_name', 'b.actor', 'b.started_at'])
    .orderBy('b.started_at', (order) => order.desc().nullsLast())
    .execute()
  return rows.map((row) => ({
    kind: row.kind as ImportKind,
    shape: row.shape.toString('hex'),
    map: row.mapping as ColumnMap,
    fileName: row.file_name,
    actor: row.actor,
    at: row.started_at,
  }))
}

export async function forgetMapping({ q }: Tx, kind: ImportKind, shape: Buffer): Promise<boolean> {
  const gone = await q
    .deleteFrom('import_mapping')
    .where('kind', '=', kind)
    .where('shape', '=', shape)
    .returning('kind')
    .executeTakeFirst()
  return gone !== undefined
}
