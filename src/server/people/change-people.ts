import { rolesOn } from '../../domain/chain/reach.ts'
import { ok, Refused, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { resolveRoles, type RoleWish } from './add-person.ts'
import { mayChange, type Giver } from './giver.ts'
import { revokeKeys } from './link-store.ts'
import { personInSight } from './sight.ts'
import { otherAdmin, peopleLock } from './people-lock-store.ts'
import {
  changePerson,
  companyRow,
  replaceRoles,
  setActive,
  territoryTree,
  type Person,
} from './person-store.ts'
import { endSessions } from './sign-in-store.ts'
import { dayIn } from '../db/company-day.ts'

export type PersonChange = {
  readonly email: string
  readonly name?: string | undefined
  readonly active?: boolean | undefined
  /** Exactly these from today on. */
  readonly roles?: readonly RoleWish[] | undefined
}

/**
 * Changes one person or many: all or none. Out ends sessions, keys and the use of links with the same transaction. Refused: nobody by that
 * address, a role or place that is not there or not the giver's to give, no name, no role, and whatever would leave the company
 * without an administrator of all of it.
 */
export async function changePeople(
  deps: Deps,
  giver: Giver,
  changes: readonly PersonChange[],
): Promise<Result<{ readonly changed: number }>> {
  try {
    return await inScope(deps.db, '*', async (tx) => {
      await peopleLock(tx)
      let changed = 0
      for (const change of changes) {
        const done = await changeOne(deps, tx, giver, change)
        if (!done.ok) throw new Refused(done.problem.code, done.problem.facts)
        if (done.value) changed += 1
      }
      return ok({ changed })
    })
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem }
    throw error
  }
}

async function changeOne(deps: Deps, tx: Tx, giver: Giver, change: PersonChange): Promise<Result<boolean>> {
  const at = deps.now()
  const zone = (await companyRow(tx))?.timeZone ?? 'UTC'
  const today = dayIn(zone, at)
  const seen = await personInSight(tx, giver, await territoryTree(tx), change.email, today)
  if (!seen.ok) return seen
  const { person, rows } = seen.value
  const told = await resolveRoles(tx, giver, change.roles ?? [])
  if (!told.ok) return told
  const { hq, nodes, roles, said } = told.value
  const held = rolesOn(rows, today)
  const may = mayChange(giver, nodes, held, today)
  if (!may.ok) return may
  if (change.roles?.length === 0) return refuse('person/role-none')
  const name = change.name?.trim()
  if (name === '') return refuse('person/name-missing')
  const next = change.roles === undefined ? held : roles
  const stays = await keepsAdmin(
    tx,
    { ...person, active: change.active ?? person.active },
    held,
    next,
    hq,
    today,
  )
  if (!stays) return refuse('person/last-admin', { name: person.name })
  const trace = (action: string, detail: Record<string, unknown>, words?: object) =>
    audit(
      tx,
      deps.newId,
      { actor: giver.actor, at },
      {
        market: hq,
        action,
        subject: person.id,
        detail,
        ...(words ? { said: { of: person.id, words } } : {}),
      },
    )
  let changed = false
  if (name !== undefined && name !== person.name) {
    await changePerson(tx, { ...person, name })
    await trace('person.change', {}, { before: { name: person.name }, after: { name } })
    changed = true
  }
  if (!sameRoles(held, next)) {
    await replaceRoles(tx, deps.newId, person.id, today, next)
    await trace('person.roles', { roles: said })
    changed = true
  }
  if (change.active !== undefined && change.active !== person.active) {
    await setActive(tx, person.id, change.active)
    if (!change.active) {
      await endSessions(tx, person.id)
      await revokeKeys(tx, person.id, at)
    }
    await trace(change.active ? 'person.enable' : 'person.disable', {})
    changed = true
  }
  return ok(changed)
}

type Held = { readonly role: string; readonly nodeId: string }

/** False where a change would take the last administrator of the whole company. */
export async function keepsAdmin(
  tx: Tx,
  after: Pick<Person, 'id' | 'active'>,
  held: readonly Held[],
  next: readonly Held[],
  hq: string,
  today: string,
): Promise<boolean> {
  const rules = (rows: readonly Held[]) => rows.some((one) => one.role === 'admin' && one.nodeId === hq)
  if (!rules(held) || (after.active && rules(next))) return true
  return otherAdmin(tx, after.id, hq, today)
}

/** The same roles at the same places, in whatever order. */
export function sameRoles(a: readonly Held[], b: readonly Held[]): boolean {
  const keys = (rows: readonly Held[]) => rows.map((one) => `${one.role}@${one.nodeId}`).toSorted()
  return JSON.stringify(keys(a)) === JSON.stringify(keys(b))
}
