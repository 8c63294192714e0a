import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { startProvider, type Provider, type Twist } from '../../../test/make/oidc-provider.ts'
import { system, webOn } from '../../../test/make/people.ts'
import { Session } from '../../contract/people.ts'
import { createApp } from '../app.ts'
import { inScope } from '../db/transaction.ts'
import type { App } from '../http/frame.ts'
import { addPerson } from './add-person.ts'
import { changePeople } from './change-people.ts'
import { flowMinutes } from './company-sign-in-flow.ts'
import { companySignInNamed, type CompanySignIn } from './company-sign-in-settings.ts'

const home = 'http://localhost:4000'
const member = (sub: string, email: string | null, verified: unknown = true) => ({
  sub,
  name: sub,
  claims: {
    ...(email === null ? {} : { email }),
    ...(verified === null ? {} : { email_verified: verified }),
  },
})
const people = ['li', 'late', 'quiet', 'gone', 'two'].map((name) => `${name}@example.com`)
const lines: string[] = []
let database: FreshDatabase
let provider: Provider
let settings: CompanySignIn
let app: App

const ask = (path: string, headers: Record<string, string> = {}, on = app) =>
  on.request(path, { headers: { 'accept-language': 'en', ...headers } })
const cookies = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')
const placeOf = (response: Response) => response.headers.get('location') ?? ''
/** The code that the sign-in screen is told. */
const problemOf = (response: Response) => new URL(placeOf(response), home).searchParams.get('problem')

/** Out, at the provider as this member, and back: what the last answer is. */
async function come(
  sub: string,
  { next = '', on = app }: { next?: string; on?: App } = {},
): Promise<Response> {
  const out = await ask(`/api/sign-in/company${next && `?next=${encodeURIComponent(next)}`}`, {}, on)
  if (placeOf(out).startsWith('/')) return out
  const back = await provider.approve(placeOf(out), sub)
  return ask(back.pathname + back.search, { cookie: cookies(out) }, on)
}

async function whoIs(response: Response): Promise<string | null> {
  const session = await ask('/api/session', { cookie: cookies(response) })
  return session.status === 200 ? Session.parse(await session.json()).person.email : null
}

const sessions = () =>
  asOwner(database, async (client) => {
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM auth.session')
    return rows[0]?.n
  })

beforeAll(async () => {
  database = await freshDatabase()
  provider = await startProvider([
    member('s-li', 'Li@Example.com'),
    member('s-late', 'late@example.com', false),
    member('s-unsaid', 'quiet@example.com', null),
    member('s-gone', 'gone@example.com'),
    member('s-stranger', 'stranger@example.com'),
    member('s-two', 'two@example.com'),
    member('s-two-new', 'two@example.com'),
    member('s-none', null),
  ])
  const named = companySignInNamed({
    TONNAGE_OIDC_ISSUER: provider.issuer,
    TONNAGE_OIDC_CLIENT_ID: provider.client.id,
    TONNAGE_OIDC_CLIENT_SECRET: provider.client.secret,
    TONNAGE_URL: home,
  })
  if (!named.ok || !named.value) throw new Error('settings')
  settings = named.value
  await webOn(database.deps)
  for (const email of people) {
    const added = await addPerson(database.deps, system, {
      email,
      name: email,
      roles: [{ role: 'rep', scope: 'First' }],
    })
    if (!added.ok) throw new Error(added.problem.code)
  }
  await changePeople(database.deps, system, [{ email: 'gone@example.com', active: false }])
  app = withSettings({})
})
afterAll(async () => {
  await provider.stop()
  await database.close()
})
afterEach(() => {
  provider.twist = {}
})

function withSettings(change: Partial<CompanySignIn>, publicUrl = home): App {
  const log = pino({}, { write: (line) => void lines.push(line) })
  return createApp(
    { ...database.deps, log },
    { publicUrl, companySignIn: { ...settings, patience: 0.5, ...change } },
  )
}

