import { z } from '@hono/zod-openapi'
import { ok, refuse, type ProblemCode, type Result } from '../../domain/problem.ts'
import type { CompanyProblem } from '../../contract/company-problems.ts'
import type { Deps } from '../db/deps.ts'
import { redirectEndpoint } from '../http/endpoint.ts'
import type { App, Ctx } from '../http/frame.ts'
import { fromAddress, giveBackAttempt, takeAttempt } from './attempts-store.ts'
import type { Auth } from './auth-store.ts'
import { personSaid } from './company-sign-in.ts'
import { beginFlow, flowMinutes, ownPath, readFlow, sameText } from './company-sign-in-flow.ts'
import { ProviderFault, providerOf, type Provider } from './company-sign-in-provider.ts'
import type { CompanySignIn } from './company-sign-in-settings.ts'
import { useState } from './company-sign-in-store.ts'
import { comeIn, enter, withAddress } from './come-in.ts'
import { doorCookie } from './door-cookie.ts'
import { inScope } from '../db/transaction.ts'
import { openSecondStep } from './second-factor-sign-in.ts'

export type CompanyDoor = {
  readonly settings: CompanySignIn | undefined
  /** Signs the cookie that binds a way to the provider to one browser. */
  readonly key: string
  readonly https: boolean
}

type Ends = Result<string, CompanyProblem>
type Known = {
  readonly provider: Provider
  readonly door: CompanyDoor
  readonly auth: Auth
  readonly deps: Deps
}

/**
 * Sign-in with the company's account: out to the provider, and back. Both answer a browser that came by a link, so what is refused is
 * said on the sign-in screen. Without settings there are no such routes.
 */
export function companySignInRoutes(app: App, deps: Deps, auth: Auth, door: CompanyDoor): void {
  const provider = door.settings && providerOf(door.settings, deps.now)
  const known = provider && { provider, door, auth, deps }
  const text = z.string().max(8_000).optional()
  redirectEndpoint(
    app,
    {
      access: 'public',
      method: 'get',
      path: '/api/sign-in/company',
      tag: 'people',
      summary: 'Go to the company’s provider to sign in; comes back to a page of the app',
      query: z.object({ next: text, anew: z.literal('1').optional() }),
    },
    async ({ query: { next = '/', anew }, c }) =>
      known ? ok(await begin(known, c, next, anew === '1')) : refuse('request/not-found'),
  )
  redirectEndpoint(
    app,
    {
      access: 'public',
      method: 'get',
      path: '/api/sign-in/company/callback',
      tag: 'people',
      summary: 'Where the company’s provider sends people back; gives a session cookie',
      query: z.object({ code: text, state: text, iss: text, error: text }),
    },
    async ({ query, c }) => {
      if (!known) return refuse('request/not-found')
      const flow = flowOf(known, c)
      // Once: what went wrong begins anew.
      cookieOf(door).drop(c)
      const done = flow ? await finish(known, c, flow, query) : refuse('sign-in/company-again')
      return ok(done.ok ? done.value : failed(c, done.problem.code, flow?.next ?? '/'))
    },
  )
}

async function begin({ provider, door, deps }: Known, c: Ctx, wish: string, anew: boolean): Promise<string> {
  // A session comes about because its person pressed the button here, not because another site sent their browser (OWASP ASVS 7.6.2).
  if (['cross-site', 'same-site'].includes(c.req.header('sec-fetch-site') ?? ''))
    return signInScreen({ next: ownPath(wish) })
  const { flow, cookie } = beginFlow(door.key, deps.now(), wish)
  try {
    const there = await provider.begin(flow, anew)
    cookieOf(door).set(c, cookie, flowMinutes)
    return there.href
  } catch (error) {
    return failed(c, problemOf(deps, c, error), flow.next)
  }
}

type Answer = Readonly<Partial<Record<'code' | 'state' | 'iss' | 'error', string | undefined>>>

async function finish(
  { provider, deps, auth, door }: Known,
  c: Ctx,
  flow: NonNullable<ReturnType<typeof readFlow>>,
  answer: Answer,
): Promise<Ends> {
  // Of another browser, or of another way: what it says is not for here.
  if (!sameText(answer.state ?? '', flow.state)) return refuse('sign-in/company-again')
  const fresh = await inScope(deps.db, [], (tx) => useState(tx, flow.state, flow.expiresAt, deps.now()))
  if (!fresh) return refuse('sign-in/company-again')
  const address = fromAddress(c.get('address'), 'company')
  const taken = await takeAttempt(deps, address)
  if (!taken.ok) return taken
  try {
    const given = Object.entries(answer).filter((pair): pair is [string, string] => pair[1] !== undefined)
    const { said, withEmail } = await provider.finish(flow, new URLSearchParams(given))
    const person = await personSaid(deps, said, withEmail)
    await giveBackAttempt(deps, address)
    if (!person.ok) return person
    // Whoever has a second factor here is asked for it by whichever door they come: what the provider asked is not known (decision 0010).
    if (await openSecondStep(deps, door, c, person.value.id)) {
      await giveBackAttempt(deps, address)
      return ok(signInScreen({ step: 'code', next: flow.next }))
    }
    await comeIn(auth, c, await enter(auth, withAddress(c), person.value))
    return ok(flow.next)
  } catch (error) {
    const problem = problemOf(deps, c, error)
    // Who said no there, and a provider that is away, are no guesses.
    if (problem === 'sign-in/company-declined' || problem === 'sign-in/company-silent')
      await giveBackAttempt(deps, address)
    return refuse(problem)
  }
}

/** A fault of the provider's as what is said of it; a fault of ours stays one. */
function problemOf(deps: Deps, c: Ctx, error: unknown): CompanyProblem {
  if (!(error instanceof ProviderFault)) throw error
  if (error.kind !== 'declined')
    deps.log.info({ id: c.get('requestId'), kind: error.kind, ...error.facts }, 'company sign-in')
  return `sign-in/company-${error.kind}`
}

function failed(c: Ctx, problem: ProblemCode, next: string): string {
  c.set('refused', problem)
  return signInScreen({ problem, next })
}

function signInScreen(search: {
  readonly problem?: string
  readonly step?: 'code'
  readonly next: string
}): string {
  const { next, ...rest } = search
  const query = new URLSearchParams({ ...rest, ...(next === '/' ? {} : { next }) }).toString()
  return query === '' ? '/sign-in' : `/sign-in?${query}`
}

function cookieOf({ https }: CompanyDoor) {
  return doorCookie('company', https)
}

function flowOf({ door, deps }: Known, c: Ctx) {
  return readFlow(door.key, cookieOf(door).read(c), deps.now())
}
