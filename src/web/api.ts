import type { AccountProfile, Ranking } from '../contract/assess.ts'
import type { ColumnMap, ImportBatch } from '../contract/intake.ts'
import type { Session, SetUp, StartState } from '../contract/people.ts'
import type { Facts } from '../language/index.ts'

/** A refusal of the server as an exception, because that is what the query library knows. `code` is of `domain/problem.ts`. */
export class ApiProblem extends Error {
  readonly code: string
  readonly facts: Facts
  readonly status: number
  readonly detail: string
  readonly id: string | null
  constructor(status: number, body: { code?: string; detail?: string; facts?: Facts; id?: string }) {
    super(body.detail ?? body.code ?? `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = body.code ?? ''
    this.detail = body.detail ?? ''
    this.facts = body.facts ?? {}
    this.id = body.id ?? null
  }
}

/** Code of a problem that the browser itself has: no answer came. */
export const NO_ANSWER = 'browser/no-answer'

type Ask = { readonly method?: string; readonly body?: unknown; readonly signal?: AbortSignal }

async function ask<T>(path: string, { method = 'GET', body, signal }: Ask = {}): Promise<T> {
  const init: RequestInit = { method, credentials: 'same-origin', headers: {} }
  if (signal) init.signal = signal
  if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { 'content-type': 'application/json' }
  }
  let response: Response
  try {
    response = await fetch(`/api${path}`, init)
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiProblem(0, { code: NO_ANSWER })
  }
  const json: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new ApiProblem(response.status, isObject(json) ? json : {})
  // The server's own tests prove that its answers have the contract's shape.
  return json as T
}

function isObject(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null
}

/** `?a=1&b=2` of what is known. */
export function query(parts: Readonly<Record<string, string | undefined>>): string {
  const known = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return known.length > 0 ? `?${known.join('&')}` : ''
}

const post = { method: 'POST' } as const

export const api = {
  start: () => ask<StartState>('/start'),
  setUp: (body: SetUp) => ask<{ link: string }>('/start/setup', { ...post, body }),
  makeDemo: () => ask<unknown>('/start/demo', { ...post, body: {} }),
  clearDemo: () => ask<unknown>('/start/clear', { ...post, body: {} }),
  signIn: (body: { email: string; password: string }) => ask<unknown>('/sign-in', { ...post, body }),
  signOut: () => ask<unknown>('/sign-out', { ...post, body: {} }),
  session: () => ask<Session>('/session'),
  link: (token: string) =>
    ask<{ email: string; name: string; company: string; leastPassword: number }>(
      `/link/${encodeURIComponent(token)}`,
    ),
  setPassword: (token: string, password: string) =>
    ask<unknown>(`/link/${encodeURIComponent(token)}`, { ...post, body: { password } }),
  ranking: (of: { node?: string | undefined; asOf?: string | undefined }, signal?: AbortSignal) =>
    ask<Ranking>(`/ranking${query(of)}`, signal ? { signal } : {}),
  account: (id: string, of: { asOf?: string | undefined }, signal?: AbortSignal) =>
    ask<AccountProfile>(`/accounts/${encodeURIComponent(id)}${query(of)}`, signal ? { signal } : {}),
  override: (id: string, body: { standing: string; reason: string; expiresOn: string }) =>
    ask<unknown>(`/accounts/${encodeURIComponent(id)}/override`, { ...post, body }),
  merge: (id: string, into: string) =>
    ask<unknown>(`/accounts/${encodeURIComponent(id)}/merge`, { ...post, body: { into } }),
  unmerge: (id: string) => ask<unknown>(`/accounts/${encodeURIComponent(id)}/unmerge`, { ...post, body: {} }),
  runImport: (
    id: string,
    body: { map: ColumnMap | null; createMissing: boolean; dryRun: boolean; allOrNothing: boolean },
  ) => ask<unknown>(`/imports/${encodeURIComponent(id)}/run`, { ...post, body }),
  imports: () => ask<ImportBatch[]>('/imports'),
  import: (id: string) => ask<ImportBatch>(`/imports/${encodeURIComponent(id)}`),
  undoImport: (id: string) => ask<unknown>(`/imports/${encodeURIComponent(id)}/undo`, { ...post, body: {} }),
}
