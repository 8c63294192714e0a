import { bodyLimit } from 'hono/body-limit'
import { createRoute, z, type RouteConfig } from '@hono/zod-openapi'
import { ProblemBody } from '../../contract/people.ts'
import { mayDo, reachFor, type Caller, type Right } from '../../domain/chain/reach.ts'
import { refuse, type Problem, type Result } from '../../domain/problem.ts'
import { whileOnlyLooking } from '../db/only-looking.ts'
import { localeNamed, type App, type Ctx } from './frame.ts'
import { unkeptIn } from './kept-text.ts'
import { problemResponse } from './problem-response.ts'

/** A right; or any person who is signed in; or everybody (the list of public routes is checked by a test). */
type Access = Right | 'signed-in' | 'public'

type Door = {
  readonly access: Access
  /** Also for who must set up a second factor before anything else. */
  readonly withoutSecondFactor?: boolean
  /** Whether one who only looks, as somebody else, may call it though it is no GET. */
  readonly whileLooking?: true
}

export type Ask<Q, P, B> = {
  readonly query: Q
  readonly params: P
  readonly body: B
  /** Reach narrowed to the route's right. For public routes: nobody, without rights. */
  readonly caller: Caller
  readonly c: Ctx
}

type Spec<Q, P, B> = Door & {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** OpenAPI form: `/api/accounts/{id}`. */
  readonly path: string
  readonly tag: 'start' | 'people' | 'assess' | 'chain' | 'masters' | 'intake' | 'develop'
  readonly summary: string
  readonly query?: z.ZodType<Q>
  readonly params?: z.ZodType<P>
  readonly body?: z.ZodType<B>
}

/**
 * One JSON route: who may call it, what it takes, what it answers. The handler gets parsed input and the caller whose scope
 * is where the right holds, and returns a `Result`; the refusal becomes a problem response here and nowhere else.
 */
export function endpoint<A, Q = undefined, P = undefined, B = undefined>(
  app: App,
  spec: Spec<Q, P, B> & { readonly answer: z.ZodType<A>; readonly status?: 200 | 201 | 202 },
  handle: (ask: Ask<Q, P, B>) => Promise<Result<A>>,
): void {
  const status = spec.status ?? 200
  const content = { 'application/json': { schema: spec.answer } }
  register(app, spec, undefined, { [status]: { description: 'Done', content } }, async (ask) => {
    const done = await handle(ask)
    return done.ok ? ask.c.json(done.value as object, status) : problemResponse(ask.c, done.problem)
  })
}

/** A route that takes a raw body or answers with a file: the handler makes the response itself. */
export function fileEndpoint<Q = undefined, P = undefined>(
  app: App,
  spec: Spec<Q, P, undefined> & {
    readonly takes?: string
    /** Media types of the file, or the shape of a JSON answer. */
    readonly gives: readonly string[] | z.ZodType
    readonly status?: 200 | 201
    /** Who has the answer already, by its ETag, is only told so. */
    readonly unchanged?: true
  },
  handle: (ask: Ask<Q, P, undefined>) => Promise<Result<Response>>,
): void {
  const content =
    spec.gives instanceof z.ZodType
      ? { 'application/json': { schema: spec.gives } }
      : Object.fromEntries(
          spec.gives.map((type) => [type, { schema: z.string().openapi({ format: 'binary' }) }]),
        )
  const responses = {
    [spec.status ?? 200]: { description: 'Done', content },
    ...(spec.unchanged ? { 304: { description: 'As it was' } } : {}),
  }
  register(app, spec, spec.takes, responses, async (ask) => {
    const done = await handle(ask)
    return done.ok ? done.value : problemResponse(ask.c, done.problem)
  })
}

/** A route that a browser comes to by a link and that sends it on: the handler says where to. */
export function redirectEndpoint<Q = undefined>(
  app: App,
  spec: Spec<Q, undefined, undefined>,
  handle: (ask: Ask<Q, undefined, undefined>) => Promise<Result<string>>,
): void {
  register(app, spec, undefined, { 302: { description: 'Go on there' } }, async (ask) => {
    const done = await handle(ask)
    return done.ok ? ask.c.redirect(done.value, 302) : problemResponse(ask.c, done.problem)
  })
}

