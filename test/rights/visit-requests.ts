import { holds, places, type Right } from './oracle.ts'
import { ofThing } from './of-thing.ts'
import { beneath, NOWHERE, ofAccount, ofPlace, plain, type Row, type Verb } from './row.ts'
import type { VisitTarget } from './world-visits.ts'
import type { Call } from './call.ts'

const read = 'visit.read'
const change = 'visit.change'
const enc = encodeURIComponent
const UNKNOWN: VisitTarget = { key: 'unknown', place: 'hq', id: NOWHERE, words: 'nothing' }

function ofVisit(
  route: string,
  verb: Verb,
  needs: Right,
  call: (target: VisitTarget) => Omit<Call, 'method'>,
): Row {
  return ofThing(route, verb, needs, {
    among: (world) => [UNKNOWN, ...world.visits],
    call,
    asked: ({ id, words }) => [id, words],
    verdict: (actor, target) => (target === UNKNOWN || !holds(actor, needs, target.place) ? 'unseen' : 'yes'),
  })
}

const whole = 'from=2026-01-01&to=2026-01-31&who=all'
const said = { state: 'planned', day: '2026-01-09', aim: 'care', words: '' }

/** Visits: fixed dates of accounts, what is planned, what came of it. */
export const visitRequests: readonly Row[] = [
  plain('GET /api/visits', 'list', read, () => ({ path: `/api/visits?${whole}` }), { shows: ['vw'] }),
  ofPlace(
    'GET /api/visits',
    'list',
    read,
    ({ code }) => ({ path: `/api/visits?${whole}&node=${enc(code)}` }),
    {
      among: places.filter((place) => place !== 'void'),
      verdict: beneath(read),
      narrows: true,
      shows: ['vw'],
    },
  ),
  ofAccount('GET /api/accounts/{id}/visits', 'get', read, (t) => ({ path: `/api/accounts/${t.id}/visits` }), {
    past: true,
  }),
  ofAccount('PUT /api/accounts/{id}/cadence', 'update', change, (t) => ({
    path: `/api/accounts/${t.id}/cadence`,
    body: { everyDays: 7, weekdays: [1, 2, 3, 4, 5] },
  })),
  ofAccount('POST /api/accounts/{id}/visits', 'create', change, (t) => ({
    path: `/api/accounts/${t.id}/visits`,
    body: said,
  })),
  ofAccount(
    'GET /api/accounts/{id}/first-order',
    'get',
    read,
    (t) => ({ path: `/api/accounts/${t.id}/first-order` }),
    { past: true },
  ),
  ofAccount('PUT /api/accounts/{id}/first-order', 'update', 'prospect.change', (t) => ({
    path: `/api/accounts/${t.id}/first-order`,
    body: { dueOn: '2026-02-01', cases: 2400 },
  })),
  ofVisit('PUT /api/visits/{id}', 'update', change, (t) => ({
    path: `/api/visits/${t.id}`,
    body: { ...said, version: 1 },
  })),
  ofVisit('POST /api/visits/{id}/withdraw', 'update', change, (t) => ({
    path: `/api/visits/${t.id}/withdraw`,
    body: { version: 1 },
  })),
]
