import type { NewCadence } from '../../contract/visit.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { addDays, isDay, type Day } from '../../domain/day.ts'
import { DAYS_AHEAD } from '../../domain/develop/visit.ts'
import { cadenceWrong, MOST_DAYS, type Cadence } from '../../domain/develop/visit-dates.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit, type Stamp } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import type { Tx } from '../db/transaction.ts'
import { onAccount } from './on-account.ts'
import { insertCadence } from './visit-store.ts'

/**
 * Gives an account its fixed dates from a day on, in a transaction that is open already: an agreement that comes into force, say. What
 * held before that day stays. Refused: days between visits that are not 1 to 180 (null ends the visits); weekdays that are none.
 */
export async function setCadenceIn(
  tx: Tx,
  { newId }: Pick<Deps, 'newId'>,
  stamp: Stamp,
  { market, account, ...cadence }: Cadence & { readonly market: string; readonly account: string },
): Promise<Result<{ readonly id: string; readonly version: number }>> {
  const wrong = cadenceWrong(cadence)
  if (wrong === 'days') return refuse('visit/cadence-days', { max: MOST_DAYS })
  if (wrong) return refuse('visit/cadence-weekdays')
  const id = newId()
  await insertCadence(tx, { market, id, account }, cadence, stamp)
  const detail = { from: cadence.from, everyDays: cadence.everyDays, weekdays: cadence.weekdays }
  await audit(tx, newId, stamp, { market, action: 'visit.cadence', subject: account, detail })
  return ok({ id, version: 1 })
}

/** The same over HTTP. Refused beside that: the right; no such account in the caller's markets; a day not from today to a year ahead. */
export async function setCadence(
  deps: Deps,
  caller: Caller,
  account: string,
  { everyDays, weekdays, from }: NewCadence,
): Promise<Result<{ id: string; version: number }>> {
  return onAccount(deps, caller, { right: 'visit.change', account }, async ({ tx, whom, stamp }) => {
    const { today } = stamp
    const day: Day = from ?? today
    const last = addDays(today, DAYS_AHEAD)
    if (!isDay(day) || day < today || day > last)
      return refuse('visit/day-outside', { from: today, to: last })
    const cadence = { from: day, everyDays, weekdays: weekdays.toSorted((a, b) => a - b) }
    return setCadenceIn(tx, deps, stamp, { market: whom.market, account: whom.id, ...cadence })
  })
}
