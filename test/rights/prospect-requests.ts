import { holds, holdsAll, markets, places, type Place, type Right } from './oracle.ts'
import { ofThing } from './of-thing.ts'
import { beneath, NOWHERE, ofAccount, ofPlace, plain, type Row, type Verb, type Verdict } from './row.ts'
import type { Actor } from './world-people.ts'
import type { ProspectTarget } from './world-prospects.ts'
import type { Call } from './call.ts'
import type { Grown } from './world.ts'

const trading: readonly Place[] = ['own', 'sibling', 'near', 'far']
const enc = encodeURIComponent
const change = 'prospect.change'
const UNKNOWN: ProspectTarget = {
  key: 'unknown',
  place: 'hq',
  id: NOWHERE,
  name: 'nothing',
  version: 1,
  person: NOWHERE,
  brand: NOWHERE,
  campaign: NOWHERE,
}
const plan = { nextStep: 'call', nextOn: '2026-01-09' }

/** Another right counts where it holds in every market where the route's does. */
function also(actor: Actor, needs: Right, other: Right): boolean {
  if (holdsAll(actor, needs)) return holdsAll(actor, other)
  return markets.every((one) => !holds(actor, needs, one) || holds(actor, other, one))
}

type More = {
  /** A right that is needed beside the route's: without it nothing is looked for. */
  readonly with?: Right
  readonly fits?: (target: ProspectTarget) => boolean
  readonly always?: Verdict
  readonly missing?: number
  readonly whole?: true
}

function ofProspect(
  route: string,
  verb: Verb,
  needs: Right,
  call: (target: ProspectTarget, world: Grown) => Omit<Call, 'method'>,
  more: More = {},
): Row {
  const verdictFor = (actor: Actor, target: ProspectTarget): Verdict => {
    if (more.whole && !holdsAll(actor, needs)) return 'no'
    if (more.with && !also(actor, needs, more.with)) return 'no'
    if (target === UNKNOWN || !holds(actor, needs, target.place)) return 'unseen'
    return more.fits?.(target) === false ? 'any' : (more.always ?? 'yes')
  }
  return ofThing(route, verb, needs, {
    among: (world) => [UNKNOWN, ...world.prospects],
    call,
    asked: ({ id, name, person, brand, campaign }) => [id, name, person, brand, campaign],
    verdict: verdictFor,
    missing: more.missing,
  })
}

const one = (t: ProspectTarget, rest = '') => `/api/prospects/${t.id}${rest}`
const narrowing = {
  among: places.filter((place) => place !== 'void'),
  verdict: beneath('prospect.read'),
  narrows: true,
} as const
const campaign = { name: 'Fair', source: 'media', from: '2026-01-01', to: '2026-01-31' }

