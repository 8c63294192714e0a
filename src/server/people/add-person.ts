import { z } from 'zod'
import { codeKey } from '../../domain/chain/code.ts'
import { isRole, mayGrant, roles as fixedRoles, type RoleRow } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { companyRoles } from './company-role-store.ts'
import { unlinkIdentities } from './company-sign-in-store.ts'
import { mayChange, type Giver } from './giver.ts'
import { issueKey, issueLink } from './link-store.ts'
import { peopleLock } from './people-lock-store.ts'
import { dropFactor } from './second-factor-store.ts'
import { personInSight, placesInSight } from './sight.ts'
import {
  companyRow,
  emailKey,
  insertPerson,
  personByEmail,
  replaceRoles,
  territoryTree,
  type NamedNode,
  type Person,
} from './person-store.ts'
import { endSessions } from './sign-in-store.ts'
import { dayIn } from '../db/company-day.ts'

export type RoleWish = { readonly role: string; readonly scope: string }

type GrantProblem =
  | 'person/suspended'
  | 'second-factor/own'
  | 'second-factor/none'
  | 'person/role-unknown'
  | 'person/scope-unknown'
  | 'person/no-right'
  | 'company/missing'

export function validEmail(email: string): boolean {
  return z.email().max(254).safeParse(emailKey(email)).success
}

/**
 * Adds a person with roles at nodes (codes, without case) and answers the token of a one-time link. An address that somebody has is refused;
 * where that somebody is out of the giver's sight, without a word about whether and where they are.
 */
export async function addPerson(
  deps: Deps,
  giver: Giver,
  wish: {
    readonly email: string
    readonly name: string
    readonly roles: readonly RoleWish[]
    readonly locale?: 'zh' | 'en'
  },
): Promise<Result<{ id: string; token: string }>> {
  if (wish.name.trim() === '') return refuse('person/name-missing')
  if (wish.roles.length === 0) return refuse('person/role-none')
  if (!validEmail(wish.email)) return refuse('person/email-invalid', { email: wish.email })
  const at = deps.now()
  return inScope(deps.db, '*', async (tx) => {
    await peopleLock(tx)
    const told = await resolveRoles(tx, giver, wish.roles)
    if (!told.ok) return told
    const { company, hq, nodes, roles: given, said } = told.value
    const today = dayIn(company.timeZone, at)
    if (await personByEmail(tx, wish.email)) {
      const seen = await personInSight(tx, giver, nodes, wish.email, today)
      return refuse(seen.ok ? 'person/exists' : 'person/address-refused', { email: wish.email })
    }
    const id = deps.newId()
    const locale = wish.locale ?? company.locale
    await insertPerson(tx, { id, email: wish.email, name: wish.name.trim(), locale, active: true }, at)
    await replaceRoles(tx, deps.newId, id, today, given)
    const token = await issueLink(tx, id, at)
    await audit(
      tx,
      deps.newId,
      { actor: giver.actor, at },
      { market: hq, action: 'person.add', subject: id, detail: { roles: said } },
    )
    return ok({ id, token })
  })
}

/** A new one-time link: works without mail. */
export function linkFor(deps: Deps, giver: Giver, email: string) {
  return onPerson(deps, giver, email, 'person.link', async (tx, person, at) =>
    person.active
      ? ok({ value: { token: await issueLink(tx, person.id, at) }, detail: {} })
      : refuse('person/suspended', { name: person.name }),
  )
}

/** A new API key, shown once. */
export function keyFor(deps: Deps, giver: Giver, email: string) {
  return onPerson(deps, giver, email, 'person.key', async (tx, person, at) => {
    const made = await issueKey(tx, person.id, at)
    return ok({ value: made, detail: { prefix: made.prefix } })
  })
}

/** The person comes by the company's account no more until its next sign-in links it anew, and is out now. */
export function unlinkFor(deps: Deps, giver: Giver, email: string) {
  return onPerson(deps, giver, email, 'person.company-unlink', async (tx, person) => {
    const count = await unlinkIdentities(tx, person.id)
    if (count > 0) await endSessions(tx, person.id)
    return ok({ value: { count }, detail: { count } })
  })
}

