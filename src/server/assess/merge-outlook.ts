import { assessMarket } from '../../domain/assess/assess-market.ts'
import type { Standing } from '../../domain/assess/criterion.ts'
import type { MarketVerdict } from '../../domain/assess/verdict.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { ok, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { assess, memoryDay } from './assessment.ts'
import { loadMarkets } from './figures.ts'
import { seeing, whomOn } from './moved.ts'
import { dayAsked } from './ranking.ts'
import { standOn } from './stand-on.ts'
import { loadMemory } from './verdict-store.ts'

export type Placed = { readonly name: string; readonly standing: Standing; readonly rank: number | null }
export type MergeOutlook = {
  readonly asOf: Day
  /** By account, as things stand, and as they would with the merge. */
  readonly before: ReadonlyMap<string, Placed>
  readonly after: ReadonlyMap<string, Placed>
}

/** The market's verdicts today and as if one of its wholesalers counted for another. Writes nothing. */
export async function mergeOutlook(
  deps: Deps,
  caller: Caller,
  ask: { readonly market: string; readonly account: string; readonly into: string },
): Promise<Result<MergeOutlook>> {
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const when = dayAsked(stood.value, undefined)
  if (!when.ok) return when
  const { asOf, overridesUntil } = when.value
  const now = await assess(deps, stood.value, caller.scope, [ask.market], when.value)
  const pretend = new Map([[ask.account, ask.into]])
  const then = await inScope(
    deps.db,
    seeing(now.ground.links, caller.scope, [ask.market]),
    async (tx) => {
      const loads = await loadMarkets(tx, now.ground, [ask.market], asOf, overridesUntil, pretend)
      const past = await loadMemory(tx, whomOn(now.ground.moves, [ask.market], asOf), memoryDay(asOf))
      const load = loads.get(ask.market)
      return (
        load && { load, verdict: assessMarket(load.figures, now.ground.policy.body, now.reference, past) }
      )
    },
    { readOnly: true, snapshot: true },
  )
  const there = now.markets.get(ask.market)
  return ok({
    asOf,
    before: there ? placed(there.load.listed, there.verdict) : new Map(),
    after: then ? placed(then.load.listed, then.verdict) : new Map(),
  })
}

function placed(
  listed: ReadonlyMap<string, { readonly member: { readonly name: string } }>,
  verdict: MarketVerdict,
): ReadonlyMap<string, Placed> {
  return new Map(
    verdict.verdicts.map(({ account, standing, rank }) => [
      account,
      { name: listed.get(account)?.member.name ?? '', standing, rank },
    ]),
  )
}
