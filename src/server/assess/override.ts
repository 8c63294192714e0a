import type { Standing } from '../../domain/assess/criterion.ts'
import { standings } from '../../domain/assess/criterion.ts'
import { type Caller, noRight } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { addMonths, isDay } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { insertOverride, withdrawOverrides } from './override-store.ts'
import { locate } from './profile.ts'
import { standOn } from './stand-on.ts'

export type Decision = { readonly standing: Standing; readonly reason: string; readonly expiresOn: Day }

/** A decision must be looked at again within this many months. */
const LONGEST_MONTHS = 12

/**
 * A person sets an account's standing, with a reason and an end; an earlier decision gives way. It counts from the last day
 * with movements (the day that screens show), at the latest from today.
 * Refused: no right, an account out of reach, no reason, an end that is not ahead or more than a year away.
 */
export async function decide(
  deps: Deps,
  caller: Caller,
  account: string,
  decision: Decision,
): Promise<Result<{ readonly account: string }>> {
  if (!caller.rights.has('account.override')) return noRight('account.override')
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const { today, lastDay } = stood.value
  const reason = decision.reason.trim()
  if (!standings.includes(decision.standing)) return refuse('override/invalid', { field: 'standing' })
  if (reason.length < 2 || reason.length > 500) return refuse('override/invalid', { field: 'reason' })
  if (
    !isDay(decision.expiresOn) ||
    decision.expiresOn <= today ||
    decision.expiresOn > addMonths(today, LONGEST_MONTHS)
  )
    return refuse('override/invalid', { field: 'expiresOn' })
  const found = await locate(deps, stood.value, caller, account)
  if (found?.tier !== 'wholesaler') return refuse('account/missing', { account })
  const at = deps.now()
  await inScope(deps.db, [found.market], async (tx) => {
    const replaced = await withdrawOverrides(tx, found.market, found.id, at)
    await insertOverride(tx, {
      market: found.market,
      id: deps.newId(),
      account: found.id,
      standing: decision.standing,
      reason,
      validFrom: lastDay !== null && lastDay < today ? lastDay : today,
      expiresOn: decision.expiresOn,
      madeBy: caller.actor,
      madeAt: at,
    })
    await audit(
      tx,
      deps.newId,
      { actor: caller.actor, at },
      {
        market: found.market,
        action: 'account.override',
        subject: found.id,
        detail: { standing: decision.standing, reason, expiresOn: decision.expiresOn, replaced },
      },
    )
  })
  return ok({ account: found.id })
}

/** Takes a decision back: the rules speak again. Refused where there is none. */
export async function takeBack(
  deps: Deps,
  caller: Caller,
  account: string,
): Promise<Result<{ readonly account: string }>> {
  if (!caller.rights.has('account.override')) return noRight('account.override')
  const stood = await standOn(deps)
  if (!stood.ok) return stood
  const found = await locate(deps, stood.value, caller, account)
  if (!found) return refuse('account/missing', { account })
  const at = deps.now()
  const ended = await inScope(deps.db, [found.market], async (tx) => {
    const count = await withdrawOverrides(tx, found.market, found.id, at)
    if (count > 0)
      await audit(
        tx,
        deps.newId,
        { actor: caller.actor, at },
        {
          market: found.market,
          action: 'account.override-withdrawn',
          subject: found.id,
          detail: { count },
        },
      )
    return count
  })
  return ended > 0 ? ok({ account: found.id }) : refuse('override/missing', { account })
}