describe('the company’s account', () => {
  it('lets in who is here, by an address that the provider has verified, and back to where they wanted', async () => {
    const back = await come('s-li', { next: '/accounts?node=First' })
    expect([back.status, placeOf(back)]).toEqual([302, '/accounts?node=First'])
    expect(await whoIs(back)).toBe('li@example.com')
    const flags = back.headers.getSetCookie().find((cookie) => cookie.startsWith('tonnage.session_token='))
    expect(flags).toMatch(/HttpOnly; SameSite=Lax/)
  })

  it('knows them from then on by issuer and subject, whatever their address becomes', async () => {
    provider.twist = { claims: (claims) => ({ ...claims, email: 'two@example.com', email_verified: false }) }
    expect(await whoIs(await come('s-li'))).toBe('li@example.com')
  })

  it('writes the link down once, with the company’s chain, and when they last came', async () => {
    const rows = await inScope(database.deps.db, '*', ({ q }) =>
      q
        .selectFrom('audit_entry')
        .select(['actor', 'detail'])
        .where('action', '=', 'person.company-link')
        .execute(),
    )
    expect(rows).toEqual([{ actor: expect.stringMatching(/^person:/), detail: { issuer: provider.issuer } }])
    const last = await asOwner(database, (client) =>
      client.query(`SELECT 1 FROM person WHERE email = 'li@example.com' AND last_sign_in_at IS NOT NULL`),
    )
    expect(last.rowCount).toBe(1)
  })

  it('is answered alike for who is unknown, who is suspended, and whose place another account holds', async () => {
    expect(await whoIs(await come('s-two'))).toBe('two@example.com')
    const before = await sessions()
    const answers = await Promise.all(['s-stranger', 's-gone', 's-two-new'].map((sub) => come(sub)))
    const seen = answers.map((answer) => [
      answer.status,
      placeOf(answer),
      answer.headers.getSetCookie().length,
    ])
    expect(seen).toEqual(
      Array.from({ length: 3 }, () => [302, '/sign-in?problem=sign-in%2Fcompany-unknown', 1]),
    )
    expect(await sessions()).toBe(before)
    await changePeople(database.deps, system, [{ email: 'two@example.com', active: false }])
    expect(problemOf(await come('s-two'))).toBe('sign-in/company-unknown')
  })

  it('needs an address that is verified, unless the settings trust one that nothing is said of', async () => {
    for (const sub of ['s-late', 's-unsaid', 's-none'])
      expect([sub, problemOf(await come(sub))]).toEqual([sub, 'sign-in/email-unverified'])
    const trusting = withSettings({ trustsEmail: true })
    expect(problemOf(await come('s-late', { on: trusting }))).toBe('sign-in/email-unverified')
    expect(await whoIs(await come('s-unsaid', { on: trusting }))).toBe('quiet@example.com')
  })

  it('asks the provider for the address where the token has none', async () => {
    provider.asked.length = 0
    provider.twist = { claims: (c) => ({ ...c, email: undefined, email_verified: undefined }) }
    expect(problemOf(await come('s-stranger'))).toBe('sign-in/company-unknown')
    expect(provider.asked).toContain('GET /userinfo')
  })

  it('proves who we are by the other way as well', async () => {
    provider.twist = { metadata: { token_endpoint_auth_methods_supported: ['client_secret_basic'] } }
    expect(await whoIs(await come('s-li', { on: withSettings({}) }))).toBe('li@example.com')
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
    const before = await sessions()
    provider.twist = twist
    const back = await come('s-li', { on: fresh })
    expect([back.status, problemOf(back)]).toEqual([302, `sign-in/company-${kind}`])
    expect(cookies(back)).toBe('')
    expect(await sessions()).toBe(before)
  })

  it('bears a clock that is a minute off', async () => {
    provider.twist = { claims: (c) => ({ ...c, exp: Math.floor(Date.now() / 1000) - 40 }) }
    expect(await whoIs(await come('s-li'))).toBe('li@example.com')
  })
})

describe('a way to the provider', () => {
  const refused = 'sign-in/company-again'

  it('is good once, for ten minutes, in the browser where it began', async () => {
    const out = await ask('/api/sign-in/company')
    const other = await ask('/api/sign-in/company')
    const back = await provider.approve(placeOf(out), 's-li')
    const path = back.pathname + back.search
    for (const cookie of ['', cookies(other), cookies(out).slice(0, -1), cookies(out).replace('=', '=A')])
      expect(problemOf(await ask(path, { cookie }))).toBe(refused)
    const altered = path.replace(/state=.{4}/, 'state=AAAA')
    expect(problemOf(await ask(altered, { cookie: cookies(out) }))).toBe(refused)
    expect(problemOf(await ask('/api/sign-in/company/callback', { cookie: cookies(out) }))).toBe(refused)
    expect(await whoIs(await ask(path, { cookie: cookies(out) }))).toBe('li@example.com')
    expect(problemOf(await ask(path, { cookie: cookies(out) }))).toBe(refused)

    const late = await ask('/api/sign-in/company')
    const answer = await provider.approve(placeOf(late), 's-li')
    const began = database.deps.now()
    database.setNow(new Date(began.getTime() + flowMinutes * 60_000 + 1000))
    expect(problemOf(await ask(answer.pathname + answer.search, { cookie: cookies(late) }))).toBe(refused)
    database.setNow(began)
  })

  it('takes a code from nobody else: what was given for another way does not fit its proof', async () => {
    const [mine, theirs] = await Promise.all([ask('/api/sign-in/company'), ask('/api/sign-in/company')])
    const code = (await provider.approve(placeOf(theirs), 's-li')).searchParams.get('code') ?? ''
    const back = await provider.approve(placeOf(mine), 's-two')
    back.searchParams.set('code', code)
    const answer = await ask(back.pathname + back.search, { cookie: cookies(mine) })
    expect([problemOf(answer), cookies(answer)]).toEqual([refused, ''])
  })

  it('begins with a press of the button here, not because another site sent the browser', async () => {
    const sent = await ask('/api/sign-in/company?next=/markets', { 'sec-fetch-site': 'cross-site' })
    expect([sent.status, placeOf(sent), sent.headers.getSetCookie()]).toEqual([
      302,
      '/sign-in?next=%2Fmarkets',
      [],
    ])
    for (const site of ['same-origin', 'none'])
      expect(placeOf(await ask('/api/sign-in/company', { 'sec-fetch-site': site }))).toContain(
        provider.issuer,
      )
  })

  it('asks for what it should, and goes nowhere else', async () => {
    const out = await ask('/api/sign-in/company', {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    })
    const { searchParams, origin, pathname } = new URL(placeOf(out))
    expect(`${origin}${pathname}`).toBe(`${provider.issuer}/authorize`)
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'tonnage',
      response_type: 'code',
      scope: 'openid email',
      redirect_uri: `${home}/api/sign-in/company/callback`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    for (const secret of ['state', 'nonce']) expect(cookies(out)).not.toContain(searchParams.get(secret))
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/api/sign-out',
      '/\t/evil.example',
    ])
      expect(placeOf(await come('s-li', { next }))).toBe('/')
  })

  it('behind https is bound by a cookie of this host alone', async () => {
    const safe = withSettings(
      { redirectUri: new URL('https://tonnage.example.com/x') },
      'https://tonnage.example.com',
    )
    const [cookie] = (await ask('/api/sign-in/company', {}, safe)).headers.getSetCookie()
    expect(cookie).toMatch(
      /^__Host-tonnage\.company=\S+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    )
  })
})

