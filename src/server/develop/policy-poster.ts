import type { Day } from '../../domain/day.ts'
import { hitsOf, isPeriodOf, type StandingPolicy } from '../../domain/develop/policy-attribution.ts'
import type { UnitState } from '../../domain/develop/policy-entitlement.ts'
import { postingOf, type Weighed } from '../../domain/develop/policy-posting.ts'
import { speaksTo } from '../../domain/develop/trade-policy-lines.ts'
import { daysOf } from '../../domain/develop/trade-policy.ts'
import type { Tx } from '../db/transaction.ts'
import type { LineRow } from './policy-line-store.ts'
import {
  insertPostings,
  insertShares,
  keyOf,
  lockUnits,
  writeBalances,
  type Balance,
  type Booking,
  type NewPosting,
  type Share,
  type UnitKey,
} from './policy-unit-store.ts'

type Counted = UnitKey & {
  readonly of: StandingPolicy
  quantity: number
  base: number
  lastDay: Day | null
  readonly lines: (Weighed & { readonly account: string; readonly day: Day })[]
}

export type Run = Booking & {
  readonly id: string
  readonly newId: () => string
  /** Lines add to what units have counted (an import), or are all that they count (a change). */
  readonly mode: 'adds' | 'anew'
  /** All policies that speak in these markets, since exclusive ones take lines from others. */
  readonly standing: readonly StandingPolicy[]
  /** An account and those that were merged into it: a policy's list may name any of them. */
  readonly idsOf: (market: string, root: string) => readonly string[]
  /** Of these alone units are posted; null: of all. */
  readonly targets: ReadonlySet<string> | null
  /** Components of a policy before its change: what was posted under it is taken back there. */
  readonly componentBefore?: ReadonlyMap<string, string>
}

const BATCH_LINES = 5000

/** Lines come by market and account; each account's units are posted when all of its lines are there. */
export class Poster {
  readonly #tx: Tx
  readonly #run: Run
  #units = new Map<string, Counted>()
  #held = 0
  #account = ''
  #spoken: readonly StandingPolicy[] = []
  #postings = 0

  constructor(tx: Tx, run: Run) {
    this.#tx = tx
    this.#run = run
  }

  async add(lines: readonly LineRow[]): Promise<void> {
    for (const line of lines) {
      const account = `${line.market} ${line.root}`
      if (account !== this.#account) {
        if (this.#held >= BATCH_LINES) await this.#flush()
        this.#account = account
        const whom = { market: line.market, ids: this.#run.idsOf(line.market, line.root), tier: line.tier }
        this.#spoken = this.#run.standing.filter(({ policy }) => speaksTo(policy, whom))
      }
      this.#count(line)
    }
  }

  #count(line: LineRow): void {
    for (const { of, period, quantity, as } of hitsOf(this.#spoken, line.tier, line)) {
      if (this.#run.targets && !this.#run.targets.has(of.id)) continue
      const key = `${line.market} ${line.root} ${of.id} ${period}`
      let unit = this.#units.get(key)
      if (!unit)
        this.#units.set(
          key,
          (unit = {
            market: line.market,
            account: line.root,
            policy: of.id,
            period,
            of,
            quantity: 0,
            base: 0,
            lastDay: null,
            lines: [],
          }),
        )
      unit[as] += quantity
      this.#held += 1
      if (as === 'base') continue
      unit.lastDay = line.day
      if (this.#run.mode === 'adds')
        unit.lines.push({ id: line.id, quantity, account: line.account, day: line.day })
    }
  }

  async #flush(): Promise<void> {
    const counted = [...this.#units.values()]
    this.#units = new Map()
    this.#held = 0
    const before = counted.length === 0 ? [] : await lockUnits(this.#tx, counted)
    const byKey = new Map(counted.map((unit) => [keyOf(unit), unit]))
    await this.post(
      before.map((balance) => {
        const unit = byKey.get(keyOf(balance)) as Counted
        const adds = this.#run.mode === 'adds'
        return {
          balance,
          of: unit.of,
          after: {
            quantity: unit.quantity + (adds ? balance.quantity : 0),
            base: unit.base + (adds ? balance.base : 0),
            confirmed: balance.confirmed && isPeriodOf(unit.of.policy, unit.period),
          },
          lines: unit.lines,
          lastDay: unit.lastDay,
        }
      }),
    )
  }

  /** Posts units that are locked already: the difference between what each earns in its new state and what was posted for it. */
  async post(
    units: readonly {
      readonly balance: Balance
      readonly of: StandingPolicy
      readonly after: UnitState
      readonly lines?: Counted['lines']
      readonly lastDay?: Day | null
    }[],
  ): Promise<void> {
    const postings: NewPosting[] = []
    const shares: Share[] = []
    const balances: Balance[] = []
    for (const { balance, of, after, lines = [], lastDay = null } of units) {
      const made = postingOf(of.policy.terms, balance, after, lines)
      balances.push({ ...balance, ...after, minor: balance.minor + made.minor })
      const was = this.#run.componentBefore?.get(of.id) ?? of.policy.component
      const moved = was !== of.policy.component && balance.minor !== 0
      if (made.minor === 0 && !moved && made.shares.every(({ minor }) => minor === 0)) continue
      const id = this.#run.newId()
      postings.push({ ...balance, id, version: of.version, minor: made.minor, trace: made.trace })
      const share = (
        part: Pick<Share, 'account' | 'day' | 'minor' | 'movement'>,
        component: string = of.policy.component,
      ) => {
        if (part.minor === 0) return
        const { market } = balance
        shares.push({
          ...part,
          market,
          id: this.#run.newId(),
          component,
          source: `${of.code}/${of.version}`,
          posting: id,
        })
      }
      const whole = {
        account: balance.account,
        day: lastDay ?? this.#dayOf(of, balance.period),
        movement: null,
      }
      if (moved) {
        share({ ...whole, minor: -balance.minor }, was)
        share({ ...whole, minor: balance.minor + made.minor })
      } else if (made.shares.length === 0) share({ ...whole, minor: made.minor })
      else
        for (const [at, { id: movement, minor }] of made.shares.entries()) {
          const line = lines[at] as Counted['lines'][number]
          share({ account: line.account, day: line.day, movement, minor })
        }
    }
    this.#postings += postings.length
    if (postings.length > 0) await insertPostings(this.#tx, postings, this.#run)
    if (shares.length > 0) await insertShares(this.#tx, shares, this.#run)
    if (balances.length > 0) await writeBalances(this.#tx, this.#run.id, balances)
  }

  /** The last day of a unit's period, not after the day of booking. */
  #dayOf({ policy }: StandingPolicy, period: Day): Day {
    const { to } = daysOf(policy, period)
    return to < this.#run.bookedOn ? to : this.#run.bookedOn
  }

  /** Posts what is still held. */
  async end(): Promise<void> {
    await this.#flush()
  }

  /** How many postings were made so far. */
  get postings(): number {
    return this.#postings
  }
}
