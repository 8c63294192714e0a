import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  companyAtProvider,
  cookies,
  home,
  placeOf,
  problemOf,
  type AtProvider,
} from '../../../test/make/company-at-provider.ts'
import { startProvider } from '../../../test/make/oidc-provider.ts'
import { createApp } from '../app.ts'
import { flowMinutes } from './company-sign-in-flow.ts'

/** The way out to the company's provider and back, and a provider that is down, odd or hostile. */
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

describe('a way to the provider', () => {
  const refused = 'sign-in/company-again'

  it('is good once, for ten minutes, in the browser where it began', async () => {
    const out = await ask('/api/sign-in/company')
    const other = await ask('/api/sign-in/company')
    const back = await at.provider.approve(placeOf(out), 's-li')
    const path = back.pathname + back.search
    for (const cookie of ['', cookies(other), cookies(out).slice(0, -1), cookies(out).replace('=', '=A')])
      expect(problemOf(await ask(path, { cookie }))).toBe(refused)
    const altered = path.replace(/state=.{4}/, 'state=AAAA')
    expect(problemOf(await ask(altered, { cookie: cookies(out) }))).toBe(refused)
    expect(problemOf(await ask('/api/sign-in/company/callback', { cookie: cookies(out) }))).toBe(refused)
    // The end and the place in the cookie are signed with it.
    const longer = cookies(out).replace(/\.[0-9a-z]+\.([\w-]*)\.([\w-]{43})$/, '.zzzzzz.$1.$2')
    const elsewhere = cookies(out).replace(/\.([\w-]*)\.([\w-]{43})$/, '.L2Rvb3I.$2')
    for (const cookie of [longer, elsewhere]) {
      expect(cookie).not.toBe(cookies(out))
      expect(problemOf(await ask(path, { cookie }))).toBe(refused)
    }
    expect(await at.whoIs(await ask(path, { cookie: cookies(out) }))).toBe('li@example.com')
    expect(problemOf(await ask(path, { cookie: cookies(out) }))).toBe(refused)
    // Nor with another code that the provider gave for the same way.
    const twice = await at.provider.approve(placeOf(out), 's-li')
    expect(problemOf(await ask(twice.pathname + twice.search, { cookie: cookies(out) }))).toBe(refused)

    const late = await ask('/api/sign-in/company')
    const answer = await at.provider.approve(placeOf(late), 's-li')
    const began = at.database.deps.now()
    at.database.setNow(new Date(began.getTime() + flowMinutes * 60_000 + 1000))
    expect(problemOf(await ask(answer.pathname + answer.search, { cookie: cookies(late) }))).toBe(refused)
    at.database.setNow(began)
  })

  it('takes a code from nobody else: what was given for another way does not fit its proof', async () => {
    const [mine, theirs] = await Promise.all([ask('/api/sign-in/company'), ask('/api/sign-in/company')])
    const code = (await at.provider.approve(placeOf(theirs), 's-li')).searchParams.get('code') ?? ''
    const back = await at.provider.approve(placeOf(mine), 's-two')
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
        at.provider.issuer,
      )
  })

  it('asks for what it should, and goes nowhere else', async () => {
    const out = await ask('/api/sign-in/company', {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    })
    const { searchParams, origin, pathname } = new URL(placeOf(out))
    expect(`${origin}${pathname}`).toBe(`${at.provider.issuer}/authorize`)
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
    const anew = await ask('/api/sign-in/company?anew=1')
    expect(new URL(placeOf(anew)).searchParams.get('prompt')).toBe('login')
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
      at.provider.twist = twist
      expect(problemOf(await ask('/api/sign-in/company?next=/markets', {}, fresh))).toBe(
        'sign-in/company-silent',
      )
      at.provider.twist = {}
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
    const asked = () => at.provider.asked.filter((one) => one.endsWith(path)).length
    const before = asked()
    const began = at.database.deps.now()
    for (let n = 0; n < 3; n += 1) await ask('/api/sign-in/company', {}, fresh)
    expect(asked()).toBe(before + 1)
    at.database.setNow(new Date(began.getTime() + 3_600_001))
    at.provider.twist = { status: [path, 500] }
    for (let n = 0; n < 3; n += 1)
      expect(placeOf(await ask('/api/sign-in/company', {}, fresh))).toContain('/authorize')
    expect(asked()).toBe(before + 2)
    at.database.setNow(began)
  })

  it('cannot send the server to another host, by its description or by sending on', async () => {
    const other = await startProvider([])
    for (const twist of [
      { metadata: { token_endpoint: `${other.issuer}/token` } },
      { metadata: { authorization_endpoint: `${other.issuer}/authorize` } },
      { metadata: { jwks_uri: `${other.issuer}/jwks` } },
      { onward: ['/token', `${other.issuer}/token`] as const },
      { onward: ['/.well-known/openid-configuration', `${other.issuer}/x`] as const },
    ]) {
      at.provider.twist = twist
      expect(problemOf(await come('s-li', { on: withSettings({}) }))).toBe('sign-in/company-failed')
    }
    expect(other.asked).toEqual([])
    await other.stop()
  })

  it('must be the one that the settings name', async () => {
    at.provider.twist = { metadata: { issuer: 'https://other.example' } }
    expect(problemOf(await ask('/api/sign-in/company', {}, withSettings({})))).toBe('sign-in/company-failed')
  })

  it('leaves in the log which claim did not fit, and nothing personal', async () => {
    at.lines.length = 0
    at.provider.twist = { claims: (c) => ({ ...c, aud: 'somebody-else' }) }
    await come('s-li')
    const text = at.lines.join('')
    expect(text).toMatch(/"kind":"failed".*"claim":"aud"/)
    expect(text).toMatch(/"route":"\/api\/sign-in\/company\/callback".*"refused":"sign-in\/company-failed"/)
    for (const secret of ['example.com', 's-li', 'somebody-else', at.provider.client.secret])
      expect(text).not.toContain(secret)
  })

  it('without settings there is no such door', async () => {
    const plain = createApp(at.database.deps)
    for (const path of ['/api/sign-in/company', '/api/sign-in/company/callback?code=x&state=y'])
      expect((await ask(path, {}, plain)).status).toBe(404)
  })

  it('is asked no more for a while, where fifty answers did not hold', async () => {
    const guess = async () => {
      const out = await ask('/api/sign-in/company')
      const state = new URL(placeOf(out)).searchParams.get('state') ?? ''
      const query = new URLSearchParams({ code: 'guessed', state, iss: at.provider.issuer }).toString()
      return problemOf(await ask(`/api/sign-in/company/callback?${query}`, { cookie: cookies(out) }))
    }
    // Who is not known, who said no, and a provider that is away are no guesses.
    for (let n = 0; n < 60; n += 1) await come('s-stranger')
    const said: (string | null)[] = []
    for (let n = 0; n < 60; n += 1) said.push(await guess())
    expect([said[0], said.at(-1)]).toEqual(['sign-in/company-again', 'person/too-many-attempts'])
    const asked = at.provider.asked.filter((one) => one === 'POST /token').length
    expect(await guess()).toBe('person/too-many-attempts')
    expect(at.provider.asked.filter((one) => one === 'POST /token').length).toBe(asked)
  })
})
