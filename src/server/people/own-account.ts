import type { OwnAccount } from '../../contract/own-account.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { atAccount, forgetAttempts, takeAttempt } from './attempts-store.ts'
import { deviceOf } from './device.ts'
import { issueKey } from './link-store.ts'
import {
  dropLinks,
  endOtherSessions,
  endSession,
  keysOf,
  passwordHashOf,
  revokeKey,
  sessionsOf,
} from './own-account-store.ts'
import { hashPassword, isPassword, leastLength, strongEnough } from './password.ts'
import { personById, territoryTree } from './person-store.ts'
import { setPassword } from './sign-in-store.ts'

/** A person at a browser of theirs: what a key may not do, a session may. */
export type Own = { readonly personId: string; readonly session: string }

/** Most keys that one person may hold at a time. */
const mostKeys = 20

export function ownAccount(deps: Deps, { personId, session }: Own): Promise<OwnAccount> {
  return inScope(
    deps.db,
    [],
    async (tx) => ({
      sessions: (await sessionsOf(tx, personId, deps.now())).map(({ id, address, agent, since, seen }) => ({
        id,
        ...deviceOf(agent),
        address: address === '' ? null : address,
        since: since.toISOString(),
        lastSeen: seen.toISOString(),
        own: id === session,
      })),
      keys: (await keysOf(tx, personId)).map((key) => ({
        prefix: key.prefix,
        name: key.name,
        madeAt: key.created_at.toISOString(),
        lastUsed: key.last_used_at?.toISOString() ?? null,
      })),
      leastPassword: leastLength,
    }),
    { readOnly: true },
  )
}

/**
 * Another password, for who knows the one that holds: guesses at it count as guesses at the door. All other sessions of theirs
 * and a link that is still out end with it.
 */
export async function changeOwnPassword(
  deps: Deps,
  { personId, session }: Own,
  wish: { readonly old: string; readonly password: string },
): Promise<Result<true>> {
  const found = await inScope(
    deps.db,
    [],
    async (tx) => ({ person: await personById(tx, personId), hash: await passwordHashOf(tx, personId) }),
    { readOnly: true },
  )
  const { person, hash } = found
  if (!person) return refuse('person/signed-out')
  const account = atAccount(person.email)
  const taken = await takeAttempt(deps, account)
  if (!taken.ok) return taken
  if (hash === undefined || !(await isPassword(hash, wish.old))) return refuse('person/old-password-wrong')
  await forgetAttempts(deps, account)
  const strong = await strongEnough(wish.password, person.email)
  if (!strong.ok) return strong
  const hashed = await hashPassword(wish.password)
  return withTrace(deps, personId, async (tx) => {
    // Of two at the same moment the second one's old password no longer holds.
    await tx.client.query(`SELECT pg_advisory_xact_lock(hashtext('tonnage.password.' || $1))`, [personId])
    if ((await passwordHashOf(tx, personId)) !== hash) return refuse('person/old-password-wrong')
    await setPassword(tx, person, hashed, deps.newId, deps.now())
    await dropLinks(tx, personId)
    const ended = await endOtherSessions(tx, personId, session)
    return ok({ value: true as const, action: 'person.password', detail: { ended } })
  })
}

export function endOwnSession(deps: Deps, { personId }: Own, id: string): Promise<Result<true>> {
  return withTrace(deps, personId, async (tx) =>
    (await endSession(tx, personId, id))
      ? ok({ value: true as const, action: 'person.session-end', detail: { count: 1 } })
      : refuse('person/session-missing'),
  )
}

export function endOtherOwnSessions(deps: Deps, { personId, session }: Own): Promise<Result<true>> {
  return withTrace(deps, personId, async (tx) => {
    const count = await endOtherSessions(tx, personId, session)
    return ok({
      value: true as const,
      ...(count > 0 ? { action: 'person.session-end' } : {}),
      detail: { count },
    })
  })
}

/** A key with all that its person may do at the moment it is used, and never more. Shown once. */
export function makeOwnKey(
  deps: Deps,
  { personId }: Own,
  wish: string,
): Promise<Result<{ key: string; prefix: string }>> {
  const name = wish.normalize('NFKC').trim()
  if (name === '') return Promise.resolve(refuse('person/key-name-missing'))
  return withTrace(deps, personId, async (tx) => {
    if ((await keysOf(tx, personId)).length >= mostKeys)
      return refuse('person/keys-too-many', { most: mostKeys })
    const made = await issueKey(tx, personId, deps.now(), name)
    return ok({ value: made, action: 'person.key', detail: { prefix: made.prefix, name } })
  })
}

export function revokeOwnKey(deps: Deps, { personId }: Own, prefix: string): Promise<Result<true>> {
  return withTrace(deps, personId, async (tx) =>
    (await revokeKey(tx, personId, prefix, deps.now()))
      ? ok({ value: true as const, action: 'person.key-end', detail: { prefix } })
      : refuse('person/key-missing'),
  )
}

type Traced<T> = { readonly value: T; readonly action?: string; readonly detail: Record<string, unknown> }

/** What a person does with their own account, and its entry in the company's chain, in one transaction. */
export async function withTrace<T>(
  deps: Deps,
  personId: string,
  work: (tx: Tx) => Promise<Result<Traced<T>>>,
): Promise<Result<T>> {
  return inScope(deps.db, '*', async (tx) => {
    const done = await work(tx)
    if (!done.ok) return done
    const { value, action, detail } = done.value
    const hq = (await territoryTree(tx)).find(({ kind }) => kind === 'hq')
    if (hq && action !== undefined) {
      const stamp = { actor: `person:${personId}`, at: deps.now() }
      await audit(tx, deps.newId, stamp, { market: hq.id, action, subject: personId, detail })
    }
    return ok(value)
  })
}
