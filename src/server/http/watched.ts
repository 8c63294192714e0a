import { matchedRoutes } from 'hono/route'
import type { Ctx } from './frame.ts'

type Log = { info(facts: object, message: string): void }

/** Doors: every use of them is written down, also the successful ones. */
const doors = ['/api/sign-in', '/api/sign-out', '/api/link/', '/api/start/setup']
/** The one that is not a write: where the company's provider sends people back to. */
const way = '/api/sign-in/company/callback'

/** Answers that say that somebody wanted what they may not, came from elsewhere, sent what no screen of ours sends, or too often. */
const statuses = new Set([401, 403, 413, 422, 429])

/**
 * One line in the log for each use of a door and each refusal that may be an attack (OWASP ASVS 5.0, 16.3): the route, never the
 * path (it may hold a link's token), the problem's code, never its facts, and the person's id, never a name. The time is the log's.
 */
export function watched(log: Log) {
  return async (c: Ctx, next: () => Promise<void>): Promise<void> => {
    await next()
    const door =
      c.req.path === way || (c.req.method !== 'GET' && doors.some((one) => c.req.path.startsWith(one)))
    const refused = c.get('refused')
    if (!door && (refused === undefined || !noted(c.res.status, refused))) return
    const { requestId: id, identity } = c.var
    const facts = { id, method: c.req.method, route: routeOf(c), status: c.res.status }
    log.info(
      {
        ...facts,
        ...(refused === undefined ? {} : { refused }),
        ...(identity ? { actor: identity.actor } : {}),
      },
      door ? 'door' : 'refused',
    )
  }
}

function noted(status: number, refused: string): boolean {
  return statuses.has(status) || refused === 'request/other-origin'
}

/** The pattern of the route that answered; the frame's own `/api/*` where none did. */
function routeOf(c: Ctx): string {
  return matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '/api/*'
}
