import { noRight, type Caller, type Right } from '../../domain/chain/reach.ts'
import { refuse, type Result } from '../../domain/problem.ts'
import type { Day } from '../../domain/day.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { companyNow } from '../db/company-day.ts'
import { whoseOf, type Whose } from './whose-store.ts'

export type Here = {
  readonly tx: Tx
  readonly whose: Whose
  readonly today: Day
  readonly digits: number
  readonly at: Date
  /** An audit entry beside the write; never with what a person may want erased (texts, phones). */
  readonly note: (action: string, detail: Record<string, unknown>) => Promise<void>
}

/**
 * Work on one account, in one transaction with the caller's scope. Refused: the right is missing, there is no such account in the
 * scope (one answer for both), there is no company.
 */
export async function withAccount<T>(
  deps: Deps,
  caller: Caller,
  right: Right,
  account: string,
  work: (here: Here) => Promise<Result<T>>,
  readOnly = false,
): Promise<Result<T>> {
  if (!caller.rights.has(right)) return noRight(right)
  const at = deps.now()
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const company = await companyNow(tx, at)
      if (!company) return refuse('company/missing')
      const whose = await whoseOf(tx, caller.scope, account)
      if (!whose) return refuse('account/missing', { account })
      const note = (action: string, detail: Record<string, unknown>) =>
        audit(
          tx,
          deps.newId,
          { actor: caller.actor, at },
          { market: whose.market, action, subject: whose.id, detail },
        )
      return work({ tx, whose, ...company, at, note })
    },
    { readOnly },
  )
}
