import type { Line } from '../../domain/chain/line.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import type { Tx } from '../db/transaction.ts'
import { Book, settleSize } from './book.ts'
import { judgeAccounts, judgeSkus } from './judge-codes.ts'
import { findLostZeros } from './lost-zeros.ts'
import { lookUp } from './meet.ts'
import type { Opened, ReadRow } from './read/open-types.ts'
import { noteLine, takeLine, waitsForSize, type LineRules, type Sized, type Taken } from './take-line.ts'

/** Lines that are looked at; a longer file is reckoned up from these. */
export const LOOKED_AT = 20_000

export type Foreseen = { readonly row: ReadRow; readonly taken?: Taken; problem?: Problem | undefined }

export type Foresight = {
  readonly lines: readonly Foreseen[]
  /** The file has no more lines than these; else the share of it that was read, 0…1. */
  readonly whole: boolean
  readonly share: number
}

export type Foreseeing = {
  readonly rules: LineRules
  readonly sized: Sized
  readonly named: boolean
}

/** What an import would make of a file's first lines, one by one, and writes nothing: the import's own judgement of each line. */
export async function foresee(deps: Deps, tx: Tx, opened: Opened, how: Foreseeing): Promise<Foresight> {
  const book = new Book(how.named)
  const rows: ReadRow[] = []
  let whole = true
  for await (const lot of opened.batches) {
    for (const row of lot) {
      if (row.ok) book.meet(row.record as Line)
      rows.push(row)
    }
    if (rows.length >= LOOKED_AT) {
      whole = false
      break
    }
  }
  const share = whole ? 1 : Math.min(1, Math.max(1e-6, opened.bytesRead() / Math.max(1, opened.bytesTotal())))
  await lookUp(deps, tx.scope, book)
  const lines: Foreseen[] = rows.map((row) => ({ row }))
  const taken = (row: ReadRow): Foreseen => {
    if (!row.ok) return { row, problem: row.problem }
    const verdict = takeLine(book, row.record as Line, how.rules)
    if (!verdict.ok) return { row, problem: verdict.problem }
    noteLine(book, verdict.taken, how.rules.today, () => undefined)
    return { row, taken: verdict.taken }
  }
  const waiting: number[] = []
  for (const [at, row] of rows.entries())
    if (row.ok && waitsForSize(row.record as Line, how.sized)) waiting.push(at)
    else lines[at] = taken(row)
  for (const at of waiting) {
    const line = (rows[at] as ReadRow & { ok: true }).record as Line
    const entry = line.skuCode === undefined ? undefined : book.sku(line.skuCode)
    if (entry) settleSize(entry, line)
  }
  for (const at of waiting) lines[at] = taken(rows[at] as ReadRow)
  await settleCodes(tx, book, how)
  for (const line of lines) if (line.taken) line.problem = refusalOf(line.taken)
  return { lines, whole, share }
}

function refusalOf({ account, seller, sku }: Taken): Problem | undefined {
  return (
    (account.alias ?? account).refused ?? (seller?.alias ?? seller)?.refused ?? (sku.alias ?? sku).refused
  )
}

/** As the import's `settle`, without making anything. */
async function settleCodes(tx: Tx, book: Book, how: Foreseeing): Promise<void> {
  const accounts = book.accounts.filter((entry) => entry.lines + entry.sold > 0)
  const skus = book.skus.filter((entry) => entry.lines > 0)
  await findLostZeros(tx, accounts, skus, () => undefined)
  judgeAccounts(accounts, tx.scope, how.rules.createMissing)
  judgeSkus(skus, how.rules.createMissing)
}
