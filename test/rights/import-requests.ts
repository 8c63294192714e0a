import { ofBatch, plain, type Row } from './row.ts'

const go = { map: null, createMissing: false, dryRun: true, allOrNothing: false }
const done = ({ key }: { key: string }) => key.startsWith('b')
const waits = ({ key }: { key: string }) => key.startsWith('waits')

export const importRequests: readonly Row[] = [
  plain('GET /api/imports', 'list', 'import.run', () => ({ path: '/api/imports' })),
  plain('GET /api/imports', 'list', 'import.run', () => ({
    path: '/api/imports?active=true&kind=movements',
  })),
  ofBatch(
    'GET /api/imports/{id}',
    'get',
    'import.run',
    ({ id }) => ({ path: `/api/imports/${id}` }),
    () => true,
  ),
  ofBatch(
    'GET /api/imports/{id}/rejected',
    'file',
    'import.run',
    ({ id }) => ({ path: `/api/imports/${id}/rejected` }),
    done,
  ),
  ofBatch(
    'POST /api/imports/{id}/preview',
    'aggregate',
    'import.run',
    ({ id }) => ({ path: `/api/imports/${id}/preview`, body: { map: null, createMissing: false } }),
    waits,
  ),
  ofBatch(
    'POST /api/imports/{id}/run',
    'update',
    'import.run',
    ({ id }) => ({ path: `/api/imports/${id}/run`, body: go }),
    waits,
  ),
  ofBatch(
    'POST /api/imports/{id}/stop',
    'update',
    'import.run',
    ({ id }) => ({ path: `/api/imports/${id}/stop` }),
    ({ key }) => key === 'runs',
  ),
  ofBatch(
    'GET /api/imports/{id}/undo-preview',
    'get',
    'import.undo',
    ({ id }) => ({ path: `/api/imports/${id}/undo-preview` }),
    done,
  ),
  ofBatch(
    'POST /api/imports/{id}/undo',
    'update',
    'import.undo',
    ({ id }) => ({ path: `/api/imports/${id}/undo` }),
    done,
  ),
  plain('GET /api/import-mappings', 'list', 'import.run', () => ({ path: '/api/import-mappings' })),
  plain('DELETE /api/import-mappings/{kind}/{shape}', 'delete', 'import.run', (_, __, w) => ({
    path: `/api/import-mappings/movements/${w.shape}`,
  })),
  // The upload alone needs to find afterwards what it wrote: it forgets, so it answers that there is no such file.
  plain(
    'PUT /api/imports',
    'create',
    'import.run',
    () => ({
      path: '/api/imports?kind=accounts&fileName=new.csv',
      raw: new Uint8Array(Buffer.from('account_code,account_name\nX,Y\n')),
    }),
    { ok: [404] },
  ),
]
