import type { Deps } from '../../src/server/db/deps.ts'
import type { App } from '../../src/server/http/frame.ts'
import { addPerson } from '../../src/server/people/add-person.ts'
import { RecoveryCodes, SecondFactorSecret } from '../../src/contract/second-factor.ts'
import { shownAt } from './authenticator.ts'
import { jarOn, type Jar } from './jar.ts'
import { system } from './people.ts'

export const password = 'tall barrels roll'
const path = '/api/me/second-factor'

/** Adds a person who has chosen their password, and answers the browser in which they are signed in. */
export async function signedUp(
  deps: Deps,
  app: App,
  email: string,
  role = 'rep',
  scope = 'First',
): Promise<Jar> {
  const added = await addPerson(deps, system, { email, name: email, roles: [{ role, scope }] })
  if (!added.ok) throw new Error(added.problem.code)
  const jar = jarOn(app)
  const done = await jar.ask('POST', `/api/link/${added.value.token}`, { password })
  if (done !== '200') throw new Error(done)
  return jar
}

/** A person's telephone after set-up: the codes it shows, and the paper with the recovery codes. */
export type Phone = { readonly secret: string; readonly recovery: readonly string[]; now(): string }

/** Sets up a second factor as a person does. The code of the present step is used up by it. */
export async function setUpFactor(deps: Deps, jar: Jar): Promise<Phone> {
  const begun = await jar.send('POST', path, { password })
  const { secret } = SecondFactorSecret.parse(await begun.json())
  const done = await jar.send('PUT', path, { code: shownAt(secret, deps.now()) })
  const { recoveryCodes } = RecoveryCodes.parse(await done.json())
  return { secret, recovery: recoveryCodes, now: () => shownAt(secret, deps.now()) }
}
