import type { ClaimDecision, ClaimSaved, NewClaim, NewSettlement } from '../../contract/claim.ts'
import { noRight, rolesWith, type Caller, type Right } from '../../domain/chain/reach.ts'
import { isDay, type Day } from '../../domain/day.ts'
import { mayAsk, mayDecide, maySettle } from '../../domain/develop/claim.ts'
import { isPeriodOf } from '../../domain/develop/policy-attribution.ts'
import { speaksTo } from '../../domain/develop/trade-policy-lines.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import {
  endClaim,
  filesOf,
  hold,
  insertClaim,
  insertSettlement,
  loadClaims,
  skuThere,
  unitRoom,
  usedBy,
  type ClaimRow,
} from './claim-store.ts'
import { loadPolicies, standingOf } from './policy-store.ts'
import { accountHere } from './policy-trace-store.ts'

type Here = {
  readonly tx: Tx
  readonly digits: number
  readonly stamp: { readonly actor: string; readonly at: Date; readonly today: Day }
}

async function writing<T>(
  deps: Deps,
  caller: Caller,
  right: Right,
  work: (here: Here) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!caller.rights.has(right)) return noRight(right)
  const at = deps.now()
  return inScope(deps.db, caller.scope, async (tx) => {
    const company = await companyNow(tx, at)
    if (!company) return refuse('company/missing')
    return work({ tx, digits: company.digits, stamp: { actor: caller.actor, at, today: company.today } })
  })
}

/**
 * Asks for what was posted for an account under a policy in a period; the amount is held of the budget. Refused: no such policy or
 * account in the caller's markets; a period or account that the policy does not speak to; a claim of it that waits; files that are not
 * the account's, or show another claim; a display without a picture of it; more than was posted, or than the budget has left.
 */
export async function sendClaim(deps: Deps, caller: Caller, ask: NewClaim): Promise<Result<ClaimSaved>> {
  return writing(deps, caller, 'claim.change', async ({ tx, digits, stamp }) => {
    const [row] = await loadPolicies(tx, caller.scope, { id: ask.policy })
    if (!row) return refuse('trade-policy/missing')
    const { policy } = standingOf(row)
    const { period, askedMinor: asked } = ask
    if (!isDay(period) || !isPeriodOf(policy, period))
      return refuse('trade-policy/period-unknown', { period })
    const whom = await accountHere(tx, ask.account, { left: false })
    if (!whom) return refuse('account/missing')
    if (!speaksTo(policy, whom)) return refuse('trade-policy/not-for-account')
    const unit = { market: whom.market, ids: whom.ids, policy: ask.policy, period }
    const room = await unitRoom(tx, unit, { lock: true })
    const waiting = await loadClaims(tx, { state: 'open', policy: ask.policy, account: whom.id }, 500)
    const same = waiting.find((one) => one.period === period)
    if (same) return refuse('claim/open-already', { asked: same.askedMinor / 10 ** digits, day: same.sentOn })
    const records = [...new Set(ask.records)]
    const files = await filesOf(tx, unit, records)
    if (files.length < records.length || (policy.terms.kind === 'display' && files.length === 0))
      return refuse('claim/evidence-missing')
    const used = await usedBy(
      tx,
      whom.market,
      files.map(({ digest }) => digest),
    )
    if (used) {
      const name = files.find(({ digest }) => digest.equals(used.digest))?.name ?? ''
      return refuse('claim/evidence-used', { name, day: used.day })
    }
    const may = mayAsk(asked, room, digits)
    if (!may.ok) return may
    await hold(tx, ask.policy, asked)
    const id = deps.newId()
    await insertClaim(tx, { ...unit, id, account: whom.id }, { asked, words: ask.words.trim(), files }, stamp)
    const detail = { account: whom.id, code: row.code, period, asked, files: files.length }
    await audit(tx, deps.newId, stamp, { market: whom.market, action: 'claim.send', subject: id, detail })
    return ok({ id, state: 'open' as const })
  })
}

/** A claim with its unit held, as it is now: somebody may have been faster. */
async function held(tx: Tx, id: string) {
  const [found] = await loadClaims(tx, { id })
  if (!found) return undefined
  const whom = await accountHere(tx, found.account, { left: true })
  const ids = whom && whom.market === found.market ? whom.ids : [found.account]
  const room = await unitRoom(
    tx,
    { market: found.market, ids, policy: found.policy, period: found.period },
    { lock: true },
  )
  const [now] = await loadClaims(tx, { id })
  return { claim: now ?? found, room }
}

