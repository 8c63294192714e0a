import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { problemOf } from '../db/constraint-problems.ts'
import { whileAskedFrom } from '../db/asked-from.ts'
import { compressed } from './compressed.ts'
import { invalidInput } from './endpoint.ts'
import { localeNamed, type App, type Ctx, type Env, type Identify, type Say } from './frame.ts'
import { problemResponse } from './problem-response.ts'
import { watched } from './watched.ts'

export type FrameDeps = {
  readonly newId: () => string
  readonly log: {
    error(facts: object, message: string): void
    info(facts: object, message: string): void
  }
}

export type Guards = {
  readonly identify: Identify
  readonly say: Say
  /** The peer's address; main gives the socket's. */
  readonly address?: (c: Ctx) => string
  /** Host names of this installation, where a proxy changes the Host header. */
  readonly hosts?: readonly string[]
  /** Whether people reach it by https: browsers are then told never to come another way. */
  readonly https?: boolean
}

/** The empty app: request id, language, headers, origin check, one place for faults. Slices add their routes to it. */
export function guardedApp(deps: FrameDeps, guards: Guards): App {
  const app: App = new OpenAPIHono<Env>({
    defaultHook: (result, c) =>
      result.success ? undefined : problemResponse(c, invalidInput(result.target, result.error.issues)),
  })
  app.use(async (c, next) => {
    c.set('requestId', deps.newId())
    c.set('locale', localeNamed(c.req.header('accept-language')) ?? 'zh')
    c.set('say', guards.say)
    c.set('identify', guards.identify)
    c.set('identity', null)
    const address = guards.address?.(c) ?? ''
    c.set('address', address)
    await whileAskedFrom(address, next)
  })
  app.use(headers(guards.https === true))
  app.use('/api/*', watched(deps.log))
  app.use('/api/*', compressed)
  app.use('/api/*', async (c, next) => {
    if (!sameOrigin(c, guards.hosts ?? []))
      return problemResponse(c, { code: 'request/other-origin', facts: {} })
    await next()
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
    return undefined
  })
  app.notFound((c) => problemResponse(c, { code: 'request/not-found', facts: {} }))
  app.onError((error, c) => fault(deps, error, c))
  return app
}

/**
 * Scripts only from our own files. Styles may be inline: antd writes its style sheets into the page while it runs, and a
 * style cannot read or send anything here, because images, fonts and connections stay on our own origin.
 */
function headers(https: boolean): ReturnType<typeof secureHeaders> {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: https ? 'max-age=63072000; includeSubDomains' : false,
    permissionsPolicy: { camera: ['self'], geolocation: ['self'], microphone: [], payment: [], usb: [] },
  })
}

/**
 * A page of another site must not write with the cookie of a person who is signed in here. Browsers say where a request
 * comes from; what is no browser has no cookie that somebody else could use.
 */
function sameOrigin(c: Ctx, hosts: readonly string[]): boolean {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return true
  const site = c.req.header('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return true
  const origin = c.req.header('origin')
  if (origin === undefined) return site === undefined
  const own = [c.req.header('host') ?? new URL(c.req.url).host, ...hosts]
  return URL.canParse(origin) && own.includes(new URL(origin).host)
}

function fault(deps: FrameDeps, error: Error, c: Ctx): Response {
  const problem = problemOf(error)
  if (problem) return problemResponse(c, problem)
  if (error instanceof HTTPException && error.status < 500)
    return problemResponse(c, { code: 'request/invalid', facts: { field: 'body', why: 'unreadable' } })
  const id = c.get('requestId')
  // Messages of a database or a parser may quote data: only the place in our code and the fault's name are kept.
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const stack = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  deps.log.error(
    { id, method: c.req.method, route: c.req.routePath, name: error.name, code, stack },
    'request failed',
  )
  return problemResponse(c, { code: 'request/failed', facts: { id } }, id)
}
