import { request } from 'node:http'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import type { App } from '../../src/server/http/frame.ts'
import { mostBytes } from '../../src/server/http/endpoint.ts'
import { sessionIdleDays } from '../../src/server/people/auth-store.ts'
import { hashPassword, isPassword } from '../../src/server/people/password.ts'
import { newKey, newToken } from '../../src/server/people/token.ts'
import { apiDocument } from '../docs/api-schema.ts'
import { operationsOf } from '../generated/document.ts'
import { freshDatabase, type FreshDatabase } from '../make/database.ts'
import { brought } from '../make/import.ts'
import { webOn, type Web } from '../make/people.ts'

let database: FreshDatabase
let app: App
let web: Web
let key: string
const email = 'lin@example.com'
const password = 'wu lin gao shou  8 杯'

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  app = createApp(database.deps)
  key = await web.persona('admin', 'HQ')
  const roles = [{ role: 'rep', scope: 'First' }]
  const made = await web.call('POST', '/api/people', { as: key, body: { email, name: 'Lin', roles } })
  const { link } = (await made.json()) as { link: string }
  await web.call('POST', `/api${link}`, { body: { password } })
})
afterAll(() => database.close())

const signIn = (secret: string) => web.call('POST', '/api/sign-in', { body: { email, password: secret } })
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const session = async (cookie: string) => (await app.request('/api/session', { headers: { cookie } })).status

describe('requests that mean ill', () => {
  it('cannot reach into prototypes by what they name', async () => {
    for (const body of ['{"__proto__":{"active":false}}', '{"constructor":{"prototype":{"admin":true}}}'])
      await web.call('PUT', `/api/people/${email}`, { as: key, raw: body })
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
    expect(({} as Record<string, unknown>)['active']).toBeUndefined()
  })

  it('are refused before they are read whole when they are too large', async () => {
    const answer = await web.call('POST', '/api/sign-in', {
      body: { email, password: 'x'.repeat(mostBytes) },
    })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      413,
      'request/too-large',
    ])
  })

  it('say each parameter once: twice is refused, and never the one or the other', async () => {
    const twice = operationsOf(apiDocument())
      .filter(({ method, path: at }) => method === 'GET' && !at.includes('{'))
      .flatMap(({ path: at, access, parameters }) =>
        parameters.map(({ name }) => ({ url: `${at}?${name}=2026-01-05&${name}=2026-01-04`, access })),
      )
    expect(twice.length).toBeGreaterThan(30)
    const taken = []
    for (const { url } of twice) {
      const { status } = await web.call('GET', url, { as: key })
      if (status !== 422) taken.push(`${String(status)} ${url}`)
    }
    expect(taken).toEqual([])
  })

  it('search for texts: signs of patterns stand for themselves', async () => {
    const file = 'code,name,tier,market_code\nA1,First Beer,wholesaler,First\n'
    await brought(database.deps, file, { kind: 'accounts' })
    const finds = async (at: string, q: string) => {
      const answer = await web.call('GET', `${at}?q=${encodeURIComponent(q)}`, { as: key })
      return `${String(answer.status)} ${String((await answer.text()).includes('First Beer'))}`
    }
    for (const at of ['/api/search', '/api/masters/accounts']) {
      expect([at, await finds(at, 'first be')]).toEqual([at, '200 true'])
      for (const sign of ['%', '_', 'F%', 'F_rst', '.*', '(', '[a-z]', '\\', '^', '$', '(a+)+$', '*'])
        expect([at, sign, await finds(at, sign)]).toEqual([at, sign, '200 false'])
    }
  })

  it('get nothing back by TRACE', async () => {
    const server = createServer(getRequestListener(app.fetch))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asked = request(
        { port, method: 'TRACE', path: '/api/session', headers: { 'x-probe': 'mirror' } },
        (got) => {
          let text = ''
          got.on('data', (part: Buffer) => (text += part.toString('utf8')))
          got.on('end', () => resolve({ status: got.statusCode ?? 0, text }))
        },
      )
      asked.on('error', reject)
      asked.end()
    })
    await new Promise((resolve) => server.close(resolve))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.text).not.toContain('mirror')
  })
})

describe('secrets', () => {
  it('are compared as they were given: case, blanks inside and every sign count', async () => {
    expect((await signIn(password)).status).toBe(200)
    for (const near of [
      password.toUpperCase(),
      password.replace('  ', ' '),
      password.slice(0, -1),
      `${password} `,
    ])
      expect((await signIn(near)).status).toBe(401)
    await database.deps.db.pool.query('DELETE FROM sign_in_attempt')
  })

  it('of passwords are kept by Argon2id as its cost says, each with a salt of its own', async () => {
    const [one, other] = [await hashPassword(password), await hashPassword(password)]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(other)
    expect([await isPassword(one, password), await isPassword(one, 'x')]).toEqual([true, false])
  })

  it('of links and keys have 256 bits of chance', () => {
    const many = Array.from({ length: 2000 }, newToken)
    expect(new Set(many).size).toBe(2000)
    expect(new Set(many.map((one) => Buffer.from(one, 'base64url').length))).toEqual(new Set([32]))
    expect(newKey().key).toMatch(/^tonnage_[0-9a-f]{12}_[\w-]{43}$/)
  })

  it('of sessions are new with each sign-in and have at least 128 bits', async () => {
    const tokens = new Set<string>()
    for (let n = 0; n < 8; n++)
      tokens.add(
        decodeURIComponent(cookieOf(await signIn(password)))
          .split('=')[1]
          ?.split('.')[0] ?? '',
      )
    expect(tokens.size).toBe(8)
    // Of 62 signs or more: 22 of them hold 130 bits.
    for (const token of tokens) expect(token.length).toBeGreaterThanOrEqual(22)
  })
})

describe('a session', () => {
  it('ends when the same browser signs in again, whoever does', async () => {
    const first = cookieOf(await signIn(password))
    const other = cookieOf(await signIn(password))
    const body = JSON.stringify({ email, password })
    const headers = { cookie: first, 'content-type': 'application/json' }
    const again = cookieOf(await app.request('/api/sign-in', { method: 'POST', headers, body }))
    expect([await session(first), await session(again), await session(other)]).toEqual([401, 200, 200])
  })

  it('ends when it was not used for its days', async () => {
    const cookie = cookieOf(await signIn(password))
    expect(await session(cookie)).toBe(200)
    await database.deps.db.pool.query('UPDATE auth.session SET "expiresAt" = "expiresAt" - $1::interval', [
      `${String(sessionIdleDays + 1)} days`,
    ])
    expect(await session(cookie)).toBe(401)
  })
})

describe('the source', () => {
  const project = path.join(import.meta.dirname, '../..')
  const sources = ['src', 'bin', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('.test.'))
      .map((name) => ({
        name: `${folder}/${name}`,
        text: readFileSync(path.join(project, folder, name), 'utf8'),
      })),
  )

  it('starts other programs with lists of arguments, and never through a shell of its own making', () => {
    const shell = /\b(exec|execSync)\(|shell:\s*true/
    expect(
      sources.filter(({ text }) => /child_process/.test(text) && shell.test(text)).map(({ name }) => name),
    ).toEqual([])
  })

  it('evaluates no text as a program', () => {
    const evaluates = /\beval\(|new Function\(|\bsetTimeout\(\s*['"`]|dangerouslySetInnerHTML|\.innerHTML\s*=/
    expect(sources.filter(({ text }) => evaluates.test(text)).map(({ name }) => name)).toEqual([])
  })
})
