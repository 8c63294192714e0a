import type { Caller } from '../../domain/chain/reach.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { agreedFirstOrder } from '../../domain/develop/agreement/agreed-first-order.ts'
import { rebateBudget } from '../../domain/develop/agreement/given.ts'
import { ok, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { linkPolicy, type AgreementRow } from './agreement-store.ts'
import { planFirstOrderIn } from './first-order.ts'
import { orderOf, planOf } from './first-order-store.ts'
import { addPolicyIn, changePolicyIn } from './policy.ts'
import { loadPolicies } from './policy-store.ts'
import { accountHere } from './policy-trace-store.ts'
import { setCadenceIn } from './visit-cadence.ts'
import type { OnAgreement } from './with-agreement.ts'
import type { Helpers } from './with-prospect.ts'

type Tree = Pick<Helpers, 'tree'>
const WORKDAYS = [1, 2, 3, 4, 5]
/** A policy earns something by its nature; nobody buys so much on its one day. */
const UNREACHED = [
  { from: 0, rate: 0 },
  { from: 1e9, rate: 1 },
]

/** The newest version's rebate becomes a trade policy of its account, its visits fixed dates from its first day on, its first order is due. */
export async function keepPromises(
  here: OnAgreement,
  deps: Deps,
  caller: Caller,
  helpers: Tree,
  account: string,
): Promise<Result<null>> {
  const { tx, rows, newest, stamp, today } = here
  const { from, visitEveryDays } = newest.draft
  const before = rows.some((row) => row.last === 'activated' && row.draft.visitEveryDays !== null)
  // An agreement that begins in the past makes nobody miss a visit; one that says nothing of visits ends those of the version before.
  if (visitEveryDays !== null || before) {
    const cadence = { from: from < today ? today : from, everyDays: visitEveryDays, weekdays: WORKDAYS }
    const set = await setCadenceIn(tx, deps, stamp, { market: newest.market, account, ...cadence })
    if (!set.ok) return set
  }
  const due = await promiseFirstOrder(here, deps, account)
  return due.ok ? promiseRebate(here, deps, caller, helpers, account) : due
}

/** Of an account that has not ordered yet; what somebody said before is left as it is. An amendment or a renewal promises none. */
async function promiseFirstOrder(
  { tx, newest, stamp, today }: OnAgreement,
  deps: Deps,
  account: string,
): Promise<Result<null>> {
  if (newest.kind !== 'first') return ok(null)
  const whom = await accountHere(tx, account, { left: true })
  if (!whom || (await planOf(tx, whom)) || (await orderOf(tx, whom))) return ok(null)
  const plan = agreedFirstOrder(newest.draft, today)
  const of = { market: whom.market, account: whom.id }
  const planned = await planFirstOrderIn(tx, deps, { ...stamp, today }, { ...plan, ...of })
  return planned.ok ? ok(null) : planned
}

async function promiseRebate(
  { tx, newest, company, stamp }: OnAgreement,
  deps: Deps,
  caller: Caller,
  helpers: Tree,
  account: string,
): Promise<Result<null>> {
  const { from, to, products, rebate } = newest.draft
  const budget = Number(rebateBudget(newest.draft))
  if (rebate === null || budget === 0) return ok(null)
  const added = await addPolicyIn({ tx, company, at: stamp.at }, deps, caller, helpers, {
    name: [newest.code, newest.party].join(' ').slice(0, 100),
    from,
    to,
    nodes: [newest.market],
    tiers: ['wholesaler'],
    accounts: [account],
    skus: products,
    stacking: 'stackable',
    priority: 100,
    period: 'term',
    component: 'rebate',
    terms: {
      kind: 'tiers',
      measure: 'cases',
      mode: rebate.mode,
      tiers: rebate.tiers,
    },
    budgetMinor: budget,
    approveUpToMinor: budget,
  })
  if (!added.ok) return added
  await linkPolicy(tx, newest, added.value.id)
  return ok(null)
}

/** Fixed dates that a version has set end with it. */
export async function endVisits(
  { tx, stamp }: OnAgreement,
  deps: Deps,
  { market, account, draft }: AgreementRow,
  last: Day,
): Promise<Result<null>> {
  if (account === null || draft.visitEveryDays === null) return ok(null)
  // Of a version that was still to come they would begin later: they end where they would have begun.
  const after = addDays(last, 1)
  const from = draft.from > after ? draft.from : after
  const cadence = { from, everyDays: null, weekdays: WORKDAYS }
  const set = await setCadenceIn(tx, deps, stamp, { market, account, ...cadence })
  return set.ok ? ok(null) : set
}

/** The rebate of a version ends with it; one that never came into force earns nothing. */
export async function endRebate(
  { tx, company, stamp }: OnAgreement,
  deps: Deps,
  caller: Caller,
  helpers: Tree,
  row: AgreementRow,
  last: Day,
): Promise<Result<null>> {
  if (row.policy === null) return ok(null)
  const [policy] = await loadPolicies(tx, tx.scope, { id: row.policy })
  if (!policy || policy.draft.to <= last) return ok(null)
  const { draft, version } = policy
  const nothing = { kind: 'tiers', measure: 'cases', mode: 'all', tiers: UNREACHED } as const
  const ends = last < draft.from ? { to: draft.from, terms: nothing } : { to: last }
  const next = { ...draft, ...ends, version }
  const changed = await changePolicyIn({ tx, company, at: stamp.at }, deps, caller, helpers, row.policy, next)
  return changed.ok ? ok(null) : changed
}
