import type { AccountProfile } from '../../contract/assess.ts'
import { homeOn } from '../../domain/chain/account-move.ts'
import { type Caller, noRight } from '../../domain/chain/reach.ts'
import { within } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { windowTo } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { assess } from './assessment.ts'
import type { Ground } from './ground.ts'
import { loadStory } from './profile-facts.ts'
import { profileOf } from './profile-shape.ts'
import type { Found } from './profile-store.ts'
import { findAccount } from './profile-store.ts'
import { dayAsked } from './ranking.ts'
import { standOn } from './stand-on.ts'

export type ProfileAsk = { readonly account: string; readonly asOf?: Day | undefined }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * One tier-1 account with everything its page says, and why. A code that was merged shows the account it is now.
 * Refused: no right; an account that is not there or outside the scope (the same answer); a day that is none or lies ahead.
 */
export async function profile(deps: Deps, caller: Caller, ask: ProfileAsk): Promise<Result<AccountProfile>> {
  if (!caller.rights.has('account.read')) return noRight('account.read')
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const when = dayAsked(stood.value, ask.asOf)
  if (!when.ok) return when
  const found = await locate(deps, stood.value, caller, ask.account, when.value.asOf)
  if (found?.tier !== 'wholesaler') return refuse('account/missing', { account: ask.account })
  const assessment = await assess(deps, stood.value, caller.scope, [found.market], when.value)
  const assessed = assessment.markets.get(found.market)
  const listed = assessed?.load.listed.get(found.id)
  if (!assessed || !listed) return refuse('account/missing', { account: ask.account })
  const contribution = caller.rights.has('contribution.read')
  const window = windowTo(when.value.asOf, 12)
  const whose = {
    markets: [found.market, ...(assessment.ground.links.get(found.market) ?? [])],
    ids: [found.id, ...listed.merged.map((one) => one.id)],
  }
  const story = await loadStory(deps, caller, assessment.ground, whose, window, contribution)
  const whole = caller.scope === '*'
  const { asOf } = when.value
  return ok(profileOf({ assessment, assessed, listed, found, story, asOf, contribution, whole }))
}

/** The account, or the one that it was merged into, within the caller's markets; where it was on the day (today unless said). */
export async function locate(
  deps: Deps,
  ground: Ground,
  caller: Caller,
  id: string,
  day: Day = ground.today,
): Promise<Found | undefined> {
  if (!UUID.test(id)) return undefined
  const markets = within(caller.scope, ground.markets)
  if (markets === '*' || markets.length === 0) return undefined
  const find = (tx: Tx, one: string) => {
    const home = homeOn(ground.moves.get(one) ?? [], day)
    return findAccount(tx, home === undefined ? markets : markets.filter((market) => market === home), one)
  }
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      let found = await find(tx, id)
      for (let steps = 0; found?.mergedInto && steps < 100; steps += 1)
        found = await find(tx, found.mergedInto)
      return found
    },
    { readOnly: true },
  )
}
