import { readFileSync, statSync } from 'node:fs'
import { ok, refuse, type Result } from '../../domain/problem.ts'

/** How the company's provider of OpenID Connect is reached, and what holds for who comes from there. */
export type CompanySignIn = {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** Where the provider sends browsers back to. */
  readonly redirectUri: URL
  /** On the button; null: the words of the language. */
  readonly name: string | null
  /** Passwords are for administrators of the whole company alone. */
  readonly only: boolean
  /** The provider's addresses are its people's own, also where it does not say so. */
  readonly trustsEmail: boolean
  /** Hosts beside the issuer's own that its keys and tokens may come from. */
  readonly hosts: readonly string[]
  /** Seconds until an answer of the provider is given up. */
  readonly patience: number
}

type SettingProblem =
  | 'sign-in/issuer'
  | 'sign-in/client'
  | 'sign-in/secret-file'
  | 'sign-in/address'
  | 'sign-in/switch'
  | 'sign-in/hosts'

const PREFIX = 'TONNAGE_OIDC_'
const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i
export const callbackPath = '/api/sign-in/company/callback'

/**
 * Reads `TONNAGE_OIDC_…` and `TONNAGE_URL`; null where none is set. Refused: anything that is set and cannot be used, because half
 * a setting would leave people before a door that does not open, or one open that was to be shut.
 */
export function companySignInNamed(env: NodeJS.ProcessEnv): Result<CompanySignIn | null, SettingProblem> {
  const said = (name: string) => env[`${PREFIX}${name}`]?.trim() ?? ''
  if (!Object.entries(env).some(([name, value]) => name.startsWith(PREFIX) && value?.trim())) return ok(null)
  const issuer = safeAddress(said('ISSUER'))
  if (!issuer || issuer.search !== '' || issuer.hash !== '') return refuse('sign-in/issuer')
  const home = safeAddress(env['TONNAGE_URL'] ?? '')
  if (!home) return refuse('sign-in/address')
  for (const name of ['ONLY', 'TRUST_EMAIL'])
    if (!['', '0', '1'].includes(said(name))) return refuse('sign-in/switch', { name: `${PREFIX}${name}` })
  const hosts = said('HOSTS')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '')
  if (hosts.some((host) => !HOST.test(host))) return refuse('sign-in/hosts')
  const secret = secretOf(said('CLIENT_SECRET'), said('CLIENT_SECRET_FILE'))
  if (!secret.ok) return secret
  if (said('CLIENT_ID') === '') return refuse('sign-in/client')
  return ok({
    issuer,
    clientId: said('CLIENT_ID'),
    clientSecret: secret.value,
    redirectUri: new URL(callbackPath, home),
    name: said('NAME').normalize('NFKC').slice(0, 40) || null,
    only: said('ONLY') === '1',
    trustsEmail: said('TRUST_EMAIL') === '1',
    hosts,
    patience: 10,
  })
}

/** An https address without a name and password in it; http where it does not leave this machine. */
function safeAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return undefined
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)) ? url : undefined
}

export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** The secret itself, or the file that holds it and that its owner alone can read. One of the two. */
function secretOf(text: string, file: string): Result<string, 'sign-in/client' | 'sign-in/secret-file'> {
  if ((text === '') === (file === '')) return refuse('sign-in/client')
  if (file === '') return ok(text)
  try {
    // Windows knows no such modes; there the folder's rights are what counts.
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
      return refuse('sign-in/secret-file', { file })
    const kept = readFileSync(file, 'utf8').trim()
    return kept === '' ? refuse('sign-in/secret-file', { file }) : ok(kept)
  } catch {
    return refuse('sign-in/secret-file', { file })
  }
}
