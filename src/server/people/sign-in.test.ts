import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Done, LinkOwner, OneTimeLink, ProblemBody, Session, StartState } from '../../contract/people.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { makeSetUpKey } from './set-up-key.ts'
import { system } from '../../../test/make/people.ts'
import { createApp } from '../app.ts'
import type { App } from '../http/frame.ts'
import { inScope } from '../db/transaction.ts'
import { addPerson, keyFor, linkFor } from './add-person.ts'
import { changePeople } from './change-people.ts'

const setUpKey = makeSetUpKey()
const wish = {
  key: setUpKey.text,
  company: '啤酒厂',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  locale: 'zh',
  market: '济南',
  adminName: '王敏',
  adminEmail: 'Wang@Example.com',
}
const password = 'tall barrels roll'
let database: FreshDatabase
let app: App

function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return app.request(path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

async function codeOf(response: Response): Promise<string> {
  return ProblemBody.parse(await response.json()).code
}

async function signIn(email: string, secret: string): Promise<Response> {
  return send('POST', '/api/sign-in', { email, password: secret })
}

beforeAll(async () => {
  database = await freshDatabase()
  app = createApp(database.deps, { setUpKey })
})
afterAll(() => database.close())

describe('start and sign-in', () => {
  let link: string
  let cookie: string

  it('begins empty, is set up once, and gives a one-time link', async () => {
    expect(StartState.parse(await (await send('GET', '/api/start')).json()).state).toBe('empty')
    for (const key of ['', makeSetUpKey().text])
      for (const path of ['/api/start/setup', '/api/start/demo']) {
        const shut = await send('POST', path, { ...wish, key })
        expect([shut.status, await codeOf(shut)]).toEqual(
          path.endsWith('demo') ? [404, 'request/not-found'] : [403, 'company/key-wrong'],
        )
      }
    const made = await send('POST', '/api/start/setup', wish)
    expect(made.status).toBe(201)
    link = OneTimeLink.parse(await made.json()).link
    const again = await send('POST', '/api/start/setup', wish)
    expect([again.status, await codeOf(again)]).toEqual([409, 'company/exists'])
    const state = StartState.parse(await (await send('GET', '/api/start')).json())
    expect(state).toMatchObject({ state: 'own', company: { name: '啤酒厂', minorDigits: 2 }, demoPeople: [] })
  })

  it.each([
    [{ ...wish, currency: 'ZZZ' }, 'company/currency-unknown'],
    [{ ...wish, timeZone: 'Mars/Base' }, 'company/time-zone-unknown'],
    [{ ...wish, company: '  ' }, 'company/name-empty'],
    [{ ...wish, adminEmail: 'nobody' }, 'person/email-invalid'],
  ])('refuses a company that cannot be: %#', async (body, code) => {
    expect(await codeOf(await send('POST', '/api/start/setup', body))).toBe(code)
  })

  it('wants a password that is not the first guess, and keeps the link until then', async () => {
    expect(LinkOwner.parse(await (await send('GET', `/api${link}`)).json())).toMatchObject({
      name: '王敏',
      email: 'wang@example.com',
    })
    for (const weak of ['short', '1234567890123', 'wang-wang-1', 'aaaaaaaaaaaaaa'])
      expect(await codeOf(await send('POST', `/api${link}`, { password: weak }))).toBe('person/password-weak')
    const chosen = await send('POST', `/api${link}`, { password })
    expect(chosen.status).toBe(200)
    Done.parse(await chosen.json())
    cookie = cookieOf(chosen)
    expect(chosen.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/)
    const used = await send('POST', `/api${link}`, { password: 'another password' })
    expect([used.status, await codeOf(used)]).toEqual([410, 'person/link-invalid'])
    expect((await send('GET', `/api${link}`)).status).toBe(410)
  })

  it('tells the session who it is, and a stranger nothing', async () => {
    const session = Session.parse(await (await send('GET', '/api/session', undefined, { cookie })).json())
    expect(session).toMatchObject({
      person: { email: 'wang@example.com' },
      roles: [{ role: 'admin', roleName: null, node: 'HQ' }],
      today: '2026-01-05',
    })
    expect(session.nodes.map((node) => node.code)).toEqual(['HQ', '济南'])
    expect((await send('GET', '/api/session')).status).toBe(401)
    const forged = cookie.replace(/=.{8}/, '=AAAAAAAA')
    expect((await send('GET', '/api/session', undefined, { cookie: forged })).status).toBe(401)
  })

  it('keeps the session over a restart: the secret is in the folder, for its owner alone', async () => {
    app = createApp(database.deps, { setUpKey })
    expect((await send('GET', '/api/session', undefined, { cookie })).status).toBe(200)
    expect(statSync(join(database.deps.folder, 'session-secret')).mode & 0o777).toBe(0o600)
  })

  it('signs in and out', async () => {
    const answer = await signIn(' WANG@example.com', password)
    expect(answer.status).toBe(200)
    const mine = cookieOf(answer)
    expect((await send('GET', '/api/session', undefined, { cookie: mine })).status).toBe(200)
    expect((await send('POST', '/api/sign-out', undefined, { cookie: mine })).status).toBe(200)
    expect((await send('GET', '/api/session', undefined, { cookie: mine })).status).toBe(401)
  })

  it('lets nobody sign up by themselves: the library has no door of its own', async () => {
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session'])
      expect((await send('POST', path, { email: 'x@example.com', password, name: 'x' })).status).toBe(404)
  })
})

describe('wrong passwords', () => {
  it('are counted for the account, also of parallel guesses and whatever address they claim', async () => {
    await addPerson(database.deps, system, {
      email: 'li@example.com',
      name: 'Li',
      roles: [{ role: 'rep', scope: '济南' }],
    })
    const guesses = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        send(
          'POST',
          '/api/sign-in',
          { email: 'li@example.com', password: `guess ${n}` },
          { 'x-forwarded-for': `10.0.0.${n}` },
        ),
      ),
    )
    const statuses = guesses.map((response) => response.status).toSorted()
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    const locked = guesses.find((response) => response.status === 429)
    expect(locked?.headers.get('retry-after')).toBe('60')
    database.setNow(new Date('2026-01-05T04:01:01Z'))
    expect((await signIn('li@example.com', 'guess')).status).toBe(401)
    expect((await signIn('li@example.com', 'guess')).status).toBe(429)
  })

  it('sound the same for a person who is not there', async () => {
    const unknown = await signIn('nobody@example.com', 'whatever it is')
    const known = await signIn('wang@example.com', 'whatever it is')
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()])
  })
})

