import type { TradePolicySaved } from '../../contract/trade-policy.ts'
import { covers, marketsUnder, noRight, union, type Caller, type Scope } from '../../domain/chain/reach.ts'
import { readTradePolicy } from '../../domain/develop/read-trade-policy.ts'
import type { PolicyDraft } from '../../domain/develop/trade-policy-draft.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import { companyNow, type CompanyDay } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { waitForLedger } from '../db/ledger-lock.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { restate } from './accrue.ts'
import { marketsHere } from './policy-line-store.ts'
import {
  agreementOf,
  headquarters,
  insertPolicy,
  loadGround,
  loadPolicies,
  loadVersions,
  nextCode,
  standingOf,
  updatePolicy,
  type PolicyRow,
} from './policy-store.ts'
import type { Helpers } from './with-prospect.ts'

type Wanted = { readonly draft: PolicyDraft; readonly markets: readonly string[] | null }

/** A draft whose numbers, days, places and lists hold, with the markets beneath its places as they are now. */
async function wanted(
  tx: Tx,
  helpers: Pick<Helpers, 'tree'>,
  caller: Caller,
  given: PolicyDraft,
): Promise<Result<Wanted>> {
  const [nodes, ground] = [await helpers.tree(tx), await loadGround(tx, given)]
  const skus = new Map(
    ground.skus.map(({ id, code, packs }) => [
      id,
      {
        code,
        // From the first day to the last without a gap: periods of a product follow one another.
        packOn: (from: string, to: string) => {
          let day = from
          for (const pack of packs)
            if (pack.from <= day && (pack.to === null || pack.to > day)) day = pack.to ?? '9999-12-31'
          return day > to
        },
      },
    ]),
  )
  const read = readTradePolicy(given, {
    // A place beyond the caller's reach is none.
    marketsUnder: (node) => {
      const beneath = marketsUnder(nodes, node)
      return covers(caller.scope, beneath) ? beneath : []
    },
    accountKnown: (id) => ground.accounts.has(id),
    skus,
  })
  if (!read.ok) return read
  const { markets } = read.value.scope
  return ok({ draft: { ...given, name: read.value.name }, markets })
}

/** A transaction that holds the ledger's lock (`waitForLedger`), with its day and moment. */
export type AtLedger = { readonly tx: Tx; readonly company: CompanyDay; readonly at: Date }

/**
 * A new policy, and what it brings accounts for days gone by. Refused: see `readTradePolicy`; places beyond the caller's; a running
 * import that takes long.
 */
export async function addPolicy(
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  given: PolicyDraft,
): Promise<Result<TradePolicySaved>> {
  return changing(deps, caller, (open) => addPolicyIn(open, deps, caller, helpers, given))
}

/** The same for who has asked for the right already, or promises by other means (an agreement). */
export async function addPolicyIn(
  { tx, company, at }: AtLedger,
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  given: PolicyDraft,
): Promise<Result<TradePolicySaved>> {
  const read = await wanted(tx, helpers, caller, given)
  if (!read.ok) return read
  const one = { id: deps.newId(), code: await nextCode(tx), version: 1, ...read.value }
  await insertPolicy(tx, one, { actor: caller.actor, at })
  const postings = await apply(tx, deps, { before: null, after: read.value, id: one.id }, company, at)
  await told(tx, deps, caller, at, 'trade-policy.add', { ...one, postings })
  return ok({ id: one.id, version: 1, postings })
}

/**
 * The next version of a policy; differences for days gone by are posted, nothing is edited. Refused as when it is made; not there;
 * changed meanwhile; nothing that is different; a budget below what claims have taken; of the rebate of an agreement, anything but its
 * budget and limit: what was signed is amended there.
 */
export async function changePolicy(
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  id: string,
  given: Changed,
): Promise<Result<TradePolicySaved>> {
  return changing(deps, caller, async (open) => {
    const [old] = await loadPolicies(open.tx, caller.scope, { id })
    const agreement = old && (await agreementOf(open.tx, id))
    if (agreement && !onlyBudget(old.draft, given))
      return refuse('trade-policy/of-agreement', { code: agreement.code })
    return changePolicyIn(open, deps, caller, helpers, id, given)
  })
}

type Changed = PolicyDraft & { readonly version: number }

