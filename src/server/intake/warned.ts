import type { ImportResult } from '../../contract/intake.ts'
import type { WarningCode } from '../../domain/chain/warning.ts'
import type { Taken } from './take-line.ts'

/** Lines that are named for each warning. */
const NAMED = 5

type Named = NonNullable<ImportResult['warned']>[string]

/** What is told about lines that go in all the same: how many of each, and the first lines of those that are about single ones. */
export class Warned {
  readonly #counts = new Map<WarningCode, number>()
  readonly #named = new Map<WarningCode, Named>()

  readonly count = (code: WarningCode, more = 1): void => {
    if (more > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + more)
  }

  readonly line = (code: WarningCode, { line, account, sku }: Taken): void => {
    this.count(code)
    let named = this.#named.get(code)
    if (!named) this.#named.set(code, (named = []))
    if (named.length === NAMED) return
    named.push({
      row: line.row,
      day: line.day,
      account: line.buyerName ?? account.known?.name ?? account.code,
      sku: line.skuName ?? sku.known?.name ?? sku.code,
    })
  }

  get told(): Pick<ImportResult, 'warnings' | 'warned'> {
    return { warnings: Object.fromEntries(this.#counts), warned: Object.fromEntries(this.#named) }
  }
}
