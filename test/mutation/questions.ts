import { pdf } from '../make/pictures.ts'
import { mark } from '../rights/judge.ts'
import { holds, holdsAll } from '../rights/oracle.ts'
import { plain, type Row } from '../rights/row.ts'
import type { Planted } from './more.ts'
import { ofWanderers } from './wanderers.ts'

/** Each file looked at and taken in by who brought it; a file that the account has in its former market. */
export const more = ({ files, wanderers, product, shared }: Planted): readonly Row[] => [
  ...ofWanderers(wanderers),
  {
    route: 'POST /api/accounts/{id}/files',
    verb: 'create',
    needs: 'account.note',
    ask: (actor, world) =>
      world.accounts.flatMap(({ key, id, formerly }) =>
        formerly && holdsAll(actor, 'account.note')
          ? [
              {
                key: `${key} once more`,
                asked: [id],
                verdict: 'any' as const,
                call: {
                  method: 'POST',
                  path: `/api/accounts/${id}/files?name=same.pdf`,
                  raw: new Uint8Array(Buffer.concat([pdf, Buffer.from(mark('fb', formerly, `${key}old`))])),
                },
              },
            ]
          : [],
      ),
  },
  // A name that an account has in another market only.
  plain('GET /api/audit', 'list', 'audit.read', () => ({
    path: `/api/audit?account=${mark('an', 'far', 'formernew')}`,
  })),
  ...['profit', 'volume', 'potential'].map((first) =>
    plain('POST /api/policy/preview', 'aggregate', 'policy.read', () => ({
      path: '/api/policy/preview',
      body: {
        ranking: [first, ...['strength', 'potential', 'volume', 'profit'].filter((one) => one !== first)],
      },
    })),
  ),
  // Where everybody is a key account, one of whom costs are not known is one as well.
  plain('POST /api/policy/preview', 'aggregate', 'policy.read', () => ({
    path: '/api/policy/preview',
    body: { body: { costCoverage: 1, k: { kind: 'cover', most: 12, least: 12, share: 1 } } },
  })),
  {
    route: 'PUT /api/views/{id}',
    verb: 'update',
    needs: 'ranking.read',
    ask: () => [
      {
        key: 'of all',
        asked: [shared],
        verdict: 'any',
        call: { method: 'PUT', path: `/api/views/${shared}`, body: { name: 'Of somebody' } },
      },
    ],
  },
  plain(
    'POST /api/masters/products',
    'create',
    'product.change',
    () => ({
      path: '/api/masters/products',
      body: { code: 'NEW', name: 'New', brand: null, category: null, packUnits: 12, unitMl: 500, cost: 5 },
    }),
    { whole: true },
  ),
  plain(
    'POST /api/masters/products/{id}/periods',
    'update',
    'product.change',
    () => ({
      path: `/api/masters/products/${product.id}/periods`,
      body: {
        version: product.version,
        step: 'add',
        size: { from: '2025-01-01', to: null, packUnits: 24, unitMl: 330, cost: 5, excise: 6 },
      },
    }),
    { whole: true },
  ),
  {
    route: 'POST /api/imports/{id}/undo',
    verb: 'update',
    needs: 'import.undo',
    ask: (actor) =>
      [...files].flatMap(([key, { id, actor: by, done }]) =>
        by === actor.key && done
          ? [
              {
                key,
                asked: [id],
                verdict: 'any' as const,
                call: { method: 'POST', path: `/api/imports/${id}/undo` },
              },
            ]
          : [],
      ),
  },
  ...(['preview', 'run'] as const).map((step): Row => ({
    route: `POST /api/imports/{id}/${step}`,
    verb: 'update',
    needs: 'import.run',
    ask: (actor) =>
      [...files].flatMap(([key, { id, actor: by, createMissing, done }]) =>
        by === actor.key && !done && holds(actor, 'import.run', 'own')
          ? [
              {
                key,
                asked: [id],
                verdict: 'any' as const,
                call: {
                  method: 'POST',
                  path: `/api/imports/${id}/${step}`,
                  body: {
                    map: null,
                    createMissing,
                    ...(step === 'run' ? { dryRun: false, allOrNothing: false } : {}),
                  },
                },
              },
            ]
          : [],
      ),
  })),
]
