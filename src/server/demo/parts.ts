import type { MovementKind } from '../../domain/chain/line.ts'
import type { Day } from '../../domain/day.ts'
import type { Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import type { Tx } from '../db/transaction.ts'
import type { Places } from './places.ts'
import type { DemoShape } from './shape.ts'
import type { World } from './world.ts'

/** A line as the door of the ledger takes it. */
export type DemoLine = {
  readonly market: string
  readonly account: string
  readonly sku: string
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

type Posted = {
  readonly markets: readonly { readonly market: string; readonly lines: number; readonly digest: string }[]
}

export type SignIn = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly locale: 'zh'
  readonly active: true
}

/** What other slices do for the demo: the composition root hands it in. */
export type DemoParts = {
  readonly shape: DemoShape
  readonly post: (
    tx: Tx,
    posting: { readonly batch: string; readonly seed: string; readonly at: Date },
    source: string,
    lines: Iterable<DemoLine>,
  ) => Promise<Posted>
  /** Lets a person sign in with this password. */
  readonly setPassword: (tx: Tx, person: SignIn, password: string) => Promise<void>
  /** Assesses every month that the ledger has reached, so that standings have a history. */
  readonly assess: (deps: Deps, onDay: (done: number) => void) => Promise<Result<unknown>>
  /** Lives the year behind day by day: prospects, policies, claims, agreements, and each month's lines as they come in. */
  readonly live: (
    deps: Deps,
    year: DemoYear,
    onDay: (done: number) => void,
  ) => Promise<{ readonly movements: number }>
  /** Empties the database, where an earlier making of the demo was cut off. */
  readonly clear: () => Promise<void>
}

/** What the year behind begins with: everything that is there, and the lines that nobody has posted yet. */
export type DemoYear = {
  readonly world: World
  readonly today: Day
  readonly places: Places
  /** Lines of the year, by month (`YYYY-MM`). */
  readonly later: ReadonlyMap<string, readonly DemoLine[]>
  /** Assesses every month that the ledger has reached by then. */
  readonly assess: (deps: Deps) => Promise<Result<unknown>>
  /** Posts lines with their entries in the audit chain, in a transaction that is open already. */
  readonly post: (tx: Tx, batch: string, at: Date, lines: Iterable<DemoLine>) => Promise<number>
}

export const demoSteps = ['company', 'accounts', 'movements', 'spend', 'visits', 'verdicts', 'year'] as const
export type DemoProgress = { readonly step: (typeof demoSteps)[number]; readonly done: number }
