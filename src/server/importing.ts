import type { Caller } from '../domain/chain/reach.ts'
import { catchUp } from './assess/months.ts'
import { ledger } from './chain/ledger.ts'
import type { Deps } from './db/deps.ts'
import { accrue } from './develop/accrue.ts'
import type { Engine } from './intake/engine.ts'
import { importFile } from './intake/import-file.ts'
import type { IntakeDeps, LedgerDoor } from './intake/ports.ts'
import { openFile } from './intake/read/open.ts'
import { previewFile } from './intake/preview.ts'
import { previewUndo } from './intake/undo-preview.ts'
import { undoImport } from './intake/undo-import.ts'
import { personBringer } from './people/bring-person.ts'
import { giverOf } from './people/identify.ts'

/** The ledger's door, behind which trade policies post what each batch, or its undoing, brings accounts: in the same transaction. */
export function accruing({ newId }: Pick<Deps, 'newId'>): LedgerDoor {
  return {
    ...ledger,
    postSheet: async (tx, posting, places, counts) => {
      const posted = await ledger.postSheet(tx, posting, places, counts)
      await accrue(tx, { newId }, posting)
      return posted
    },
    reverseBatch: async (tx, batch, undo, markets) => {
      const reversed = await ledger.reverseBatch(tx, batch, undo, markets)
      await accrue(tx, { newId }, undo)
      return reversed
    },
  }
}

/** What bringing in data needs of the other slices: the ledger's door, and the one for people, in the name of who asks. */
async function intakeDeps(deps: Deps, caller: Caller): Promise<IntakeDeps> {
  return { ...deps, ledger: accruing(deps), person: personBringer(deps, await giverOf(deps, caller)) }
}

/** The import by itself. */
export const engine: Engine = {
  openFile,
  importFile: async (deps, caller, request, onProgress) =>
    importFile(await intakeDeps(deps, caller), caller, request, onProgress),
  previewFile: async (deps, caller, file, ask) => previewFile({ ...deps, ledger }, caller, file, ask),
  previewUndo: (deps, caller, batch, namesOf) => previewUndo({ ...deps, ledger }, caller, batch, namesOf),
  undoImport: async (deps, caller, batch) => undoImport(await intakeDeps(deps, caller), caller, batch),
}

/** The engine, and after it the months that new lines complete or whose verdicts an undo took with its lines. */
function assessing(after: (deps: Deps) => Promise<void>): Engine {
  return {
    ...engine,
    importFile: async (deps, caller, request, onProgress) => {
      const done = await engine.importFile(deps, caller, request, onProgress)
      if (done.ok && !request.dryRun && request.kind === 'movements') await after(deps)
      return done
    },
    undoImport: async (deps, caller, batch) => {
      const undone = await engine.undoImport(deps, caller, batch)
      if (undone.ok) await after(deps)
      return undone
    },
  }
}

/** What was brought in or taken back stands, whatever becomes of the months: they are caught up later. */
async function assess(deps: Deps): Promise<void> {
  await catchUp(deps).catch((error: unknown) => deps.log.warn({ name: String(error) }, 'months not assessed'))
}

/** In a server the months are assessed after the answer, and nobody waits for that. */
export const servedEngine: Engine = assessing((deps) => {
  void assess(deps)
  return Promise.resolve()
})

/** At the command line they are assessed before it ends: its database closes with it. */
export const awaitedEngine: Engine = assessing(assess)
