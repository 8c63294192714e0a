import { anAgreement, DRAWN } from '../make/agreements.ts'
import type { Call } from './call.ts'
import { ofThing } from './of-thing.ts'
import { holds, type Right } from './oracle.ts'
import { NOWHERE, ofAccount, plain, type Row, type Verb, type Verdict } from './row.ts'
import type { AgreementTarget } from './world-agreements.ts'

const UNKNOWN: AgreementTarget = { key: 'unknown', place: 'hq', id: NOWHERE, market: NOWHERE }

function ofAgreement(
  route: string,
  verb: Verb,
  needs: Right,
  call: (target: AgreementTarget) => Omit<Call, 'method'>,
  always: Verdict = 'yes',
): Row {
  return ofThing(route, verb, needs, {
    among: (world) => [UNKNOWN, ...world.agreements],
    call,
    asked: ({ id, market }) => [id, market],
    verdict: (actor, target) =>
      target === UNKNOWN || !holds(actor, needs, target.place) ? 'unseen' : always,
  })
}

const one = (t: AgreementTarget, rest = '') => `/api/agreements/${t.id}${rest}`
const change = 'agreement.change'
const approve = 'agreement.approve'

/** Agreements, from the draft to their end, and the limits of roles. Of the acts on a draft that is within no limit most are refused by its state. */
export const agreementRequests: readonly Row[] = [
  plain('GET /api/agreements', 'list', 'agreement.read', () => ({ path: '/api/agreements' }), {
    shows: ['an'],
  }),
  plain('GET /api/deal-limits', 'list', 'agreement.read', () => ({ path: '/api/deal-limits' })),
  plain(
    'PUT /api/deal-limits',
    'update',
    'company.change',
    () => ({ path: '/api/deal-limits', body: { role: 'read_only', perCaseMinor: 0, totalMinor: 0 } }),
    { whole: true },
  ),
  ofAgreement('GET /api/agreements/{id}', 'get', 'agreement.read', (t) => ({ path: one(t) })),
  ofAgreement('GET /api/agreements/{id}/pdf', 'export', 'agreement.read', (t) => ({ path: one(t, '/pdf') })),
  ofAgreement(
    'GET /api/agreements/{id}/signature',
    'export',
    'agreement.read',
    (t) => ({ path: one(t, '/signature') }),
    'any',
  ),
  ofAgreement('PUT /api/agreements/{id}', 'update', change, (t) => ({
    path: one(t),
    body: { seq: 1, draft: anAgreement([t.market]) },
  })),
  ofAgreement('POST /api/agreements/{id}/send', 'update', change, (t) => ({
    path: one(t, '/send'),
    body: { seq: 1 },
  })),
  ofAgreement(
    'POST /api/agreements/{id}/decide',
    'update',
    approve,
    (t) => ({ path: one(t, '/decide'), body: { seq: 1, approve: false, words: 'No' } }),
    'any',
  ),
  ofAgreement(
    'POST /api/agreements/{id}/sign',
    'update',
    change,
    (t) => ({
      path: one(t, '/sign'),
      body: { seq: 1, kind: 'drawn', signer: 'x', day: '2026-01-05', content: DRAWN },
    }),
    'any',
  ),
  ofAgreement(
    'POST /api/agreements/{id}/waive',
    'update',
    approve,
    (t) => ({ path: one(t, '/waive'), body: { seq: 1, reason: 'So' } }),
    'any',
  ),
  ofAgreement(
    'POST /api/agreements/{id}/activate',
    'update',
    change,
    (t) => ({ path: one(t, '/activate'), body: { seq: 1 } }),
    'any',
  ),
  ofAgreement(
    'POST /api/agreements/{id}/amend',
    'update',
    change,
    (t) => ({ path: one(t, '/amend'), body: { seq: 1, kind: 'amendment', draft: anAgreement([t.market]) } }),
    'any',
  ),
  ofAgreement(
    'POST /api/agreements/{id}/terminate',
    'update',
    change,
    (t) => ({ path: one(t, '/terminate'), body: { seq: 1, day: '2026-01-06', reason: 'So' } }),
    'any',
  ),
  ofAccount(
    'POST /api/agreements',
    'create',
    change,
    (t, _, world) => ({
      path: '/api/agreements',
      body: {
        with: { kind: 'account', id: t.id },
        draft: anAgreement([world.node.get(t.place)?.id ?? NOWHERE]),
      },
    }),
    { wholesaler: true },
  ),
]
