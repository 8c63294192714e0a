import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import type { Ctx } from '../http/frame.ts'
import { forgetAttempts, giveBackAttempt, takeAttempt } from './attempts-store.ts'
import type { Auth } from './auth-store.ts'
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
  setCookie(door, c, token, pendingMinutes * 60)
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
  const token = tokenOf(door, c)
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
  const account = `email:${whose.email}`
  const address = `address:${c.get('address')}`
  for (const [key, free] of [
    [account, 5],
    [address, 50],
  ] as const) {
    const taken = await takeAttempt(deps, key, free)
    if (!taken.ok) return taken
  }
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
  setCookie(door, c, '', 0)
  return done
}

/** A session for who is through, by the sign-in library. */
export async function enter(auth: Auth, headers: Headers, { id }: Pick<Person, 'id'>): Promise<Headers> {
  const made = await auth.api.enterVouched({ body: { userId: id }, headers, returnHeaders: true })
  return made.headers
}

const cookieName = ({ https }: Pick<FactorDoor, 'https'>) =>
  https ? '__Host-tonnage.second' : 'tonnage.second'

function setCookie(door: Pick<FactorDoor, 'https'>, c: Ctx, value: string, seconds: number): void {
  const parts = [
    `${cookieName(door)}=${value}`,
    `Max-Age=${String(seconds)}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
  ]
  c.header('Set-Cookie', [...parts, ...(door.https ? ['Secure'] : [])].join('; '), { append: true })
}

function tokenOf(door: FactorDoor, c: Ctx): string {
  const name = `${cookieName(door)}=`
  const pairs = (c.req.header('cookie') ?? '').split(';').map((one) => one.trim())
  return pairs.find((one) => one.startsWith(name))?.slice(name.length) ?? ''
}
