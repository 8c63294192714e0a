import type { ClaimQuery, Claims, ClaimView, TradeStatement } from '../../contract/claim.ts'
import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { dayOf, monthEnd } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { loadClaims, partsOf, unitRoom, type ClaimRow } from './claim-store.ts'
import { accountHere } from './policy-trace-store.ts'
import { balanceBefore, claimedOn, statementLines } from './statement-store.ts'

const MOST = 500

function looking<T>(deps: Deps, caller: Caller, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  if (!caller.rights.has('trade_policy.read')) return Promise.resolve(noRight('trade_policy.read'))
  return inScope(deps.db, caller.scope, work, { readOnly: true, snapshot: true })
}

function shown({ market: _market, words: _words, reason: _reason, sender: _sender, ...row }: ClaimRow) {
  return row
}

/** Claims in the caller's markets, those sent last first. */
export async function listClaims(deps: Deps, caller: Caller, ask: ClaimQuery): Promise<Result<Claims>> {
  return looking(deps, caller, async (tx) => {
    const rows = await loadClaims(tx, ask, MOST + 1)
    return ok({ claims: rows.slice(0, MOST).map(shown), more: rows.length > MOST })
  })
}

/** One claim with its files, what was paid on it, and where its unit stands by now. */
export async function oneClaim(deps: Deps, caller: Caller, id: string): Promise<Result<ClaimView>> {
  return looking(deps, caller, async (tx) => {
    const [row] = await loadClaims(tx, { id })
    if (!row) return refuse('claim/missing')
    const whom = await accountHere(tx, row.account, { left: true })
    const ids = whom && whom.market === row.market ? whom.ids : [row.account]
    const room = await unitRoom(tx, { ...row, ids }, { lock: false })
    const { words, reason } = row
    const sums = { accruedMinor: room.accrued, claimedMinor: room.claimed }
    return ok({ ...shown(row), words, reason, ...sums, ...(await partsOf(tx, row)) })
  })
}

/** A month of an account, by day of booking: opening, what happened, closing. Refused: no such account in the caller's markets. */
export async function statementOf(
  deps: Deps,
  caller: Caller,
  { account, month }: { readonly account: string; readonly month: string },
): Promise<Result<TradeStatement>> {
  return looking(deps, caller, async (tx) => {
    const whom = await accountHere(tx, account, { left: true })
    if (!whom) return refuse('account/missing')
    const [year = 0, number = 1] = month.split('-').map(Number)
    const from = dayOf(year, number, 1)
    const to = monthEnd(from)
    const openingMinor = await balanceBefore(tx, whom.ids, from)
    let balanceMinor = openingMinor
    const sums = { accrual: 0, settlement: 0, claim: 0, decision: 0 }
    const lines = (await statementLines(tx, whom.ids, { from, to })).map((line) => {
      sums[line.kind] += line.amountMinor
      if (line.kind === 'accrual' || line.kind === 'settlement') balanceMinor += line.amountMinor
      return { ...line, balanceMinor }
    })
    return ok({
      account: whom.id,
      accountCode: whom.code,
      accountName: whom.name,
      month,
      openingMinor,
      accruedMinor: sums.accrual,
      settledMinor: -sums.settlement,
      closingMinor: balanceMinor,
      claimedMinor: await claimedOn(tx, whom.ids, to),
      lines,
    })
  })
}
