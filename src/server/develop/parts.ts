import type { NewBrand } from '../../contract/prospect.ts'
import type { Talk } from '../../contract/concern.ts'
import { noRight, type Caller } from '../../domain/chain/reach.ts'
import { rankConcerns, type Ranked } from '../../domain/develop/concern.ts'
import { readBrand, readHappened, readPerson, type PersonDraft } from '../../domain/develop/prospect.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import {
  accountIn,
  deleteServes,
  insertBrand,
  insertPerson,
  insertServes,
  insertTalk,
  loadServes,
  withdrawBrand,
  withdrawPerson,
} from './part-store.ts'
import { withProspect } from './with-prospect.ts'

type Made = Result<{ readonly id: string }>
const MOST_PEOPLE = 20
const MOST_SERVED = 500

/** Names somebody to talk with. Refused: see `withProspect` and `readPerson`; more than twenty. */
export async function addPerson(deps: Deps, caller: Caller, id: string, wanted: PersonDraft): Promise<Made> {
  return withProspect(deps, caller, { id }, async ({ tx, one, people, stamp, note }) => {
    const read = readPerson(wanted)
    if (!read.ok) return read
    if (people.length >= MOST_PEOPLE) return refuse('prospect/too-many', { max: MOST_PEOPLE })
    const person = deps.newId()
    await insertPerson(tx, one, { ...read.value, id: person }, stamp)
    await note('prospect.person', { person, role: read.value.role })
    return ok({ id: person })
  })
}

export async function removePerson(deps: Deps, caller: Caller, id: string, person: string): Promise<Made> {
  return withProspect(deps, caller, { id }, async ({ tx, one, at, note }) => {
    if (!(await withdrawPerson(tx, one, person, at))) return refuse('prospect/part-missing')
    await note('prospect.person-withdrawn', { person })
    return ok({ id: person })
  })
}

/** The talk guide as a person answered it: the last one counts, and the ranking follows. Refused: see `rankConcerns`. */
export async function talk(
  deps: Deps,
  caller: Caller,
  id: string,
  person: string,
  { day, answers }: Talk,
): Promise<Result<{ readonly concerns: Ranked[] }>> {
  return withProspect(deps, caller, { id }, async ({ tx, one, people, today, stamp, note }) => {
    if (!people.some((known) => known.id === person)) return refuse('prospect/part-missing')
    const ranked = rankConcerns(answers)
    if (!ranked.ok) return ranked
    const held = readHappened(day ?? today, one.found, today)
    if (!held.ok) return held
    await insertTalk(tx, one, { id: deps.newId(), person, day: held.value, answers }, stamp)
    await note('prospect.talked', { person, first: ranked.value[0]?.concern ?? null, day: held.value })
    return ok({ concerns: [...ranked.value] })
  })
}

/** A whole phone, to call it: the firm's, or (with `person`) somebody's. The look is kept in the audit. */
export async function seePhone(
  deps: Deps,
  caller: Caller,
  id: string,
  person: string | null,
): Promise<Result<{ readonly phone: string }>> {
  return withProspect(deps, caller, { id }, async ({ one, people, note }) => {
    const phone = person === null ? one.phone : people.find((known) => known.id === person)?.phone
    if (!phone) return refuse('prospect/part-missing')
    await note('prospect.phone-seen', person === null ? {} : { person })
    return ok({ phone })
  })
}

/** What it sells of a brand now; the latest day of a brand counts. Refused: see `readBrand`. */
export async function tellBrand(deps: Deps, caller: Caller, id: string, brand: NewBrand): Promise<Made> {
  return withProspect(deps, caller, { id }, async ({ tx, one, today, stamp, note }) => {
    const read = readBrand({ ...brand, day: brand.day ?? today }, today)
    if (!read.ok) return read
    const made = deps.newId()
    await insertBrand(tx, one, { ...read.value, id: made }, stamp)
    const { brand: name, cases, certainty, day } = read.value
    await note('prospect.brand', { brand: name, cases, certainty, day })
    return ok({ id: made })
  })
}

export async function removeBrand(deps: Deps, caller: Caller, id: string, brand: string): Promise<Made> {
  return withProspect(deps, caller, { id }, async ({ tx, one, at, note }) => {
    if (!(await withdrawBrand(tx, one, brand, at))) return refuse('prospect/part-missing')
    await note('prospect.brand-withdrawn', {})
    return ok({ id: brand })
  })
}

/** An outlet or a sub-distributor of the same market that it serves. Refused: an account that is none of these, or out of reach. */
export async function addServed(deps: Deps, caller: Caller, id: string, account: string): Promise<Made> {
  if (!caller.rights.has('account.read')) return noRight('account.read')
  return withProspect(deps, caller, { id }, async ({ tx, one, stamp, note }) => {
    const found = await accountIn(tx, account, one.market)
    if (!found || found.tier === 'wholesaler') return refuse('account/missing')
    if ((await loadServes(tx, one)).length >= MOST_SERVED)
      return refuse('prospect/too-many', { max: MOST_SERVED })
    await insertServes(tx, one, account, stamp)
    await note('prospect.serves', { account })
    return ok({ id: account })
  })
}

export async function removeServed(deps: Deps, caller: Caller, id: string, account: string): Promise<Made> {
  return withProspect(deps, caller, { id }, async ({ tx, one, note }) => {
    if (!(await deleteServes(tx, one, account))) return refuse('prospect/part-missing')
    await note('prospect.serves-not', { account })
    return ok({ id: account })
  })
}
