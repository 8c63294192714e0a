import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  companyAtProvider,
  cookies,
  placeOf,
  problemOf,
  type AtProvider,
} from '../../../test/make/company-at-provider.ts'
import { asOwner } from '../../../test/make/database.ts'
import type { Twist } from '../../../test/make/oidc-provider.ts'
import { system } from '../../../test/make/people.ts'
import { inScope } from '../db/transaction.ts'
import { sessionMostDays } from './auth-store.ts'
import { changePeople } from './change-people.ts'

/** Who comes in with the company's account, and whom its provider's word does not let in. */
let at: AtProvider
const ask: AtProvider['ask'] = (...a) => at.ask(...a)
const come: AtProvider['come'] = (...a) => at.come(...a)
const withSettings: AtProvider['withSettings'] = (...a) => at.withSettings(...a)

beforeAll(async () => {
  at = await companyAtProvider()
})
afterAll(() => at.close())
afterEach(() => {
  at.provider.twist = {}
})

describe('the company’s account', () => {
  it('lets in who is here, by an address that the provider has verified, and back to where they wanted', async () => {
    const back = await come('s-li', { next: '/accounts?node=First' })
    expect([back.status, placeOf(back)]).toEqual([302, '/accounts?node=First'])
    expect(await at.whoIs(back)).toBe('li@example.com')
    const flags = back.headers.getSetCookie().find((cookie) => cookie.startsWith('tonnage.session_token='))
    expect(flags).toMatch(/HttpOnly; SameSite=Lax/)
  })

  it('knows them from then on by issuer and subject, whatever their address becomes', async () => {
    at.provider.twist = {
      claims: (claims) => ({ ...claims, email: 'two@example.com', email_verified: false }),
    }
    expect(await at.whoIs(await come('s-li'))).toBe('li@example.com')
  })

  it('writes the link down once, with the company’s chain, and when they last came', async () => {
    const rows = await inScope(at.database.deps.db, '*', ({ q }) =>
      q
        .selectFrom('audit_entry')
        .select(['actor', 'detail'])
        .where('action', '=', 'person.company-link')
        .execute(),
    )
    expect(rows).toEqual([
      { actor: expect.stringMatching(/^person:/), detail: { issuer: at.provider.issuer } },
    ])
    const last = await asOwner(at.database, (client) =>
      client.query(`SELECT 1 FROM person WHERE email = 'li@example.com' AND last_sign_in_at IS NOT NULL`),
    )
    expect(last.rowCount).toBe(1)
  })

  it('is answered alike for who is unknown, who is suspended, and whose place another account holds', async () => {
    expect(await at.whoIs(await come('s-two'))).toBe('two@example.com')
    const before = [await at.count('auth.session'), await at.count('company_identity')]
    const answers = await Promise.all(['s-stranger', 's-gone', 's-two-new'].map((sub) => come(sub)))
    const seen = answers.map((answer) => [
      answer.status,
      placeOf(answer),
      answer.headers.getSetCookie().length,
    ])
    expect(seen).toEqual(
      Array.from({ length: 3 }, () => [302, '/sign-in?problem=sign-in%2Fcompany-unknown', 1]),
    )
    expect([await at.count('auth.session'), await at.count('company_identity')]).toEqual(before)
    await changePeople(at.database.deps, system, [{ email: 'two@example.com', active: false }])
    expect(problemOf(await come('s-two'))).toBe('sign-in/company-unknown')
  })

  it('needs an address that is verified, unless the settings trust one that nothing is said of', async () => {
    for (const sub of ['s-late', 's-unsaid', 's-none'])
      expect([sub, problemOf(await come(sub))]).toEqual([sub, 'sign-in/email-unverified'])
    const trusting = withSettings({ trustsEmail: true })
    expect(problemOf(await come('s-late', { on: trusting }))).toBe('sign-in/email-unverified')
    expect(await at.whoIs(await come('s-unsaid', { on: trusting }))).toBe('quiet@example.com')
  })

  it('asks the provider for the address where the token has none', async () => {
    at.provider.asked.length = 0
    at.provider.twist = { claims: (c) => ({ ...c, email: undefined, email_verified: undefined }) }
    expect(problemOf(await come('s-stranger'))).toBe('sign-in/company-unknown')
    expect(at.provider.asked).toContain('GET /userinfo')
  })

  it('proves who we are by the other way as well', async () => {
    at.provider.twist = { metadata: { token_endpoint_auth_methods_supported: ['client_secret_basic'] } }
    expect(await at.whoIs(await come('s-li', { on: withSettings({}) }))).toBe('li@example.com')
  })

  it.each<[string, Twist, string]>([
    ['wrong nonce', { claims: (c) => ({ ...c, nonce: 'another' }) }, 'failed'],
    ['no nonce', { claims: (c) => ({ ...c, nonce: undefined }) }, 'failed'],
    ['wrong audience', { claims: (c) => ({ ...c, aud: 'somebody-else' }) }, 'failed'],
    ['wrong issuer', { claims: (c) => ({ ...c, iss: 'https://other.example' }) }, 'failed'],
    ['no subject', { claims: (c) => ({ ...c, sub: undefined }) }, 'failed'],
    ['expired token', { claims: (c) => ({ ...c, exp: Math.floor(Date.now() / 1000) - 90 }) }, 'failed'],
    ['token of the future', { claims: (c) => ({ ...c, nbf: Math.floor(Date.now() / 1000) + 90 }) }, 'failed'],
    ['a stranger’s signature', { sign: 'stranger' }, 'failed'],
    ['no signature', { sign: 'none' }, 'failed'],
    ['a signature with the shared secret', { sign: 'secret' }, 'failed'],
    ['mixed up with another provider', { iss: 'https://other.example' }, 'failed'],
    ['refused by the person', { error: 'access_denied' }, 'declined'],
    ['provider busy', { error: 'temporarily_unavailable' }, 'silent'],
    ['odd words of the provider', { error: 'x"><script>' }, 'failed'],
    ['token never comes', { silent: '/token' }, 'silent'],
    ['token fails', { status: ['/token', 503] }, 'silent'],
    ['keys fail', { sign: 'stranger', status: ['/jwks', 404] }, 'failed'],
  ])('gives no session: %s', async (_name, twist, kind) => {
    const fresh = withSettings({})
    await come('s-li', { on: fresh })
    const before = await at.count('auth.session')
    at.provider.twist = twist
    const back = await come('s-li', { on: fresh })
    expect([back.status, problemOf(back)]).toEqual([302, `sign-in/company-${kind}`])
    expect(cookies(back)).toBe('')
    expect(await at.count('auth.session')).toBe(before)
  })

  it('bears a clock that is a minute off', async () => {
    at.provider.twist = { claims: (c) => ({ ...c, exp: Math.floor(Date.now() / 1000) - 40 }) }
    expect(await at.whoIs(await come('s-li'))).toBe('li@example.com')
  })

  it('does not make its session longer than another: it ends after its days', async () => {
    const cookie = cookies(await come('s-li'))
    const days = (count: number) => new Date(Date.now() + count * 86_400_000)
    at.database.setNow(days(sessionMostDays - 1))
    expect((await ask('/api/session', { cookie })).status).toBe(200)
    at.database.setNow(days(sessionMostDays + 1))
    expect((await ask('/api/session', { cookie })).status).toBe(401)
    at.database.setNow(new Date())
  })
})
