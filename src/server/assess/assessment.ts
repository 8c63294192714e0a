import { setImmediate } from 'node:timers/promises'
import { assessMarket } from '../../domain/assess/assess-market.ts'
import type { Reference } from '../../domain/assess/verdict.ts'
import type { Scope } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { addDays, monthStart } from '../../domain/day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Assessed } from './assessed.ts'
import type { Ground } from './ground.ts'
import { stampOf } from './ground.ts'
import type { Ask } from './kept-figures.ts'
import { figuresOf } from './kept-figures.ts'
import { memoOf, once } from './memo.ts'
import { seeing, whomOn } from './moved.ts'
import { loadMemory } from './verdict-store.ts'
import { yardstick } from './yardstick.ts'

export type Assessment = {
  readonly ground: Ground
  readonly reference: Reference
  readonly frozen: boolean
  readonly markets: ReadonlyMap<string, Assessed>
}

/** The month end before a day: what was decided then is what hysteresis remembers. */
export function memoryDay(asOf: Day): Day {
  return addDays(monthStart(asOf), -1)
}

/**
 * Markets assessed as of a day. `scope` must hold them all: rank, share and number of key accounts are the market's, whoever
 * looks. Each market is judged once for a state of the ledger, the policy and the stored past.
 */
export async function assess(
  deps: Deps,
  before: Ground,
  scope: Scope,
  markets: readonly string[],
  ask: Ask,
): Promise<Assessment> {
  const memo = memoOf(deps.db)
  const { reference, frozen, ground } = await yardstick(deps, before, ask.asOf)
  const loads = await figuresOf(deps, ground, scope, markets, ask)
  const day = memoryDay(ask.asOf)
  const yard = frozen ? reference.frozenOn : [...ground.heads].join()
  const keyOf = (market: string) =>
    [market, ask.asOf, ask.overridesUntil, stampOf(ground, market), yard].join('|')
  const missing = markets.filter((market) => memo.verdicts.get(keyOf(market)) === undefined)
  const past =
    missing.length === 0
      ? new Map()
      : await inScope(
          deps.db,
          seeing(ground.links, scope, missing),
          (tx) => loadMemory(tx, whomOn(ground.moves, missing, ask.asOf), day),
          { readOnly: true },
        )
  const done = new Map<string, Assessed>()
  for (const [market, load] of loads) {
    const key = keyOf(market)
    const judge = async (): Promise<Assessed> => {
      // Thousands of accounts take half a second: whoever asks for something else is answered in between.
      await setImmediate()
      const verdict = assessMarket(load.figures, ground.policy.body, reference, past)
      const judged = { load, before: past, verdict }
      memo.verdicts.set(key, judged, load.figures.accounts.length)
      return judged
    }
    const assessed = memo.verdicts.get(key) ?? (await once(memo, `verdict|${key}`, judge))
    done.set(market, assessed)
  }
  return { ground, reference, frozen, markets: done }
}
