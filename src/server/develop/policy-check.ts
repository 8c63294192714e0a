import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { takeLedgerLock } from '../db/ledger-lock.ts'
import { inScope } from '../db/transaction.ts'
import { restate } from './accrue.ts'
import { sumsApart, unitCount } from './policy-check-store.ts'
import { marketsHere } from './policy-line-store.ts'
import { loadPolicies, standingOf } from './policy-store.ts'

export type PoliciesChecked = { readonly units: number; readonly wrong: readonly string[] }

/** Carries the answer out of the transaction that it rolls back. */
class Looked extends Error {
  readonly answer: PoliciesChecked
  constructor(answer: PoliciesChecked) {
    super('a look is rolled back')
    this.answer = answer
  }
}

/**
 * Proves what policies owe: kept sums are what they are sums of, and reckoning all units anew from the ledger finds nothing to post. Nothing
 * is kept of it. While an import runs the reckoning is left out.
 */
export async function checkPolicies(deps: Deps): Promise<PoliciesChecked> {
  try {
    return await inScope(deps.db, '*', async (tx) => {
      const apart = (await sumsApart(tx)).map(({ code, what, rows }) => `${code} ${what} ${rows}`)
      const units = await unitCount(tx)
      const standing = (await loadPolicies(tx, '*')).map(standingOf)
      const at = deps.now()
      const company = await companyNow(tx, at)
      if (standing.length === 0 || !company || !(await takeLedgerLock(tx))) return { units, wrong: apart }
      const markets = await marketsHere(tx)
      const ask = { cause: 'change' as const, targets: standing, standing, markets, accounts: null }
      const found = await restate(tx, deps, { ...ask, bookedOn: company.today, at })
      throw new Looked({ units, wrong: found === 0 ? apart : [...apart, `replay ${found}`] })
    })
  } catch (error) {
    if (error instanceof Looked) return error.answer
    throw error
  }
}
