import type { UndoPreview } from '../../contract/import-undo.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { ok, type Problem, type Result } from '../../domain/problem.ts'
import { say } from '../../language/index.ts'
import { inScope } from '../db/transaction.ts'
import { companyRules } from './batch-store.ts'
import { whoOf, type NamesOf } from './batch-view.ts'
import type { LedgerDoor } from './ports.ts'
import type { Deps } from '../db/deps.ts'
import {
  accountsTouched,
  batchesOnTop,
  madeBy,
  restoredBy,
  touchedBy,
  type Subject,
} from './undo-preview-store.ts'
import type { BatchRow } from './upload-store.ts'

const SOME = 10
const counters: Readonly<Record<Subject, 'accounts' | 'skus' | 'markets'>> = {
  account: 'accounts',
  sku: 'skus',
  market: 'markets',
}

/** What taking a batch back would touch; writes nothing. Litres as millilitres, money in minor units. */
export async function previewUndo(
  deps: Deps & { readonly ledger: Pick<LedgerDoor, 'laterBatch'> },
  caller: Caller,
  batch: BatchRow,
  namesOf: NamesOf,
): Promise<Result<UndoPreview>> {
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const hq = (await companyRules(tx))?.hq
      const homes = hq === undefined ? batch.markets : [...batch.markets, hq]
      const goes = { markets: 0, accounts: 0, skus: 0 }
      const stays = { markets: 0, accounts: 0, skus: 0, names: [] as string[] }
      for (const subject of ['market', 'account', 'sku'] as const)
        for (const { name, used } of await madeBy(tx, subject, batch.id, homes)) {
          ;(used ? stays : goes)[counters[subject]] += 1
          if (used && stays.names.length < SOME) stays.names.push(name)
        }
      const blocking = await deps.ledger.laterBatch(tx, batch.id, batch.markets)
      const onTop = await batchesOnTop(tx, batch.id, batch.markets)
      const who = await whoOf(tx, namesOf, onTop)
      const problem = whyNot(batch, blocking)
      const touched = await touchedBy(tx, batch.id, batch.markets)
      return ok({
        ...touched,
        months: [...touched.months].toSorted(),
        goes,
        stays,
        restored: await restoredBy(tx, batch.id, homes),
        standing: await accountsTouched(tx, batch.id, batch.markets),
        later: onTop.map(({ id, fileName, actor, at }) => ({
          id,
          fileName,
          who: who(actor),
          at: at.toISOString(),
          blocks: id === blocking,
        })),
        problem: problem && { code: problem.code, detail: say(caller.locale, problem) },
      })
    },
    { readOnly: true },
  )
}

function whyNot({ id, state, kind }: BatchRow, blocking: string | undefined): Problem | null {
  if (state === 'undone') return { code: 'import/already-undone', facts: { batch: id } }
  if (state !== 'done') return { code: 'import/not-done', facts: { batch: id } }
  if (kind === 'people') return { code: 'import/people-stay', facts: { batch: id } }
  return blocking === undefined ? null : { code: 'import/later-batch', facts: { batch: blocking } }
}
