import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { system, webOn, type Web } from '../../../test/make/people.ts'
import { ProblemBody, Session } from '../../contract/people.ts'
import { createApp } from '../app.ts'
import { inScope } from '../db/transaction.ts'
import { whileOnlyLooking } from '../db/only-looking.ts'
import { documentOf } from '../http/document.ts'
import type { App } from '../http/frame.ts'
import { addPerson } from './add-person.ts'

const password = 'tall barrels roll'
const start = Date.UTC(2026, 0, 5, 3)
let now = start
let database: FreshDatabase
let web: Web
let app: App

beforeAll(async () => {
  database = await freshDatabase()
  const deps = { ...database.deps, now: () => new Date(now) }
  web = await webOn(deps)
  app = createApp(deps)
  const people = [
    ['boss', 'admin', 'HQ'],
    ['li', 'regional_manager', 'First'],
    ['rep', 'rep', 'First'],
    ['local', 'admin', 'First'],
    ['top', 'finance', 'HQ'],
  ] as const
  for (const [who, role, scope] of people) {
    const wish = { email: `${who}@example.com`, name: who, roles: [{ role, scope }] }
    const added = await addPerson(deps, system, wish)
    if (!added.ok) throw new Error(added.problem.code)
    await send('POST', `/api/link/${added.value.token}`, {}, { password })
  }
})
afterAll(() => database.close())
beforeEach(() => {
  now = start
})

function send(method: string, path: string, headers: Record<string, string> = {}, body?: unknown) {
  return app.request(path, {
    method,
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}
async function enter(who: string): Promise<{ cookie: string }> {
  const answer = await send('POST', '/api/sign-in', {}, { email: `${who}@example.com`, password })
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  }
}
const look = (as: { cookie: string }, who: string) =>
  send('POST', `/api/people/${who}@example.com/preview`, as)
const code = async (answer: Response) => `${answer.status} ${ProblemBody.parse(await answer.json()).code}`
const session = async (as: { cookie: string }) => {
  const { person, seenBy } = Session.parse(await (await send('GET', '/api/session', as)).json())
  return { name: person.name, seenBy: seenBy?.name ?? null }
}
const setActive = (who: string, active: boolean) =>
  inScope(database.deps.db, '*', ({ q }) =>
    q.updateTable('person').set({ active }).where('email', '=', `${who}@example.com`).execute(),
  )
const told = () =>
  inScope(database.deps.db, '*', async ({ q }) => {
    const people = await q.selectFrom('person').select(['id', 'name']).execute()
    const nameOf = (id: string | null) => people.find((one) => one.id === id?.replace('person:', ''))?.name
    const entries = q.selectFrom('audit_entry').selectAll().where('action', 'like', 'person.preview%')
    return (await entries.orderBy('seq').execute()).map(({ actor, action, subject, detail }) => [
      nameOf(actor),
      action,
      nameOf(subject),
      detail,
    ])
  })

const routes = () =>
  Object.entries(documentOf(app, 'test').paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { 'x-access': string }>).map(([method, one]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{\w+\}/g, 'li@example.com'),
      access: one['x-access'],
    })),
  )
const reads = [
  '/api/ranking',
  '/api/markets',
  '/api/policy',
  '/api/imports',
  '/api/views',
  '/api/company',
  '/api/people',
  '/api/audit',
  '/api/export/accounts?format=csv',
  '/api/export/movements?format=csv',
  '/api/search?q=x',
]
const answers = async (as: { cookie: string }) =>
  Promise.all(
    reads.map(async (path) => {
      const answer = await send('GET', path, as)
      return `${path} ${String(answer.status)} ${await answer.text()}`
    }),
  )

