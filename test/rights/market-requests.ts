import { places, type Place, type Right } from './oracle.ts'
import { beneath, ofPlace, plain, wholeOnly, type Row } from './row.ts'
import { TODAY } from './world-people.ts'

const trading: readonly Place[] = ['own', 'sibling', 'near', 'far']
const enc = encodeURIComponent

const narrowing = (needs: Right) =>
  ({ among: places.filter((one) => one !== 'void'), verdict: beneath(needs), narrows: true }) as const
const seen = { shows: ['an'] } as const

/** Places and whatever is added up over them. */
export const marketRequests: readonly Row[] = [
  plain('GET /api/ranking', 'aggregate', 'ranking.read', () => ({ path: '/api/ranking' }), seen),
  plain('GET /api/ranking', 'aggregate', 'ranking.read', () => ({ path: '/api/ranking?asOf=2025-11-20' })),
  ofPlace(
    'GET /api/ranking',
    'aggregate',
    'ranking.read',
    ({ code }) => ({ path: `/api/ranking?node=${enc(code)}` }),
    { ...narrowing('ranking.read'), ...seen },
  ),
  plain(
    'GET /api/ranking/file',
    'export',
    'export.run',
    () => ({ path: '/api/ranking/file?format=csv' }),
    seen,
  ),
  plain(
    'GET /api/ranking/file',
    'export',
    'export.run',
    () => ({ path: '/api/ranking/file?format=xlsx&lang=zh&unit=cases' }),
    seen,
  ),
  ofPlace(
    'GET /api/ranking/file',
    'export',
    'export.run',
    ({ code }) => ({ path: `/api/ranking/file?node=${enc(code)}` }),
    { ...narrowing('export.run'), ...seen },
  ),
  ...['markets', 'accounts', 'products', 'supply-links', 'prices', 'movements', 'people', 'ranking'].flatMap(
    (kind): Row[] => [
      plain('GET /api/export/{kind}', 'export', 'export.run', () => ({ path: `/api/export/${kind}` }), {
        ...(kind === 'people' ? { people: true, ok: [403] } : {}),
        ...(kind === 'accounts' || kind === 'ranking' ? seen : {}),
      }),
      plain(
        'GET /api/export/{kind}',
        'export',
        'export.run',
        () => ({ path: `/api/export/${kind}?format=xlsx` }),
        {
          ...(kind === 'people' ? { people: true, ok: [403] } : {}),
          ...(kind === 'accounts' || kind === 'ranking' ? seen : {}),
        },
      ),
      ...(kind === 'people'
        ? []
        : [
            ofPlace(
              'GET /api/export/{kind}',
              'export',
              'export.run',
              ({ code }) => ({ path: `/api/export/${kind}?node=${enc(code)}` }),
              narrowing('export.run'),
            ),
          ]),
    ],
  ),
  plain('GET /api/markets', 'aggregate', 'ranking.read', () => ({ path: '/api/markets' }), { shows: ['pn'] }),
  ofPlace(
    'GET /api/markets',
    'aggregate',
    'ranking.read',
    ({ code }) => ({ path: `/api/markets?node=${enc(code)}` }),
    narrowing('ranking.read'),
  ),
  ofPlace(
    'GET /api/markets/{code}',
    'get',
    'ranking.read',
    ({ code }) => ({ path: `/api/markets/${enc(code)}` }),
    { among: trading },
  ),
  ofPlace(
    'GET /api/markets/{code}',
    'get',
    'ranking.read',
    ({ code }) => ({ path: `/api/markets/${enc(code)}?asOf=2025-11-20&level=sub_distributor` }),
    { among: trading },
  ),
  ofPlace(
    'GET /api/markets/{code}/members',
    'list',
    'contribution.read',
    ({ code }) => ({ path: `/api/markets/${enc(code)}/members` }),
    { among: trading },
  ),
  ofPlace(
    'GET /api/markets/{code}/sizes',
    'list',
    'ranking.read',
    ({ code }) => ({ path: `/api/markets/${enc(code)}/sizes` }),
    { among: trading },
  ),
  ofPlace(
    'PUT /api/markets/{code}/sizes',
    'update',
    'market.change',
    ({ code }) => ({
      path: `/api/markets/${enc(code)}/sizes`,
      body: { validFrom: TODAY, litres: 950_000_000, low: null, high: null, source: 'told' },
    }),
    { among: trading },
  ),
  ofPlace(
    'DELETE /api/markets/{code}/sizes/{day}',
    'delete',
    'market.change',
    ({ code }) => ({ path: `/api/markets/${enc(code)}/sizes/2025-06-01` }),
    { among: trading },
  ),
  plain('GET /api/tree', 'list', 'ranking.read', () => ({ path: '/api/tree' }), { shows: ['pn', 'pc'] }),
  plain('GET /api/masters/markets', 'list', 'account.read', () => ({ path: '/api/masters/markets' }), {
    shows: ['pn', 'pc'],
  }),
  plain(
    'POST /api/masters/markets',
    'create',
    'market.change',
    (_, __, w) => ({
      path: '/api/masters/markets',
      body: { kind: 'market', code: 'NEW', name: 'New', parent: w.node.get('north')?.id },
    }),
    { whole: true },
  ),
  ofPlace(
    'PUT /api/masters/markets/{id}',
    'update',
    'market.change',
    ({ id, version, code }) => ({
      path: `/api/masters/markets/${id}`,
      body: { version, code, name: 'Other' },
    }),
    { among: trading, verdict: wholeOnly('market.change') },
  ),
  ofPlace(
    'POST /api/masters/markets/{id}/move',
    'update',
    'market.change',
    ({ id, version }, _, w) => ({
      path: `/api/masters/markets/${id}/move`,
      body: { version, parent: w.node.get('south')?.id, day: TODAY },
    }),
    { among: ['own', 'sibling'], verdict: wholeOnly('market.change') },
  ),
  ofPlace(
    'POST /api/masters/markets/{id}/close',
    'update',
    'market.change',
    ({ id, version }) => ({ path: `/api/masters/markets/${id}/close`, body: { version, day: TODAY } }),
    { among: trading, verdict: wholeOnly('market.change') },
  ),
  ofPlace(
    'POST /api/masters/markets/{id}/reopen',
    'update',
    'market.change',
    ({ id, version }) => ({ path: `/api/masters/markets/${id}/reopen`, body: { version, day: TODAY } }),
    { among: ['shut'], verdict: wholeOnly('market.change') },
  ),
  ofPlace(
    'POST /api/masters/markets/{id}/withdraw',
    'delete',
    'market.change',
    ({ id, version }) => ({ path: `/api/masters/markets/${id}/withdraw`, body: { version } }),
    { among: ['void'], verdict: wholeOnly('market.change') },
  ),
  plain(
    'GET /api/masters/accounts',
    'list',
    'account.read',
    () => ({ path: '/api/masters/accounts?state=all' }),
    seen,
  ),
  plain(
    'GET /api/masters/accounts',
    'list',
    'account.read',
    () => ({ path: '/api/masters/accounts?q=qzan&sort=name&down=yes' }),
    seen,
  ),
  ofPlace(
    'GET /api/masters/accounts',
    'list',
    'account.read',
    ({ code }) => ({ path: `/api/masters/accounts?node=${enc(code)}` }),
    { ...narrowing('account.read'), missing: 0 },
  ),
  ofPlace(
    'POST /api/masters/accounts',
    'create',
    'account.change',
    ({ id }) => ({
      path: '/api/masters/accounts',
      body: { code: 'NEW', name: 'New', tier: 'outlet', market: id },
    }),
    { among: trading },
  ),
  ofPlace(
    'GET /api/masters/accounts/above',
    'list',
    'account.change',
    ({ id }) => ({ path: `/api/masters/accounts/above?market=${id}&tier=outlet` }),
    { among: trading },
  ),
  plain('GET /api/masters/accounts/owners', 'list', 'account.change', () => ({
    path: '/api/masters/accounts/owners',
  })),
  plain('GET /api/search', 'list', 'account.read', () => ({ path: '/api/search?q=qzan' })),
  plain('GET /api/search', 'list', 'account.read', () => ({ path: '/api/search?q=2086' })),
  plain('GET /api/search', 'list', 'account.read', () => ({ path: '/api/search?q=qzpr' })),
  plain('GET /api/search', 'list', 'account.read', () => ({ path: '/api/search?q=A-0' })),
]
