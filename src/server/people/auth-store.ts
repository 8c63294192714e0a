import { Kysely, PostgresDialect } from 'kysely'
import type { Deps } from '../db/deps.ts'
import { hashPassword, isPassword } from './password.ts'

export type AuthSettings = {
  readonly secret: string
  /** True where the browser sees https: the cookie is then never sent in the clear. */
  readonly https: boolean
}

/** A session ends after so many days without a request, and after so many whatever happens (OWASP ASVS 5.0, 7.3). */
export const sessionIdleDays = 14
export const sessionMostDays = 60

/** Our own name for the address of a request's peer: what the library may believe. A client's `X-Forwarded-For` is a claim. */
export const addressHeader = 'x-tonnage-address'

/**
 * Passwords and sessions. What is switched off: sign-up (people are added by an administrator), its rate limit (it believes
 * X-Forwarded-For; ours counts per account in the database), its cookie cache (a disabled person would stay signed in), telemetry.
 */
async function libraryFor(deps: Pick<Deps, 'db' | 'newId'>, settings: AuthSettings) {
  const [{ betterAuth }, { vouched }] = await Promise.all([
    import('better-auth'),
    import('./company-sign-in-session.ts'),
  ])
  const queries = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool: deps.db.pool }) })
  return betterAuth({
    appName: 'Tonnage',
    baseURL: settings.https ? 'https://tonnage.invalid' : 'http://tonnage.invalid',
    basePath: '/api/auth',
    secret: settings.secret,
    database: { db: queries.withSchema('auth'), type: 'postgres', transaction: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    session: { cookieCache: { enabled: false }, expiresIn: sessionIdleDays * 86_400, updateAge: 600 },
    rateLimit: { enabled: false },
    plugins: [vouched],
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      // `__Host-`: set by this host alone, over https, for all of it. The library's own prefix says less.
      cookiePrefix: settings.https ? '__Host-tonnage' : 'tonnage',
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => deps.newId() },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: settings.https, path: '/' },
    },
  })
}

export type Auth = () => ReturnType<typeof libraryFor>

/** The library is loaded when somebody first comes by a browser: it is half of what a start takes, and few commands need it. */
export function makeAuth(deps: Pick<Deps, 'db' | 'newId'>, settings: AuthSettings): Auth {
  let made: ReturnType<typeof libraryFor> | undefined
  return () => (made ??= libraryFor(deps, settings))
}
