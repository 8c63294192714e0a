import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/make/database.ts'
import { createApp } from './app.ts'
import type { App } from './http/frame.ts'
import { sessionMostDays } from './people/auth-store.ts'
import { makeSetUpKey } from './people/set-up-key.ts'

const company = {
  company: '啤酒厂',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  locale: 'zh',
  market: '济南',
  adminName: '王敏',
  adminEmail: 'wang@example.com',
}
const setUpKey = makeSetUpKey()
const password = 'tall barrels roll'
const lines: Record<string, unknown>[] = []
let database: FreshDatabase
let app: App

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  app.request(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

beforeAll(async () => {
  database = await freshDatabase()
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) })
  app = createApp({ ...database.deps, log }, { publicUrl: 'https://tonnage.example.com', setUpKey })
})
afterAll(() => database.close())

describe('an installation behind https', () => {
  let token = ''
  let cookie = ''

  it('tells browsers to come no other way, in every answer', async () => {
    for (const path of ['/api/health', '/api/accounts', '/api/none', '/'])
      expect((await app.request(path)).headers.get('strict-transport-security')).toBe(
        'max-age=63072000; includeSubDomains',
      )
    expect(
      (await createApp(database.deps).request('/api/health')).headers.get('strict-transport-security'),
    ).toBe(null)
  })

  it('gives a cookie that belongs to this host alone', async () => {
    const made = (await (
      await send('POST', '/api/start/setup', { ...company, key: setUpKey.text })
    ).json()) as { link: string }
    token = made.link.split('/').at(-1) ?? ''
    const entered = await send('POST', `/api/link/${token}`, { password })
    expect(entered.status).toBe(200)
    const [first] = entered.headers.getSetCookie()
    expect(first).toMatch(/^__Host-tonnage\.session_token=/)
    const flags = first?.split('; ').slice(1) ?? []
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(flags).toContain(flag)
    expect(flags.some((flag) => flag.startsWith('Domain'))).toBe(false)
    cookie = first?.split(';')[0] ?? ''
    expect((await send('GET', '/api/session', undefined, { cookie })).status).toBe(200)
  })

  it('answers no method that it does not know', async () => {
    for (const path of ['/', '/api/health', '/api/session'])
      for (const method of ['PROPFIND', 'OPTIONS'])
        expect((await app.request(path, { method })).status).toBe(404)
  })

  it('ends a session after its days, however busy it was', async () => {
    const days = (count: number) => new Date(Date.now() + count * 86_400_000)
    database.setNow(days(sessionMostDays - 1))
    expect((await send('GET', '/api/session', undefined, { cookie })).status).toBe(200)
    database.setNow(days(sessionMostDays + 1))
    expect((await send('GET', '/api/session', undefined, { cookie })).status).toBe(401)
    database.setNow(new Date())
  })

  it('writes down who came through a door and who was refused, and nothing personal', async () => {
    lines.length = 0
    await send('POST', '/api/sign-in', { email: company.adminEmail, password: 'wrong barrels roll' })
    await send('POST', '/api/sign-in', { email: company.adminEmail, password })
    await send('POST', `/api/link/${token}`, { password })
    await send('GET', '/api/session')
    await send('GET', '/api/health')
    await send('POST', '/api/sign-out', {}, { origin: 'https://evil.example' })
    expect(lines.map(({ msg, route, status, refused }) => [msg, route, status, refused])).toEqual([
      ['door', '/api/sign-in', 401, 'person/wrong-password'],
      ['door', '/api/sign-in', 200, undefined],
      ['door', '/api/link/:token', 410, 'person/link-invalid'],
      ['refused', '/api/session', 401, 'person/signed-out'],
      ['door', '/api/sign-out', 403, 'request/other-origin'],
    ])
    const text = JSON.stringify(lines)
    for (const secret of [company.adminEmail, 'barrels', token]) expect(text).not.toContain(secret)
    expect(lines.every(({ time }) => typeof time === 'number')).toBe(true)
  })
})
