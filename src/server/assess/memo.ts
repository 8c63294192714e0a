import type { Db } from '../db/client.ts'
import type { Assessed } from './assessed.ts'
import type { MarketLoad } from './figures.ts'
import type { Ground } from './ground.ts'

/**
 * What a process remembers of one database: answers that stay true until an audit chain moves. Keys carry the chain's head, so
 * nothing is ever invalidated; the oldest go when there are too many accounts.
 */
export type Memo = {
  ground?: Ground
  signature?: string
  /** The ground on which filling the yardstick was last tried. */
  filledFor?: Ground
  readonly figures: Kept<MarketLoad>
  readonly verdicts: Kept<Assessed>
  readonly running: Map<string, Promise<unknown>>
}

const memos = new WeakMap<Db, Memo>()
const MOST_ACCOUNTS = 60_000

export function memoOf(db: Db): Memo {
  const there = memos.get(db)
  if (there) return there
  const made: Memo = { figures: new Kept(), verdicts: new Kept(), running: new Map() }
  memos.set(db, made)
  return made
}

/** A map with a limit: by how many accounts its entries hold. */
export class Kept<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly accounts: number }>()
  #accounts = 0

  get(key: string): T | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: string, value: T, accounts: number): void {
    this.#accounts += accounts - (this.#entries.get(key)?.accounts ?? 0)
    this.#entries.delete(key)
    this.#entries.set(key, { value, accounts })
    for (const [oldest, entry] of this.#entries) {
      if (this.#accounts <= MOST_ACCOUNTS || oldest === key) break
      this.#entries.delete(oldest)
      this.#accounts -= entry.accounts
    }
  }
}

/** Runs `work` once for all who ask for the same while it runs. */
export async function once<T>(memo: Memo, key: string, work: () => Promise<T>): Promise<T> {
  const running = memo.running.get(key) as Promise<T> | undefined
  if (running) return running
  const started = work().finally(() => memo.running.delete(key))
  memo.running.set(key, started)
  return started
}
