import { z } from '@hono/zod-openapi'
import { Done, LinkOwner, NewPassword, Session, SignIn } from '../../contract/people.ts'
import { Entered } from '../../contract/second-factor.ts'
import { nodesInReach, reachFor, rolesOn } from '../../domain/chain/reach.ts'
import { standsInOn } from '../../domain/chain/reach-stand-ins.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import { audit } from '../db/audit.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App, Ctx } from '../http/frame.ts'
import {
  atAccount,
  forgetAttempts,
  fromAddress,
  giveBackAttempt,
  takeAttempt,
  undoAttempt,
} from './attempts-store.ts'
import type { Auth } from './auth-store.ts'
import { comeIn, passCookies, withAddress } from './come-in.ts'
import { passwordIsOff } from './company-sign-in.ts'
import { personOfLink, useLink } from './link-store.ts'
import { hashPassword, leastLength, strongEnough } from './password.ts'
import {
  companyRow,
  emailKey,
  namesOf,
  personByEmail,
  personById,
  rememberSignIn,
  roleRows,
  type PersonRoleRow,
  territoryTree,
} from './person-store.ts'
import { openSecondStep } from './second-factor-sign-in.ts'
import { endPreview } from './preview.ts'
import { dropSession, endSessions, setPassword } from './sign-in-store.ts'
import { standInsFrom } from './stand-in-store.ts'
import { dayIn } from '../db/company-day.ts'

const done = { done: true } as const

export type PasswordDoor = {
  /** The company's account is the only way in, but for administrators of the whole company. */
  readonly only: boolean
  readonly https: boolean
}

export function signInRoutes(app: App, deps: Deps, auth: Auth, door: PasswordDoor): void {
  const { only } = door
  endpoint(
    app,
    {
      access: 'public',
      method: 'post',
      path: '/api/sign-in',
      tag: 'people',
      summary: 'Sign in with e-mail and password; answers with a session cookie, or asks for a code first',
      body: SignIn,
      answer: Entered,
    },
    ({ body, c }) => signIn(deps, auth, c, { ...body, door }),
  )

  endpoint(
    app,
    {
      access: 'public',
      method: 'post',
      path: '/api/sign-out',
      tag: 'people',
      summary: 'End the session of this browser',
      answer: Done,
    },
    async ({ c }) => {
      await endPreview(deps, await c.get('identify')(c.req.raw.headers))
      const { headers } = await (
        await auth()
      ).api.signOut({ headers: c.req.raw.headers, returnHeaders: true })
      passCookies(c, headers)
      return ok(done)
    },
  )

  endpoint(
    app,
    {
      access: 'signed-in',
      method: 'get',
      path: '/api/session',
      tag: 'people',
      summary: 'Who is signed in, what they may do and where',
      answer: Session,
    },
    async ({ c }) => sessionOf(deps, c),
  )

  const params = z.object({ token: z.string().max(200) })
  endpoint(
    app,
    {
      access: 'public',
      method: 'get',
      path: '/api/link/{token}',
      tag: 'people',
      summary: 'Whose one-time link it is; does not use it up',
      params,
      answer: LinkOwner,
    },
    async ({ params: { token } }) =>
      inScope(deps.db, [], async (tx) => {
        const id = await personOfLink(tx, token, deps.now())
        const person = id === undefined ? undefined : await personById(tx, id)
        if (!person?.active) return refuse('person/link-invalid')
        if (await passwordIsOff(tx, only, person.id, deps.now())) return refuse('sign-in/password-off')
        const { name, email } = person
        return ok({ name, email, company: (await companyRow(tx))?.name ?? '', leastPassword: leastLength })
      }),
  )

  endpoint(
    app,
    {
      access: 'public',
      method: 'post',
      path: '/api/link/{token}',
      tag: 'people',
      summary: 'Choose a password with a one-time link, and be signed in, after a code where one is asked',
      params,
      body: NewPassword,
      answer: Entered,
    },
    async ({ params: { token }, body: { password }, c }) => {
      const email = await choosePassword(deps, token, password, only)
      return email.ok ? signIn(deps, auth, c, { email: email.value, password, door }) : email
    },
  )
}

async function signIn(
  deps: Deps,
  auth: Auth,
  c: Ctx,
  {
    email,
    password,
    door,
  }: { readonly email: string; readonly password: string; readonly door: PasswordDoor },
): Promise<
  Result<
    z.infer<typeof Entered>,
    'person/wrong-password' | 'person/too-many-attempts' | 'sign-in/password-off'
  >
