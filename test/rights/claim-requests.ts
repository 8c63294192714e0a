import { holds, type Right } from './oracle.ts'
import { ofThing } from './of-thing.ts'
import { NOWHERE, ofAccount, plain, type Row, type Verb, type Verdict } from './row.ts'
import type { ClaimTarget } from './world-policies.ts'
import type { Call } from './call.ts'
import type { Actor } from './world-people.ts'
import type { Grown } from './world.ts'

const read = 'trade_policy.read'
const UNKNOWN: ClaimTarget = { key: 'unknown', place: 'hq', id: NOWHERE }

function ofClaim(
  route: string,
  verb: Verb,
  needs: Right,
  call: (target: ClaimTarget) => Omit<Call, 'method'>,
  always: Verdict | ((actor: Actor, world: Grown) => Verdict) = 'yes',
): Row {
  return ofThing(route, verb, needs, {
    among: (world) => [UNKNOWN, ...world.claims],
    call,
    asked: ({ id }) => [id],
    verdict: (actor, target, world) => {
      if (target === UNKNOWN || !holds(actor, needs, target.place)) return 'unseen'
      return typeof always === 'string' ? always : always(actor, world)
    },
  })
}

const one = (t: ClaimTarget, rest = '') => `/api/claims/${t.id}${rest}`

/** Claims on trade policies, their settlement, and the statement of an account. */
export const claimRequests: readonly Row[] = [
  plain('GET /api/claims', 'list', read, () => ({ path: '/api/claims' }), { shows: ['tp'] }),
  plain('GET /api/claimable', 'list', read, () => ({ path: '/api/claimable' }), { shows: ['tp'] }),
  ofClaim('GET /api/claims/{id}', 'get', read, (t) => ({ path: one(t) })),
  ofClaim(
    'POST /api/claims/{id}/decide',
    'update',
    'claim.approve',
    (t) => ({ path: one(t, '/decide'), body: { approvedMinor: 1000, reason: 'In part' } }),
    // Who sent them all does not decide them.
    (actor, world) => (actor === world.actors[0] ? 'any' : 'yes'),
  ),
  ofClaim('POST /api/claims/{id}/withdraw', 'update', 'claim.change', (t) => ({ path: one(t, '/withdraw') })),
  ofClaim(
    'POST /api/claims/{id}/settlements',
    'create',
    'settlement.run',
    (t) => ({ path: one(t, '/settlements'), body: { how: 'cash', amountMinor: 1, sku: null, cases: null } }),
    'any',
  ),
  ofAccount(
    'POST /api/claims',
    'create',
    'claim.change',
    (t, _, w) => ({
      path: '/api/claims',
      body: {
        policy: w.policies.at(-1)?.id ?? NOWHERE,
        account: t.id,
        period: '2025-12-01',
        askedMinor: 1,
        records: [],
        words: '',
      },
    }),
    { always: 'any' },
  ),
  ofAccount(
    'GET /api/accounts/{id}/trade-statement',
    'get',
    read,
    (t) => ({ path: `/api/accounts/${t.id}/trade-statement?month=2026-01` }),
    { past: true },
  ),
  ofAccount(
    'GET /api/accounts/{id}/trade-statement/pdf',
    'file',
    read,
    (t) => ({ path: `/api/accounts/${t.id}/trade-statement/pdf?month=2026-01` }),
    { past: true },
  ),
  ofAccount(
    'GET /api/accounts/{id}/trade-statement/file',
    'export',
    'export.run',
    (t) => ({ path: `/api/accounts/${t.id}/trade-statement/file?month=2026-01` }),
    { past: true, ok: [403] },
  ),
]
