import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ColumnMap, ImportKind, ImportResult } from '../../src/contract/intake.ts'
import { rights, type Caller, type Scope } from '../../src/domain/chain/reach.ts'
import type { Result } from '../../src/domain/problem.ts'
import type { Deps } from '../../src/server/db/deps.ts'
import { accruing } from '../../src/server/importing.ts'
import { importFile, type ImportRequest } from '../../src/server/intake/import-file.ts'
import { undoImport } from '../../src/server/intake/undo-import.ts'

export function aCaller(scope: Scope = '*'): Caller {
  return { actor: 'cli:test', personId: null, rights: new Set(rights), scope, locale: 'en' }
}

export type Bringing = Partial<Pick<ImportRequest, 'dryRun' | 'createMissing' | 'allOrNothing' | 'batch'>> & {
  readonly kind?: ImportKind
  readonly map?: ColumnMap
  readonly caller?: Caller
  readonly onProgress?: (progress: { step: string; done: number }) => void
}

/** Writes the text as a file and brings it in. Missing accounts and products are made unless the test says otherwise. */
export async function bring(deps: Deps, text: string, how: Bringing = {}): Promise<Result<ImportResult>> {
  const folder = path.join(deps.folder, 'brought')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${deps.newId()}.csv`)
  writeFileSync(file, text)
  const request: ImportRequest = {
    path: file,
    fileName: 'sales.csv',
    kind: how.kind ?? 'movements',
    map: how.map ?? null,
    dryRun: how.dryRun ?? false,
    createMissing: how.createMissing ?? true,
    allOrNothing: how.allOrNothing ?? false,
    ...(how.batch === undefined ? {} : { batch: how.batch }),
  }
  return importFile(
    { ...deps, ledger: accruing(deps) },
    how.caller ?? aCaller(),
    request,
    how.onProgress ?? (() => undefined),
  )
}

/** The result, or a failure that names the refusal. */
export function done<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${result.problem.code} ${JSON.stringify(result.problem.facts)}`)
}

export async function brought(deps: Deps, text: string, how: Bringing = {}): Promise<ImportResult> {
  return done(await bring(deps, text, how))
}

export function takeBack(deps: Deps, batch: string, caller: Caller = aCaller()) {
  return undoImport({ ...deps, ledger: accruing(deps) }, caller, batch)
}

/** Lines of a sales file with every field by our own name. */
export function salesFile(
  lines: readonly string[],
  header = 'date,buyer_code,buyer_name,market_code,sku_code,sku_name,pack_units,unit_ml,units,amount,cost,doc,line',
): string {
  return `${header}\n${lines.join('\n')}\n`
}
