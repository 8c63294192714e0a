import { createHash, createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

type Claims = Readonly<Record<string, unknown>>

/** Somebody with an account at the provider. */
export type Member = { readonly sub: string; readonly name: string; readonly claims: Claims }

/** What the provider does otherwise than it should. Nothing: it is honest. */
export type Twist = {
  readonly claims?: (claims: Claims) => Claims
  readonly sign?: 'stranger' | 'none' | 'secret'
  readonly metadata?: Claims
  /** Of the way back. */
  readonly iss?: string
  readonly error?: string
  /** Paths that never answer, that answer with this status, that send on elsewhere. */
  readonly silent?: string
  readonly status?: readonly [path: string, status: number]
  readonly onward?: readonly [path: string, to: string]
}

export type Provider = {
  readonly issuer: string
  readonly client: { readonly id: string; readonly secret: string }
  /** Method and path of every request that came. */
  readonly asked: string[]
  twist: Twist
  /** What a person's browser does at the provider: from the address it was sent to, to the one it is sent back to. */
  approve(address: string, sub: string): Promise<URL>
  stop(): Promise<void>
}

type Grant = { readonly member: Member; readonly asked: URLSearchParams }
const b64 = (text: string | Buffer) => Buffer.from(text).toString('base64url')
const KID = 'key-1'

/** A small, real provider of OpenID Connect: description, page, codes that are good once, PKCE, a signing key and its public half. */
export async function startProvider(members: readonly Member[]): Promise<Provider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const client = { id: 'tonnage', secret: 'a secret & more: 100%' }
  const grants = new Map<string, Grant>()
  const bearers = new Map<string, Member>()
  const asked: string[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const provider: Provider = {
    issuer,
    client,
    asked,
    twist: {},
    async approve(address, sub) {
      const url = new URL(address)
      url.pathname = '/approve'
      url.searchParams.set('as', sub)
      const back = await fetch(url, { redirect: 'manual' })
      return new URL(back.headers.get('location') ?? '', 'http://nowhere.invalid')
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer)
    asked.push(`${request.method ?? ''} ${url.pathname}`)
    const { silent, status, onward } = provider.twist
    if (silent === url.pathname) return
    if (status?.[0] === url.pathname) return void response.writeHead(status[1]).end('down')
    if (onward?.[0] === url.pathname) return void response.writeHead(302, { location: onward[1] }).end()
    const body = new URLSearchParams(await bodyOf(request))
    const json = (value: object, code = 200) =>
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return void json({ ...description(issuer), ...provider.twist.metadata })
      case '/jwks':
        return void json({
          keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', alg: 'RS256' }],
        })
      case '/authorize':
        return void response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(page(url.searchParams, members))
      case '/approve':
        return void response.writeHead(302, { location: approved(url.searchParams).href }).end()
      case '/token':
        return void json(...token(request, body))
      case '/userinfo': {
        const member = bearers.get(request.headers.authorization?.replace('Bearer ', '') ?? '')
        return void (member ? json({ sub: member.sub, ...member.claims }) : json({}, 401))
      }
      default:
        return void json({}, 404)
    }
  }

  function approved(asking: URLSearchParams): URL {
    const back = new URL(asking.get('redirect_uri') ?? '')
    const { error, iss = issuer } = provider.twist
    const member = members.find(({ sub }) => sub === asking.get('as'))
    if (error !== undefined || !member) back.searchParams.set('error', error ?? 'access_denied')
    else {
      const code = randomBytes(16).toString('hex')
      grants.set(code, { member, asked: asking })
      back.searchParams.set('code', code)
    }
    back.searchParams.set('state', asking.get('state') ?? '')
    back.searchParams.set('iss', iss)
    return back
  }

  function token(request: IncomingMessage, body: URLSearchParams): [object, number?] {
    const [id, secret] = clientOf(request, body)
    if (id !== client.id || secret !== client.secret) return [{ error: 'invalid_client' }, 401]
    const grant = grants.get(body.get('code') ?? '')
    grants.delete(body.get('code') ?? '')
    const proof = b64(
      createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest(),
    )
    if (
      !grant ||
      grant.asked.get('code_challenge_method') !== 'S256' ||
      grant.asked.get('code_challenge') !== proof ||
      grant.asked.get('redirect_uri') !== body.get('redirect_uri')
    )
      return [{ error: 'invalid_grant' }, 400]
    const bearer = randomBytes(16).toString('hex')
    bearers.set(bearer, grant.member)
    return [{ access_token: bearer, token_type: 'Bearer', expires_in: 60, id_token: idToken(grant) }]
  }

  function idToken({ member, asked: asking }: Grant): string {
    const now = Math.floor(Date.now() / 1000)
    const nonce = asking.get('nonce')
    const honest = {
      iss: issuer,
      sub: member.sub,
      aud: client.id,
      iat: now,
      exp: now + 300,
      nonce,
      ...member.claims,
    }
    const claims = provider.twist.claims?.(honest) ?? honest
    const how = provider.twist.sign
    const alg = how === 'none' ? 'none' : how === 'secret' ? 'HS256' : 'RS256'
    const text = `${b64(JSON.stringify({ alg, kid: KID }))}.${b64(JSON.stringify(claims))}`
    if (how === 'none') return `${text}.`
    if (how === 'secret')
      return `${text}.${createHmac('sha256', client.secret).update(text).digest('base64url')}`
    return `${text}.${signed(text, how === 'stranger' ? stranger : privateKey)}`
  }

  return provider
}

function signed(text: string, key: KeyObject): string {
  return sign('sha256', Buffer.from(text), key).toString('base64url')
}

function description(issuer: string): Claims {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    authorization_response_iss_parameter_supported: true,
  }
}

function field(name: string, value: string): string {
  const safe = value.replaceAll(/[&"<]/g, (one) => `&#${String(one.codePointAt(0))};`)
  return `<input type="hidden" name="${name}" value="${safe}">`
}

/** A page with a button for each of the people, as a provider asks who one is. */
function page(asking: URLSearchParams, members: readonly Member[]): string {
  const fields = [...asking].map(([name, value]) => field(name, value)).join('')
  const buttons = members
    .map(({ sub, name }) => `<button name="as" value="${sub}">${name}</button>`)
    .join(' ')
  return `<!doctype html><html lang="en"><title>Acme accounts</title><h1>Acme accounts</h1><form action="/approve">${fields}${buttons}</form></html>`
}

function clientOf(
  { headers }: IncomingMessage,
  body: URLSearchParams,
): readonly (string | null | undefined)[] {
  const basic = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1]
  if (basic === undefined) return [body.get('client_id'), body.get('client_secret')]
  return Buffer.from(basic, 'base64')
    .toString()
    .split(':')
    .map((part) => new URLSearchParams(`x=${part}`).get('x'))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk)
  return text
}

/** A port that was free a moment ago, for a server that must know its own address before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  await pause(0)
  return port
}