/** Prospects, what hangs on them, campaigns and what is added up over them. */
export const prospectRequests: readonly Row[] = [
  plain('GET /api/prospects', 'list', 'prospect.read', () => ({ path: '/api/prospects' }), { shows: ['pr'] }),
  ofPlace(
    'GET /api/prospects',
    'list',
    'prospect.read',
    ({ code }) => ({ path: `/api/prospects?state=all&node=${enc(code)}` }),
    { ...narrowing, shows: ['pr'] },
  ),
  plain(
    'GET /api/prospects/funnel',
    'aggregate',
    'prospect.read',
    () => ({ path: '/api/prospects/funnel?by=market' }),
    {
      shows: ['cp', 'pn'],
    },
  ),
  ofPlace(
    'GET /api/prospects/funnel',
    'aggregate',
    'prospect.read',
    ({ code }) => ({ path: `/api/prospects/funnel?node=${enc(code)}` }),
    narrowing,
  ),
  plain('GET /api/campaigns', 'list', 'prospect.read', () => ({ path: '/api/campaigns' }), { shows: ['cp'] }),
  ofPlace(
    'GET /api/campaigns',
    'list',
    'prospect.read',
    ({ code }) => ({ path: `/api/campaigns?node=${enc(code)}` }),
    {
      ...narrowing,
      shows: ['cp'],
    },
  ),
  ofPlace(
    'POST /api/prospects',
    'create',
    change,
    ({ id }) => ({ path: '/api/prospects', body: { name: 'New', market: id, source: 'peer', ...plan } }),
    { among: trading },
  ),
  ofPlace(
    'POST /api/campaigns',
    'create',
    change,
    ({ id }) => ({ path: '/api/campaigns', body: { ...campaign, market: id } }),
    { among: trading },
  ),
  ofPlace(
    'POST /api/campaigns',
    'create',
    change,
    ({ id }) => ({ path: '/api/campaigns', body: { ...campaign, market: id, spend: 1 } }),
    {
      among: trading,
      verdict: (actor, place) =>
        !also(actor, change, 'contribution.read') ? 'no' : holds(actor, change, place) ? 'yes' : 'unseen',
    },
  ),
  ofProspect('PUT /api/campaigns/{id}', 'update', change, (t) => ({
    path: `/api/campaigns/${t.campaign}`,
    body: { ...campaign, version: 1 },
  })),
  ofProspect(
    'PUT /api/campaigns/{id}',
    'update',
    change,
    (t) => ({ path: `/api/campaigns/${t.campaign}`, body: { ...campaign, version: 1, spend: 1 } }),
    { with: 'contribution.read' },
  ),
  ofProspect(
    'POST /api/prospects/doubles',
    'list',
    change,
    (t) => ({ path: '/api/prospects/doubles', body: { name: t.name } }),
    { missing: 200 },
  ),
  ofProspect('GET /api/prospects/{id}', 'get', 'prospect.read', (t) => ({ path: one(t) })),
  ofProspect('PUT /api/prospects/{id}', 'update', change, (t) => ({
    path: one(t),
    body: { version: t.version, city: 'Here' },
  })),
  ofProspect(
    'PUT /api/prospects/{id}',
    'update',
    change,
    (t) => ({ path: one(t), body: { version: 99, city: 'Here' } }),
    { always: 'any' },
  ),
  // Who is named as having brought it: a prospect or an account out of sight is none.
  ofProspect(
    'PUT /api/prospects/{id}',
    'update',
    change,
    (t, w) => ({
      path: one(w.prospects[0] ?? UNKNOWN),
      body: {
        version: w.prospects[0]?.version ?? 1,
        source: 'peer',
        referrer: { kind: 'prospect', id: t.id },
      },
    }),
    { always: 'any', missing: 0 },
  ),
  ofAccount(
    'PUT /api/prospects/{id}',
    'update',
    change,
    (t, _, w) => ({
      path: one(w.prospects[0] ?? UNKNOWN),
      body: {
        version: w.prospects[0]?.version ?? 1,
        source: 'peer',
        referrer: { kind: 'account', id: t.id },
      },
    }),
    { always: 'any', missing: 0 },
  ),
  ofProspect('POST /api/prospects/{id}/steps', 'update', change, (t) => ({
    path: one(t, '/steps'),
    body: { version: t.version, step: 'plan', ...plan },
  })),
  ofProspect(
    'POST /api/prospects/{id}/sign',
    'update',
    change,
    (t) => ({ path: one(t, '/sign'), body: { version: t.version } }),
    { with: 'account.change' },
  ),
  ofProspect('GET /api/prospects/{id}/owners', 'list', change, (t) => ({ path: one(t, '/owners') })),
  ofProspect('GET /api/prospects/{id}/sheet', 'get', 'prospect.read', (t) => ({ path: one(t, '/sheet') })),
  ofProspect('GET /api/prospects/{id}/sheet/pdf', 'file', 'prospect.read', (t) => ({
    path: one(t, '/sheet/pdf'),
  })),
  ofProspect(
    'POST /api/prospects/{id}/erase',
    'delete',
    'people.change',
    (t) => ({ path: one(t, '/erase') }),
    { whole: true },
  ),
  ofProspect('POST /api/prospects/{id}/phone', 'get', change, (t) => ({ path: one(t, '/phone') })),
  ofProspect('POST /api/prospects/{id}/people', 'create', change, (t) => ({
    path: one(t, '/people'),
    body: { name: 'Wu', role: 'buyer' },
  })),
  ofProspect('DELETE /api/prospects/{id}/people/{person}', 'delete', change, (t) => ({
    path: one(t, `/people/${t.person}`),
  })),
  ofProspect('POST /api/prospects/{id}/people/{person}/phone', 'get', change, (t) => ({
    path: one(t, `/people/${t.person}/phone`),
  })),
  ofProspect('POST /api/prospects/{id}/people/{person}/talks', 'create', change, (t) => ({
    path: one(t, `/people/${t.person}/talks`),
    body: { answers: { troubles: 'sales' } },
  })),
  ofProspect('POST /api/prospects/{id}/brands', 'create', change, (t) => ({
    path: one(t, '/brands'),
    body: { brand: 'Other', certainty: 'seen', source: 'shelf' },
  })),
  ofProspect('DELETE /api/prospects/{id}/brands/{brand}', 'delete', change, (t) => ({
    path: one(t, `/brands/${t.brand}`),
  })),
  ofProspect(
    'PUT /api/prospects/{id}/serves/{account}',
    'update',
    change,
    (t, w) => ({ path: one(t, `/serves/${w.accounts.find(({ key }) => key === 'child')?.id ?? NOWHERE}`) }),
    // The only sub-distributor is in one of the markets.
    { fits: ({ place }) => place === 'own' },
  ),
  ofProspect(
    'DELETE /api/prospects/{id}/serves/{account}',
    'delete',
    change,
    (t, w) => ({ path: one(t, `/serves/${w.accounts.find(({ key }) => key === 'child')?.id ?? NOWHERE}`) }),
    { fits: ({ place }) => place === 'own' },
  ),
]
