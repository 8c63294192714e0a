import type { BatchRow } from './upload-store.ts'
import type { NamesOf } from './batch-view.ts'
import type { UndoPreview } from '../../contract/import-undo.ts'
import type { Preview, PreviewAsk } from '../../contract/import-preview.ts'
import type {
  ColumnMap,
  ImportKind,
  ImportResult,
  RunImport,
  Understood,
  UndoResult,
} from '../../contract/intake.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import type { Result } from '../../domain/problem.ts'
import type { Tried } from './tried.ts'
import type { Deps } from '../db/deps.ts'

export type Progress = { readonly step: string; readonly done: number; readonly share?: number }

/** What the routes need of reading and importing: the same functions that the command line calls. */
export type Engine = {
  openFile(input: {
    path: string
    fileName: string
    kind: ImportKind
    map: ColumnMap | null
    remembered: (shape: Buffer) => Promise<ColumnMap | null>
  }): Promise<
    Result<{
      readonly understood: Understood
      readonly shape: Buffer
      readonly returned: boolean
      close(): Promise<void>
    }>
  >
  importFile(
    deps: Deps,
    caller: Caller,
    request: { path: string; fileName: string; kind: ImportKind; batch?: string; tried?: Tried } & RunImport,
    onProgress: (progress: Progress) => void,
  ): Promise<Result<ImportResult>>
  previewFile(
    deps: Deps,
    caller: Caller,
    file: { path: string; fileName: string; kind: ImportKind },
    ask: PreviewAsk,
  ): Promise<Result<Preview>>
  previewUndo(deps: Deps, caller: Caller, batch: BatchRow, namesOf: NamesOf): Promise<Result<UndoPreview>>
  undoImport(deps: Deps, caller: Caller, batch: string): Promise<Result<UndoResult>>
}
