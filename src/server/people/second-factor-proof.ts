import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { atAccount, forgetAttempts, takeAttempt } from './attempts-store.ts'
import { passwordIsOff } from './company-sign-in.ts'
import { passwordHashOf } from './own-account-store.ts'
import { isPassword } from './password.ts'
import { territoryTree, type Person } from './person-store.ts'
import { readCode, readRecoveryCode, stepOf, unseal } from './second-factor-code.ts'
import { factorOf, hasFactor, recoveryLeft, spendRecoveryCode, spendStep } from './second-factor-store.ts'

/** What the second factor needs of the installation: its secret, and whether passwords are for administrators alone. */
export type FactorDoor = { readonly key: string; readonly https: boolean; readonly only: boolean }

export type CodeRefusal = 'second-factor/code-wrong' | 'second-factor/unreadable'

/**
 * Uses up a code of a person's authenticator app or one of their recovery codes, whichever it looks like; a recovery code leaves an entry
 * in the audit, in the same transaction. Refused: what is none of theirs, is used up or out of time; a secret that this server cannot
 * open, because its own is not the one it was sealed with.
 */
export async function spendCode(
  deps: Deps,
  tx: Tx,
  { key }: Pick<FactorDoor, 'key'>,
  person: Pick<Person, 'id'>,
  text: string,
): Promise<Result<true, CodeRefusal>> {
  const at = deps.now()
  const sealed = (await factorOf(tx, person.id))?.secret
  if (!sealed) return refuse('second-factor/code-wrong')
  const recovery = readRecoveryCode(text)
  if (recovery !== undefined) {
    if (!(await spendRecoveryCode(tx, person.id, recovery, at))) return refuse('second-factor/code-wrong')
    const left = await recoveryLeft(tx, person.id)
    await note(deps, tx, person.id, 'person.recovery-used', { left })
    return ok(true)
  }
  const code = readCode(text)
  if (code === undefined) return refuse('second-factor/code-wrong')
  const secret = unseal(key, person.id, sealed)
  if (secret === undefined) return refuse('second-factor/unreadable')
  const step = stepOf(secret, code, at)
  return step !== undefined && (await spendStep(tx, person.id, step))
    ? ok(true)
    : refuse('second-factor/code-wrong')
}

export type Proof = { readonly password?: string | undefined; readonly code?: string | undefined }

/** Whether a person has a password that they could be asked for. */
export async function asksPassword(deps: Deps, tx: Tx, { only }: FactorDoor, id: string): Promise<boolean> {
  return (await passwordHashOf(tx, id)) !== undefined && !(await passwordIsOff(tx, only, id, deps.now()))
}

/**
 * That whoever sits there is who signed in: their password, where they have one, and a code, where their second factor is on. A guess at
 * either counts as one at the door.
 */
export async function prove(
  deps: Deps,
  door: FactorDoor,
  person: Person,
  { password = '', code = '' }: Proof,
): Promise<
  Result<true, 'person/too-many-attempts' | 'person/old-password-wrong' | CodeRefusal | 'company/missing'>
> {
  const { hash, on } = await inScope(deps.db, [], async (tx) => ({
    hash: (await asksPassword(deps, tx, door, person.id)) ? await passwordHashOf(tx, person.id) : undefined,
    on: await hasFactor(tx, person.id),
  }))
  if (hash === undefined && !on) return ok(true)
  const account = atAccount(person.email)
  const taken = await takeAttempt(deps, account)
  if (!taken.ok) return taken
  if (hash !== undefined && !(await isPassword(hash, password))) return refuse('person/old-password-wrong')
  if (on) {
    const used = await inScope(deps.db, '*', (tx) => spendCode(deps, tx, door, person, code))
    if (!used.ok) return used
  }
  await forgetAttempts(deps, account)
  return ok(true)
}

/** An entry in the company's chain about a person's own account, by them. */
export async function note(
  deps: Deps,
  tx: Tx,
  personId: string,
  action: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const hq = (await territoryTree(tx)).find(({ kind }) => kind === 'hq')
  const stamp = { actor: `person:${personId}`, at: deps.now() }
  if (hq) await audit(tx, deps.newId, stamp, { market: hq.id, action, subject: personId, detail })
}
