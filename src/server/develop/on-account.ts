import { noRight, type Caller, type Right } from '../../domain/chain/reach.ts'
import type { Day } from '../../domain/day.ts'
import { refuse, type Result } from '../../domain/problem.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { accountHere, type Whom } from './policy-trace-store.ts'

type Here = {
  readonly tx: Tx
  readonly whom: Whom
  readonly stamp: { readonly actor: string; readonly at: Date; readonly today: Day }
}

/** A change of one account where it is now. Refused: the right is missing; no company; no such account in the caller's markets. */
export async function onAccount<T>(
  deps: Deps,
  caller: Caller,
  { right, account }: { readonly right: Right; readonly account: string },
  work: (here: Here) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!caller.rights.has(right)) return noRight(right)
  const at = deps.now()
  return inScope(deps.db, caller.scope, async (tx) => {
    const company = await companyNow(tx, at)
    if (!company) return refuse('company/missing')
    const whom = await accountHere(tx, account, { left: false })
    if (!whom) return refuse('account/missing')
    return work({ tx, whom, stamp: { actor: caller.actor, at, today: company.today } })
  })
}
