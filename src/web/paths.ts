import { companyProblems, type CompanyProblem } from '../contract/company-problems.ts'
import { query } from './api.ts'

/** Every address of the app. `$name` is a part of the path that the router fills. */
export const paths = {
  start: '/start',
  signIn: '/sign-in',
  link: '/link/$token',
  secondFactor: '/second-step',
  home: '/',
  accounts: '/accounts',
  compare: '/accounts/compare',
  account: '/accounts/$id',
  markets: '/markets',
  deal: '/trade/deal',
  agreements: '/trade/agreements',
  tradePolicies: '/trade/policies',
  claims: '/trade/claims',
  statement: '/accounts/$id/statement',
  prospects: '/prospects',
  prospect: '/prospects/$id',
  sheet: '/prospects/$id/sheet',
  visits: '/visits',
  import: '/data/import',
  importBatch: '/data/import/$batch',
  people: '/data/people',
  roles: '/data/people/roles',
  policy: '/data/policy',
  masters: '/data/masters',
  audit: '/data/activity',
  settings: '/data/settings',
  own: '/me',
} as const

/** What every screen of the shell keeps in its address: where (code of a node) and as of which day. */
export type PlaceAndDay = { node?: string; asOf?: string }

export function readPlaceAndDay(raw: Readonly<Record<string, unknown>>): PlaceAndDay {
  const found: PlaceAndDay = {}
  if (typeof raw['node'] === 'string' && raw['node'] !== '') found.node = raw['node']
  if (typeof raw['asOf'] === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw['asOf'])) found.asOf = raw['asOf']
  return found
}

/** Where to go after signing in, whether the second step is next, and how signing in with the company's account ended, if it did badly. */
export type SignInSearch = { next?: string; problem?: CompanyProblem; step?: 'code' }

export function readSignInSearch(raw: Readonly<Record<string, unknown>>): SignInSearch {
  const next = typeof raw['next'] === 'string' && /^\/(?![/\\])/.test(raw['next']) ? raw['next'] : undefined
  const problem = companyProblems.find((code) => code === raw['problem'])
  return {
    ...(next === undefined ? {} : { next }),
    ...(problem === undefined ? {} : { problem }),
    ...(raw['step'] === 'code' ? { step: 'code' as const } : {}),
  }
}

/** The browser goes there itself: the way leads through the provider's pages and back. `anew`: with another account, perhaps. */
export function companySignIn(next: string | undefined, anew: boolean): string {
  return `/api/sign-in/company${query({ next, anew: anew ? '1' : undefined })}`
}

/** What the import screen keeps in its address: which kind of file is to be brought, and which imports are listed. */
export type ImportSearch = { kind?: string; list?: string; state?: string; q?: string }

export function readImportSearch(raw: Readonly<Record<string, unknown>>): ImportSearch {
  const text = (name: string) => (typeof raw[name] === 'string' && raw[name] !== '' ? raw[name] : undefined)
  const [kind, list, state, q] = [text('kind'), text('list'), text('state'), text('q')]
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(list === undefined ? {} : { list }),
    ...(state === undefined ? {} : { state }),
    ...(q === undefined ? {} : { q }),
  }
}

/** Downloads go by plain links: the browser saves what the server streams. */
export const downloads = {
  ranking: (of: Readonly<Record<string, string | undefined>>) => `/api/ranking/file${query(of)}`,
  rejected: (batch: string) => `/api/imports/${encodeURIComponent(batch)}/rejected`,
  audit: (of: Readonly<Record<string, string | undefined>>) =>
    `/api/audit/file${query({ format: 'xlsx', ...of })}`,
  export: (
    kind: string,
    format: 'csv' | 'xlsx',
    of: { node?: string | undefined; asOf?: string | undefined } = {},
  ) => `/api/export/${encodeURIComponent(kind)}${query({ format, ...of })}`,
} as const

/** Addresses hold plain text (`?node=0412`), not JSON: a code of digits stays as it was written. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  return query(
    Object.fromEntries(
      Object.entries(search).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
    ),
  )
}