const decided = (claim: ClaimRow) =>
  refuse('claim/decided', claim.decidedBy === null ? {} : { by: claim.decidedBy })

/** Approves a claim whole or in part, or refuses it. Refused: see `mayDecide`; one that does not wait any more. */
export async function decideClaim(
  deps: Deps,
  caller: Caller,
  id: string,
  { approvedMinor: approved, reason }: ClaimDecision,
): Promise<Result<ClaimSaved>> {
  return writing(deps, caller, 'claim.approve', async ({ tx, digits, stamp }) => {
    const found = await held(tx, id)
    if (!found) return refuse('claim/missing')
    const { claim, room } = found
    if (claim.state !== 'open') return decided(claim)
    const [row] = await loadPolicies(tx, caller.scope, { id: claim.policy })
    const may = mayDecide(
      { asked: claim.askedMinor, own: claim.sender === stamp.actor },
      { approved, reason },
      {
        limit: caller.rights.has('trade_policy.change') ? null : (row?.draft.approveUpToMinor ?? 0),
        left: room.accrued - (room.claimed - claim.askedMinor),
        digits,
        roles: rolesWith('trade_policy.change').join(', '),
      },
    )
    if (!may.ok) return may
    const state = approved > 0 ? ('approved' as const) : ('refused' as const)
    await endClaim(tx, claim, { state, approved, reason: reason.trim(), by: stamp })
    await hold(tx, claim.policy, approved - claim.askedMinor)
    const detail = { account: claim.account, code: claim.policyCode, period: claim.period, approved }
    await audit(tx, deps.newId, stamp, {
      market: claim.market,
      action: `claim.${state}`,
      subject: id,
      detail,
    })
    return ok({ id, state })
  })
}

/** Takes a claim back that still waits; what it held of the budget is free again. */
export async function withdrawClaim(deps: Deps, caller: Caller, id: string): Promise<Result<ClaimSaved>> {
  return writing(deps, caller, 'claim.change', async ({ tx, stamp }) => {
    const found = await held(tx, id)
    if (!found) return refuse('claim/missing')
    const { claim } = found
    if (claim.state !== 'open') return decided(claim)
    const withdrawnOn = stamp.today
    await endClaim(tx, claim, { state: 'withdrawn', approved: 0, reason: '', by: null, withdrawnOn })
    await hold(tx, claim.policy, -claim.askedMinor)
    const detail = { account: claim.account, code: claim.policyCode, period: claim.period }
    await audit(tx, deps.newId, stamp, {
      market: claim.market,
      action: 'claim.withdraw',
      subject: id,
      detail,
    })
    return ok({ id, state: 'withdrawn' as const })
  })
}

/** Pays a claim, in part or in full: as a credit note, in cash, in goods. Refused: see `maySettle`; goods that are none. */
export async function settleClaim(
  deps: Deps,
  caller: Caller,
  id: string,
  { how, amountMinor, sku, cases }: NewSettlement,
): Promise<Result<ClaimSaved>> {
  return writing(deps, caller, 'settlement.run', async ({ tx, digits, stamp }) => {
    const found = await held(tx, id)
    if (!found) return refuse('claim/missing')
    const { claim } = found
    const { state, approvedMinor: approved, settledMinor: settled } = claim
    const may = maySettle({ state, approved, settled }, amountMinor, digits)
    if (!may.ok) return may
    const whole = cases !== null && Number.isInteger(cases) && cases >= 1 && cases <= 1e6
    if (how === 'goods' && (sku === null || !whole || !(await skuThere(tx, sku))))
      return refuse('settlement/goods-unknown')
    const goods = how === 'goods' ? { sku, cases } : { sku: null, cases: null }
    await insertSettlement(tx, claim, { id: deps.newId(), how, amountMinor, ...goods }, stamp)
    const detail = {
      account: claim.account,
      code: claim.policyCode,
      period: claim.period,
      how,
      amount: amountMinor,
    }
    await audit(tx, deps.newId, stamp, { market: claim.market, action: 'claim.settle', subject: id, detail })
    return ok({ id, state: 'approved' as const })
  })
}
