import type { Db } from '../db/client.ts'
import type { Assessed } from './assessed.ts'
import type { MarketLoad } from './figures.ts'
import type { Ground } from './ground.ts'
import type { RankedList } from './ranking-list.ts'

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
  /** Whole lists by place, day and reader; what they weigh is the order of their rows, the rows are the verdicts'. */
  readonly lists: Kept<RankedList>
  /** Packed answers, by kilobytes. */
  readonly bodies: Kept<Uint8Array<ArrayBuffer>>
  readonly running: Map<string, Promise<unknown>>
}

const memos = new WeakMap<Db, Memo>()
/** A company of 100,000 accounts fits twice: as of today, and as of the day that somebody compares it with. */
const MOST_ACCOUNTS = 220_000
const MOST_LISTED = 2_000_000
const MOST_KILOBYTES = 64_000

export function memoOf(db: Db): Memo {
  const there = memos.get(db)
  if (there) return there
  const made: Memo = {
    figures: new Kept(MOST_ACCOUNTS),
    verdicts: new Kept(MOST_ACCOUNTS),
    lists: new Kept(MOST_LISTED),
    bodies: new Kept(MOST_KILOBYTES),
    running: new Map(),
  }
  memos.set(db, made)
  return made
}

/** A map with a limit: by what its entries weigh (accounts, or kilobytes). The one used longest ago goes first. */
export class Kept<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly weight: number }>()
  readonly #most: number
  #weight = 0

  constructor(most: number) {
    this.#most = most
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: string, value: T, weight: number): void {
    this.#weight += weight - (this.#entries.get(key)?.weight ?? 0)
    this.#entries.delete(key)
    this.#entries.set(key, { value, weight })
    for (const [oldest, entry] of this.#entries) {
      if (this.#weight <= this.#most || oldest === key) break
      this.#entries.delete(oldest)
      this.#weight -= entry.weight
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
