import type { BatchOfPostings, Judged, Places, Posted, Reversed, Sheet } from '../../domain/chain/sheet.ts'
import type { Samples } from '../../domain/chain/samples.ts'
import type { Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import type { Tx } from '../db/transaction.ts'

/** What the import needs of the ledger. The composition root hands it `ledger` of the chain. */
export type LedgerDoor = {
  keyOf(identity: string): string
  openSheet(tx: Tx): Promise<Sheet>
  mergeNumbers(
    tx: Tx,
    column: 'account' | 'sku',
    pairs: readonly (readonly [number, number])[],
  ): Promise<void>
  refuseLines(tx: Tx, accounts: readonly number[], skus: readonly number[]): Promise<void>
  judge(tx: Tx): Promise<Judged>
  monthsThere(tx: Tx, places: Places): Promise<number>
  knownLines(
    tx: Tx,
    keys: readonly string[],
  ): Promise<readonly { key: string; print: string; millilitres: number; amountMinor: number | null }[]>
  sampleSheet(tx: Tx, batch: string, markets: readonly string[]): Promise<Samples>
  refusedHere(tx: Tx): Promise<{ conflicts: number[]; outOfReach: number[] }>
  postSheet(
    tx: Tx,
    posting: BatchOfPostings,
    places: Places,
    counts: { corrected: number; last: number },
  ): Promise<Posted>
  laterBatch(tx: Tx, batch: string, markets: readonly string[]): Promise<string | undefined>
  reverseBatch(tx: Tx, batch: string, undo: BatchOfPostings, markets: readonly string[]): Promise<Reversed>
}

export type PersonRow = {
  readonly email: string
  readonly name: string | undefined
  /** Each of the person's lines: a role, and codes of nodes where it holds. */
  readonly roles: readonly { readonly role: string | undefined; readonly scope: readonly string[] }[]
  readonly locale: string | undefined
}

/** Adds or changes one person in the caller's transaction; `change` says what happened. */
export type PersonDoor = (
  tx: Tx,
  person: PersonRow,
) => Promise<Result<{ readonly id: string; readonly change: 'created' | 'updated' | 'unchanged' }>>

export type IntakeDeps = Deps & { readonly ledger: LedgerDoor; readonly person?: PersonDoor }
