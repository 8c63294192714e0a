import type {
  Claimable,
  ClaimableQuery,
  ClaimQuery,
  Claims,
  ClaimView,
  TradeStatement,
} from '../../contract/claim.ts'
import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { dayOf, monthEnd } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Locale } from '../../language/index.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import type { Sheet } from '../print/pdf.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { claimsToDo, loadClaims, partsOf, unitRoom, type ClaimRow } from './claim-store.ts'
import { claimableUnits } from './claimable-store.ts'
import { placeAsked } from './list.ts'
import { loadPolicies } from './policy-store.ts'
import { accountHere } from './policy-trace-store.ts'
import { statementSheet } from './statement-print.ts'
import { statementFile, type StatementTable } from './statement-file.ts'
import type { Helpers } from './with-prospect.ts'
import { balanceBefore, claimedOn, statementLines } from './statement-store.ts'

const MOST = 500

function looking<T>(deps: Deps, caller: Caller, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  if (!caller.rights.has('trade_policy.read')) return Promise.resolve(noRight('trade_policy.read'))
  return inScope(deps.db, caller.scope, work, { readOnly: true, snapshot: true })
}

function shown({ market: _market, words: _words, reason: _reason, sender: _sender, ...row }: ClaimRow) {
  return row
}

/** Claims in the caller's markets, or in a place there, those sent last first; beside them what waits there. */
export async function listClaims(
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  { node, ...ask }: ClaimQuery,
): Promise<Result<Claims>> {
  return looking(deps, caller, async (tx) => {
    const place = await placeAsked(tx, helpers, caller, node)
    if (!place.ok) return place
    const markets = place.value
    const rows = await loadClaims(tx, { ...ask, markets }, MOST + 1)
    const todo = await claimsToDo(tx, markets)
    return ok({ claims: rows.slice(0, MOST).map(shown), more: rows.length > MOST, ...todo })
  })
}

/** What can still be claimed in the caller's markets, or in a place there, of one account or under one policy. */
export async function listClaimable(
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  { node, policy, account }: ClaimableQuery,
): Promise<Result<Claimable>> {
  return looking(deps, caller, async (tx) => {
    const place = await placeAsked(tx, helpers, caller, node)
    if (!place.ok) return place
    const which = { policy: policy ?? null, account: account ?? null }
    return ok(await claimableUnits(tx, { markets: place.value, ...which }, MOST))
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
    const [policy] = await loadPolicies(tx, '*', { id: row.policy })
    const { words, reason } = row
    const own = row.sender === caller.actor
    const approveUpToMinor = policy?.draft.approveUpToMinor ?? 0
    const sums = { accruedMinor: room.accrued, claimedMinor: room.claimed }
    return ok({ ...shown(row), words, reason, own, approveUpToMinor, ...sums, ...(await partsOf(tx, row)) })
  })
}

type StatementAsk = { readonly account: string; readonly month: string }

/** A month of an account, by day of booking: opening, what happened, closing. Refused: no such account in the caller's markets. */
export async function statementOf(
  deps: Deps,
  caller: Caller,
  ask: StatementAsk,
): Promise<Result<TradeStatement>> {
  return looking(deps, caller, (tx) => statementIn(tx, ask))
}

/** The same as a sheet to be printed and signed by both. */
export async function statementPrint(
  deps: Deps,
  caller: Caller,
  { locale, ...ask }: StatementAsk & { readonly locale: Locale },
): Promise<Result<Sheet>> {
  return looking(deps, caller, async (tx) => {
    const company = await companyNow(tx, deps.now())
    if (!company) return refuse('company/missing')
    const statement = await statementIn(tx, ask)
    return statement.ok ? ok(statementSheet(statement.value, { locale, company })) : statement
  })
}

/** The same as a table to save. */
export async function statementTable(
  deps: Deps,
  caller: Caller,
  { locale, ...ask }: StatementAsk & { readonly locale: Locale },
): Promise<Result<StatementTable>> {
  return looking(deps, caller, async (tx) => {
    const company = await companyNow(tx, deps.now())
    if (!company) return refuse('company/missing')
    const statement = await statementIn(tx, ask)
    return statement.ok ? ok(statementFile(statement.value, { locale, ...company })) : statement
  })
}

async function statementIn(tx: Tx, { account, month }: StatementAsk): Promise<Result<TradeStatement>> {
  const whom = await accountHere(tx, account, { left: true })
  if (!whom) return refuse('account/missing')
  const [year = 0, number = 1] = month.split('-').map(Number)
  const from = dayOf(year, number, 1)
  const to = monthEnd(from)
  const openingMinor = await balanceBefore(tx, whom.ids, from)
  let balanceMinor = openingMinor
  const sums = { accrual: 0, settlement: 0, claim: 0, withdrawal: 0, decision: 0, refusal: 0 }
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
}