function register<Q, P, B>(
  app: App,
  spec: Spec<Q, P, B>,
  takes: string | undefined,
  responses: Record<number, object>,
  answer: (ask: Ask<Q, P, B>) => Promise<Response>,
): void {
  const takesBody = spec.body
    ? { content: { 'application/json': { schema: spec.body } }, required: true }
    : takes
      ? { content: { [takes]: { schema: z.string().openapi({ format: 'binary' }) } }, required: true }
      : undefined
  const route = createRoute({
    method: spec.method,
    path: spec.path,
    tags: [spec.tag],
    summary: spec.summary,
    'x-access': spec.access,
    security: spec.access === 'public' ? [] : [{ session: [] }, { key: [] }],
    request: {
      ...(spec.query ? { query: spec.query } : {}),
      ...(spec.params ? { params: spec.params } : {}),
      ...(takesBody ? { body: takesBody } : {}),
    },
    middleware: takes === undefined ? [permit(spec), limited] : [permit(spec)],
    responses: {
      ...responses,
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: ProblemBody } },
      },
    },
  } as unknown as RouteConfig)
  app.openapi(route, (async (c: Ctx) => {
    const valid = (part: 'query' | 'param' | 'json'): unknown => c.req.valid(part as never)
    const query = spec.query ? valid('query') : undefined
    const params = spec.params ? valid('param') : undefined
    const body = spec.body ? valid('json') : undefined
    const unkept = unkeptIn(query) ?? unkeptIn(params) ?? unkeptIn(body)
    if (unkept !== null)
      return problemResponse(c, {
        code: 'request/invalid',
        facts: { field: unkept === '' ? 'body' : unkept.slice(0, 100), why: 'invalid_format' },
      })
    return answer({
      query: query as Q,
      params: params as P,
      body: body as B,
      caller: c.get('caller'),
      c,
    })
  }) as never)
}

/** Bytes of a JSON body; the largest that our screens send (500 people, 10,000 ids) have a quarter of it. */
export const mostBytes = 2 * 1024 * 1024

const limited = bodyLimit({
  maxSize: mostBytes,
  onError: (c) =>
    problemResponse(c as Ctx, { code: 'request/too-large', facts: { limitMb: mostBytes / 1024 ** 2 } }),
})

/**
 * Runs before the input is looked at: an answer to bad input must not tell a stranger anything. Who looks as somebody else is refused
 * all but GET here, and whatever would write all the same is refused by the database.
 */
function permit(spec: Door): (c: Ctx, next: () => Promise<void>) => Promise<Response | undefined> {
  const { access, whileLooking } = spec
  return async (c, next) => {
    const found = await callerFor(c, spec)
    if (!found.ok) return problemResponse(c, found.problem)
    c.set('caller', found.value)
    const looks = access !== 'public' && c.get('identity')?.seesAs !== undefined && !whileLooking
    if (looks && c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return problemResponse(c, { code: 'preview/only-looks', facts: {} })
    await (looks ? whileOnlyLooking(next) : next())
    return undefined
  }
}

async function callerFor(c: Ctx, { access, withoutSecondFactor }: Door): Promise<Result<Caller>> {
  if (access === 'public')
    return {
      ok: true,
      value: { actor: 'anonymous', personId: null, rights: new Set(), scope: [], locale: c.get('locale') },
    }
  const identity = await c.get('identify')(c.req.raw.headers)
  if (!identity) return refuse('person/signed-out')
  c.set('identity', identity)
  // The language that the reader has chosen on screen; a program that names none gets the person's own.
  const locale = localeNamed(c.req.header('accept-language')) ?? identity.locale
  c.set('locale', locale)
  if (identity.owesSecondFactor && withoutSecondFactor !== true) return refuse('person/second-factor-due')
  if (access !== 'signed-in') {
    const may = mayDo(identity.grants, access)
    if (!may.ok) return may
  }
  const reach = reachFor(identity.grants, access === 'signed-in' ? undefined : access)
  // Who looks as somebody sees what is theirs. Nothing is written meanwhile, so nothing is signed with their name.
  const { personId } = identity.seesAs ?? identity
  const actor = identity.seesAs ? `person:${personId}` : identity.actor
  return { ok: true, value: { ...reach, actor, personId, locale } }
}

/** Input that does not fit its schema: the first place and why, never the value itself. */
export function invalidInput(target: string, issues: readonly z.core.$ZodIssue[]): Problem {
  const first = issues[0]
  const place = first ? first.path.map(String).join('.') : ''
  return {
    code: 'request/invalid',
    facts: { field: place === '' ? target : place, why: first?.code ?? 'invalid' },
  }
}
