import type { Context } from 'hono'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Caller, Grants } from '../../domain/chain/reach.ts'
import type { Problem, ProblemCode } from '../../domain/problem.ts'

export type Locale = 'zh' | 'en'

/** Who asks, before it is known what for: where each right holds is narrowed to one act by `endpoint`. */
export type Identity = {
  readonly personId: string
  readonly actor: string
  readonly locale: Locale
  /** The session of a browser; null: an API key. */
  readonly session: string | null
  /** A role of theirs needs a second factor and they have none: they may set one up and nothing else. */
  readonly owesSecondFactor: boolean
  readonly grants: Grants
  /**
   * Whose view of the app this session has, if not its own: `grants` and `locale` are then what that person is given, within one's own.
   * `actor` and `personId` stay the real person's.
   */
  readonly seesAs?: { readonly personId: string; readonly until: Date }
}

/** From the session cookie or the API key of a request; null: nobody. The people slice gives it. */
export type Identify = (headers: Headers) => Promise<Identity | null>

/** The first of zh and en that a reader names in Accept-Language; undefined when none is. */
export function localeNamed(accept: string | undefined): Locale | undefined {
  const named = (accept ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return named.find((one): one is Locale => one === 'zh' || one === 'en')
}

export type Say = (locale: Locale, problem: Problem) => string

export type Env = {
  Variables: {
    requestId: string
    locale: Locale
    say: Say
    caller: Caller
    identity: Identity | null
    identify: Identify
    /** Address of the peer: the socket's, or the last one that a configured proxy added. Never what a client claims. */
    address: string
    /** The problem that the answer is, if it is one: for the log of what was refused. */
    refused: ProblemCode | undefined
  }
}

export type App = OpenAPIHono<Env>
export type Ctx = Context<Env>