describe('the provider', () => {
  it('that is down or slow is said, and password sign-in remains', async () => {
    const path = '/.well-known/openid-configuration'
    for (const twist of [{ silent: path }, { status: [path, 500] as const }]) {
      const fresh = withSettings({})
      provider.twist = twist
      expect(problemOf(await ask('/api/sign-in/company?next=/markets', {}, fresh))).toBe(
        'sign-in/company-silent',
      )
      provider.twist = {}
      expect(placeOf(await ask('/api/sign-in/company', {}, fresh))).toContain('/authorize')
    }
    const nobody = withSettings({ issuer: new URL('http://127.0.0.1:9') })
    expect(problemOf(await ask('/api/sign-in/company', {}, nobody))).toBe('sign-in/company-silent')
    const wrong = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"email":"a","password":"b"}',
    }
    expect((await nobody.request('/api/sign-in', wrong)).status).toBe(401)
  })

  it('describes itself once an hour, and what it said holds while it is away', async () => {
    const fresh = withSettings({})
    const path = '/.well-known/openid-configuration'
    const asked = () => provider.asked.filter((one) => one.endsWith(path)).length
    const before = asked()
    const began = database.deps.now()
    for (let n = 0; n < 3; n += 1) await ask('/api/sign-in/company', {}, fresh)
    expect(asked()).toBe(before + 1)
    database.setNow(new Date(began.getTime() + 3_600_001))
    provider.twist = { status: [path, 500] }
    for (let n = 0; n < 3; n += 1)
      expect(placeOf(await ask('/api/sign-in/company', {}, fresh))).toContain('/authorize')
    expect(asked()).toBe(before + 2)
    database.setNow(began)
  })

  it('cannot send the server to another host, by its description or by sending on', async () => {
    const other = await startProvider([])
    for (const twist of [
      { metadata: { token_endpoint: `${other.issuer}/token` } },
      { metadata: { jwks_uri: `${other.issuer}/jwks` } },
      { onward: ['/token', `${other.issuer}/token`] as const },
      { onward: ['/.well-known/openid-configuration', `${other.issuer}/x`] as const },
    ]) {
      provider.twist = twist
      expect(problemOf(await come('s-li', { on: withSettings({}) }))).toBe('sign-in/company-failed')
    }
    expect(other.asked).toEqual([])
    await other.stop()
  })

  it('must be the one that the settings name', async () => {
    provider.twist = { metadata: { issuer: 'https://other.example' } }
    expect(problemOf(await ask('/api/sign-in/company', {}, withSettings({})))).toBe('sign-in/company-failed')
  })

  it('leaves in the log which claim did not fit, and nothing personal', async () => {
    lines.length = 0
    provider.twist = { claims: (c) => ({ ...c, aud: 'somebody-else' }) }
    await come('s-li')
    const text = lines.join('')
    expect(text).toMatch(/"kind":"failed".*"claim":"aud"/)
    expect(text).toMatch(/"route":"\/api\/sign-in\/company\/callback".*"refused":"sign-in\/company-failed"/)
    for (const secret of ['example.com', 's-li', 'somebody-else', provider.client.secret])
      expect(text).not.toContain(secret)
  })

  it('without settings there is no such door', async () => {
    const plain = createApp(database.deps)
    for (const path of ['/api/sign-in/company', '/api/sign-in/company/callback?code=x&state=y'])
      expect((await ask(path, {}, plain)).status).toBe(404)
  })
})
