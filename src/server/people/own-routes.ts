import { z } from '@hono/zod-openapi'
import { OwnAccount, OwnKey, OwnLanguage, OwnPassword } from '../../contract/own-account.ts'
import { Done, NewKey } from '../../contract/people.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { endpoint } from '../http/endpoint.ts'
import type { App, Ctx } from '../http/frame.ts'
import {
  changeOwnPassword,
  endOtherOwnSessions,
  endOwnSession,
  makeOwnKey,
  ownAccount,
  revokeOwnKey,
  type Own,
} from './own-account.ts'
import { chooseLanguage } from './own-account-store.ts'

const frame = { access: 'signed-in', tag: 'people' } as const

/** One's own account: for a person at their browser. A key that was stolen must not make further keys, or end its owner's sessions. */
export function ownRoutes(app: App, deps: Deps): void {
  endpoint(
    app,
    {
      ...frame,
      method: 'get',
      path: '/api/me',
      summary: 'One’s own sessions and API keys',
      answer: OwnAccount,
    },
    ({ c }) => asOwn(c, async (own) => ok(await ownAccount(deps, own))),
  )

  endpoint(
    app,
    {
      ...frame,
      method: 'put',
      path: '/api/me/password',
      summary: 'Change one’s own password with the present one; other sessions end',
      body: OwnPassword,
      answer: Done,
    },
    ({ body, c }) => asOwn(c, (own) => done(changeOwnPassword(deps, own, body))),
  )

  endpoint(
    app,
    {
      ...frame,
      method: 'put',
      path: '/api/me/language',
      summary: 'The language in which one is spoken to where no browser says so: keys and the command line',
      body: OwnLanguage,
      answer: Done,
    },
    ({ body, c }) =>
      asOwn(c, async ({ personId }) => {
        await inScope(deps.db, [], (tx) => chooseLanguage(tx, personId, body.locale))
        return ok({ done: true as const })
      }),
  )

  endpoint(
    app,
    {
      ...frame,
      method: 'delete',
      path: '/api/me/sessions',
      summary: 'End all one’s other sessions',
      answer: Done,
    },
    ({ c }) => asOwn(c, (own) => done(endOtherOwnSessions(deps, own))),
  )

  endpoint(
    app,
    {
      ...frame,
      method: 'delete',
      path: '/api/me/sessions/{id}',
      summary: 'End one session of one’s own',
      params: z.object({ id: z.string().max(100) }),
      answer: Done,
    },
    ({ params, c }) => asOwn(c, (own) => done(endOwnSession(deps, own, params.id))),
  )

  endpoint(
    app,
    {
      ...frame,
      method: 'post',
      path: '/api/me/keys',
      summary: 'A new API key of one’s own, shown once; it may what its person may, and never more',
      body: OwnKey,
      answer: NewKey,
      status: 201,
    },
    ({ body, c }) => asOwn(c, (own) => makeOwnKey(deps, own, body.name)),
  )

  endpoint(
    app,
    {
      ...frame,
      method: 'delete',
      path: '/api/me/keys/{prefix}',
      summary: 'End an API key of one’s own',
      params: z.object({ prefix: z.string().max(20) }),
      answer: Done,
    },
    ({ params, c }) => asOwn(c, (own) => done(revokeOwnKey(deps, own, params.prefix))),
  )
}

/** Work for a person at their browser; refused to keys. */
export async function asOwn<T>(c: Ctx, work: (own: Own) => Promise<Result<T>>): Promise<Result<T>> {
  const identity = c.get('identity')
  if (!identity) return refuse('person/signed-out')
  // One's own sessions and keys are nobody else's to look at.
  if (identity.seesAs) return refuse('preview/only-looks')
  if (identity.session === null) return refuse('person/key-not-enough')
  return work({ personId: identity.personId, session: identity.session })
}

async function done(work: Promise<Result<true>>): Promise<Result<{ done: true }>> {
  const made = await work
  return made.ok ? ok({ done: true }) : made
}
