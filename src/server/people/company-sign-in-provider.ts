import * as client from 'openid-client'
import { isLoopback, type CompanySignIn } from './company-sign-in-settings.ts'
import type { Flow } from './company-sign-in-flow.ts'

/** Who the provider says it is: the two that name them for good, and the address as far as it can be believed. */
export type Said = {
  readonly issuer: string
  readonly subject: string
  readonly email: string | null
  readonly emailVerified: boolean
}

/** How a way to the provider ends where it does not end well, and what of it may be logged. */
export class ProviderFault extends Error {
  readonly kind: 'again' | 'declined' | 'silent' | 'failed'
  readonly facts: Readonly<Record<string, string>>
  constructor(kind: ProviderFault['kind'], facts: Readonly<Record<string, string>>) {
    super(`company sign-in: ${kind}`)
    this.kind = kind
    this.facts = facts
  }
}

export type Provider = {
  /** Where to send the browser. `anew`: the provider is to ask who one is, also where it knows. */
  begin(flow: Flow, anew: boolean): Promise<URL>
  /** What the provider says of who came back with this answer. The address is asked for by `withEmail`. */
  finish(flow: Flow, answer: URLSearchParams): Promise<{ said: Said; withEmail: () => Promise<Said> }>
}

/** Seconds by which the provider's clock may differ from ours. */
const skew = 60
/** How long the provider's description of itself is believed; its keys are kept for five minutes by the library. */
const describedFor = 3_600_000

/**
 * The company's provider of OpenID Connect. This is the only module of the server that speaks to another machine, and `onlyTo` the only
 * place where it does. The description is fetched when it is first needed: a provider that is down does not keep the server from starting.
 */
export function providerOf(settings: CompanySignIn, now: () => Date): Provider {
  let known: { readonly config: Promise<client.Configuration>; readonly at: number } | undefined

  async function described(): Promise<client.Configuration> {
    const at = now().getTime()
    if (known && Math.abs(at - known.at) < describedFor) return known.config
    const before = known
    const config = describe(settings).catch((error: unknown) => {
      // What was known goes on holding while the provider is away, and it is asked again in a minute; without it, by the next.
      known = before && { ...before, at: at - describedFor + 60_000 }
      if (before) return before.config
      throw faultOf(error)
    })
    known = { config, at }
    return config
  }

  return {
    async begin(flow, anew) {
      const config = await described()
      const there = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri.href,
        scope: 'openid email',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
        ...(anew ? { prompt: 'login' } : {}),
      })
      // Browsers are sent nowhere else either.
      if (!allowed(there, settings)) throw otherHost(there)
      return there
    },

    async finish(flow, answer) {
      const config = await described()
      // Not the address that was asked for: a Host header must not have a say in it.
      const url = new URL(`${settings.redirectUri.href}?${answer.toString()}`)
      try {
        const tokens = await client.authorizationCodeGrant(config, url, {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (!claims) throw new ProviderFault('failed', { code: 'no-id-token' })
        const said = saidBy(claims, settings)
        return {
          said,
          withEmail: async () => {
            const asks = said.email === null && config.serverMetadata().userinfo_endpoint !== undefined
            if (!asks) return said
            // Compares the subject with the token's.
            const more = await client
              .fetchUserInfo(config, tokens.access_token, claims.sub)
              .catch((error: unknown): never => {
                throw faultOf(error)
              })
            return { ...saidBy(more, settings), issuer: said.issuer }
          },
        }
      } catch (error) {
        throw faultOf(error)
      }
    },
  }
}

function describe(settings: CompanySignIn): Promise<client.Configuration> {
  const post = client.ClientSecretPost(settings.clientSecret)
  const basic = client.ClientSecretBasic(settings.clientSecret)
  return client.discovery(
    settings.issuer,
    settings.clientId,
    { [client.clockTolerance]: skew },
    (server, ...rest) =>
      (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') ? post : basic)(
        server,
        ...rest,
      ),
    {
      timeout: settings.patience,
      [client.customFetch]: onlyTo(settings),
      execute: [
        // The library would believe a token that came over TLS; we want the signature as well.
        client.enableNonRepudiationChecks,
        ...(isLoopback(settings.issuer) ? [client.allowInsecureRequests] : []),
      ],
    },
  )
}

/** The issuer's own origin, and by https the hosts that the settings name. */
function allowed(url: URL, { issuer, hosts }: CompanySignIn): boolean {
  return url.origin === issuer.origin || (url.protocol === 'https:' && hosts.includes(url.host))
}

function otherHost({ host }: URL): ProviderFault {
  return new ProviderFault('failed', { code: 'other-host', host })
}

/** The way out: to hosts that are allowed, whatever the provider's description or a redirect says. Redirects are not followed. */
function onlyTo(settings: CompanySignIn): client.CustomFetch {
  return async (address, options) => {
    const url = new URL(address)
    if (!allowed(url, settings)) throw otherHost(url)
    return fetch(url, { ...(options as RequestInit), redirect: 'manual' })
  }
}

type Claims = {
  readonly sub: string
  readonly iss?: unknown
  readonly email?: unknown
  readonly email_verified?: unknown
}

/** An address that the provider itself calls unverified stays so, whatever the settings trust. */
function saidBy({ sub, iss, email, email_verified: verified }: Claims, settings: CompanySignIn): Said {
  return {
    issuer: typeof iss === 'string' ? iss : settings.issuer.href,
    subject: sub,
    email: typeof email === 'string' && email !== '' ? email : null,
    emailVerified:
      verified === true || verified === 'true' || (verified === undefined && settings.trustsEmail),
  }
}

/** What the library throws, in our words. Kept of it: its code and the name of the claim that did not fit, never a value. */
function faultOf(error: unknown): ProviderFault {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof ProviderFault) return cause
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return new ProviderFault('declined', {})
    const busy = ['server_error', 'temporarily_unavailable'].includes(error.error)
    return new ProviderFault(busy ? 'silent' : 'failed', { code: specified(error.error) })
  }
  if (error instanceof client.ResponseBodyError)
    return new ProviderFault(error.error === 'invalid_grant' ? 'again' : 'failed', {
      code: specified(error.error),
    })
  const code = error instanceof client.ClientError ? (error.code ?? '') : ''
  const status = error instanceof Error && error.cause instanceof Response ? error.cause.status : 0
  // `fetch` says so where no connection came about.
  if (code === 'OAUTH_TIMEOUT' || status >= 500 || (error instanceof TypeError && code === ''))
    return new ProviderFault('silent', { code: code || 'no-answer' })
  return new ProviderFault('failed', { code: code || 'unknown', ...claimOf(error) })
}

/** Error words of the specifications are short and of a few letters; what is longer may be anything. */
function specified(word: string): string {
  return /^[a-z_]{1,40}$/.test(word) ? word : 'other'
}

function claimOf(error: unknown): { readonly claim?: string } {
  for (
    let cause = error;
    typeof cause === 'object' && cause !== null;
    cause = 'cause' in cause ? cause.cause : null
  )
    if ('claim' in cause && typeof cause.claim === 'string') return { claim: specified(cause.claim) }
  return {}
}