describe('the app as somebody else sees it', () => {
  it('is byte by byte what that person gets, and is told at its start and its end', async () => {
    const boss = await enter('boss')
    const own = await answers(boss)
    for (const who of ['li', 'rep', 'top']) {
      expect((await look(boss, who)).status).toBe(200)
      // The audit that some of them read tells of this look already.
      const theirs = await answers(await enter(who))
      expect(await session(boss)).toEqual({ name: who, seenBy: 'boss' })
      expect(await answers(boss)).toEqual(theirs)
      expect(theirs).not.toEqual(own)
      expect((await send('DELETE', '/api/preview', boss)).status).toBe(200)
    }
    expect(await session(boss)).toEqual({ name: 'boss', seenBy: null })
    expect((await send('DELETE', '/api/preview', boss)).status).toBe(200)
    const until = { until: new Date(start + 3_600_000).toISOString() }
    expect(await told()).toEqual(
      ['li', 'rep', 'top'].flatMap((who) => [
        ['boss', 'person.preview', who, until],
        ['boss', 'person.preview-end', who, {}],
      ]),
    )
  })

  it('changes nothing: every route that is no GET is refused, and so is looking as a third', async () => {
    const boss = await enter('boss')
    await look(boss, 'local')
    const changing = routes().filter(
      ({ method, access, path }) => method !== 'GET' && access !== 'public' && path !== '/api/preview',
    )
    expect(changing.length).toBeGreaterThan(50)
    const theirs = Session.parse(await (await send('GET', '/api/session', boss)).json()).rights
    for (const { method, path, access } of changing) {
      const may = access === 'signed-in' || theirs.some((right) => right === access)
      const says = await code(await send(method, path, boss))
      expect([method, path, says]).toEqual([
        method,
        path,
        may ? '403 preview/only-looks' : '403 person/no-right',
      ])
    }
    expect(theirs).toContain('people.change')
    expect(await code(await look(boss, 'rep'))).toBe('403 preview/only-looks')
    expect(await code(await send('GET', '/api/me', boss))).toBe('403 preview/only-looks')
    const { detail } = ProblemBody.parse(await (await look(boss, 'rep')).json())
    expect(detail).toContain('you can only look')
    await send('DELETE', '/api/preview', boss)
  })

  it('looks at all that there is: no route that reads needs to write, and one’s own account is not shown', async () => {
    const boss = await enter('boss')
    await look(boss, 'local')
    const reading = routes().filter(({ method, access }) => method === 'GET' && access !== 'public')
    expect(reading.length).toBeGreaterThan(30)
    const barred: string[] = []
    for (const { path } of reading) {
      const text = await (await send('GET', path, boss)).text()
      if (text.includes('preview/only-looks')) barred.push(path)
    }
    expect(barred.toSorted()).toEqual([
      '/api/me',
      '/api/me/calendar',
      '/api/me/data',
      '/api/me/second-factor',
    ])
    await send('DELETE', '/api/preview', boss)
  })

  it('is kept by the database as well: whatever began a write meanwhile is refused', async () => {
    const write = () =>
      inScope(database.deps.db, '*', ({ q }) => q.updateTable('person').set({ name: 'other' }).execute())
    await expect(whileOnlyLooking(write)).rejects.toThrow(/read-only transaction/)
  })

  it('is for who could give that person all they hold; suspended people, oneself and keys are refused', async () => {
    const [boss, local, rep] = [await enter('boss'), await enter('local'), await enter('rep')]
    expect(await code(await look(rep, 'li'))).toBe('403 person/no-right')
    expect((await look(local, 'li')).status).toBe(200)
    await send('DELETE', '/api/preview', local)
    // Out of sight is answered as not there.
    expect(await code(await look(local, 'boss'))).toBe('404 person/missing')
    expect(await code(await look(boss, 'nobody'))).toBe('404 person/missing')
    expect(await code(await look(boss, 'boss'))).toBe('409 preview/oneself')
    await setActive('li', false)
    expect(await code(await look(boss, 'li'))).toBe('409 person/suspended')
    await setActive('li', true)
    const key = await web.persona('admin', 'HQ')
    expect(await code(await web.call('POST', '/api/people/li@example.com/preview', { as: key }))).toBe(
      '409 person/key-not-enough',
    )
  })

  it('says by name which right lacks and whom to ask for it', async () => {
    const boss = await enter('boss')
    await look(boss, 'rep')
    const { detail } = ProblemBody.parse(await (await send('GET', '/api/audit', boss)).json())
    expect(detail).toMatch(/“See the audit trail”.*roles Head office, Finance.*Ask an administrator/)
    await send('DELETE', '/api/preview', boss)
  })

  it('ends after an hour, with the other’s suspension, with one’s own right and with one’s own suspension', async () => {
    const boss = await enter('boss')
    await look(boss, 'rep')
    now = start + 3_600_000 - 1
    expect((await session(boss)).name).toBe('rep')
    now = start + 3_600_000
    expect((await session(boss)).name).toBe('boss')
    await look(boss, 'rep')
    await setActive('rep', false)
    expect(await session(boss)).toEqual({ name: 'boss', seenBy: null })
    await setActive('rep', true)
    expect((await session(boss)).name).toBe('rep')
    await setActive('boss', false)
    expect((await send('GET', '/api/session', boss)).status).toBe(401)
    await setActive('boss', true)
    await send('POST', '/api/sign-out', boss)
    expect((await told()).at(-1)?.slice(0, 3)).toEqual(['boss', 'person.preview-end', 'rep'])
    expect(await session(await enter('boss'))).toEqual({ name: 'boss', seenBy: null })
  })
})
