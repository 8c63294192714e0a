import type { Scope } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { MarketLoad } from './figures.ts'
import { loadMarkets } from './figures.ts'
import type { Ground } from './ground.ts'
import { stampOf } from './ground.ts'
import { memoOf, once } from './memo.ts'
import { seeing } from './moved.ts'

export type Ask = {
  readonly asOf: Day
  /** A person's decision counts unless it has expired by this day. */
  readonly overridesUntil: Day
}

/** Figures of whole markets, from memory where no chain has moved; all that are missing are loaded together. */
export async function figuresOf(
  deps: Deps,
  ground: Ground,
  scope: Scope,
  markets: readonly string[],
  ask: Ask,
): Promise<ReadonlyMap<string, MarketLoad>> {
  const memo = memoOf(deps.db)
  const keyOf = (market: string) => [market, ask.asOf, ask.overridesUntil, stampOf(ground, market)].join('|')
  const found = new Map<string, MarketLoad>()
  for (const market of markets) {
    const kept = memo.figures.get(keyOf(market))
    if (kept) found.set(market, kept)
  }
  const missing = markets.filter((market) => !found.has(market))
  if (missing.length === 0) return found
  const loaded = await once(memo, `figures|${missing.map(keyOf).join()}`, () =>
    inScope(
      deps.db,
      seeing(ground.links, scope, missing),
      (tx) => loadMarkets(tx, ground, missing, ask.asOf, ask.overridesUntil),
      {
        readOnly: true,
        snapshot: true,
      },
    ),
  )
  for (const [market, load] of loaded) {
    memo.figures.set(keyOf(market), load, load.figures.accounts.length)
    found.set(market, load)
  }
  return found
}
