import { holds, holdsAll, type Place, type Right } from './oracle.ts'
import { ofThing } from './of-thing.ts'
import { NOWHERE, ofAccount, ofPlace, plain, type Row, type Verb, type Verdict } from './row.ts'
import { policyDraft, type PolicyTarget } from './world-policies.ts'
import type { Call } from './call.ts'
import type { Actor } from './world-people.ts'

const trading: readonly Place[] = ['own', 'sibling', 'near', 'far']
const read = 'trade_policy.read'
const change = 'trade_policy.change'
const UNKNOWN: PolicyTarget = { key: 'unknown', place: 'hq', id: NOWHERE, name: 'nothing', node: NOWHERE }

function ofPolicy(
  route: string,
  verb: Verb,
  needs: Right,
  call: (target: PolicyTarget) => Omit<Call, 'method'>,
  always: Verdict = 'yes',
): Row {
  return ofThing(route, verb, needs, {
    among: (world) => [UNKNOWN, ...world.policies],
    call,
    asked: ({ id, name, node }) => [id, name, node],
    verdict: (actor, target) => verdictFor(actor, needs, target, always),
  })
}

/** What speaks everywhere is read by whoever reads policies anywhere, and changed by who may change them everywhere. */
function verdictFor(actor: Actor, needs: Right, target: PolicyTarget, always: Verdict): Verdict {
  if (target === UNKNOWN) return 'unseen'
  if (target.place !== 'hq') return holds(actor, needs, target.place) ? always : 'unseen'
  return needs === read || holdsAll(actor, needs) ? always : always === 'any' ? 'any' : 'no'
}

const one = (t: PolicyTarget, rest = '') => `/api/trade-policies/${t.id}${rest}`

/** Trade policies, what they brought whom, and why. */
export const policyRequests: readonly Row[] = [
  plain('GET /api/trade-policies', 'list', read, () => ({ path: '/api/trade-policies' }), { shows: ['tp'] }),
  ofPlace(
    'POST /api/trade-policies',
    'create',
    change,
    ({ id }) => ({ path: '/api/trade-policies', body: policyDraft(id, 'New') }),
    { among: trading, missing: 422 },
  ),
  ofPolicy('GET /api/trade-policies/{id}', 'get', read, (t) => ({ path: one(t) })),
  ofPolicy('PUT /api/trade-policies/{id}', 'update', change, (t) => ({
    path: one(t),
    body: { ...policyDraft(t.node, 'Other'), version: 1 },
  })),
  ofPolicy(
    'POST /api/trade-policies/{id}/confirm',
    'update',
    change,
    (t) => ({ path: one(t, '/confirm'), body: { account: NOWHERE, period: '2025-12-01', confirmed: true } }),
    'any',
  ),
  ofPolicy(
    'GET /api/trade-policies/{id}/trace',
    'get',
    read,
    (t) => ({ path: one(t, `/trace?account=${NOWHERE}&period=2025-12-01`) }),
    'any',
  ),
  ofAccount(
    'GET /api/trade-policies/{id}/trace',
    'get',
    read,
    (t, _, w) => ({
      path: `/api/trade-policies/${w.policies.at(-1)?.id ?? NOWHERE}/trace?account=${t.id}&period=2025-12-01`,
    }),
    { past: true },
  ),
  ofAccount(
    'POST /api/trade-policies/{id}/confirm',
    'update',
    change,
    (t, _, w) => ({
      path: `/api/trade-policies/${w.policies.at(-1)?.id ?? NOWHERE}/confirm`,
      body: { account: t.id, period: '2025-12-01', confirmed: true },
    }),
    { always: 'any' },
  ),
]
