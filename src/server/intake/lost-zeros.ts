import { matchLostZeros, withoutZeros } from '../../domain/chain/code.ts'
import type { WarningCode } from '../../domain/chain/warning.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Tx } from '../db/transaction.ts'
import type { AccountEntry, KnownAccount, SkuEntry } from './entries.ts'
import { accountsByBareKey, skusByBareKey } from './lookup-store.ts'

type Warn = (code: WarningCode, count?: number) => void

function push<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Codes from numeric cells that nobody has: whether they are longer codes of digits, of the file or of the database. */
export async function findLostZeros(
  tx: Tx,
  accounts: AccountEntry[],
  skus: SkuEntry[],
  warn: Warn,
): Promise<void> {
  const lost = accounts.filter((entry) => !entry.text && !entry.known && entry.lines > 0)
  if (lost.length > 0) {
    const kept = new Map<string, KnownAccount>()
    for (const row of await accountsByBareKey(
      tx,
      lost.map(({ bare }) => bare),
    ))
      kept.set(row.key, row)
    decideZeros(lost, accounts, kept, (entry, row) => (entry.known = row), warn)
  }
  const lostSkus = skus.filter((entry) => !entry.text && (!entry.known || entry.known.withdrawn))
  if (lostSkus.length > 0) {
    const kept = new Map(
      (
        await skusByBareKey(
          tx,
          lostSkus.map(({ bare }) => bare),
        )
      ).map((row) => [row.key, row]),
    )
    decideZeros(lostSkus, skus, kept, (entry, row) => (entry.known = row), warn)
  }
}

type Doubtful = {
  readonly key: string
  readonly code: string
  readonly bare: string
  readonly text: boolean
  readonly lines: number
  name: string | undefined
  known: object | undefined
  refused: Problem | undefined
}

function decideZeros<E extends Doubtful & { alias: E | undefined }, K extends { readonly name: string }>(
  lost: readonly E[],
  all: readonly E[],
  kept: ReadonlyMap<string, K>,
  know: (entry: E, row: K) => void,
  warn: Warn,
): void {
  const inFile = new Map<string, E[]>()
  for (const entry of all) if (entry.text) push(inFile, entry.bare, entry)
  const inDatabase = new Map<string, { key: string; row: K }[]>()
  for (const [key, row] of kept) push(inDatabase, withoutZeros(key), { key, row })
  for (const entry of lost) {
    const files = (inFile.get(entry.bare) ?? []).map((one) => ({
      key: one.key,
      name: one.name ?? null,
      entry: one,
      row: undefined,
    }))
    const rows = (inDatabase.get(entry.bare) ?? [])
      .filter(({ key }) => files.every((one) => one.key !== key))
      .map(({ key, row }) => ({ key, name: row.name, entry: undefined, row }))
    const found = matchLostZeros({ key: entry.key, name: entry.name ?? null }, [...files, ...rows])
    if (found.kind === 'several') entry.refused = { code: 'line/code-ambiguous', facts: { code: entry.code } }
    if (found.kind !== 'one') continue
    warn('code/leading-zeros', entry.lines)
    if (found.match.entry) entry.alias = found.match.entry
    else if (found.match.row) know(entry, found.match.row)
  }
}
