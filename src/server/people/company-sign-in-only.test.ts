import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { cookies, home, onlyByCompany } from '../../../test/make/company-at-provider.ts'
import type { Provider } from '../../../test/make/oidc-provider.ts'
import { system, webOn } from '../../../test/make/people.ts'
import { People, ProblemBody, StartState } from '../../contract/people.ts'
import { createApp } from '../app.ts'
import type { App } from '../http/frame.ts'
import { addPerson, keyFor, linkFor, unlinkFor } from './add-person.ts'

/** An installation where the company's account is the way in, and passwords are for administrators of the whole company. */
const password = 'tall barrels roll'
let database: FreshDatabase
let provider: Provider
let free: App
let app: App

const send = (on: App, path: string, body: object) =>
  on.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const signIn = (on: App, email: string, secret = password) =>
  send(on, '/api/sign-in', { email, password: secret })
const codeOf = async (response: Response) =>
  response.status === 200 ? 'in' : ProblemBody.parse(await response.json()).code

async function link(email: string): Promise<string> {
  const made = await linkFor(database.deps, system, email)
  if (!made.ok) throw new Error(made.problem.code)
  return `/api/link/${made.value.token}`
}

async function come(sub: string): Promise<Response> {
  const out = await app.request('/api/sign-in/company')
  const back = await provider.approve(out.headers.get('location') ?? '', sub)
  return app.request(back.pathname + back.search, { headers: { cookie: cookies(out) } })
}

beforeAll(async () => {
  database = await freshDatabase()
  const by = await onlyByCompany(['rep', 'admin'], { TONNAGE_OIDC_NAME: '蓝江账号' })
  provider = by.provider
  await webOn(database.deps)
  free = createApp(database.deps)
  app = createApp(database.deps, { publicUrl: home, companySignIn: by.companySignIn })
  for (const [role, scope, name] of [
    ['rep', 'First', 'rep'],
    ['admin', 'First', 'local'],
    ['admin', 'HQ', 'admin'],
  ] as const) {
    const email = `${name}@example.com`
    await addPerson(database.deps, system, { email, name, roles: [{ role, scope }] })
    await send(free, await link(email), { password })
  }
})
afterAll(async () => {
  await provider.stop()
  await database.close()
})

describe('where the company’s account is the only way in', () => {
  it('the start says so, and what the account is called', async () => {
    const state = async (on: App) =>
      StartState.parse(await (await on.request('/api/start')).json()).companyAccount
    expect([await state(app), await state(free)]).toEqual([{ name: '蓝江账号', only: true }, null])
  })

  it('passwords are taken of administrators of the whole company alone, and a right one tells nothing', async () => {
    expect(await codeOf(await signIn(app, 'admin@example.com'))).toBe('in')
    for (const name of ['rep', 'local'])
      for (const secret of [password, 'another that is wrong']) {
        const answer = await signIn(app, `${name}@example.com`, secret)
        expect([answer.status, cookies(answer), await codeOf(answer)]).toEqual([
          401,
          '',
          'sign-in/password-off',
        ])
      }
    const { rows } = await database.deps.db.pool.query(
      `SELECT 1 FROM auth.session s JOIN auth."user" u ON u.id = s."userId" WHERE u.email LIKE 'local@%'`,
    )
    // The one of the link, from before: the door made none that it did not give.
    expect(rows).toHaveLength(1)
    expect(await codeOf(await signIn(free, 'rep@example.com'))).toBe('in')
  })

  it('a link sets no password but an administrator’s, and stays good', async () => {
    const theirs = await link('rep@example.com')
    expect(await codeOf(await app.request(theirs))).toBe('sign-in/password-off')
    expect(await codeOf(await send(app, theirs, { password: 'other barrels roll' }))).toBe(
      'sign-in/password-off',
    )
    expect(await codeOf(await free.request(theirs))).toBe('in')
    expect(await codeOf(await send(app, await link('admin@example.com'), { password }))).toBe('in')
  })

  it('others come by the company’s account', async () => {
    const back = await come('rep')
    expect([back.status, back.headers.get('location')]).toEqual([302, '/'])
    const session = await app.request('/api/session', { headers: { cookie: cookies(back) } })
    expect(session.status).toBe(200)
  })
})

describe('a company account that is unlinked', () => {
  it('is out at once, and linked anew by the address', async () => {
    const cookie = cookies(await come('rep'))
    expect(await unlinkFor(database.deps, system, 'rep@example.com')).toMatchObject({ value: { count: 1 } })
    expect((await app.request('/api/session', { headers: { cookie } })).status).toBe(401)
    expect(await unlinkFor(database.deps, system, 'rep@example.com')).toMatchObject({ value: { count: 0 } })
    expect((await come('rep')).headers.get('location')).toBe('/')
  })

  it('of somebody who never had a password counts as come in', async () => {
    const email = 'fresh@example.com'
    await addPerson(database.deps, system, { email, name: 'Fresh', roles: [{ role: 'rep', scope: 'First' }] })
    const key = await keyFor(database.deps, system, 'admin@example.com')
    const invited = async () => {
      const headers = { authorization: `Bearer ${key.ok ? key.value.key : ''}` }
      const { people } = People.parse(await (await app.request('/api/people', { headers })).json())
      return people.find((person) => person.email === email)?.invited
    }
    expect(await invited()).toBe(true)
    provider.twist = { claims: (claims) => ({ ...claims, sub: 'fresh', email }) }
    expect((await come('rep')).headers.get('location')).toBe('/')
    expect(await invited()).toBe(false)
  })
})
