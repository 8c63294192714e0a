import type { AccountVisits, VisitQuery, VisitRow, Visits } from '../../contract/visit.ts'
import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { addDays, daysBetween, isDay, type Day } from '../../domain/day.ts'
import { LOOK_BACK, plansOf, weekdayOf, type Plan } from '../../domain/develop/visit-dates.ts'
import { grouped } from '../../domain/grouped.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { placeAsked } from './list.ts'
import { accountHere } from './policy-trace-store.ts'
import {
  cadencesOf,
  visitedAccounts,
  visitsOf,
  withoutDates,
  type VisitedAccount,
  type VisitRecord,
} from './visit-store.ts'
import type { Helpers } from './with-prospect.ts'

const MOST_ROWS = 500
const MOST_SPAN = 62

/** Reads on behalf of a caller, as of the company's day. Refused: the right to see visits is missing; no company. */
export async function looking<T>(
  deps: Deps,
  caller: Caller,
  work: (tx: Tx, today: Day) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!caller.rights.has('visit.read')) return noRight('visit.read')
  const read = async (tx: Tx) => {
    const company = await companyNow(tx, deps.now())
    return company ? work(tx, company.today) : refuse('company/missing')
  }
  return inScope(deps.db, caller.scope, read, { readOnly: true, snapshot: true })
}

function shown({ day, fixed, state, visit }: Plan<VisitRecord>) {
  if (!visit) return { day, fixed, state, visit }
  const { id, version, aim, met, cases, words } = visit
  const of = { id, version, aim, met, cases, words, seen: [...visit.seen], visitor: visit.visitorName }
  return { day, fixed, state, visit: of }
}

/** Whose visit it is: who said that they go or was there, else who looks after the account. */
function rowOf(account: VisitedAccount, plan: Plan<VisitRecord>, last: Day | null): VisitRow {
  const { visit } = plan
  const own = visit?.visitor ?? null
  return {
    ...shown(plan),
    account: account.id,
    accountName: account.name,
    marketName: account.marketName,
    person: own ?? account.owner,
    personName: own === null ? account.ownerName : (visit?.visitorName ?? null),
    last,
  }
}

type Days = { readonly from: Day; readonly to: Day; readonly today: Day }

/** Visits of these accounts: what was planned and what came of it, by day. Nothing is planned of a closed account. */
export async function rowsOf(
  tx: Tx,
  accounts: readonly VisitedAccount[],
  days: Days,
): Promise<readonly VisitRow[]> {
  const ids = accounts.map(({ id }) => id)
  const since = addDays(days.from < days.today ? days.from : days.today, -LOOK_BACK)
  const cadences = await cadencesOf(tx, ids)
  const visits = await visitsOf(tx, { ids, since })
  return accounts
    .flatMap((account) => {
      const said = visits.get(account.id) ?? []
      const last = said.findLast(({ state }) => state === 'done')?.day ?? null
      return plansOf(cadences.get(account.id) ?? [], said, days)
        .filter((plan) => account.closed === null || plan.state === 'done' || plan.day <= account.closed)
        .map((plan) => rowOf(account, plan, last))
    })
    .toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))
}

/** The days asked for: this week's unless said, Monday to Sunday. */
function daysOf({ from, to }: VisitQuery, today: Day): Result<Days> {
  const monday = addDays(today, 1 - weekdayOf(today))
  const first = from ?? monday
  if (!isDay(first)) return refuse('request/invalid', { field: 'from', why: 'invalid_format' })
  const last = to ?? addDays(first, 6)
  if (!isDay(last) || daysBetween(first, last) < 0 || daysBetween(first, last) >= MOST_SPAN)
    return refuse('request/invalid', { field: 'to', why: 'invalid_format' })
  return ok({ from: first, to: last, today })
}

/** Visits of a place in some days, one's own unless asked, with what is overdue; and of each person how many. */
export async function listVisits(
  deps: Deps,
  caller: Caller,
  helpers: Pick<Helpers, 'tree'>,
  ask: VisitQuery,
): Promise<Result<Visits>> {
  return looking(deps, caller, async (tx, today) => {
    const days = daysOf(ask, today)
    if (!days.ok) return days
    const place = await placeAsked(tx, helpers, caller, ask.node)
    if (!place.ok) return place
    const since = addDays(days.value.from, -LOOK_BACK)
    const all = await rowsOf(tx, await visitedAccounts(tx, place.value, since), days.value)
    const whose = ask.who === 'me' ? caller.personId : ask.who === 'nobody' ? null : ask.who
    const rows = ask.who === 'all' ? all : all.filter(({ person }) => person === whose)
    const mine = caller.personId
    return ok({
      ...days.value,
      rows: rows.slice(0, MOST_ROWS),
      total: rows.length,
      people: peopleIn(ask.who === 'me' ? rows : all),
      without: mine === null ? { total: 0, accounts: [] } : mutable(await withoutDates(tx, mine)),
    })
  })
}

function mutable({ total, accounts }: Awaited<ReturnType<typeof withoutDates>>): Visits['without'] {
  return { total, accounts: [...accounts] }
}

function peopleIn(rows: readonly VisitRow[]): Visits['people'] {
  return [...grouped(rows, ({ person }) => person)]
    .map(([id, own]) => {
      const count = (state: VisitRow['state']) => own.filter((row) => row.state === state).length
      const name = own[0]?.personName ?? null
      return {
        id,
        name,
        done: count('done'),
        due: count('due'),
        planned: count('planned'),
        overdue: count('overdue'),
        missed: count('missed'),
      }
    })
    .toSorted(
      (a, b) => b.overdue - a.overdue || b.missed - a.missed || (a.name ?? '').localeCompare(b.name ?? ''),
    )
}

/** An account's fixed dates and visits: half a year back, a quarter ahead. Refused: no such account in the caller's markets. */
export async function accountVisits(
  deps: Deps,
  caller: Caller,
  account: string,
): Promise<Result<AccountVisits>> {
  return looking(deps, caller, async (tx, today) => {
    const whom = await accountHere(tx, account, { left: true })
    if (!whom) return refuse('account/missing')
    const { id } = whom
    const cadences = (await cadencesOf(tx, [id])).get(id) ?? []
    const visits = (await visitsOf(tx, { ids: [id], since: addDays(today, -2 * LOOK_BACK) })).get(id) ?? []
    const cadence = cadences.at(-1)
    return ok({
      account: id,
      today,
      cadence: cadence
        ? { from: cadence.from, everyDays: cadence.everyDays, weekdays: [...cadence.weekdays] }
        : null,
      plans: plansOf(cadences, visits, {
        from: addDays(today, -LOOK_BACK),
        to: addDays(today, 92),
        today,
      }).map(shown),
    })
  })
}
