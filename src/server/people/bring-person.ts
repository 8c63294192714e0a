import { rolesOn } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import type { Tx } from '../db/transaction.ts'
import { keepsAdmin, sameRoles } from './change-people.ts'
import { peopleLock } from './people-lock-store.ts'
import { resolveRoles, validEmail } from './add-person.ts'
import { mayChange, type Giver } from './giver.ts'
import {
  changePerson,
  insertPerson,
  personByEmail,
  replaceRoles,
  roleRows,
  type Person,
} from './person-store.ts'
import { dayIn } from '../db/company-day.ts'

export type PersonWish = {
  readonly email: string
  readonly name: string | undefined
  /** Each of the person's lines: a role, and codes of nodes where it holds. */
  readonly roles: readonly { readonly role: string | undefined; readonly scope: readonly string[] }[]
  readonly locale: string | undefined
}

export type Brought = { readonly id: string; readonly change: 'created' | 'updated' | 'unchanged' }

/**
 * One person of a file of people, in the import's own transaction: what its lines say together. Only for who gives rights over everything: their trace is in
 * the company's chain. A new person needs a name, a role and a place, and gets no link here (`tonnage user link`). What the
 * lines leave open stays as it is.
 */
export function personBringer(deps: Deps, giver: Giver) {
  return async (tx: Tx, wish: PersonWish): Promise<Result<Brought>> => {
    if (tx.scope !== '*' || giver.grants.get('people.change') !== '*')
      return refuse('person/no-right', { right: 'people.change' })
    await peopleLock(tx)
    if (!validEmail(wish.email)) return refuse('person/email-invalid', { email: wish.email })
    const named = wish.roles.flatMap(({ role, scope }) => {
      const name = role?.trim().toLowerCase() ?? ''
      return name === '' ? [] : [{ role: name, scope }]
    })
    const wishes = named.flatMap(({ role, scope }) => scope.map((code) => ({ role, scope: code })))
    const told = await resolveRoles(tx, giver, wishes)
    if (!told.ok) return told
    const { company, hq, nodes, roles, said } = told.value
    const today = dayIn(company.timeZone, deps.now())
    const locale = wish.locale === 'zh' || wish.locale === 'en' ? wish.locale : undefined
    const name = wish.name?.trim()
    const there = await personByEmail(tx, wish.email)
    const trace = (action: string, id: string) =>
      audit(
        tx,
        deps.newId,
        { actor: giver.actor, at: deps.now() },
        {
          market: hq,
          action,
          subject: id,
          detail: { roles: said, by: 'import' },
        },
      )
    if (!there) {
      if (!name) return refuse('line/field-missing', { field: 'name' })
      if (roles.length === 0)
        return refuse('line/field-missing', { field: named.length > 0 ? 'scope' : 'role' })
      const id = deps.newId()
      const person = { id, email: wish.email, name, locale: locale ?? company.locale, active: true }
      await insertPerson(tx, person, deps.now())
      await replaceRoles(tx, deps.newId, id, today, roles)
      await trace('person.add', id)
      return ok({ id, change: 'created' })
    }
    const held = rolesOn(await roleRows(tx, [there.id]), today)
    const may = mayChange(giver, nodes, held, today)
    if (!may.ok) return may
    const same = roles.length === 0 || sameRoles(held, roles)
    const next: Person = { ...there, name: name ? name : there.name, locale: locale ?? there.locale }
    if (same && next.name === there.name && next.locale === there.locale)
      return ok({ id: there.id, change: 'unchanged' })
    if (!same && !(await keepsAdmin(tx, there, held, roles, hq, today)))
      return refuse('person/last-admin', { name: there.name })
    await changePerson(tx, next)
    if (!same) await replaceRoles(tx, deps.newId, there.id, today, roles)
    await trace(same ? 'person.change' : 'person.roles', there.id)
    return ok({ id: there.id, change: 'updated' })
  }
}
