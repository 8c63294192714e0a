import type { PolicyConfirm, TradePolicySaved } from '../../contract/trade-policy.ts'
import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { isDay } from '../../domain/day.ts'
import { isPeriodOf } from '../../domain/develop/policy-attribution.ts'
import { measureOf } from '../../domain/develop/trade-policy.ts'
import { speaksTo } from '../../domain/develop/trade-policy-lines.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { waitForLedger } from '../db/ledger-lock.ts'
import { inScope } from '../db/transaction.ts'
import { Poster } from './policy-poster.ts'
import { loadPolicies, standingOf } from './policy-store.ts'
import { accountHere } from './policy-trace-store.ts'
import { lockUnits } from './policy-unit-store.ts'

/**
 * Somebody has seen that conduct was kept or that a display stands, or takes that back: the amount of the period is posted or taken
 * back. Refused: no such policy or account in the caller's markets; a policy that goes by quantity; a period that is not the policy's; an
 * account that it does not speak to; a period that says so already.
 */
export async function confirmUnit(
  deps: Deps,
  caller: Caller,
  id: string,
  { account, period, confirmed }: PolicyConfirm,
): Promise<Result<TradePolicySaved>> {
  if (!caller.rights.has('trade_policy.change')) return noRight('trade_policy.change')
  const at = deps.now()
  return inScope(deps.db, caller.scope, async (tx): Promise<Result<TradePolicySaved>> => {
    await waitForLedger(tx)
    const company = await companyNow(tx, at)
    if (!company) return refuse('company/missing')
    const [row] = await loadPolicies(tx, caller.scope, { id })
    if (!row) return refuse('trade-policy/missing')
    const of = standingOf(row)
    const { policy } = of
    if (measureOf(policy.terms) !== null) return refuse('trade-policy/not-confirmable')
    if (!isDay(period) || !isPeriodOf(policy, period))
      return refuse('trade-policy/period-unknown', { period })
    const whom = await accountHere(tx, account, { left: false })
    if (!whom) return refuse('account/missing')
    if (!speaksTo(policy, whom)) return refuse('trade-policy/not-for-account')
    const [balance] = await lockUnits(tx, [{ market: whom.market, account: whom.id, policy: id, period }])
    if (!balance || balance.confirmed === confirmed) return refuse('trade-policy/confirmed-already')
    const poster = new Poster(tx, {
      cause: 'confirm',
      batch: null,
      bookedOn: company.today,
      at,
      id: deps.newId(),
      newId: deps.newId,
      mode: 'adds',
      standing: [of],
      targets: null,
      idsOf: () => whom.ids,
    })
    await poster.post([{ balance, of, after: { quantity: balance.quantity, base: balance.base, confirmed } }])
    const detail = { account: whom.id, code: row.code, period, confirmed }
    const stamp = { actor: caller.actor, at }
    await audit(tx, deps.newId, stamp, {
      market: whom.market,
      action: 'trade-policy.confirm',
      subject: id,
      detail,
    })
    return ok({ id, version: row.version, postings: 1 })
  })
}
