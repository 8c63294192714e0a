import type { Ctx } from '../http/frame.ts'
import { addressHeader, type Auth } from './auth-store.ts'
import type { Person } from './person-store.ts'

/** The request's headers with the address that we believe in the place of any that it claims. */
export function withAddress(c: Ctx): Headers {
  const headers = new Headers(c.req.raw.headers)
  headers.set(addressHeader, c.get('address'))
  return headers
}

/** A session for who is through, by the sign-in library. */
export async function enter(auth: Auth, headers: Headers, { id }: Pick<Person, 'id'>): Promise<Headers> {
  const made = await (await auth()).api.enterVouched({ body: { userId: id }, headers, returnHeaders: true })
  return made.headers
}

/** Gives the browser its new session; the one that it came with ends, whosever it was (OWASP ASVS 5.0, 7.2.4). */
export async function comeIn(auth: Auth, c: Ctx, session: Headers): Promise<void> {
  await (await auth()).api.signOut({ headers: c.req.raw.headers })
  passCookies(c, session)
}

export function passCookies(c: Ctx, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
}
