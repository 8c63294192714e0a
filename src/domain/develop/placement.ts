import { addDays, daysBetween, isDay, type Day } from '../day.ts'
import { ok, refuse, type Result } from '../problem.ts'
import { DAYS_AHEAD } from './visit.ts'

/** Article 2.2: the network that is there puts the first order into outlets in half a month. */
export const PLACEMENT_DAYS = 15
/** From this day on it is told that a first order does not move. */
export const HALF_TIME = 8
/** Outlets to try next that are named. */
const MOST_NEXT = 10
export const MOST_FIRST_CASES = 1e6

export type FirstOrderPlan = { readonly dueOn: Day; readonly cases: number | null }

/** Reads until when a first order is due. Refused: a day that is not within a year from today; cases that are not 1 to a million, whole. */
export function readFirstOrderPlan({ dueOn, cases }: FirstOrderPlan, today: Day): Result<FirstOrderPlan> {
  const last = addDays(today, DAYS_AHEAD)
  if (!isDay(dueOn) || dueOn < today || dueOn > last)
    return refuse('visit/day-outside', { from: today, to: last })
  if (cases !== null && !(Number.isInteger(cases) && cases >= 1 && cases <= MOST_FIRST_CASES))
    return refuse('visit/cases-invalid')
  return ok({ dueOn, cases })
}

/** Where a first order that is due stands: waits, is late by days, has come; `short`: it came with fewer cases than said. */
export function firstOrderState(
  plan: FirstOrderPlan | null,
  order: { readonly day: Day; readonly cases: number } | null,
  today: Day,
): 'none' | 'waits' | 'late' | 'came' | 'came-late' | 'came-short' {
  if (order === null) return plan === null ? 'none' : today > plan.dueOn ? 'late' : 'waits'
  if (plan?.cases != null && order.cases < plan.cases) return 'came-short'
  return plan !== null && order.day > plan.dueOn ? 'came-late' : 'came'
}

/** An outlet that the account reaches, itself or through its sub-distributors. `usual`: thousandths of cases that it bought lately, of anybody. */
export type KnownOutlet = { readonly id: string; readonly usual: number }
/** Goods that went from the account (`via` null), or from a sub-distributor of it, to somebody. Thousandths of cases; a return is below zero. */
export type Delivery = {
  readonly via: string | null
  readonly to: string
  readonly outlet: boolean
  readonly day: Day
  readonly milliCases: number
}
/** Somebody was at an outlet and saw our goods on the shelf; cases where they were counted. */
export type Sighting = { readonly outlet: string; readonly day: Day; readonly cases: number | null }

export type Reached = {
  readonly outlet: string
  readonly day: Day
  readonly how: 'delivered' | 'seen'
  /** Null: seen, and nobody counted. */
  readonly milliCases: number | null
}

export type Placement = {
  /** The last day of half a month. */
  readonly by: Day
  readonly state: 'early' | 'moving' | 'behind' | 'placed' | 'fell-short'
  /** In thousandths of cases, at most what was ordered. */
  readonly placed: number
  /** What lies with sub-distributors, not gone on yet. */
  readonly between: number
  readonly reached: readonly Reached[]
  readonly known: number
  /** Outlets that were not reached, those first that buy most. */
  readonly next: readonly string[]
}

/**
 * Where the first order went in the half month from its day on. Placed is what was delivered to outlets: by the account itself, and by each
 * sub-distributor at most what it got of the account in these days. An outlet where our goods were seen and no delivery is known was
 * reached as well, with the cases that were counted. From half time on (`HALF_TIME`) it is behind where less was placed than an even pace
 * asks for: cases × days gone ÷ 15. After the half month: placed, or fell short.
 */
export function placementOf(
  order: { readonly day: Day; readonly milliCases: number },
  network: readonly KnownOutlet[],
  seen: { readonly deliveries: readonly Delivery[]; readonly sightings: readonly Sighting[] },
  today: Day,
): Placement {
  const by = addDays(order.day, PLACEMENT_DAYS)
  const within = ({ day }: { readonly day: Day }) => day >= order.day && day <= by
  const deliveries = seen.deliveries.filter(within)
  const reached = new Map<string, Reached>()
  for (const { to, day, milliCases } of deliveries.filter(({ outlet }) => outlet)) {
    const before = reached.get(to)
    const first = before && before.day < day ? before.day : day
    const sum = (before?.milliCases ?? 0) + milliCases
    reached.set(to, { outlet: to, day: first, how: 'delivered', milliCases: sum })
  }
  for (const [outlet, { milliCases }] of reached) if ((milliCases ?? 0) <= 0) reached.delete(outlet)
  const direct = sumOf(deliveries.filter(({ via, outlet }) => via === null && outlet))
  const subs = new Set(deliveries.filter(({ via, outlet }) => via === null && !outlet).map(({ to }) => to))
  let through = 0
  let between = 0
  for (const sub of subs) {
    const got = sumOf(deliveries.filter(({ via, to }) => via === null && to === sub))
    const passed = Math.min(got, sumOf(deliveries.filter(({ via, outlet }) => via === sub && outlet)))
    through += Math.max(0, passed)
    between += Math.max(0, got - Math.max(0, passed))
  }
  let counted = 0
  for (const { outlet, day, cases } of seen.sightings.filter(within)) {
    if (reached.has(outlet)) continue
    reached.set(outlet, { outlet, day, how: 'seen', milliCases: cases === null ? null : cases * 1000 })
    counted += (cases ?? 0) * 1000
  }
  const placed = Math.min(order.milliCases, Math.max(0, direct) + through + counted)
  const missing = network.filter(({ id }) => !reached.has(id))
  return {
    by,
    state: stateOf(order, placed, today),
    placed,
    between,
    reached: [...reached.values()].toSorted((a, b) => (b.milliCases ?? 0) - (a.milliCases ?? 0)),
    known: network.length,
    next: missing
      .toSorted((a, b) => b.usual - a.usual)
      .slice(0, MOST_NEXT)
      .map(({ id }) => id),
  }
}

function sumOf(deliveries: readonly Delivery[]): number {
  return deliveries.reduce((sum, { milliCases }) => sum + milliCases, 0)
}

function stateOf(
  order: { readonly day: Day; readonly milliCases: number },
  placed: number,
  today: Day,
): Placement['state'] {
  if (placed >= order.milliCases) return 'placed'
  if (today > addDays(order.day, PLACEMENT_DAYS)) return 'fell-short'
  if (today < addDays(order.day, HALF_TIME)) return 'early'
  const gone = daysBetween(order.day, today)
  // Multiplied out: no part of a case is rounded away.
  return placed * PLACEMENT_DAYS < order.milliCases * gone ? 'behind' : 'moving'
}