describe('a person who is disabled', () => {
  it('is out with the next request: session, key and link', async () => {
    const { deps } = database
    const added = await addPerson(deps, system, {
      email: 'zhao@example.com',
      name: 'Zhao',
      roles: [{ role: 'hq', scope: 'HQ' }],
    })
    if (!added.ok) throw new Error(added.problem.code)
    const chosen = await send('POST', `/api/link/${added.value.token}`, { password })
    const session = { cookie: cookieOf(chosen) }
    const made = await keyFor(deps, system, 'zhao@example.com')
    if (!made.ok) throw new Error(made.problem.code)
    const key = { authorization: `Bearer ${made.value.key}` }
    expect((await send('GET', '/api/session', undefined, session)).status).toBe(200)
    expect((await send('GET', '/api/session', undefined, key)).status).toBe(200)
    expect(
      (await send('GET', '/api/session', undefined, { authorization: `${key.authorization}x` })).status,
    ).toBe(401)
    const next = await linkFor(deps, system, 'zhao@example.com')
    await changePeople(deps, system, [{ email: 'zhao@example.com', active: false }])
    expect((await send('GET', '/api/session', undefined, session)).status).toBe(401)
    expect((await send('GET', '/api/session', undefined, key)).status).toBe(401)
    expect((await signIn('zhao@example.com', password)).status).toBe(401)
    if (!next.ok) throw new Error(next.problem.code)
    expect((await send('GET', `/api/link/${next.value.token}`)).status).toBe(410)
    await changePeople(deps, system, [{ email: 'zhao@example.com', active: true }])
    expect((await send('GET', '/api/session', undefined, session)).status).toBe(401)
    expect((await signIn('zhao@example.com', password)).status).toBe(200)
    const came = await inScope(database.deps.db, '*', ({ q }) =>
      q
        .selectFrom('person')
        .select('last_sign_in_at')
        .where('email', '=', 'zhao@example.com')
        .executeTakeFirstOrThrow(),
    )
    expect(came.last_sign_in_at).toEqual(database.deps.now())
  })

  it('is out also where nothing but the mark says so: sessions and keys that are still there count for nothing', async () => {
    const mine = { cookie: cookieOf(await signIn('zhao@example.com', password)) }
    const mark = (active: boolean) =>
      inScope(database.deps.db, [], ({ q }) =>
        q.updateTable('person').set({ active }).where('email', '=', 'zhao@example.com').execute(),
      )
    await mark(false)
    expect((await send('GET', '/api/session', undefined, mine)).status).toBe(401)
    expect((await signIn('zhao@example.com', password)).status).toBe(401)
    await mark(true)
    // The refused sign-in ended all sessions of theirs.
    expect((await send('GET', '/api/session', undefined, mine)).status).toBe(401)
  })

  it('has links that end after three days', async () => {
    const link = await linkFor(database.deps, system, 'li@example.com')
    if (!link.ok) throw new Error(link.problem.code)
    database.setNow(new Date('2026-01-08T04:01:02Z'))
    expect((await send('GET', `/api/link/${link.value.token}`)).status).toBe(410)
    database.setNow(new Date('2026-01-05T04:01:02Z'))
    expect((await send('GET', `/api/link/${link.value.token}`)).status).toBe(200)
  })
})
