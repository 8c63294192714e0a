import type { ColumnMap, ImportBatch } from '../../contract/intake.ts'
import { covers, type Caller } from '../../domain/chain/reach.ts'
import type { Tx } from '../db/transaction.ts'
import type { Ctx } from '../http/frame.ts'
import type { BatchRow } from './upload-store.ts'

/** Names of people by id: the people slice's, handed over by whoever composes the two. */
export type NamesOf = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

const personOf = (actor: string) => (actor.startsWith('person:') ? actor.slice(7) : undefined)

/** actor → name; an actor that is nobody with a name stays as it is. */
export async function whoOf(
  tx: Tx,
  namesOf: NamesOf,
  rows: readonly Pick<BatchRow, 'actor'>[],
): Promise<(actor: string) => string> {
  const ids = new Set(rows.flatMap(({ actor }) => personOf(actor) ?? []))
  const names = await namesOf(tx, [...ids])
  return (actor) => names.get(personOf(actor) ?? '') ?? actor
}

export function viewOf(
  c: Ctx,
  caller: Caller,
  row: BatchRow,
  who: (actor: string) => string,
  more: Pick<ImportBatch, 'same' | 'parent' | 'undone'> & {
    readonly whole: boolean
    readonly remembered?: ColumnMap | null
  },
): ImportBatch {
  const { whole, same, parent, undone, remembered } = more
  const { id, kind, state, fileName, actor, progress, problem, result } = row
  return {
    id,
    kind,
    state,
    fileName,
    actor,
    who: who(actor),
    map: row.mapping ?? remembered ?? null,
    shape: row.shape?.toString('hex') ?? null,
    ...(same ? { same } : {}),
    ...(parent === undefined ? {} : { parent }),
    ...(undone === undefined ? {} : { undone }),
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    progress:
      state === 'running' && progress
        ? {
            step: progress.step,
            done: progress.done,
            share: progress.share ?? null,
            trial: progress.trial ?? false,
          }
        : null,
    understood: whole ? row.understood : null,
    // Where the file lies on the server is nobody's business: the name says where to fetch it.
    result: result && {
      ...result,
      rejectedFile: result.rejectedFile === null ? null : `/api/imports/${id}/rejected`,
    },
    problem: problem && {
      code: problem.code,
      detail: c.get('say')(c.get('locale'), problem),
      facts: problem.facts,
    },
    undoable:
      state === 'done' &&
      row.kind !== 'people' &&
      caller.rights.has('import.undo') &&
      covers(caller.scope, row.markets),
  }
}