function onlyBudget(old: PolicyDraft, given: Changed): boolean {
  const { budgetMinor, approveUpToMinor, version } = given
  return alike({ ...old, budgetMinor, approveUpToMinor, version }, given)
}

export async function changePolicyIn(
  { tx, company, at }: AtLedger,
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  id: string,
  { version, ...given }: Changed,
): Promise<Result<TradePolicySaved>> {
  const [old] = await loadPolicies(tx, caller.scope, { id, lock: true })
  if (!old) return refuse('trade-policy/missing')
  if (!covers(caller.scope, old.markets ?? '*')) return noRight('trade_policy.change')
  if (old.version !== version) {
    const [last] = await loadVersions(tx, id)
    return refuse('trade-policy/changed', { version: old.version, ...(last ? { by: last.by } : {}) })
  }
  const read = await wanted(tx, helpers, caller, given)
  if (!read.ok) return read
  if (alike([old.draft, old.markets], [read.value.draft, read.value.markets]))
    return refuse('trade-policy/no-change')
  if ((read.value.draft.budgetMinor ?? 0) < old.heldMinor)
    return refuse('trade-policy/budget-below-held', { held: old.heldMinor / 10 ** company.digits })
  const next = { id, code: old.code, version: version + 1, ...read.value }
  await updatePolicy(tx, next, { actor: caller.actor, at })
  const postings = await apply(tx, deps, { before: old, after: read.value, id }, company, at)
  await told(tx, deps, caller, at, 'trade-policy.change', { ...next, postings })
  return ok({ id, version: next.version, postings })
}

const alike = (one: unknown, other: unknown) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

/** Keys in one order: the database gives them back in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

async function changing<T>(
  deps: Deps,
  caller: Caller,
  work: (open: AtLedger) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!caller.rights.has('trade_policy.change')) return noRight('trade_policy.change')
  const at = deps.now()
  return inScope(deps.db, caller.scope, async (tx) => {
    await waitForLedger(tx)
    const company = await companyNow(tx, at)
    return company ? work({ tx, company, at }) : refuse('company/missing')
  })
}

/**
 * Posts the differences of a new or changed policy: of itself, and where an exclusive one is about, of all whose days meet its days,
 * because lines may change hands.
 */
async function apply(
  tx: Tx,
  deps: Deps,
  { id, before, after }: { readonly id: string; readonly before: PolicyRow | null; readonly after: Wanted },
  company: CompanyDay,
  at: Date,
): Promise<number> {
  const both = [after, ...(before ? [before] : [])]
  const scopes = both.map(({ markets }): Scope => markets ?? '*')
  const whole = scopes.reduce(union, [])
  const standing = (await loadPolicies(tx, whole)).map(standingOf)
  const meets = ({ policy }: (typeof standing)[number]) =>
    both.some(({ draft }) => policy.from <= draft.to && draft.from <= policy.to)
  const near = standing.filter((one) => one.id === id || meets(one))
  const exclusive =
    both.some(({ draft }) => draft.stacking === 'exclusive') ||
    near.some(({ policy }) => policy.stacking === 'exclusive')
  const here = await marketsHere(tx)
  return restate(tx, deps, {
    cause: 'change',
    targets: exclusive ? near : near.filter((one) => one.id === id),
    standing,
    markets: whole === '*' ? here : here.filter((market) => whole.includes(market)),
    accounts: null,
    ...(before ? { componentBefore: new Map([[id, before.draft.component]]) } : {}),
    bookedOn: company.today,
    at,
  })
}

type Told = {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly draft: PolicyDraft
  readonly postings: number
}

/** One entry in the company's chain, or, for who does not reach it, in that of each of the policy's markets. */
async function told(
  tx: Tx,
  deps: Deps,
  caller: Caller,
  at: Date,
  action: string,
  { id, code, version, draft, postings, markets }: Told & { readonly markets: readonly string[] | null },
): Promise<void> {
  const chains = caller.scope === '*' ? [await headquarters(tx)] : (markets ?? []).toSorted()
  const { from, to, budgetMinor, component, terms } = draft
  const detail = { code, version, from, to, budget: budgetMinor, component, kind: terms.kind, postings }
  for (const market of chains)
    await audit(tx, deps.newId, { actor: caller.actor, at }, { market, action, subject: id, detail })
}
