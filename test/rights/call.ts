import { createApp } from '../../src/server/app.ts'
import type { Deps } from '../../src/server/db/deps.ts'

export type Call = {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly raw?: Uint8Array<ArrayBuffer>
}

/** Requests to an app of its own, which remembers nothing of what others were answered. */
export function callsOf(deps: Deps): (key: string | undefined, call: Call) => Promise<Response> {
  const app = createApp(deps)
  return async (key, { method, path, body, raw }) =>
    app.request(path, {
      method,
      headers: {
        'accept-language': 'en',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? (raw === undefined ? {} : { body: raw }) : { body: JSON.stringify(body) }),
    })
}
