import type {
  PolicyTrace,
  TradePolicies,
  TradePolicyQuery,
  TradePolicyView,
} from '../../contract/trade-policy.ts'
import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { isDay, type Day } from '../../domain/day.ts'
import type { PolicyDraft } from '../../domain/develop/trade-policy-draft.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { placeAsked } from './list.ts'
import {
  accruedBy,
  agreementOf,
  loadGround,
  loadPolicies,
  loadUnits,
  loadVersions,
  type PolicyRow,
} from './policy-store.ts'
import { accountHere, postingsOf, sharesOf } from './policy-trace-store.ts'
import type { Helpers } from './with-prospect.ts'

const MOST_POLICIES = 2000
const MOST_UNITS = 500
const MOST_POSTINGS = 100
const MOST_LINES = 200

type Known = Awaited<ReturnType<typeof loadGround>>['accounts']

/** A draft as it was written; of the accounts on its list those in reach, since the others are none of the reader's. */
function told(draft: PolicyDraft, known: Known): TradePolicyView['draft'] {
  const accounts = draft.accounts?.filter((account) => known.has(account)) ?? null
  return { ...draft, accounts } as TradePolicyView['draft']
}

type Seen = {
  readonly accrued: ReadonlyMap<string, number>
  readonly known: Known
  readonly today: Day
}

function shown({ id, code, version, draft, heldMinor }: PolicyRow, { accrued, known, today }: Seen) {
  const state =
    today < draft.from ? ('coming' as const) : today > draft.to ? ('over' as const) : ('running' as const)
  return {
    id,
    code,
    version,
    draft: told(draft, known),
    accruedMinor: accrued.get(id) ?? 0,
    heldMinor,
    state,
  }
}

async function looking<T>(
  deps: Deps,
  caller: Caller,
  work: (tx: Tx, today: Day) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!caller.rights.has('trade_policy.read')) return noRight('trade_policy.read')
  return inScope(
    deps.db,
    caller.scope,
    async (tx) => {
      const company = await companyNow(tx, deps.now())
      return company ? work(tx, company.today) : refuse('company/missing')
    },
    { readOnly: true, snapshot: true },
  )
}

async function knownOf(tx: Tx, drafts: readonly PolicyDraft[]): Promise<Known> {
  const accounts = [...new Set(drafts.flatMap((draft) => draft.accounts ?? []))]
  return accounts.length === 0 ? new Map() : (await loadGround(tx, { accounts, skus: null })).accounts
}

/** Policies that speak in a market of the caller's, or of a place there, the newest first, with what was posted there. */
export async function listPolicies(
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  { node }: TradePolicyQuery,
): Promise<Result<TradePolicies>> {
  return looking(deps, caller, async (tx, today) => {
    const place = await placeAsked(tx, helpers, caller, node)
    if (!place.ok) return place
    const rows = await loadPolicies(tx, place.value, { limit: MOST_POLICIES })
    const seen = {
      accrued: await accruedBy(tx, { markets: place.value }),
      known: await knownOf(
        tx,
        rows.map(({ draft }) => draft),
      ),
      today,
    }
    return ok({ today, policies: rows.map((row) => shown(row, seen)) })
  })
}

/** One policy with its versions and its units in the caller's markets. Refused: none of theirs. */
export async function onePolicy(deps: Deps, caller: Caller, id: string): Promise<Result<TradePolicyView>> {
  return looking(deps, caller, async (tx, today) => {
    const [row] = await loadPolicies(tx, caller.scope, { id })
    if (!row) return refuse('trade-policy/missing')
    const units = await loadUnits(tx, id, MOST_UNITS + 1)
    const versions = await loadVersions(tx, id)
    const known = await knownOf(
      tx,
      versions.map(({ draft }) => draft),
    )
    return ok({
      ...shown(row, { accrued: await accruedBy(tx, { policy: id }), known, today }),
      agreement: await agreementOf(tx, id),
      listed: row.draft.accounts?.flatMap((account) => known.get(account) ?? []) ?? null,
      versions: versions.map(({ version, by, at, draft }) => ({
        version,
        by,
        at: at.toISOString(),
        draft: told(draft, known),
      })),
      units: units.slice(0, MOST_UNITS).map(({ market: _market, ...unit }) => unit),
      more: units.length > MOST_UNITS,
    })
  })
}

/**
 * Why an account is owed what it is owed: the postings of a unit, the latest first, each with the state before and after, the terms
 * then, and what its lines earned. Refused: no such policy or account in the caller's markets; a period that is no day.
 */
export async function traceOf(
  deps: Deps,
  caller: Caller,
  ask: { readonly id: string; readonly account: string; readonly period: string },
): Promise<Result<PolicyTrace>> {
  return looking(deps, caller, async (tx) => {
    const [row] = await loadPolicies(tx, caller.scope, { id: ask.id })
    if (!row) return refuse('trade-policy/missing')
    if (!isDay(ask.period)) return refuse('trade-policy/period-unknown', { period: ask.period })
    const whom = await accountHere(tx, ask.account, { left: true })
    if (!whom) return refuse('account/missing')
    const unit = { policy: ask.id, period: ask.period, ids: whom.ids }
    const postings = await postingsOf(tx, unit, MOST_POSTINGS)
    const shares = await sharesOf(tx, postings, MOST_LINES + 1)
    return ok({
      code: row.code,
      name: row.draft.name,
      accountName: whom.name,
      period: ask.period,
      accruedMinor: postings.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      postings: postings.map(({ id, version, cause, bookedOn, amountMinor, trace, draft }) => {
        const { before, after, tier } = trace
        const lines = shares.filter(({ posting }) => posting === id)
        return {
          id,
          version,
          cause,
          bookedOn,
          amountMinor,
          before: stateOf(before),
          after: stateOf(after),
          tier: [...tier] as [number | null, number | null],
          terms: draft.terms as PolicyTrace['postings'][number]['terms'],
          lines: lines.slice(0, MOST_LINES).map(({ posting: _posting, ...line }) => line),
          moreLines: lines.length > MOST_LINES,
        }
      }),
    })
  })
}

function stateOf({ quantity, base, confirmed, minor }: PolicyTrace['postings'][number]['before']) {
  return { quantity, base, confirmed, minor }
}
