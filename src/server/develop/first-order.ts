import type { FirstOrder, FirstOrderPlan } from '../../contract/first-order.ts'
import type { VisitSaved } from '../../contract/visit.ts'
import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { addDays, type Day } from '../../domain/day.ts'
import {
  firstOrderState,
  PLACEMENT_DAYS,
  placementOf,
  readFirstOrderPlan,
} from '../../domain/develop/placement.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit, type Stamp } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import type { Tx } from '../db/transaction.ts'
import {
  accountNames,
  deliveriesOf,
  insertPlan,
  networkOf,
  orderOf,
  planOf,
  sightingsOf,
} from './first-order-store.ts'
import { onAccount } from './on-account.ts'
import { accountHere, type Whom } from './policy-trace-store.ts'
import { looking } from './visit-view.ts'

const MOST_SHOWN = 50

/**
 * An account's first order: until when it is due, what came, and where that went in half a month. Refused: the right to see visits or
 * accounts is missing; no such account in the caller's markets.
 */
export async function firstOrderOf(deps: Deps, caller: Caller, account: string): Promise<Result<FirstOrder>> {
  if (!caller.rights.has('account.read')) return noRight('account.read')
  return looking(deps, caller, async (tx, today) => {
    const whom = await accountHere(tx, account, { left: true })
    if (!whom) return refuse('account/missing')
    const plan = await planOf(tx, whom)
    const order = await orderOf(tx, whom)
    const came = order && { day: order.day, cases: order.milliCases / 1000 }
    return ok({
      account: whom.id,
      today,
      plan,
      order: came,
      state: firstOrderState(plan, came, today),
      placement: order && (await placementHere(tx, whom, order, today)),
    })
  })
}

type Order = { readonly day: Day; readonly milliCases: number }

async function placementHere(
  tx: Tx,
  whom: Whom,
  order: Order,
  today: Day,
): Promise<NonNullable<FirstOrder['placement']>> {
  const days = { from: order.day, to: addDays(order.day, PLACEMENT_DAYS) }
  const network = await networkOf(tx, whom, order.day)
  const deliveries = await deliveriesOf(tx, whom, days)
  const outlets = network.map(({ id }) => id)
  const sightings = await sightingsOf(tx, { ...whom, ids: outlets }, days)
  const { by, state, placed, between, reached, known, next } = placementOf(
    order,
    network,
    { deliveries, sightings },
    today,
  )
  const shown = reached.slice(0, MOST_SHOWN)
  const names = await accountNames(tx, whom.market, [...shown.map(({ outlet }) => outlet), ...next])
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  return {
    by,
    state,
    placed: placed / 1000,
    between: between / 1000,
    reached: shown.map(({ outlet, day, how, milliCases }) => ({
      ...named(outlet),
      day,
      how,
      cases: milliCases === null ? null : milliCases / 1000,
    })),
    reachedTotal: reached.length,
    known,
    next: next.map(named),
  }
}

/**
 * Says until when an account's first order is due, in a transaction that is open already: an agreement that comes into force, say.
 * Refused: see `readFirstOrderPlan`.
 */
export async function planFirstOrderIn(
  tx: Tx,
  { newId }: Pick<Deps, 'newId'>,
  stamp: Stamp & { readonly today: Day },
  { market, account, ...ask }: FirstOrderPlan & { readonly market: string; readonly account: string },
): Promise<Result<VisitSaved>> {
  const plan = readFirstOrderPlan(ask, stamp.today)
  if (!plan.ok) return plan
  const id = newId()
  await insertPlan(tx, { market, id, account }, plan.value, stamp)
  const detail = { dueOn: plan.value.dueOn, cases: plan.value.cases }
  await audit(tx, newId, stamp, { market, action: 'account.first-order', subject: account, detail })
  return ok({ id, version: 1 })
}

/** The same over HTTP. Refused beside that: the right; no such account in the caller's markets. */
export async function planFirstOrder(
  deps: Deps,
  caller: Caller,
  account: string,
  ask: FirstOrderPlan,
): Promise<Result<VisitSaved>> {
  return onAccount(deps, caller, { right: 'prospect.change', account }, ({ tx, whom, stamp }) =>
    planFirstOrderIn(tx, deps, stamp, { ...ask, market: whom.market, account: whom.id }),
  )
}
