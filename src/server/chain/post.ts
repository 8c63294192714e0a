import { fingerprintOf, hasNumber, identityOf, wordsOf, type Words } from '../../domain/chain/identity.ts'
import { movementKinds, type MovementKind } from '../../domain/chain/line.ts'
import { calendar, type BatchOfPostings, type Posted } from '../../domain/chain/sheet.ts'
import type { Day } from '../../domain/day.ts'
import type { Tx } from '../db/transaction.ts'
import { ledger } from './ledger.ts'

/** A line whose account and product are known by id; a return's figures are ≤ 0. */
export type PostLine = {
  readonly market: string
  readonly account: string
  readonly sku: string
  /** null = the manufacturer. */
  readonly seller: string | null
  readonly kind: MovementKind
  readonly day: Day
  readonly millilitres: number
  readonly milliCases: number | null
  readonly amountMinor: number | null
  readonly costMinor: number | null
  readonly doc?: string
  readonly line?: string
}

type Known = { readonly n: number; readonly words: Words }

class Numbers {
  readonly ids: string[] = []
  readonly #known = new Map<string, Known>()

  of(id: string): Known {
    const known = this.#known.get(id)
    if (known) return known
    const next = { n: this.ids.push(id), words: wordsOf(id) }
    this.#known.set(id, next)
    return next
  }

  get counted(): number[] {
    return this.ids.map((_, at) => at + 1)
  }
}

/**
 * Posts lines by the hundred thousand in the caller's transaction: ledger, line keys and rollups. Lines already there are left
 * alone, changed ones corrected. `source` tells one origin's documents from another's. Nothing is audited: the caller does.
 */
export async function postLines(
  tx: Tx,
  posting: BatchOfPostings,
  source: string,
  lines: Iterable<PostLine> | AsyncIterable<PostLine>,
): Promise<Posted> {
  const accounts = new Numbers()
  const skus = new Numbers()
  const markets: string[] = []
  const whenOf = calendar()
  const sheet = await ledger.openSheet(tx)
  let n = 0
  try {
    for await (const line of lines) {
      const account = accounts.of(line.account)
      markets[account.n - 1] = line.market
      const seller = line.seller === null ? null : accounts.of(line.seller)
      // A seller's market is not written anywhere; it has one if it buys as well.
      if (seller) markets[seller.n - 1] ??= line.market
      const sku = skus.of(line.sku)
      const when = whenOf(line.day)
      n += 1
      const kind = movementKinds.indexOf(line.kind)
      const identity = { ...line, source, seller: line.seller ?? '', buyer: line.account }
      sheet.add({
        n,
        account: account.n,
        sku: sku.n,
        seller: seller?.n ?? 0,
        kind,
        ...when,
        numbered: hasNumber(line),
        millilitres: line.millilitres,
        milliCases: line.milliCases,
        amountMinor: line.amountMinor,
        costMinor: line.costMinor,
        key: ledger.keyOf(identityOf(identity)),
        print: fingerprintOf({
          ...line,
          kind,
          day: when.day,
          seller: seller?.words ?? [0, 0],
          buyer: account.words,
          sku: sku.words,
        }),
        doc: line.doc ?? null,
        line: line.line ?? null,
      })
      const drained = sheet.drained()
      if (drained) await drained
    }
  } catch (error) {
    // Left open, the copy would swallow the caller's ROLLBACK.
    await sheet.abandon()
    throw error
  }
  await sheet.close()
  const { corrected } = await ledger.judge(tx)
  return ledger.postSheet(
    tx,
    posting,
    {
      accounts: { n: accounts.counted, market: markets, id: accounts.ids },
      skus: { n: skus.counted, id: skus.ids },
    },
    { corrected, last: n },
  )
}