/**
 * Takes the second factor off a person who lost it and its recovery codes; they are out now, and come in by their password. Refused for
 * oneself: an unlocked screen must not be a way around the code.
 */
export function takeSecondFactor(deps: Deps, giver: Giver, email: string) {
  return onPerson(deps, giver, email, 'person.second-factor-taken', async (tx, person) => {
    if (giver.actor === `person:${person.id}`) return refuse('second-factor/own')
    if (!(await dropFactor(tx, person.id))) return refuse('second-factor/none')
    await endSessions(tx, person.id)
    return ok({ value: { email: person.email }, detail: {} })
  })
}

async function onPerson<T>(
  deps: Deps,
  giver: Giver,
  email: string,
  action: string,
  work: (
    tx: Tx,
    person: Person,
    at: Date,
  ) => Promise<Result<{ value: T; detail: Record<string, unknown> }, GrantProblem>>,
): Promise<Result<T, GrantProblem | 'person/missing'>> {
  const at = deps.now()
  return inScope(deps.db, '*', async (tx) => {
    const nodes = await territoryTree(tx)
    const hq = nodes.find((node) => node.kind === 'hq')
    if (!hq) return refuse('company/missing')
    // A link or a key is as good as the person: only who could give all their roles may hand one out or change them.
    const company = await companyRow(tx)
    if (!company) return refuse('company/missing')
    const today = dayIn(company.timeZone, at)
    const seen = await personInSight(tx, giver, nodes, email, today)
    if (!seen.ok) return seen
    const { person, rows } = seen.value
    const may = mayChange(giver, nodes, rows, today)
    if (!may.ok) return may
    const done = await work(tx, person, at)
    if (!done.ok) return done
    const { value, detail } = done.value
    await audit(
      tx,
      deps.newId,
      { actor: giver.actor, at },
      { market: hq.id, action, subject: person.id, detail },
    )
    return ok(value)
  })
}

/**
 * Roles (one of the six by its code, one of the company's own by code or name, without case) and codes of nodes as they are in the tree, if
 * the giver may give them; `said` is how the audit tells them. A place out of the giver's sight is one that is not there.
 */
export async function resolveRoles(tx: Tx, giver: Giver, wishes: readonly RoleWish[]) {
  const company = await companyRow(tx)
  const nodes = await territoryTree(tx)
  const hq = nodes.find((node) => node.kind === 'hq')
  if (!company || !hq) return refuse('company/missing')
  const places = placesInSight(giver, nodes)
  const own = (await companyRoles(tx)).filter(({ removed }) => !removed)
  const given: Pick<RoleRow, 'role' | 'rights' | 'nodeId'>[] = []
  const said: string[] = []
  for (const { role, scope } of wishes) {
    const made = own.find(({ code, name }) => [code, codeKey(name)].includes(codeKey(role)))
    if (!isRole(role) && !made) {
      const known = [...fixedRoles, ...own.map(({ name }) => name)].join(', ')
      return refuse('person/role-unknown', { role, known })
    }
    const node = nodeOf(places, scope)
    if (!node) return refuse('person/scope-unknown', { code: scope })
    const gift = { role: made?.code ?? role, nodeId: node.id, ...(made ? { rights: made.rights } : {}) }
    const may = mayGrant(giver.grants, nodes, gift)
    if (!may.ok) return may
    said.push(`${made?.name ?? role}@${scope}`)
    if (!given.some((one) => one.role === gift.role && one.nodeId === gift.nodeId)) given.push(gift)
  }
  return ok({ company, hq: hq.id, nodes, roles: given, said })
}

function nodeOf(nodes: readonly NamedNode[], scope: string): NamedNode | undefined {
  const key = codeKey(scope)
  return nodes.find((node) => codeKey(node.code) === key)
}
