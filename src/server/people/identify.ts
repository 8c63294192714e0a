import {
  allGrants,
  grantsOf,
  reachFor,
  type Caller,
  type Right,
  type RoleRow,
} from '../../domain/chain/reach.ts'
import { actingRows } from '../../domain/chain/reach-stand-ins.ts'
import { bothMay } from '../../domain/chain/reach-preview.ts'
import type { Day } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import type { Identify, Identity } from '../http/frame.ts'
import type { Giver } from './giver.ts'
import { sessionMostDays, type Auth } from './auth-store.ts'
import { personOfKey, rememberUse } from './link-store.ts'
import { owesFactor } from './second-factor-store.ts'
import {
  companyRow,
  personByEmail,
  personById,
  roleRows,
  suspendedOf,
  territoryTree,
  type Person,
} from './person-store.ts'
import { previewOf } from './preview-store.ts'
import { standInsFrom } from './stand-in-store.ts'
import { dayIn } from '../db/company-day.ts'

const BEARER = /^Bearer (\S+)$/i

/** A request's person, read anew each time: who is disabled, or whose role ended, is out with the next request. */
export function identifier(deps: Deps, auth: Auth): Identify {
  return async (headers) => {
    const key = BEARER.exec(headers.get('authorization') ?? '')?.[1]
    const session =
      key === undefined && headers.has('cookie') ? await (await auth()).api.getSession({ headers }) : null
    if (key === undefined && !session) return null
    const now = deps.now()
    if (session && now.getTime() - session.session.createdAt.getTime() > sessionMostDays * 86_400_000)
      return null
    const found = await inScope(
      deps.db,
      [],
      async (tx) => {
        const held = key === undefined ? undefined : await personOfKey(tx, key, now)
        const id = held?.personId ?? session?.user.id
        const person = id === undefined ? undefined : await personById(tx, id)
        if (!person?.active) return null
        const identity = await identityOf(tx, now, person)
        // A key was made by somebody who was in: it goes on (decision 0010).
        const owes = session !== null && identity.owesSecondFactor
        const own = { ...identity, session: session?.session.id ?? null, owesSecondFactor: owes }
        return { identity: await seenAs(tx, now, own), due: held?.due === true }
      },
      { readOnly: true },
    )
    if (key !== undefined && found?.due) await inScope(deps.db, [], (tx) => rememberUse(tx, key, now))
    return found?.identity ?? null
  }
}

/** As whom this session sees the app: itself, unless it looks as somebody who is not suspended and may still be looked as. */
async function seenAs(tx: Tx, now: Date, own: Identity): Promise<Identity> {
  const preview = own.session === null ? undefined : await previewOf(tx, own.session, now)
  const other = preview && (await personById(tx, preview.asPersonId))
  if (!preview || !other?.active || !own.grants.has('people.change')) return own
  const { grants, locale } = await identityOf(tx, now, other)
  return {
    ...own,
    locale,
    grants: bothMay(own.grants, grants),
    seesAs: { personId: other.id, until: preview.endsAt },
  }
}

export async function identityOf(tx: Tx, now: Date, person: Person): Promise<Identity> {
  const company = await companyRow(tx)
  const today = dayIn(company?.timeZone ?? 'UTC', now)
  const rows = await actingRowsOf(tx, person.id, today)
  const grants = grantsOf(rows, await territoryTree(tx), today)
  const owesSecondFactor = await owesFactor(tx, person.id, [...new Set(rows.map(({ role }) => role))])
  const { id, locale } = person
  return { personId: id, actor: `person:${id}`, locale, session: null, grants, owesSecondFactor }
}

/** By which roles a person acts today, also lent ones. */
export async function rolesToday(deps: Deps, tx: Tx, personId: string): Promise<readonly string[]> {
  const today = dayIn((await companyRow(tx))?.timeZone ?? 'UTC', deps.now())
  return [...new Set((await actingRowsOf(tx, personId, today)).map(({ role }) => role))]
}

/** The one place that knows by which roles a person acts: their own, and those of whom they stand in for. */
async function actingRowsOf(tx: Tx, personId: string, today: Day): Promise<readonly RoleRow[]> {
  const standIns = await standInsFrom(tx, today, { acting: personId })
  const absent = standIns.map(({ forPersonId }) => forPersonId)
  const rows = await roleRows(tx, [personId, ...absent])
  return actingRows(personId, rows, standIns, await suspendedOf(tx, absent), today)
}

/** For `--as EMAIL`: what that person could do, and not more. Without `right`: the rights that hold everywhere they have any. */
export async function callerAs(
  deps: Deps,
  email: string,
  right?: Right,
): Promise<Result<Caller, 'person/missing' | 'person/no-right'>> {
  const identity = await inScope(
    deps.db,
    [],
    async (tx) => {
      const person = await personByEmail(tx, email)
      return person?.active ? identityOf(tx, deps.now(), person) : undefined
    },
    { readOnly: true },
  )
  if (!identity) return refuse('person/missing', { email })
  if (right !== undefined && !identity.grants.has(right)) return refuse('person/no-right', { right })
  const { personId, actor, locale } = identity
  return ok({ ...reachFor(identity.grants, right), personId, actor, locale })
}

/** What a caller may hand on: a person what they hold themselves, the system everything. */
export async function giverOf(deps: Deps, caller: Caller): Promise<Giver> {
  const { personId, actor } = caller
  if (personId === null) return { actor, grants: caller.scope === '*' ? allGrants() : new Map() }
  const identity = await inScope(
    deps.db,
    [],
    async (tx) => {
      const person = await personById(tx, personId)
      return person?.active ? identityOf(tx, deps.now(), person) : undefined
    },
    { readOnly: true },
  )
  return { actor, grants: identity?.grants ?? new Map() }
}
