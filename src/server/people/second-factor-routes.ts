import { Done } from '../../contract/people.ts'
import {
  RecoveryCodes,
  SecondFactor,
  SecondFactorCode,
  SecondFactorProof,
  SecondFactorSecret,
} from '../../contract/second-factor.ts'
import { ok } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import type { Auth } from './auth-store.ts'
import { asOwn } from './own-routes.ts'
import type { FactorDoor } from './second-factor-proof.ts'
import { finishSecondStep } from './second-factor-sign-in.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  secondFactorOf,
} from './second-factor.ts'
import { comeIn, enter, withAddress } from './come-in.ts'

const path = '/api/me/second-factor'
/** Who must set one up first reaches these and nothing else. */
const frame = { access: 'signed-in', tag: 'people', withoutSecondFactor: true } as const

/** The second step of signing in, and one's own second factor. */
export function secondFactorRoutes(app: App, deps: Deps, auth: Auth, door: FactorDoor): void {
  endpoint(
    app,
    {
      access: 'public',
      method: 'post',
      path: '/api/sign-in/second',
      tag: 'people',
      summary: 'The code of the second factor after a right password; answers with a session cookie',
      body: SecondFactorCode,
      answer: Done,
    },
    async ({ body: { code }, c }) => {
      const through = await finishSecondStep(deps, door, c, code)
      if (!through.ok) return through
      await comeIn(auth, c, await enter(auth, withAddress(c), through.value))
      return ok({ done: true as const })
    },
  )

  endpoint(
    app,
    { ...frame, method: 'get', path, summary: 'One’s own second factor', answer: SecondFactor },
    ({ c }) => asOwn(c, async (own) => ok(await secondFactorOf(deps, door, own))),
  )

  endpoint(
    app,
    {
      ...frame,
      method: 'post',
      path,
      summary: 'A new secret for one’s authenticator app, shown once; it holds from its first code on',
      body: SecondFactorProof,
      answer: SecondFactorSecret,
      status: 201,
    },
    ({ body, c }) => asOwn(c, (own) => beginSecondFactor(deps, door, own, body)),
  )

  endpoint(
    app,
    {
      ...frame,
      method: 'put',
      path,
      summary: 'The first code: turns it on and answers the recovery codes, shown once',
      body: SecondFactorCode,
      answer: RecoveryCodes,
    },
    ({ body, c }) => asOwn(c, (own) => confirmSecondFactor(deps, door, own, body.code)),
  )

  endpoint(
    app,
    {
      ...frame,
      withoutSecondFactor: false,
      method: 'post',
      path: `${path}/recovery`,
      summary: 'Ten new recovery codes, shown once; the earlier ones hold no more',
      body: SecondFactorProof,
      answer: RecoveryCodes,
    },
    ({ body, c }) => asOwn(c, (own) => renewRecoveryCodes(deps, door, own, body)),
  )

  endpoint(
    app,
    {
      ...frame,
      withoutSecondFactor: false,
      method: 'post',
      path: `${path}/remove`,
      summary: 'Turn one’s own second factor off',
      body: SecondFactorProof,
      answer: Done,
    },
    ({ body, c }) =>
      asOwn(c, async (own) => {
        const done = await removeSecondFactor(deps, door, own, body)
        return done.ok ? ok({ done: true as const }) : done
      }),
  )
}
