import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { documentOf } from '../../src/server/http/document.ts'
import type { App } from '../../src/server/http/frame.ts'
import { freshDatabase, type FreshDatabase } from '../make/database.ts'

let database: FreshDatabase
let app: App
/** One answer of each route to a stranger, of what is public, and of what is not there. */
const answers: [string, Response][] = []

beforeAll(async () => {
  database = await freshDatabase()
  app = createApp(database.deps)
  for (const [route, item] of Object.entries(documentOf(app, 'test').paths ?? {}))
    for (const method of Object.keys(item as object).map((name) => name.toUpperCase())) {
      const asked = route.replaceAll(/\{\w+\}/g, 'x')
      answers.push([
        `${method} ${route}`,
        await app.request(asked, { method, headers: { origin: 'http://localhost' } }),
      ])
    }
  answers.push(['GET /api/none', await app.request('/api/none')])
})
afterAll(() => database.close())

describe('answers', () => {
  it('say how they may be used', () => {
    expect(answers.length).toBeGreaterThan(80)
    for (const [route, { headers }] of answers) {
      const policy = headers.get('content-security-policy') ?? ''
      for (const rule of [
        "default-src 'self'",
        "script-src 'self';",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
        expect([route, policy]).toEqual([route, expect.stringContaining(rule)])
      expect([
        route,
        headers.get('x-content-type-options'),
        headers.get('referrer-policy'),
        headers.get('cross-origin-opener-policy'),
        headers.get('cross-origin-resource-policy'),
      ]).toEqual([route, 'nosniff', 'same-origin', 'same-origin', 'same-origin'])
    }
  })

  it('allows no other origin to read', () => {
    for (const [route, { headers }] of answers)
      expect([route, [...headers.keys()].filter((name) => name.startsWith('access-control-'))]).toEqual([
        route,
        [],
      ])
  })

  it('are kept by nobody on the way', () => {
    for (const [route, { headers }] of answers)
      expect([route, headers.get('cache-control')]).toEqual([route, 'no-store'])
  })

  it('name their type and its signs: JSON, which is UTF-8 (RFC 8259)', () => {
    for (const [route, { headers }] of answers)
      expect([route, headers.get('content-type')]).toEqual([
        route,
        expect.stringMatching(/^application\/(problem\+)?json$/),
      ])
  })
})

describe('the source of the server', () => {
  const files = ['src/server', 'src/cli'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => path.join(folder, file)),
  )
  const texts = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }))

  it('uses only node:crypto, Argon2 and codes by time, with SHA-256 or its HMAC, and AES-256-GCM for what is read again', () => {
    expect(files.length).toBeGreaterThan(150)
    const algorithms = texts.flatMap(({ text }) =>
      [...text.matchAll(/create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign)\(\s*'?([^',)]*)/g)].map(
        ([, name]) => name,
      ),
    )
    expect(new Set(algorithms)).toEqual(new Set(['sha256', 'aes-256-gcm']))
    const crypto = texts.flatMap(({ text }) =>
      [...text.matchAll(/from '([^']*(?:crypto|argon2|bcrypt|jose|otpauth)[^']*)'/g)].map(([, name]) => name),
    )
    expect(new Set(crypto)).toEqual(new Set(['node:crypto', '@node-rs/argon2', 'otpauth']))
  })

  it('calls nobody but the company’s provider, from one place, which looks at where it goes', () => {
    const calls =
      /[^.\w]fetch\(|from '(?:undici|axios|got|openid-client)'|https?\.(?:get|request)\(|from 'node:(?:https|http2|dgram)'/
    const callers = texts.filter(({ text }) => calls.test(text))
    expect(callers.map(({ file }) => file)).toEqual(['src/server/people/company-sign-in-provider.ts'])
    const [{ text } = { text: '' }] = callers
    expect(text.match(/[^.\w]fetch\(/g)).toHaveLength(1)
    // Nothing of the library goes out without it: test company-sign-in-way.test.ts sends the server elsewhere, and it does not go.
    const way =
      /if \(!allowed\(url, settings\)\) throw otherHost\(url\)\n\s+return fetch\(url, .*redirect: 'manual'/
    expect(text).toMatch(way)
    expect(text.match(/client\.discovery\(/g)).toHaveLength(1)
    expect(text).toContain('[client.customFetch]: onlyTo(settings)')
  })
})
