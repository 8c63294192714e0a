import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/make/database.ts'
import { Health, Right } from '../contract/people.ts'
import { createApp } from './app.ts'
import { documentOf } from './http/document.ts'
import type { App } from './http/frame.ts'

let database: FreshDatabase
let app: App
const web = mkdtempSync(join(tmpdir(), 'tonnage-web-'))

beforeAll(async () => {
  database = await freshDatabase()
  mkdirSync(join(web, 'assets'))
  writeFileSync(join(web, 'index.html'), '<p>app</p>')
  writeFileSync(join(web, 'assets', 'app-1a2b.js'), 'run()')
  writeFileSync(join(web, 'assets', 'app-1a2b.js.gz'), gzipSync('run()'))
  writeFileSync(join(web, '..', 'tonnage-outside.txt'), 'secret')
  app = createApp(database.deps, { web })
})
afterAll(async () => {
  rmSync(web, { recursive: true })
  rmSync(join(web, '..', 'tonnage-outside.txt'))
  await database.close()
})

/** Everybody may call these; each is here for a reason. */
const publicRoutes = [
  'GET /api/calendar/{token}/visits.ics',
  'GET /api/health',
  'GET /api/link/{token}',
  'GET /api/sign-in/company',
  'GET /api/sign-in/company/callback',
  'GET /api/start',
  'POST /api/link/{token}',
  'POST /api/sign-in',
  'POST /api/sign-in/second',
  'POST /api/sign-out',
  'POST /api/start/demo',
  'POST /api/start/setup',
]
const signedInRoutes = [
  'GET /api/session',
  'GET /api/me/second-factor',
  'POST /api/me/second-factor',
  'PUT /api/me/second-factor',
  'POST /api/me/second-factor/recovery',
  'POST /api/me/second-factor/remove',
  'GET /api/me',
  'PUT /api/me/password',
  'PUT /api/me/language',
  'DELETE /api/me/sessions',
  'DELETE /api/me/sessions/{id}',
  'POST /api/me/keys',
  'DELETE /api/me/keys/{prefix}',
  'GET /api/me/calendar',
  'POST /api/me/calendar',
  'DELETE /api/me/calendar',
  'GET /api/me/data',
  'DELETE /api/preview',
  'GET /api/company',
]

type Operation = {
  'x-access'?: string
  responses: Record<string, unknown>
  tags?: string[]
  summary?: string
}

function operations(): [string, Operation][] {
  return Object.entries(documentOf(app, 'test').paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  )
}

describe('the OpenAPI document', () => {
  it('has every route behind a right, or in the list of those that everybody may call', () => {
    const all = operations()
    expect(all.length).toBeGreaterThan(12)
    expect(
      all
        .filter(([, o]) => o['x-access'] === 'public')
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(publicRoutes)
    expect(all.filter(([, o]) => o['x-access'] === 'signed-in').map(([name]) => name)).toEqual(signedInRoutes)
    const open = new Set(['public', 'signed-in'])
    const guarded = all.filter(([, o]) => !open.has(o['x-access'] ?? ''))
    expect(guarded.filter(([, o]) => !Right.safeParse(o['x-access']).success)).toEqual([])
    expect(all.filter(([, o]) => !o.responses['default'] || o.tags?.length !== 1 || !o.summary)).toEqual([])
  })

  it('is served, and holds every route that the app answers', async () => {
    const served = (await (await app.request('/api/openapi.json')).json()) as { paths: object }
    const documented = new Set(operations().map(([name]) => name.replaceAll(/\{(\w+)\}/g, ':$1')))
    const answered = app.routes
      .filter((route) => route.method !== 'ALL' && route.path.startsWith('/api/'))
      .map((route) => `${route.method} ${route.path}`)
    expect(Object.keys(served.paths).length).toBeGreaterThan(8)
    expect(answered.filter((route) => !documented.has(route))).toEqual(['GET /api/openapi.json'])
  })

  it.each(['GET', 'POST', 'PUT', 'DELETE'])(
    'answers a stranger of every guarded route with 401: %s',
    async (method) => {
      for (const [name, operation] of operations()) {
        if (!name.startsWith(`${method} `) || operation['x-access'] === 'public') continue
        const path = name.slice(method.length + 1).replaceAll(/\{\w+\}/g, 'x')
        expect([name, (await app.request(path, { method })).status]).toEqual([name, 401])
      }
    },
  )
})

describe('the web app', () => {
  it('is alive', async () => {
    expect(Health.parse(await (await app.request('/api/health')).json()).status).toBe('ok')
  })

  it('answers every place in the app with its page, and never from a cache', async () => {
    for (const path of ['/', '/accounts/123', '/link/abc']) {
      const response = await app.request(path)
      expect([await response.text(), response.headers.get('cache-control')]).toEqual([
        '<p>app</p>',
        'no-cache',
      ])
    }
  })

  it('keeps built files for a year, and sends them packed', async () => {
    const plain = await app.request('/assets/app-1a2b.js')
    expect([await plain.text(), plain.headers.get('cache-control')]).toEqual([
      'run()',
      'public, max-age=31536000, immutable',
    ])
    const packed = await app.request('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'gzip, br' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect((await app.request('/assets/none.js')).status).toBe(404)
  })

  it('gives nothing from outside its folder', async () => {
    for (const path of [
      '/../tonnage-outside.txt',
      '/%2e%2e/tonnage-outside.txt',
      '/..%2ftonnage-outside.txt',
      '/%00',
      '/%zz',
    ])
      expect(await (await app.request(path)).text()).not.toContain('secret')
  })

  it('has no page beneath /api', async () => {
    const response = await app.request('/api/nothing')
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  it('says in its own words that there is nothing to write to beside the API', async () => {
    const response = await app.request('/%//', { method: 'POST' })
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })
})
