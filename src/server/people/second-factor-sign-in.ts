import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Ctx } from '../http/frame.ts'
import { atAccount, forgetAttempts, fromAddress, giveBackAttempt, takeAttempt } from './attempts-store.ts'
import { doorCookie } from './door-cookie.ts'
import { personById, rememberSignIn, type Person } from './person-store.ts'
import { spendCode, type FactorDoor } from './second-factor-proof.ts'
import { endPending, hasFactor, openPending, pendingOf } from './second-factor-store.ts'

/** Minutes that a person has for the code after a right password. */
export const pendingMinutes = 10

/**
 * Opens the second step for a person who has a second factor: a cookie that is no session binds it to this browser. False where they have
 * none: they are through.
 */
export async function openSecondStep(
  deps: Deps,
  door: Pick<FactorDoor, 'https'>,
  c: Ctx,
  personId: string,
): Promise<boolean> {
  const at = deps.now()
  const ends = new Date(at.getTime() + pendingMinutes * 60_000)
  const token = await inScope(deps.db, [], async (tx) =>
    (await hasFactor(tx, personId)) ? openPending(tx, personId, at, ends) : undefined,
  )
  if (token === undefined) return false
  cookieOf(door).set(c, token, pendingMinutes)
  return true
}

/**
 * The code of the second step: whose it is stands behind the cookie. Answers who may now have a session. A guess counts for the account as
 * one at its password does. Refused: no step open in this browser, or over; too many guesses; a wrong code.
 */
export async function finishSecondStep(
  deps: Deps,
  door: FactorDoor,
  c: Ctx,
  code: string,
): Promise<Result<Person>> {
  const token = cookieOf(door).read(c)
  const whose = await inScope(
    deps.db,
    [],
    async (tx) => {
      const id = await pendingOf(tx, token, deps.now())
      return id === undefined ? undefined : personById(tx, id)
    },
    { readOnly: true },
  )
  if (!whose?.active) return refuse('sign-in/second-over')
  const account = atAccount(whose.email)
  const address = fromAddress(c.get('address'))
  const taken = await takeAttempt(deps, account, address)
  if (!taken.ok) return taken
  const done = await inScope(deps.db, '*', async (tx) => {
    // Of two at the same moment one waits here, and then finds the step done.
    if ((await pendingOf(tx, token, deps.now(), true)) !== whose.id) return refuse('sign-in/second-over')
    const used = await spendCode(deps, tx, door, whose, code)
    if (!used.ok) return used
    await endPending(tx, token)
    await rememberSignIn(tx, whose.id, deps.now())
    return ok(whose)
  })
  if (!done.ok) return done.problem.code === 'second-factor/code-wrong' ? refuse('sign-in/code-wrong') : done
  await forgetAttempts(deps, account)
  await giveBackAttempt(deps, address)
  cookieOf(door).drop(c)
  return done
}

function cookieOf({ https }: Pick<FactorDoor, 'https'>) {
  return doorCookie('second', https)
}
