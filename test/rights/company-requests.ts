import { NOWHERE, plain, type Row } from './row.ts'

const products = '/api/masters/products'

/** What is the company's, and what is one's own. */
export const companyRequests: readonly Row[] = [
  plain('GET /api/session', 'get', 'signed-in', () => ({ path: '/api/session' })),
  plain('GET /api/company', 'get', 'signed-in', () => ({ path: '/api/company' })),
  plain(
    'PUT /api/company',
    'update',
    'company.change',
    () => ({ path: '/api/company', body: { unit: 't' } }),
    { whole: true },
  ),
  plain('POST /api/start/clear', 'delete', 'company.change', () => ({ path: '/api/start/clear' }), {
    whole: true,
    ok: [409],
  }),
  plain('GET /api/policy', 'get', 'policy.read', () => ({ path: '/api/policy' })),
  plain('GET /api/policy/versions/{version}', 'get', 'policy.read', () => ({
    path: '/api/policy/versions/1',
  })),
  plain('POST /api/policy/preview', 'aggregate', 'policy.read', () => ({
    path: '/api/policy/preview',
    body: { ranking: ['strength', 'profit', 'volume', 'potential'] },
  })),
  plain(
    'PUT /api/policy',
    'update',
    'policy.change',
    () => ({ path: '/api/policy', body: { ranking: ['strength', 'profit', 'volume', 'potential'] } }),
    { whole: true },
  ),
  plain(`GET ${products}`, 'list', 'account.read', () => ({ path: products })),
  plain(`GET ${products}/{id}`, 'get', 'account.read', (_, __, w) => ({
    path: `${products}/${w.product.id}`,
  })),
  plain(
    `POST ${products}`,
    'create',
    'product.change',
    () => ({
      path: products,
      body: { code: 'NEW', name: 'New', brand: null, category: null, packUnits: 12, unitMl: 500 },
    }),
    { whole: true },
  ),
  plain(
    `POST ${products}/change-many`,
    'update',
    'product.change',
    (_, __, w) => ({ path: `${products}/change-many`, body: { ids: [w.product.id], brand: 'Cloud' } }),
    { whole: true },
  ),
  plain(
    `PUT ${products}/{id}`,
    'update',
    'product.change',
    (_, __, w) => ({
      path: `${products}/${w.product.id}`,
      body: { version: w.product.version, code: 'LAGER', name: 'Lager', brand: null, category: null },
    }),
    { whole: true },
  ),
  plain(
    `POST ${products}/{id}/periods`,
    'update',
    'product.change',
    (_, __, w) => ({
      path: `${products}/${w.product.id}/periods`,
      body: {
        version: w.product.version,
        step: 'add',
        size: { from: '2025-01-01', to: null, packUnits: 24, unitMl: 330 },
      },
    }),
    { whole: true },
  ),
  plain(
    `POST ${products}/{id}/withdraw`,
    'delete',
    'product.change',
    (_, __, w) => ({
      path: `${products}/${w.product.fresh}/withdraw`,
      body: { version: w.product.freshVersion },
    }),
    { whole: true },
  ),
  plain('GET /api/views', 'list', 'ranking.read', () => ({ path: '/api/views' })),
  plain('POST /api/views', 'create', 'ranking.read', () => ({
    path: '/api/views',
    body: { name: 'New', shared: true, body: {} },
  })),
  {
    route: 'PUT /api/views/{id}',
    verb: 'update',
    needs: 'ranking.read',
    ask: (actor, world) =>
      [undefined, ...world.actors.filter(({ key }) => ['rep@own', 'admin@hq', actor.key].includes(key))].map(
        (other) => {
          const id = other?.view ?? NOWHERE
          return {
            key: other?.key ?? 'unknown',
            asked: [id],
            call: { method: 'PUT', path: `/api/views/${id}`, body: { opens: true } },
            verdict: other?.key === actor.key ? 'yes' : 'unseen',
          }
        },
      ),
  },
  {
    route: 'POST /api/masters/undo/{id}',
    verb: 'update',
    needs: 'account.read',
    ask: (actor, { edit }) =>
      [NOWHERE, edit].map((id) => ({
        key: id === edit ? 'edit' : 'unknown',
        asked: [id],
        call: { method: 'POST', path: `/api/masters/undo/${id}` },
        verdict: id === edit && actor.key === 'admin@hq' ? 'yes' : 'unseen',
      })),
  },
  plain('GET /api/audit', 'list', 'audit.read', () => ({ path: '/api/audit' })),
  plain('GET /api/audit', 'list', 'audit.read', () => ({ path: '/api/audit?kind=account' })),
  plain('GET /api/audit/file', 'export', 'audit.read', () => ({ path: '/api/audit/file' }), { ok: [403] }),
  plain(
    'GET /api/audit/file',
    'export',
    'audit.read',
    () => ({ path: '/api/audit/file?format=xlsx&lang=zh' }),
    { ok: [403] },
  ),
]
