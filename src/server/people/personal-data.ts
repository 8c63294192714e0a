import { noRight } from '../../domain/chain/reach.ts'
import type { Erased, PersonalData } from '../../contract/personal-data.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { translator } from '../../language/index.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import type { Giver } from './giver.ts'
import { peopleLock } from './people-lock-store.ts'
import {
  companyRow,
  personByEmail,
  personById,
  territoryTree,
  type CompanyRow,
  type Person,
} from './person-store.ts'
import { factsOf, forget, rowsOf } from './personal-data-store.ts'

/** Everything kept about oneself. */
export function dataOfOneself(deps: Deps, personId: string): Promise<Result<PersonalData>> {
  return inScope(
    deps.db,
    '*',
    async (tx) => {
      const [person, company] = [await personById(tx, personId), await companyRow(tx)]
      return person && company ? ok(await dataIn(deps, tx, person, company)) : refuse('person/signed-out')
    },
    { readOnly: true, snapshot: true },
  )
}

/**
 * Everything kept about a person, for whoever is in charge of everybody; that it was given out is an entry of the audit. Refused: less
 * than everything in charge, nobody by that address.
 */
export async function dataOf(deps: Deps, giver: Giver, email: string): Promise<Result<PersonalData>> {
  if (giver.grants.get('people.change') !== '*') return noRight('people.change')
  return inScope(deps.db, '*', async (tx) => {
    const found = await personAndCompany(tx, email)
    if (!found) return refuse('person/missing', { email })
    const stamp = { actor: giver.actor, at: deps.now() }
    await audit(tx, deps.newId, stamp, {
      market: found.hq,
      action: 'person.data',
      subject: found.person.id,
      detail: {},
    })
    return ok(await dataIn(deps, tx, found.person, found.company))
  })
}

/**
 * Takes from a person whatever says who they are; what they did stays in the ledger and the audit, whose chains stay whole. It cannot be
 * taken back. Refused: less than everything in charge, nobody by that address, somebody who is not suspended.
 */
export async function erasePerson(deps: Deps, giver: Giver, email: string): Promise<Result<Erased>> {
  if (giver.grants.get('people.change') !== '*') return noRight('people.change')
  return inScope(deps.db, '*', async (tx) => {
    await peopleLock(tx)
    const found = await personAndCompany(tx, email)
    if (!found) return refuse('person/missing', { email })
    const { person, company, hq } = found
    if (person.active) return refuse('person/not-suspended', { name: person.name })
    const at = deps.now()
    const sign = person.id.slice(-4)
    const as = {
      name: translator(company.locale)('people.erased-name', { sign }),
      email: `erased-${person.id}@invalid`,
    }
    await forget(tx, person, as, at)
    const stamp = { actor: giver.actor, at }
    await audit(tx, deps.newId, stamp, { market: hq, action: 'person.erase', subject: person.id, detail: {} })
    return ok(as)
  })
}

async function personAndCompany(tx: Tx, email: string) {
  const person = await personByEmail(tx, email)
  const company = await companyRow(tx)
  const hq = (await territoryTree(tx)).find(({ kind }) => kind === 'hq')
  return person && company && hq ? { person, company, hq: hq.id } : undefined
}

async function dataIn(deps: Deps, tx: Tx, person: Person, company: CompanyRow): Promise<PersonalData> {
  const { since, lastSignIn } = await factsOf(tx, person)
  const { name, email, locale, active } = person
  return {
    made: deps.now().toISOString(),
    company: company.name,
    person: { name, email, language: locale, active, since },
    lastSignIn,
    ...(await rowsOf(tx, person)),
  }
}
