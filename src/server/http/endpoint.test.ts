import { z } from '@hono/zod-openapi'
import { describe, expect, it } from 'vitest'
import { ProblemBody } from '../../contract/people.ts'
import type { Grants } from '../../domain/chain/reach.ts'
import { ok, refuse } from '../../domain/problem.ts'
import { endpoint } from './endpoint.ts'
import { guardedApp } from './guards.ts'

const logged: object[] = []

function app(grants: Grants | null) {
  const made = guardedApp(
    {
      newId: () => 'id-1',
      log: { error: (facts) => void logged.push(facts), info: (facts) => void logged.push(facts) },
    },
    {
      identify: async () =>
        grants
          ? { personId: 'p', actor: 'person:p', locale: 'en', session: null, owesSecondFactor: false, grants }
          : null,
      say: (locale, problem) => `${locale} ${problem.code}`,
    },
  )
  const body = z.object({ litres: z.number().int() })
  endpoint(
    made,
    {
      access: 'import.run',
      method: 'post',
      path: '/api/things/{id}',
      tag: 'chain',
      summary: 'A thing',
      params: z.object({ id: z.string() }),
      body,
      answer: z.object({ scope: z.unknown(), litres: z.number() }),
      status: 201,
    },
    async ({ body: { litres }, params, caller }) => {
      if (params.id === 'gone') return refuse('account/missing', {})
      if (params.id === 'bug') throw new Error('secret 13800138000')
      return ok({ scope: caller.scope, litres })
    },
  )
  return made
}

const post = (id: string, body: string, headers: Record<string, string> = {}) =>
  new Request(`http://tonnage.test/api/things/${id}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
const good = '{"litres":5}'
const granted: Grants = new Map([['import.run', ['m1']]])

async function problemOf(response: Response): Promise<z.infer<typeof ProblemBody>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return ProblemBody.parse(await response.json())
}

describe('endpoint', () => {
  it('speaks the language that the reader names, else the one of the person', async () => {
    const said = async (headers: Record<string, string>) =>
      (await problemOf(await app(granted).request(post('gone', good, headers)))).detail
    expect(await said({ 'accept-language': 'zh-CN' })).toBe('zh account/missing')
    expect(await said({ 'accept-language': 'fr' })).toBe('en account/missing')
    expect(await said({})).toBe('en account/missing')
  })

  it('answers with the scope of the right', async () => {
    const response = await app(granted).request(post('1', good))
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ scope: ['m1'], litres: 5 })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('refuses a stranger before it looks at the input', async () => {
    const response = await app(null).request(post('1', 'nonsense', { 'accept-language': 'en-GB' }))
    expect(response.status).toBe(401)
    expect(await problemOf(response)).toMatchObject({
      code: 'person/signed-out',
      detail: 'en person/signed-out',
    })
  })

  it('refuses a person without the right and says who has it', async () => {
    const response = await app(new Map([['ranking.read', '*']])).request(post('1', good))
    expect(response.status).toBe(403)
    expect(await problemOf(response)).toMatchObject({
      code: 'person/no-right',
      facts: { right: 'import.run' },
    })
  })

  it('names the field that does not fit, not its value', async () => {
    const response = await app(granted).request(post('1', '{"litres":"secret"}'))
    expect(response.status).toBe(422)
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ code: 'request/invalid', facts: { field: 'litres' } })
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  it('wants a body that is JSON', async () => {
    expect((await app(granted).request(post('1', '{'))).status).toBe(422)
    const typeless = new Request('http://tonnage.test/api/things/1', { method: 'POST', body: good })
    expect((await app(granted).request(typeless)).status).toBe(422)
  })

  it('turns a refusal into its status', async () => {
    expect((await app(granted).request(post('gone', good))).status).toBe(404)
  })

  it('answers a bug with an id that is in the log, and logs no message', async () => {
    logged.length = 0
    const response = await app(granted).request(post('bug', good))
    expect(response.status).toBe(500)
    expect(await problemOf(response)).toMatchObject({ code: 'request/failed', id: 'id-1' })
    expect(logged[0]).toMatchObject({ id: 'id-1', name: 'Error', method: 'POST' })
    expect(JSON.stringify(logged)).not.toContain('13800138000')
  })

  it('writes for its own pages only', async () => {
    const own = { origin: 'http://tonnage.test', host: 'tonnage.test' }
    expect((await app(granted).request(post('1', good, own))).status).toBe(201)
  })

  it.each([
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses what another site sends: %o', async (foreign: Record<string, string>) => {
    expect((await app(granted).request(post('1', good, foreign))).status).toBe(403)
  })

  it('forbids scripts from elsewhere and frames', async () => {
    const policy = (await app(null).request('/api/none')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
  })
})
