import type { SecondFactor, SecondFactorSecret } from '../../contract/second-factor.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { atAccount, forgetAttempts, takeAttempt } from './attempts-store.ts'
import { rolesToday } from './identify.ts'
import type { Own } from './own-account.ts'
import { endOtherSessions } from './own-account-store.ts'
import { companyRow, personById, type Person } from './person-store.ts'
import {
  newRecoveryCodes,
  newSecret,
  readCode,
  seal,
  secretAddress,
  stepOf,
  unseal,
} from './second-factor-code.ts'
import { asksPassword, note, prove, type FactorDoor, type Proof } from './second-factor-proof.ts'
import {
  dropFactor,
  factorOf,
  hasFactor,
  keepRecoveryCodes,
  keepWish,
  recoveryLeft,
  rolesThatNeedOne,
  turnOn,
} from './second-factor-store.ts'

/** Minutes in which a secret that was shown must get its first code. */
const setUpMinutes = 30

type Codes = { readonly recoveryCodes: string[] }

export function secondFactorOf(deps: Deps, door: FactorDoor, { personId }: Own): Promise<SecondFactor> {
  return inScope(
    deps.db,
    [],
    async (tx) => ({
      email: (await personById(tx, personId))?.email ?? '',
      since: (await factorOf(tx, personId))?.since?.toISOString() ?? null,
      recoveryLeft: await recoveryLeft(tx, personId),
      needed: await isNeeded(deps, tx, personId),
      asksPassword: await asksPassword(deps, tx, door, personId),
    }),
    { readOnly: true },
  )
}

/**
 * A new secret, shown once, that holds from its first code on; until then one that is on stays on. Refused: who does not prove that it is
 * them (`prove`).
 */
export async function beginSecondFactor(
  deps: Deps,
  door: FactorDoor,
  own: Own,
  proof: Proof,
): Promise<Result<SecondFactorSecret>> {
  const known = await whoAsks(deps, own)
  if (!known.ok) return known
  const { person, company } = known.value
  const proven = await prove(deps, door, person, proof)
  if (!proven.ok) return proven
  const secret = newSecret()
  await inScope(deps.db, [], (tx) => keepWish(tx, person.id, seal(door.key, person.id, secret), deps.now()))
  return ok({ secret, address: secretAddress(secret, company, person.email) })
}

/**
 * The first code turns it on: ten recovery codes are made, shown once, and sessions elsewhere end, because they came in without it. Refused:
 * a wrong code, which counts as a guess at the door; nothing begun, or too long ago.
 */
export async function confirmSecondFactor(
  deps: Deps,
  door: FactorDoor,
  own: Own,
  text: string,
): Promise<Result<Codes>> {
  const known = await whoAsks(deps, own)
  if (!known.ok) return known
  const { person } = known.value
  const account = atAccount(person.email)
  const taken = await takeAttempt(deps, account)
  if (!taken.ok) return taken
  const at = deps.now()
  const done = await inScope(deps.db, '*', async (tx) => {
    const stored = await factorOf(tx, person.id, true)
    const late = at.getTime() - (stored?.wishAt?.getTime() ?? 0) > setUpMinutes * 60_000
    const secret = stored?.wish && !late ? unseal(door.key, person.id, stored.wish) : undefined
    if (!stored || secret === undefined) return refuse('second-factor/not-begun')
    const step = stepOf(secret, readCode(text) ?? '', at)
    if (step === undefined) return refuse('second-factor/code-wrong')
    await turnOn(tx, person.id, step, at)
    const recoveryCodes = [...newRecoveryCodes()]
    await keepRecoveryCodes(tx, person.id, recoveryCodes)
    const ended = await endOtherSessions(tx, person.id, own.session)
    await note(deps, tx, person.id, 'person.second-factor', { ended })
    return ok({ recoveryCodes })
  })
  if (done.ok || done.problem.code === 'second-factor/not-begun') await forgetAttempts(deps, account)
  return done
}

/** Ten new recovery codes, shown once; the earlier ones hold no more. Refused: who does not prove that it is them; none is on. */
export async function renewRecoveryCodes(
  deps: Deps,
  door: FactorDoor,
  own: Own,
  proof: Proof,
): Promise<Result<Codes>> {
  const proven = await proveOn(deps, door, own, proof)
  if (!proven.ok) return proven
  const { id } = proven.value
  return inScope(deps.db, '*', async (tx) => {
    // Of two at the same moment the later set is the one that holds, whole.
    if (!(await factorOf(tx, id, true))?.secret) return refuse('second-factor/none')
    const recoveryCodes = [...newRecoveryCodes()]
    await keepRecoveryCodes(tx, id, recoveryCodes)
    await note(deps, tx, id, 'person.recovery-made', { count: recoveryCodes.length })
    return ok({ recoveryCodes })
  })
}

/** Turns it off. Refused: a role that needs one; who does not prove that it is them; none is on. */
export async function removeSecondFactor(
  deps: Deps,
  door: FactorDoor,
  own: Own,
  proof: Proof,
): Promise<Result<true>> {
  const needed = await inScope(deps.db, [], (tx) => isNeeded(deps, tx, own.personId), { readOnly: true })
  if (needed) return refuse('second-factor/needed')
  const proven = await proveOn(deps, door, own, proof)
  if (!proven.ok) return proven
  const { id } = proven.value
  return inScope(deps.db, '*', async (tx) => {
    if (!(await dropFactor(tx, id))) return refuse('second-factor/none')
    const ended = await endOtherSessions(tx, id, own.session)
    await note(deps, tx, id, 'person.second-factor-off', { ended })
    return ok(true)
  })
}

/** Whether a role by which the person acts today must have one. */
async function isNeeded(deps: Deps, tx: Tx, personId: string): Promise<boolean> {
  return (await rolesThatNeedOne(tx, await rolesToday(deps, tx, personId))).length > 0
}

async function proveOn(deps: Deps, door: FactorDoor, own: Own, proof: Proof): Promise<Result<Person>> {
  const known = await whoAsks(deps, own)
  if (!known.ok) return known
  const { person } = known.value
  if (!(await inScope(deps.db, [], (tx) => hasFactor(tx, person.id), { readOnly: true })))
    return refuse('second-factor/none')
  const proven = await prove(deps, door, person, proof)
  return proven.ok ? ok(person) : proven
}

function whoAsks(deps: Deps, { personId }: Own): Promise<Result<{ person: Person; company: string }>> {
  return inScope(
    deps.db,
    [],
    async (tx) => {
      const person = await personById(tx, personId)
      return person
        ? ok({ person, company: (await companyRow(tx))?.name ?? '' })
        : refuse('person/signed-out')
    },
    { readOnly: true },
  )
}
