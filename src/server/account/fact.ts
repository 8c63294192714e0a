import type { AccountFact, FactSaved } from '../../contract/account.ts'
import type { Fact } from '../../domain/assess/figures.ts'
import { isMoneyFact, readFact } from '../../domain/assess/read-fact.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { isDay, type Day } from '../../domain/day.ts'
import { fromMinor, toMinor } from '../../domain/money.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { insertFact, takeFact } from './fact-store.ts'
import { withAccount } from './with-account.ts'

/** Money of the store in whole units, as it is said; everything else as it is. */
export function saidFact(fact: Fact, digits: number): AccountFact {
  const { value } = fact
  return {
    fact: fact.fact,
    value: isMoneyFact(fact.fact) ? fromMinor(value, digits) : value,
    day: fact.day,
    expiresOn: fact.expiresOn,
    source: fact.source,
  }
}

/**
 * Tells a fact of strength or loyalty; one of the same name and day is replaced and answered. The assessment reads it from its day
 * on. Refused: see `withAccount` and `readFact`.
 */
export async function tellFact(
  deps: Deps,
  caller: Caller,
  account: string,
  fact: AccountFact,
): Promise<Result<FactSaved>> {
  return withAccount(deps, caller, 'account.change', account, async ({ tx, whose, today, digits, note }) => {
    const read = readFact(fact, today)
    if (!read.ok) return read
    const value = isMoneyFact(read.value.fact) ? toMinor(read.value.value, digits) : read.value.value
    const before = await takeFact(tx, whose, read.value.fact, read.value.day)
    await insertFact(tx, whose, deps.newId(), { ...read.value, value })
    await note('account.fact', { before, after: { ...read.value, value } })
    return ok({ before: before && saidFact(before, digits) })
  })
}

/** Takes a fact back; the audit keeps what stood there. Refused where there is none of that day. */
export async function takeFactBack(
  deps: Deps,
  caller: Caller,
  account: string,
  fact: string,
  day: Day,
): Promise<Result<FactSaved>> {
  return withAccount(deps, caller, 'account.change', account, async ({ tx, whose, digits, note }) => {
    const before = isDay(day) ? await takeFact(tx, whose, fact, day) : null
    if (!before) return refuse('account/fact-missing')
    await note('account.fact-withdrawn', { before })
    return ok({ before: saidFact(before, digits) })
  })
}
