import createClient from 'openapi-fetch'
import type { PreviewAsk } from '../contract/import-preview.ts'
import type { ImportKind, RunImport as RunAsk } from '../contract/intake.ts'
import type { Facts } from '../language/index.ts'
import type { paths } from './api-schema.ts'

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

/** The language on screen, in which the server's sentences are to come. */
export function spoken(): string {
  return document.documentElement.lang || 'zh-CN'
}

export const client = createClient<paths>({ credentials: 'same-origin' })
client.use({
  onRequest: ({ request }) => {
    request.headers.set('accept-language', spoken())
    return request
  },
})

type Answer<T> = { readonly data?: T; readonly error?: unknown; readonly response: Response }

/** What the server gave; a refusal, or no answer at all, is thrown. */
export async function given<T>(call: Promise<Answer<T>>): Promise<T> {
  const answer = await call.catch((error: unknown): never => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(0, { code: NO_ANSWER })
  })
  const { data, error, response } = answer
  if (!response.ok || data === undefined) throw new ApiProblem(response.status, isObject(error) ? error : {})
  return data
}

function isObject(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null
}

/** `?a=1&b=2` of what is known. */
export function query(parts: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(parts).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

type PlaceAndDay = { readonly node?: string | undefined; readonly asOf?: string | undefined }

/** Without what is not known: the types of the document know no `undefined`. */
function known({ node, asOf }: PlaceAndDay): { node?: string; asOf?: string } {
  return { ...(node === undefined ? {} : { node }), ...(asOf === undefined ? {} : { asOf }) }
}

type RankingRows = Omit<NonNullable<paths['/api/ranking']['get']['parameters']['query']>, 'node' | 'asOf'>
type NewView = paths['/api/views']['post']['requestBody']['content']['application/json']
type ViewChange = paths['/api/views/{id}']['put']['requestBody']['content']['application/json']
type RunImport = paths['/api/imports/{id}/run']['post']['requestBody']['content']['application/json']
type AuditAsk = NonNullable<paths['/api/audit']['get']['parameters']['query']>
type NewPerson = paths['/api/people']['post']['requestBody']['content']['application/json']
type PeopleChanges = paths['/api/people']['put']['requestBody']['content']['application/json']
type NewStandIn = paths['/api/people/{email}/stand-ins']['post']['requestBody']['content']['application/json']
type PolicyTrial = paths['/api/policy/preview']['post']['requestBody']['content']['application/json']
type PolicyChange = paths['/api/policy']['put']['requestBody']['content']['application/json']
type ImportFilter = NonNullable<paths['/api/imports']['get']['parameters']['query']>
type AskPreview = paths['/api/imports/{id}/preview']['post']['requestBody']['content']['application/json']
type Override = paths['/api/accounts/{id}/override']['post']['requestBody']['content']['application/json']
type MarketSize = paths['/api/markets/{code}/sizes']['put']['requestBody']['content']['application/json']
type MarketLevel = NonNullable<
  NonNullable<paths['/api/markets/{code}']['get']['parameters']['query']>['level']
>

/** What a call sends. */
export type Body<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  requestBody: { content: { 'application/json': infer B } }
}
  ? B
  : never

