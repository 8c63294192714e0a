import { createHmac } from 'node:crypto'
import { hashOf, newToken, sameHash } from './token.ts'

/** Minutes that a person has at the provider before they must begin anew. */
export const flowMinutes = 10

/** What one way to the provider and back is known by. The browser holds none of it but the state. */
export type Flow = {
  readonly state: string
  readonly nonce: string
  /** PKCE: proves to the provider that who fetches the token is who asked (RFC 7636). */
  readonly verifier: string
  readonly expiresAt: Date
  /** Where in the app the person wanted to go. */
  readonly next: string
}

/**
 * Begins a way: its secrets are derived from a random seed and the server's own key, so the cookie (seed, end and place, signed) binds
 * them to one browser and tells it nothing. Nothing is stored: who only begins costs the server no memory.
 */
export function beginFlow(key: string, now: Date, next: string): { flow: Flow; cookie: string } {
  const end = Math.floor(now.getTime() / 1000) + flowMinutes * 60
  const body = [newToken(), end.toString(36), Buffer.from(ownPath(next)).toString('base64url')].join('.')
  const cookie = `${body}.${derive(key, 'cookie', body)}`
  const flow = readFlow(key, cookie, now)
  if (!flow) throw new Error('a way that cannot be read back')
  return { flow, cookie }
}

/** The way of a cookie; undefined where it is none of ours, was altered or has ended. */
export function readFlow(key: string, cookie: string, now: Date): Flow | undefined {
  const [, body, seed, end, place, mac] =
    /^(([\w-]{43})\.([0-9a-z]{1,9})\.([\w-]*))\.([\w-]{43})$/.exec(cookie) ?? []
  if (body === undefined || seed === undefined || mac === undefined) return undefined
  if (!sameText(mac, derive(key, 'cookie', body))) return undefined
  const expiresAt = new Date(parseInt(end ?? '', 36) * 1000)
  if (!(expiresAt > now)) return undefined
  return {
    state: derive(key, 'state', seed),
    nonce: derive(key, 'nonce', seed),
    verifier: derive(key, 'verifier', seed),
    expiresAt,
    next: ownPath(Buffer.from(place ?? '', 'base64url').toString()),
  }
}

/** Comparing takes as long for what is nearly right as for what is not. */
export function sameText(a: string, b: string): boolean {
  return sameHash(hashOf(a), hashOf(b))
}

function derive(key: string, what: string, text: string): string {
  return createHmac('sha256', key).update(`company sign-in ${what}\0${text}`).digest('base64url')
}

/**
 * A page of our own, path and query: anything else becomes the first page. `//host` and `/\host` are other people's hosts to a
 * browser, and what lies beneath /api is no page.
 */
export function ownPath(wish: string): string {
  const origin = 'http://own.invalid'
  if (!wish.startsWith('/') || !URL.canParse(wish, origin)) return '/'
  const url = new URL(wish, origin)
  const path = `${url.pathname}${url.search}`
  const own = url.origin === origin && !path.startsWith('//') && !/^\/api(\/|$)/i.test(url.pathname)
  return own && path.length <= 1500 ? path : '/'
}
