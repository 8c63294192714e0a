import { z } from '@hono/zod-openapi'
import { CalendarFeed, NewCalendarFeed } from '../../contract/calendar-feed.ts'
import { Done } from '../../contract/people.ts'
import { reachFor, type Caller } from '../../domain/chain/reach.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { endpoint, fileEndpoint } from '../http/endpoint.ts'
import type { App } from '../http/frame.ts'
import { dropFeed, feedOf, personOfFeed, setFeed } from './calendar-store.ts'
import { identityOf } from './identify.ts'
import { withTrace } from './own-account.ts'
import { asOwn } from './own-routes.ts'
import { personById } from './person-store.ts'
import { hashOf, newToken } from './token.ts'

const frame = { access: 'signed-in', tag: 'people', path: '/api/me/calendar' } as const
const MEDIA = 'text/calendar'

/** What is in the calendar of a caller, as text: another slice's matter. */
type CalendarOf = (deps: Deps, caller: Caller) => Promise<Result<string>>

/**
 * One's visits in one's own calendar: an address with 256 bits of chance, of which a hash is kept. It reads what its person may read at
 * that moment, and never more than visits; a new one, or none, ends the old. Keys may not make one: it would outlive them.
 */
export function calendarRoutes(app: App, deps: Deps, calendarOf: CalendarOf): void {
  endpoint(
    app,
    {
      ...frame,
      method: 'get',
      summary: 'Since when one’s calendar has a secret address',
      answer: CalendarFeed,
    },
    ({ c }) =>
      asOwn(c, async ({ personId }) => {
        const feed = await inScope(deps.db, [], (tx) => feedOf(tx, personId), { readOnly: true })
        return ok({ since: feed?.since.toISOString() ?? null })
      }),
  )
  endpoint(
    app,
    {
      ...frame,
      method: 'post',
      summary: 'A new secret address for one’s calendar, shown once; the old one ends',
      answer: NewCalendarFeed,
      status: 201,
    },
    ({ c }) =>
      asOwn(c, async ({ personId }) => {
        const token = newToken()
        const made = await withTrace(deps, personId, async (tx) => {
          await setFeed(tx, personId, hashOf(token), deps.now())
          return ok({ value: true as const, action: 'person.calendar-made', detail: {} })
        })
        return made.ok ? ok({ path: `/api/calendar/${token}/visits.ics` }) : made
      }),
  )
  endpoint(
    app,
    { ...frame, method: 'delete', summary: 'End the secret address of one’s calendar', answer: Done },
    ({ c }) =>
      asOwn(c, async ({ personId }) => {
        const ended = await withTrace(deps, personId, async (tx) =>
          (await dropFeed(tx, personId))
            ? ok({ value: true as const, action: 'person.calendar-ended', detail: {} })
            : refuse('calendar/missing'),
        )
        return ended.ok ? ok({ done: true as const }) : ended
      }),
  )
  fileEndpoint(
    app,
    {
      access: 'public',
      tag: 'people',
      method: 'get',
      path: '/api/calendar/{token}/visits.ics',
      summary: 'Visits of the next three months for a calendar, by a secret address',
      params: z.object({ token: z.string().max(100) }),
      gives: [MEDIA],
    },
    async ({ params: { token }, c }) => {
      const caller = await callerOfFeed(deps, token)
      if (!caller) return refuse('calendar/missing')
      const text = await calendarOf(deps, caller)
      return text.ok ? ok(c.body(text.value, 200, { 'content-type': `${MEDIA}; charset=utf-8` })) : text
    },
  )
}

/** Whose address it is, with what they may see of visits today; undefined: nobody's, or somebody's who is not let in any more. */
async function callerOfFeed(deps: Deps, token: string): Promise<Caller | undefined> {
  return inScope(
    deps.db,
    [],
    async (tx) => {
      const id = await personOfFeed(tx, hashOf(token))
      const person = id === undefined ? undefined : await personById(tx, id)
      if (!person?.active) return undefined
      const { personId, actor, locale, grants } = await identityOf(tx, deps.now(), person)
      return { ...reachFor(grants, 'visit.read'), personId, actor, locale }
    },
    { readOnly: true },
  )
}
