import type { NewVisit, VisitChange, VisitSaved } from '../../contract/visit.ts'
import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { addDays, isDay, type Day } from '../../domain/day.ts'
import { readVisit, type VisitSaid } from '../../domain/develop/visit.ts'
import { dateMeant, fixedDates, LOOK_BACK, MOST_DAYS } from '../../domain/develop/visit-dates.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import { companyNow } from '../db/company-day.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { accountHere } from './policy-trace-store.ts'
import {
  cadencesOf,
  insertVisit,
  lockVisit,
  updateVisit,
  visitsOf,
  withdrawVisit,
  type VisitRecord,
} from './visit-store.ts'

type Here = {
  readonly tx: Tx
  readonly today: Day
  readonly stamp: { readonly actor: string; readonly at: Date }
  /** An audit entry beside the write; never with words. */
  readonly note: (
    action: string,
    visit: { readonly market: string; readonly id: string; readonly account: string },
    said: Pick<VisitSaid, 'day' | 'state' | 'aim' | 'met'>,
  ) => Promise<void>
}

async function writing<T>(
  deps: Deps,
  caller: Caller,
  work: (here: Here) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!caller.rights.has('visit.change')) return noRight('visit.change')
  const at = deps.now()
  const stamp = { actor: caller.actor, at }
  return inScope(deps.db, caller.scope, async (tx) => {
    const company = await companyNow(tx, at)
    if (!company) return refuse('company/missing')
    return work({
      tx,
      today: company.today,
      stamp,
      note: (action, { market, id, account }, { day, state, aim, met }) =>
        audit(tx, deps.newId, stamp, {
          market,
          action,
          subject: id,
          detail: { account, day, state, aim, met },
        }),
    })
  })
}

/** What is asked, read as of today. */
function read({ state, day, aim, met, seen, cases, words }: NewVisit | VisitChange, today: Day) {
  return readVisit({ state, day: day ?? today, aim, met, seen, cases, words }, today)
}

/**
 * Writes down what is said of a visit at an account: planned, made, missed. Refused: no such account in the caller's markets; see
 * `readVisit`; a fixed date that the account does not have, or of which somebody has said something already.
 */
export async function addVisit(
  deps: Deps,
  caller: Caller,
  account: string,
  ask: NewVisit,
): Promise<Result<VisitSaved>> {
  return writing(deps, caller, async ({ tx, today, stamp, note }) => {
    const whom = await accountHere(tx, account, { left: false })
    if (!whom) return refuse('account/missing')
    const said = read(ask, today)
    if (!said.ok) return said
    const { state, day } = said.value
    const fixed = await fixedDateOf(tx, whom.id, { state, day, asked: ask.standsFor ?? null, today })
    if (!fixed.ok) return fixed
    const at = { market: whom.market, id: deps.newId(), account: whom.id }
    // Who goes to a fixed date is whoever looks after the account by then.
    const visitor = state === 'done' || fixed.value === null ? caller.personId : null
    await insertVisit(tx, at, { ...said.value, visitor, standsFor: fixed.value }, stamp)
    await note('visit.add', at, said.value)
    return ok({ id: at.id, version: 1 })
  })
}

type Asked = {
  readonly state: VisitSaid['state']
  readonly day: Day
  readonly asked: Day | null
  readonly today: Day
}

/** The fixed date that a visit answers; null: none. */
async function fixedDateOf(
  tx: Tx,
  id: string,
  { state, day, asked, today }: Asked,
): Promise<Result<Day | null>> {
  const cadences = (await cadencesOf(tx, [id])).get(id) ?? []
  const visits = (await visitsOf(tx, { ids: [id], since: addDays(today, -LOOK_BACK - MOST_DAYS) })).get(id)
  if (asked === null) return ok(state === 'done' ? dateMeant(cadences, visits ?? [], day) : null)
  if (!isDay(asked) || fixedDates(cadences, { from: asked, to: asked }).length === 0)
    return refuse('visit/no-such-date', { day: asked })
  const other = visits?.find(({ standsFor }) => standsFor === asked)
  return other ? refuse('visit/answered', { day: asked }) : ok(asked)
}

/** What is said of a visit that waits: on another day, made, missed. Refused: see `readVisit`; it is over; somebody was faster. */
export async function changeVisit(
  deps: Deps,
  caller: Caller,
  id: string,
  ask: VisitChange,
): Promise<Result<VisitSaved>> {
  return writing(deps, caller, async ({ tx, today, stamp, note }) => {
    const one = await lockVisit(tx, id)
    if (!one) return refuse('visit/missing')
    if (one.version !== ask.version) return refuse('edit/changed-meanwhile')
    if (one.state !== 'planned') return refuse('visit/over')
    const said = read(ask, today)
    if (!said.ok) return said
    const visitor = said.value.state === 'done' ? caller.personId : one.visitor
    await updateVisit(tx, one, { ...said.value, visitor }, stamp.actor)
    await note('visit.change', one, said.value)
    return ok({ id, version: one.version + 1 })
  })
}

/** Takes back what was said of a visit; its fixed date, if it had one, waits again. Refused: somebody was faster. */
export async function takeVisitBack(
  deps: Deps,
  caller: Caller,
  id: string,
  version: number,
): Promise<Result<VisitSaved>> {
  return writing(deps, caller, async ({ tx, stamp, note }) => {
    const one: VisitRecord | undefined = await lockVisit(tx, id)
    if (!one) return refuse('visit/missing')
    if (one.version !== version) return refuse('edit/changed-meanwhile')
    await withdrawVisit(tx, one, stamp.at)
    await note('visit.withdraw', one, one)
    return ok({ id, version: version + 1 })
  })
}
