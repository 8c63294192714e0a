import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { system, webOn, type Web } from '../../../test/make/people.ts'
import { OwnAccount } from '../../contract/own-account.ts'
import { NewKey, ProblemBody } from '../../contract/people.ts'
import { createApp } from '../app.ts'
import type { App } from '../http/frame.ts'
import { inScope } from '../db/transaction.ts'
import { addPerson, linkFor } from './add-person.ts'
import { deviceOf } from './device.ts'

const password = 'tall barrels roll'
const next = 'small kegs stand still'
let database: FreshDatabase
let web: Web
let app: App

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  app = createApp(database.deps, { address: () => '192.0.2.7' })
  for (const email of ['li@example.com', 'wu@example.com']) {
    const added = await addPerson(database.deps, system, {
      email,
      name: email,
      roles: [{ role: 'rep', scope: 'First' }],
    })
    if (!added.ok) throw new Error(added.problem.code)
    await send('POST', `/api/link/${added.value.token}`, { password })
  }
})
afterAll(() => database.close())

function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return app.request(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

async function enter(email: string, secret = password, headers: Record<string, string> = {}) {
  const answer = await send('POST', '/api/sign-in', { email, password: secret }, headers)
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return { status: answer.status, cookie }
}

const account = async (cookie: string) =>
  OwnAccount.parse(await (await send('GET', '/api/me', undefined, { cookie })).json())
const code = async (answer: Response) => `${answer.status} ${ProblemBody.parse(await answer.json()).code}`
const lives = async (cookie: string) =>
  (await send('GET', '/api/session', undefined, { cookie })).status === 200
const told = async (action: string) =>
  inScope(database.deps.db, '*', ({ q }) =>
    q.selectFrom('audit_entry').select(['actor', 'subject', 'detail']).where('action', '=', action).execute(),
  )

describe('one’s own sessions', () => {
  it('are listed with device and the socket’s address, whatever address the client claims', async () => {
    const { cookie } = await enter('li@example.com', password, {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/147.0 Safari/537.36 Edg/147.0',
      'x-forwarded-for': '10.9.9.9',
      'x-tonnage-address': '10.8.8.8',
    })
    const { sessions } = await account(cookie)
    expect(sessions.filter(({ own }) => own)).toMatchObject([
      { browser: 'Edge', system: 'Windows', address: '192.0.2.7' },
    ])
  })

  it('are ended one by one or all others at once, and never those of somebody else', async () => {
    const [here, there, third] = [
      await enter('li@example.com'),
      await enter('li@example.com'),
      await enter('li@example.com'),
    ]
    const wu = await enter('wu@example.com')
    const id = (await account(there.cookie)).sessions.find(({ own }) => own)?.id ?? ''
    const theirs = (await account(wu.cookie)).sessions.find(({ own }) => own)?.id ?? ''
    const drop = (of: string) => send('DELETE', `/api/me/sessions/${of}`, undefined, { cookie: here.cookie })
    expect(await code(await drop(theirs))).toBe('404 person/session-missing')
    expect((await drop(id)).status).toBe(200)
    expect(await code(await drop(id))).toBe('404 person/session-missing')
    expect([await lives(here.cookie), await lives(there.cookie), await lives(third.cookie)]).toEqual([
      true,
      false,
      true,
    ])
    expect((await send('DELETE', '/api/me/sessions', undefined, { cookie: here.cookie })).status).toBe(200)
    expect([await lives(here.cookie), await lives(third.cookie), await lives(wu.cookie)]).toEqual([
      true,
      false,
      true,
    ])
    expect((await told('person.session-end')).length).toBe(2)
  })
})

describe('one’s own password', () => {
  it('is changed by who knows the old one; other sessions and open links end', async () => {
    const [here, there] = [await enter('wu@example.com'), await enter('wu@example.com')]
    const others = (await account(here.cookie)).sessions.length - 1
    const link = await linkFor(database.deps, system, 'wu@example.com')
    if (!link.ok) throw new Error(link.problem.code)
    const change = (body: object) => send('PUT', '/api/me/password', body, { cookie: here.cookie })
    expect(await code(await change({ old: 'wrong', password: next }))).toBe('422 person/old-password-wrong')
    expect(await code(await change({ old: password, password: 'short' }))).toBe('422 person/password-weak')
    expect(await lives(there.cookie)).toBe(true)
    expect((await change({ old: password, password: next })).status).toBe(200)
    expect([await lives(here.cookie), await lives(there.cookie)]).toEqual([true, false])
    expect((await send('GET', `/api/link/${link.value.token}`)).status).toBe(410)
    expect((await enter('wu@example.com')).status).toBe(401)
    expect((await enter('wu@example.com', next)).status).toBe(200)
    expect((await told('person.password')).at(-1)?.detail).toEqual({ ended: others })
  })

  it('counts guesses at the old one like guesses at the door', async () => {
    const { cookie } = await enter('wu@example.com', next)
    const statuses: number[] = []
    for (let n = 0; n < 7; n += 1)
      statuses.push((await send('PUT', '/api/me/password', { old: `no ${n}`, password }, { cookie })).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
    expect((await enter('wu@example.com', next)).status).toBe(429)
  })
})

describe('one’s own API keys', () => {
  it('have a name, are shown once, may no more than their person, and say when they were used', async () => {
    const { cookie } = await enter('li@example.com')
    const make = (name: string) => send('POST', '/api/me/keys', { name }, { cookie })
    expect(await code(await make('  '))).toBe('422 person/key-name-missing')
    const made = await make(' Nightly report ')
    expect(made.status).toBe(201)
    const { key, prefix } = NewKey.parse(await made.json())
    expect((await account(cookie)).keys).toEqual([
      { prefix, name: 'Nightly report', madeAt: database.deps.now().toISOString(), lastUsed: null },
    ])
    const bearer = { authorization: `Bearer ${key}` }
    expect((await send('GET', '/api/session', undefined, bearer)).status).toBe(200)
    expect((await send('GET', '/api/people', undefined, bearer)).status).toBe(403)
    expect((await account(cookie)).keys[0]?.lastUsed).toBe(database.deps.now().toISOString())
    const drop = () => send('DELETE', `/api/me/keys/${prefix}`, undefined, { cookie })
    expect((await drop()).status).toBe(200)
    expect(await code(await drop())).toBe('404 person/key-missing')
    expect((await send('GET', '/api/session', undefined, bearer)).status).toBe(401)
    expect((await told('person.key-end'))[0]?.detail).toMatchObject({ prefix })
  })

  it('cannot manage the account: no further keys, no sessions ended', async () => {
    const as = await web.persona('admin', 'HQ')
    for (const [method, path, body] of [
      ['GET', '/api/me'],
      ['POST', '/api/me/keys', { name: 'x' }],
      ['DELETE', '/api/me/sessions'],
      ['PUT', '/api/me/password', { old: password, password: next }],
    ] as const)
      expect(await code(await web.call(method, path, { as, body }))).toBe('409 person/key-not-enough')
  })
})

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537 Chrome/140.0 Mobile Safari/537 MicroMessenger/8.0',
      'WeChat',
      'Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox', 'Linux'],
    ['curl/8.5', null, null],
    [null, null, null],
  ])('is named from what the browser says: %#', (agent, browser, named) => {
    expect(deviceOf(agent)).toEqual({ browser, system: named })
  })
})
