import { plain, type Row } from './row.ts'

/** One's own account: the actors come with API keys, which are refused there, all alike and whatever they ask for. */
const refused = { ok: [409] }
const own = (route: string, verb: Row['verb'], path: string, body?: unknown) =>
  plain(route, verb, 'signed-in', () => ({ path, ...(body === undefined ? {} : { body }) }), refused)

export const ownRequests: readonly Row[] = [
  own('GET /api/me', 'get', '/api/me'),
  own('GET /api/me/second-factor', 'get', '/api/me/second-factor'),
  own('POST /api/me/second-factor', 'create', '/api/me/second-factor', { password: 'a' }),
  own('PUT /api/me/second-factor', 'update', '/api/me/second-factor', { code: '000000' }),
  own('POST /api/me/second-factor/recovery', 'create', '/api/me/second-factor/recovery', { code: '000000' }),
  own('POST /api/me/second-factor/remove', 'delete', '/api/me/second-factor/remove', { code: '000000' }),
  own('GET /api/me/data', 'get', '/api/me/data'),
  own('PUT /api/me/password', 'update', '/api/me/password', {
    old: 'a'.repeat(12),
    password: 'b'.repeat(12),
  }),
  own('PUT /api/me/language', 'update', '/api/me/language', { locale: 'en' }),
  own('DELETE /api/me/sessions', 'delete', '/api/me/sessions'),
  own('DELETE /api/me/sessions/{id}', 'delete', '/api/me/sessions/nothing'),
  own('POST /api/me/keys', 'create', '/api/me/keys', { name: 'New' }),
  own('DELETE /api/me/keys/{prefix}', 'delete', '/api/me/keys/nothing'),
  own('GET /api/me/calendar', 'get', '/api/me/calendar'),
  own('POST /api/me/calendar', 'create', '/api/me/calendar'),
  own('DELETE /api/me/calendar', 'delete', '/api/me/calendar'),
]
