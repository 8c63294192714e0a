import { pdf } from '../make/pictures.ts'
import { holds, type Place } from './oracle.ts'
import { ofAccount, type Row } from './row.ts'
import { TODAY, type Actor } from './world-people.ts'

const file = new Uint8Array(pdf)
const note = { kind: 'note', day: TODAY, words: 'seen' }
const fact = { fact: 'credit_limit', value: 1, day: TODAY, expiresOn: null, source: 'visit' }
const trading: readonly Place[] = ['own', 'sibling', 'near', 'far']
const enc = encodeURIComponent

/** Another market where the actor may bring accounts to. */
function elsewhere(actor: Actor, place: Place): Place | undefined {
  return trading.find((one) => one !== place && holds(actor, 'account.change', one))
}

/** What hangs on an account, and where an account can be asked for. */
export const accountRequests: readonly Row[] = [
  ofAccount(
    'GET /api/accounts/{id}/records',
    'list',
    'account.read',
    (t) => ({ path: `/api/accounts/${t.id}/records` }),
    { past: true },
  ),
  ofAccount(
    'POST /api/accounts/{id}/records',
    'create',
    'account.note',
    (t) => ({ path: `/api/accounts/${t.id}/records`, body: note }),
    { past: true },
  ),
  ofAccount(
    'PUT /api/accounts/{id}/records/{record}',
    'update',
    'account.note',
    (t) => ({ path: `/api/accounts/${t.id}/records/${t.note}`, body: note }),
    { past: true },
  ),
  ofAccount(
    'DELETE /api/accounts/{id}/records/{record}',
    'delete',
    'account.note',
    (t) => ({ path: `/api/accounts/${t.id}/records/${t.note}` }),
    { past: true },
  ),
  ofAccount(
    'POST /api/accounts/{id}/records/{record}/restore',
    'update',
    'account.note',
    (t) => ({ path: `/api/accounts/${t.id}/records/${t.gone}/restore` }),
    { past: true },
  ),
  ofAccount(
    'POST /api/accounts/{id}/records/{record}/phone',
    'get',
    'account.note',
    (t) => ({ path: `/api/accounts/${t.id}/records/${t.contact}/phone` }),
    { past: true },
  ),
  ofAccount(
    'POST /api/accounts/{id}/files',
    'create',
    'account.note',
    (t) => ({ path: `/api/accounts/${t.id}/files?name=new.pdf`, raw: file }),
    { past: true },
  ),
  ofAccount(
    'GET /api/accounts/{id}/files/{record}',
    'file',
    'account.read',
    (t) => ({ path: `/api/accounts/${t.id}/files/${t.file}` }),
    { past: true },
  ),
  ofAccount(
    'PUT /api/accounts/{id}/facts',
    'update',
    'account.change',
    (t) => ({ path: `/api/accounts/${t.id}/facts`, body: fact }),
    { past: true },
  ),
  ofAccount(
    'DELETE /api/accounts/{id}/facts/{fact}/{day}',
    'delete',
    'account.change',
    (t) => ({ path: `/api/accounts/${t.id}/facts/vehicles/2025-12-15` }),
    { past: true },
  ),
  ofAccount(
    'GET /api/accounts/{id}/timeline',
    'list',
    'account.read',
    (t) => ({ path: `/api/accounts/${t.id}/timeline` }),
    { past: true },
  ),
  ofAccount(
    'GET /api/accounts/{id}/doubles',
    'list',
    'account.merge',
    (t) => ({ path: `/api/accounts/${t.id}/doubles` }),
    { past: true },
  ),
  ofAccount(
    'GET /api/accounts/{id}/merge-preview',
    'get',
    'account.merge',
    (t) => ({ path: `/api/accounts/${t.id}/merge-preview?into=${t.twin}` }),
    { past: true },
  ),
  ofAccount(
    'GET /api/accounts/{id}/merge-preview',
    'get',
    'account.merge',
    (t, _, w) => ({ path: `/api/accounts/${w.accounts[0]?.id ?? ''}/merge-preview?into=${t.id}` }),
    { past: true, always: 'any' },
  ),
  ofAccount(
    'POST /api/accounts/{id}/merge',
    'update',
    'account.merge',
    (t) => ({ path: `/api/accounts/${t.id}/merge`, body: { into: t.twin } }),
    { past: true },
  ),
  ofAccount(
    'POST /api/accounts/{id}/merge',
    'update',
    'account.merge',
    (t, _, w) => ({ path: `/api/accounts/${w.accounts[0]?.twin ?? ''}/merge`, body: { into: t.id } }),
    { past: true, always: 'any' },
  ),
  ofAccount(
    'POST /api/accounts/{id}/unmerge',
    'update',
    'account.merge',
    (t) => ({ path: `/api/accounts/${t.merged}/unmerge` }),
    { past: true },
  ),
  ofAccount('GET /api/accounts/{id}', 'get', 'account.read', (t) => ({ path: `/api/accounts/${t.id}` }), {
    wholesaler: true,
    past: true,
  }),
  ofAccount(
    'GET /api/accounts/{id}',
    'get',
    'account.read',
    (t) => ({ path: `/api/accounts/${t.id}?asOf=2025-11-20` }),
    { wholesaler: true, past: true, always: 'any' },
  ),
  ofAccount(
    'GET /api/accounts/{id}',
    'get',
    'account.read',
    (t) => ({ path: `/api/accounts/${enc(t.code)}` }),
    { wholesaler: true, past: true, always: 'any' },
  ),
  ofAccount(
    'POST /api/accounts/{id}/records/{record}/erase',
    'delete',
    'people.change',
    (t) => ({ path: `/api/accounts/${t.id}/records/${t.contact}/erase` }),
    { whole: true },
  ),
  ofAccount(
    'POST /api/accounts/{id}/erase-contact',
    'delete',
    'people.change',
    (t) => ({ path: `/api/accounts/${t.id}/erase-contact` }),
    { whole: true },
  ),
  ofAccount(
    'POST /api/accounts/{id}/override',
    'create',
    'account.override',
    (t) => ({
      path: `/api/accounts/${t.id}/override`,
      body: { standing: 'regular', reason: 'known', expiresOn: '2026-05-01' },
    }),
    { wholesaler: true, past: true },
  ),
  ofAccount(
    'DELETE /api/accounts/{id}/override',
    'delete',
    'account.override',
    (t) => ({ path: `/api/accounts/${t.id}/override` }),
    { wholesaler: true, past: true },
  ),
  ofAccount('GET /api/masters/accounts/{id}', 'get', 'account.read', (t) => ({
    path: `/api/masters/accounts/${t.id}`,
  })),
  ofAccount('PUT /api/masters/accounts/{id}', 'update', 'account.change', (t) => ({
    path: `/api/masters/accounts/${t.id}`,
    body: { version: t.version, city: 'Here' },
  })),
  ofAccount(
    'PUT /api/masters/accounts/{id}',
    'update',
    'account.change',
    (t) => ({ path: `/api/masters/accounts/${t.id}`, body: { version: 'stale', city: 'Here' } }),
    { always: 'any' },
  ),
  ofAccount('POST /api/masters/accounts/change-many', 'update', 'account.change', (t) => ({
    path: '/api/masters/accounts/change-many',
    body: { ids: [t.id], owner: null },
  })),
  ofAccount(
    'POST /api/masters/accounts/{id}/move',
    'update',
    'account.change',
    (t, a, w) => ({
      path: `/api/masters/accounts/${t.id}/move`,
      body: { version: t.version, day: '2026-01-02', market: w.node.get(elsewhere(a, t.place) ?? 'own')?.id },
    }),
    { fits: (t, a) => elsewhere(a, t.place) !== undefined && t.key !== 'own' },
  ),
  ofAccount(
    'POST /api/masters/accounts/move-many',
    'update',
    'account.change',
    (t, a, w) => ({
      path: '/api/masters/accounts/move-many',
      body: { ids: [t.id], day: '2026-01-02', market: w.node.get(elsewhere(a, t.place) ?? 'own')?.id },
    }),
    { fits: (t, a) => elsewhere(a, t.place) !== undefined && t.key !== 'own' },
  ),
  // What it hangs under: an account out of sight is none.
  ofAccount(
    'PUT /api/masters/accounts/{id}',
    'update',
    'account.change',
    (t, _, w) => ({
      path: `/api/masters/accounts/${w.accounts[1]?.id ?? ''}`,
      body: { version: w.accounts[1]?.version, parent: t.id },
    }),
    { always: 'any', missing: 0 },
  ),
  ofAccount('GET /api/search', 'list', 'account.read', (t) => ({ path: `/api/search?q=${enc(t.code)}` }), {
    missing: 200,
  }),
  ofAccount('GET /api/search', 'list', 'account.read', (t) => ({ path: `/api/search?q=${enc(t.id)}` }), {
    missing: 200,
  }),
  ofAccount('GET /api/audit', 'list', 'audit.read', (t) => ({ path: `/api/audit?account=${t.id}` }), {
    missing: 200,
    past: true,
  }),
  ofAccount('GET /api/audit', 'list', 'audit.read', (t) => ({ path: `/api/audit?account=${enc(t.code)}` }), {
    missing: 200,
    past: true,
  }),
]