> {
  const { only } = door
  const account = atAccount(emailKey(email))
  const address = fromAddress(c.get('address'))
  const taken = await takeAttempt(deps, account, address)
  if (!taken.ok) return taken
  const library = await auth()
  const answer = await library.api
    .signInEmail({
      body: { email: emailKey(email), password },
      headers: withAddress(c),
      returnHeaders: true,
    })
    .catch(wrong)
  const person = answer && (await inScope(deps.db, [], (tx) => personByEmail(tx, email), { readOnly: true }))
  const off = person && (await inScope(deps.db, [], (tx) => passwordIsOff(tx, only, person.id, deps.now())))
  if (!answer || !person?.active || off) {
    const { user, token } = answer?.response ?? {}
    if (user)
      await inScope(deps.db, [], (tx) => (off ? dropSession(tx, token ?? '') : endSessions(tx, user.id)))
    // Where passwords are off, that one was right is not told either.
    return refuse(only ? 'sign-in/password-off' : 'person/wrong-password')
  }
  if (await openSecondStep(deps, door, c, person.id)) {
    await inScope(deps.db, [], (tx) => dropSession(tx, answer.response.token))
    // Not forgotten: who knows the password must not get fresh guesses at the code by typing it again.
    await undoAttempt(deps, account)
    await giveBackAttempt(deps, address)
    return ok({ done: false })
  }
  await inScope(deps.db, [], (tx) => rememberSignIn(tx, person.id, deps.now()))
  await forgetAttempts(deps, account)
  await giveBackAttempt(deps, address)
  await comeIn(auth, c, answer.headers)
  return ok(done)
}

/** A wrong password is an answer of the library's kind; anything else is a fault and stays one. */
function wrong(error: unknown): null {
  if (error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500) return null
  throw error
}

async function choosePassword(deps: Deps, token: string, password: string, only: boolean) {
  const at = deps.now()
  const owner = await inScope(deps.db, [], async (tx) => {
    const id = await personOfLink(tx, token, at)
    const person = id === undefined ? undefined : await personById(tx, id)
    return person && { ...person, off: await passwordIsOff(tx, only, person.id, at) }
  })
  if (!owner?.active) return refuse('person/link-invalid')
  if (owner.off) return refuse('sign-in/password-off')
  const strong = await strongEnough(password, owner.email)
  if (!strong.ok) return strong
  const hashed = await hashPassword(password)
  return inScope(deps.db, '*', async (tx) => {
    if ((await useLink(tx, token, at)) !== owner.id) return refuse('person/link-invalid')
    await setPassword(tx, owner, hashed, deps.newId, at)
    await endSessions(tx, owner.id)
    await tx.q.deleteFrom('sign_in_attempt').where('account', '=', atAccount(owner.email).key).execute()
    const hq = (await territoryTree(tx)).find((node) => node.kind === 'hq')
    const stamp = { actor: `person:${owner.id}`, at }
    if (hq)
      await audit(tx, deps.newId, stamp, {
        market: hq.id,
        action: 'person.password',
        subject: owner.id,
        detail: {},
      })
    return ok(owner.email)
  })
}

async function sessionOf(deps: Deps, c: Ctx): Promise<Result<z.infer<typeof Session>>> {
  const identity = c.get('identity')
  if (!identity) return refuse('person/signed-out')
  return inScope(
    deps.db,
    [],
    async (tx) => {
      const real = await personById(tx, identity.personId)
      const { seesAs } = identity
      const person = seesAs ? await personById(tx, seesAs.personId) : real
      const company = await companyRow(tx)
      if (!real || !person || !company) return refuse('person/signed-out')
      const nodes = await territoryTree(tx)
      const byId = new Map(nodes.map((node) => [node.id, node]))
      const today = dayIn(company.timeZone, deps.now())
      const { scope } = reachFor(identity.grants)
      return ok({
        person: { id: person.id, name: person.name, email: person.email, locale: person.locale },
        roles: (rolesOn(await roleRows(tx, [person.id]), today) as readonly PersonRoleRow[]).map(
          ({ role, roleName, nodeId }) => ({
            role,
            roleName,
            node: byId.get(nodeId)?.code ?? '',
            nodeName: byId.get(nodeId)?.name ?? '',
          }),
        ),
        standsInFor: await absentOf(tx, person.id, today),
        rights: [...identity.grants.keys()],
        company,
        nodes: nodesInReach(nodes, scope).map(({ id, kind, code, name, parentId }) => ({
          id,
          kind,
          code,
          name,
          parent: parentId,
        })),
        today,
        seenBy: seesAs ? { name: real.name, until: seesAs.until.toISOString() } : null,
      })
    },
    { readOnly: true },
  )
}

/** For whom a person stands in today, and until which day (inclusive). */
async function absentOf(
  tx: Tx,
  personId: string,
  today: Day,
): Promise<z.infer<typeof Session>['standsInFor']> {
  const running = (await standInsFrom(tx, today, { acting: personId })).filter((one) =>
    standsInOn(one, today),
  )
  const names = await namesOf(
    tx,
    running.map(({ forPersonId }) => forPersonId),
  )
  return running.map(({ forPersonId, validTo }) => ({
    name: names.get(forPersonId) ?? '',
    to: addDays(validTo, -1),
  }))
}