/** Every call that the screens make. Paths, bodies and answers are those of the server's OpenAPI document. */
export const api = {
  start: () => given(client.GET('/api/start')),
  setUp: (body: Body<'/api/start/setup', 'post'>) => given(client.POST('/api/start/setup', { body })),
  makeDemo: (body: Body<'/api/start/demo', 'post'>) => given(client.POST('/api/start/demo', { body })),
  clearDemo: () => given(client.POST('/api/start/clear')),
  signIn: (body: { email: string; password: string }) => given(client.POST('/api/sign-in', { body })),
  signOut: () => given(client.POST('/api/sign-out')),
  company: () => given(client.GET('/api/company')),
  changeCompany: (body: Body<'/api/company', 'put'>) => given(client.PUT('/api/company', { body })),
  session: () => given(client.GET('/api/session')),
  own: () => given(client.GET('/api/me')),
  changeOwnPassword: (body: Body<'/api/me/password', 'put'>) =>
    given(client.PUT('/api/me/password', { body })),
  chooseOwnLanguage: (locale: 'zh' | 'en') => given(client.PUT('/api/me/language', { body: { locale } })),
  endOwnSession: (id: string) => given(client.DELETE('/api/me/sessions/{id}', { params: { path: { id } } })),
  endOtherOwnSessions: () => given(client.DELETE('/api/me/sessions')),
  makeOwnKey: (name: string) => given(client.POST('/api/me/keys', { body: { name } })),
  revokeOwnKey: (prefix: string) =>
    given(client.DELETE('/api/me/keys/{prefix}', { params: { path: { prefix } } })),
  ownCalendar: () => given(client.GET('/api/me/calendar')),
  makeOwnCalendar: () => given(client.POST('/api/me/calendar')),
  endOwnCalendar: () => given(client.DELETE('/api/me/calendar')),
  link: (token: string) => given(client.GET('/api/link/{token}', { params: { path: { token } } })),
  setPassword: (token: string, password: string) =>
    given(client.POST('/api/link/{token}', { params: { path: { token } }, body: { password } })),
  ranking: ({ node, asOf, ...rows }: PlaceAndDay & RankingRows, signal?: AbortSignal) =>
    given(
      client.GET('/api/ranking', {
        params: { query: { ...known({ node, asOf }), ...rows } },
        ...(signal ? { signal } : {}),
      }),
    ),
  views: () => given(client.GET('/api/views')),
  saveView: (body: NewView) => given(client.POST('/api/views', { body })),
  changeView: (id: string, body: ViewChange) =>
    given(client.PUT('/api/views/{id}', { params: { path: { id } }, body })),
  search: (q: string, signal?: AbortSignal) =>
    given(client.GET('/api/search', { params: { query: { q } }, ...(signal ? { signal } : {}) })),
  markets: (of: PlaceAndDay, signal?: AbortSignal) =>
    given(client.GET('/api/markets', { params: { query: known(of) }, ...(signal ? { signal } : {}) })),
  market: (
    code: string,
    of: { asOf?: string | undefined; level?: MarketLevel | undefined },
    signal?: AbortSignal,
  ) =>
    given(
      client.GET('/api/markets/{code}', {
        params: { path: { code }, query: { ...known(of), ...(of.level ? { level: of.level } : {}) } },
        ...(signal ? { signal } : {}),
      }),
    ),
  marketMembers: (
    code: string,
    of: { asOf?: string | undefined; level: MarketLevel; from: number; count: number },
    signal?: AbortSignal,
  ) =>
    given(
      client.GET('/api/markets/{code}/members', {
        params: {
          path: { code },
          query: { ...known(of), level: of.level, from: of.from, count: of.count },
        },
        ...(signal ? { signal } : {}),
      }),
    ),
  marketSizes: (code: string) =>
    given(client.GET('/api/markets/{code}/sizes', { params: { path: { code } } })),
  saveMarketSize: (code: string, body: MarketSize) =>
    given(client.PUT('/api/markets/{code}/sizes', { params: { path: { code } }, body })),
  removeMarketSize: (code: string, day: string) =>
    given(client.DELETE('/api/markets/{code}/sizes/{day}', { params: { path: { code, day } } })),
  account: (id: string, of: { asOf?: string | undefined }, signal?: AbortSignal) =>
    given(
      client.GET('/api/accounts/{id}', {
        params: { path: { id }, query: known(of) },
        ...(signal ? { signal } : {}),
      }),
    ),
  override: (id: string, body: Override) =>
    given(client.POST('/api/accounts/{id}/override', { params: { path: { id } }, body })),
  merge: (id: string, into: string) =>
    given(client.POST('/api/accounts/{id}/merge', { params: { path: { id } }, body: { into } })),
  unmerge: (id: string) => given(client.POST('/api/accounts/{id}/unmerge', { params: { path: { id } } })),
  accountRecords: (id: string, of: { asOf?: string | undefined }, signal?: AbortSignal) =>
    given(
      client.GET('/api/accounts/{id}/records', {
        params: { path: { id }, query: known(of) },
        ...(signal ? { signal } : {}),
      }),
    ),
  addRecord: (id: string, body: Body<'/api/accounts/{id}/records', 'post'>) =>
    given(client.POST('/api/accounts/{id}/records', { params: { path: { id } }, body })),
  changeRecord: (id: string, record: string, body: Body<'/api/accounts/{id}/records/{record}', 'put'>) =>
    given(client.PUT('/api/accounts/{id}/records/{record}', { params: { path: { id, record } }, body })),
  removeRecord: (id: string, record: string) =>
    given(client.DELETE('/api/accounts/{id}/records/{record}', { params: { path: { id, record } } })),
  restoreRecord: (id: string, record: string) =>
    given(client.POST('/api/accounts/{id}/records/{record}/restore', { params: { path: { id, record } } })),
  recordPhone: (id: string, record: string) =>
    given(client.POST('/api/accounts/{id}/records/{record}/phone', { params: { path: { id, record } } })),
  tellFact: (id: string, body: Body<'/api/accounts/{id}/facts', 'put'>) =>
    given(client.PUT('/api/accounts/{id}/facts', { params: { path: { id } }, body })),
  takeFactBack: (id: string, fact: string, day: string) =>
    given(client.DELETE('/api/accounts/{id}/facts/{fact}/{day}', { params: { path: { id, fact, day } } })),
  timeline: (id: string, of: { asOf?: string | undefined }, signal?: AbortSignal) =>
    given(
      client.GET('/api/accounts/{id}/timeline', {
        params: { path: { id }, query: known(of) },
        ...(signal ? { signal } : {}),
      }),
    ),
  doubles: (id: string, signal?: AbortSignal) =>
    given(
      client.GET('/api/accounts/{id}/doubles', { params: { path: { id } }, ...(signal ? { signal } : {}) }),
    ),
  previewMerge: (id: string, into: string, signal?: AbortSignal) =>
    given(
      client.GET('/api/accounts/{id}/merge-preview', {
        params: { path: { id }, query: { into } },
        ...(signal ? { signal } : {}),
      }),
    ),
  imports: (of: ImportFilter = {}) => given(client.GET('/api/imports', { params: { query: of } })),
  previewImport: (id: string, ask: PreviewAsk, signal: AbortSignal) =>
    given(
      client.POST('/api/imports/{id}/preview', { params: { path: { id } }, body: ask as AskPreview, signal }),
    ),
  stopImport: (id: string) => given(client.POST('/api/imports/{id}/stop', { params: { path: { id } } })),
  import: (id: string) => given(client.GET('/api/imports/{id}', { params: { path: { id } } })),
  runImport: (id: string, ask: RunAsk) =>
    given(client.POST('/api/imports/{id}/run', { params: { path: { id } }, body: ask as RunImport })),
  undoPreview: (id: string) =>
    given(client.GET('/api/imports/{id}/undo-preview', { params: { path: { id } } })),
  importMappings: () => given(client.GET('/api/import-mappings')),
  forgetMapping: (kind: ImportKind, shape: string) =>
    given(client.DELETE('/api/import-mappings/{kind}/{shape}', { params: { path: { kind, shape } } })),
  undoImport: (id: string) => given(client.POST('/api/imports/{id}/undo', { params: { path: { id } } })),
  policy: (signal?: AbortSignal) => given(client.GET('/api/policy', signal ? { signal } : {})),
  policyVersion: (version: number, signal?: AbortSignal) =>
    given(
      client.GET('/api/policy/versions/{version}', {
        params: { path: { version } },
        ...(signal ? { signal } : {}),
      }),
    ),
  previewPolicy: (body: PolicyTrial, signal?: AbortSignal) =>
    given(client.POST('/api/policy/preview', { body, ...(signal ? { signal } : {}) })),
  audit: (ask: AuditAsk, signal: AbortSignal) =>
    given(client.GET('/api/audit', { params: { query: ask }, signal })),
  changePolicy: (body: PolicyChange) => given(client.PUT('/api/policy', { body })),
  people: (signal?: AbortSignal) => given(client.GET('/api/people', signal ? { signal } : {})),
  addPerson: (body: NewPerson) => given(client.POST('/api/people', { body })),
  changePeople: (changes: PeopleChanges['changes']) =>
    given(client.PUT('/api/people', { body: { changes } })),
  newLink: (email: string) => given(client.POST('/api/people/{email}/link', { params: { path: { email } } })),
  addStandIn: (email: string, body: NewStandIn) =>
    given(client.POST('/api/people/{email}/stand-ins', { params: { path: { email } }, body })),
  endStandIn: (id: string) => given(client.DELETE('/api/stand-ins/{id}', { params: { path: { id } } })),
}
