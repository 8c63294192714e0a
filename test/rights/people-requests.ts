import { places, seesPerson, type Place } from './oracle.ts'
import { NOWHERE, ofPerson, ofPlace, overPerson, plain, roleAt, type Row } from './row.ts'
import type { Actor } from './world-people.ts'

const stands = { from: '2026-02-01', to: '2026-02-02' }
/** Somebody of the actor's own place who may stand in. */
const beside = (actor: Actor) => (actor.held.find(({ lent }) => !lent)?.place ?? 'own') as Place
const reader = (actor: Actor) => `read_only@${beside(actor)}`
const mail = (actor: Actor, w: { actors: readonly Actor[] }) =>
  w.actors.find(({ key }) => key === reader(actor))?.email ?? 'nobody@example.com'
const wish = (scope: string) => ({ roles: [{ role: 'rep', scope }] })

export const peopleRequests: readonly Row[] = [
  plain('GET /api/people', 'list', 'people.read', () => ({ path: '/api/people' }), { people: true }),
  ofPlace(
    'POST /api/people',
    'create',
    'people.change',
    ({ code }) => ({ path: '/api/people', body: { email: 'new@example.com', name: 'New', ...wish(code) } }),
    { among: places, verdict: roleAt, missing: 422, people: true },
  ),
  ofPerson('PUT /api/people', 'update', (email) => ({
    path: '/api/people',
    body: { changes: [{ email, name: 'Other' }] },
  })),
  ofPerson('PUT /api/people/{email}', 'update', (email) => ({
    path: `/api/people/${email}`,
    body: { name: 'Other' },
  })),
  ofPerson('PUT /api/people/{email}', 'update', (email) => ({
    path: `/api/people/${email}`,
    body: { active: false },
  })),
  ofPlace(
    'PUT /api/people/{email}',
    'update',
    'people.change',
    ({ code }, a, w) => ({ path: `/api/people/${mail(a, w)}`, body: wish(code) }),
    { among: places, verdict: roleAt, missing: 422, people: true },
  ),
  ofPerson('POST /api/people/{email}/link', 'create', (email) => ({ path: `/api/people/${email}/link` })),
  // Nobody has one.
  ofPerson(
    'DELETE /api/people/{email}/second-factor',
    'delete',
    (email) => ({ path: `/api/people/${email}/second-factor` }),
    { ok: [409] },
  ),
  ofPerson('POST /api/people/{email}/key', 'create', (email) => ({ path: `/api/people/${email}/key` })),
  ofPerson('POST /api/people/{email}/stand-ins', 'create', (email, a, w) => ({
    path: `/api/people/${email}/stand-ins`,
    body: { by: mail(a, w), ...stands },
  })),
  ofPerson('POST /api/people/{email}/stand-ins', 'create', (email, a, w) => ({
    path: `/api/people/${mail(a, w)}/stand-ins`,
    body: { by: email, ...stands },
  })),
  {
    route: 'DELETE /api/stand-ins/{id}',
    verb: 'delete',
    needs: 'people.change',
    people: true,
    ask: (actor, world) =>
      [{ id: NOWHERE, of: [] }, ...world.standIns].map(({ id, of }) => {
        const both = of.map((key) => world.actors.find((one) => one.key === key))
        const seesBoth = both.length > 0 && both.every((one) => one && seesPerson(actor, one))
        return {
          key: of.join('/') || 'unknown',
          asked: [id],
          call: { method: 'DELETE', path: `/api/stand-ins/${id}` },
          verdict: seesBoth ? overPerson(actor, world, of[0] ?? '') : 'unseen',
        }
      }),
  },
  ofPerson('POST /api/people/{email}/data', 'export', (email) => ({ path: `/api/people/${email}/data` }), {
    whole: true,
  }),
  // They are still let in.
  ofPerson('POST /api/people/{email}/erase', 'delete', (email) => ({ path: `/api/people/${email}/erase` }), {
    whole: true,
    ok: [409],
  }),
  // The actors come with API keys, which cannot: they are told so only where the rights have said yes.
  ofPerson('POST /api/people/{email}/preview', 'get', (email) => ({ path: `/api/people/${email}/preview` }), {
    ok: [409],
  }),
  plain('DELETE /api/preview', 'delete', 'signed-in', () => ({ path: '/api/preview' })),
  plain('GET /api/roles', 'list', 'people.change', () => ({ path: '/api/roles' }), { people: true }),
  plain(
    'POST /api/roles',
    'create',
    'people.change',
    () => ({ path: '/api/roles', body: { name: 'Looker', rights: ['ranking.read'] } }),
    { whole: true },
  ),
  plain(
    'PUT /api/roles/{code}',
    'update',
    'people.change',
    () => ({ path: '/api/roles/own-1', body: { name: 'Deputy', rights: ['ranking.read'], version: 1 } }),
    { whole: true },
  ),
  // Somebody has it.
  plain('DELETE /api/roles/{code}', 'delete', 'people.change', () => ({ path: '/api/roles/own-1' }), {
    whole: true,
    ok: [409],
  }),
]
