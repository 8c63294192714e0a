import type { UndoResult } from '../../contract/intake.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import { takeLedgerLock } from '../db/ledger-lock.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { batchRow, companyRules, runningFile, type BatchRow } from './batch-store.ts'
import type { IntakeDeps } from './ports.ts'
import { recordUndo, takeBackMasters } from './undo-store.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Takes a batch back: reversals of its lines, the lines that it had corrected are current again, its keys are free for the file to
 * come again; accounts, products and markets that it made and nothing else uses are withdrawn, names go back. Refused: unknown or
 * out of the caller's reach; not done, or undone already; people (rights are in use from the moment they are given); a later batch has corrected one of its lines; another import running.
 */
export async function undoImport(
  deps: IntakeDeps,
  caller: Caller,
  batch: string,
): Promise<Result<UndoResult>> {
  if (!caller.rights.has('import.undo')) return refuse('person/no-right', { right: 'import.undo' })
  if (!UUID.test(batch)) return refuse('import/batch-missing', { batch })
  return inScope(deps.db, caller.scope, async (tx): Promise<Result<UndoResult>> => {
    if (!(await takeLedgerLock(tx)))
      return refuse('import/running', { fileName: (await runningFile(deps)) ?? '' })
    const found = await batchRow(tx, batch)
    const inReach = (row: BatchRow) =>
      caller.scope === '*' || row.markets.every((market) => caller.scope.includes(market))
    if (!found || found.undo_of !== null || !inReach(found)) return refuse('import/batch-missing', { batch })
    if (found.state === 'undone') return refuse('import/already-undone', { batch })
    if (found.state !== 'done') return refuse('import/not-done', { batch })
    if (found.kind === 'people') return refuse('import/people-stay', { batch })
    const later = await deps.ledger.laterBatch(tx, batch, found.markets)
    if (later !== undefined) return refuse('import/later-batch', { batch: later })
    return { ok: true, value: await takeBack(tx, deps, caller, found) }
  })
}

async function takeBack(tx: Tx, deps: IntakeDeps, caller: Caller, batch: BatchRow): Promise<UndoResult> {
  const at = deps.now()
  const undo = { batch: deps.newId(), seed: deps.newId(), at }
  const { entries, markets } = await deps.ledger.reverseBatch(tx, batch.id, undo, batch.markets)
  const hq = (await companyRules(tx))?.hq
  const homes = hq === undefined ? batch.markets : [...batch.markets, hq]
  const withdrawn = await takeBackMasters(tx, { batch: batch.id, homes, at })
  const told = batch.markets.map((market) => ({
    market,
    detail: markets.find((one) => one.market === market) ?? {},
  }))
  if (hq !== undefined && tx.scope === '*') told.push({ market: hq, detail: withdrawn })
  for (const { market, detail } of told.toSorted((a, b) => (a.market < b.market ? -1 : 1)))
    await audit(
      tx,
      deps.newId,
      { actor: caller.actor, at },
      { market, action: 'import.undo', subject: batch.id, detail: { undo: undo.batch, ...detail } },
    )
  const record = { id: undo.batch, of: batch.id, kind: batch.kind, fileName: batch.file_name }
  await recordUndo(tx, record, { actor: caller.actor, at, ended: deps.now(), markets: batch.markets })
  return { batch: batch.id, undone: entries }
}
