import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { compressed, takesGzip } from './compressed.ts'
import type { Env } from './frame.ts'

const long = { words: '吨位'.repeat(1000) }
const app = new Hono<Env>()
app.use(compressed)
app.get('/long', (c) => {
  c.header('Set-Cookie', 'a=1', { append: true })
  c.header('Set-Cookie', 'b=2', { append: true })
  return c.json(long, 201)
})
app.get('/short', (c) => c.json({ n: 1 }))
app.get('/text', (c) => c.text('吨'.repeat(1000)))
app.get('/packed', (c) =>
  c.body('as it is', 200, { 'Content-Type': 'application/json', 'Content-Encoding': 'br' }),
)
const ask = async (path: string, accepted?: string) =>
  app.request(path, { headers: accepted === undefined ? {} : { 'Accept-Encoding': accepted } })

describe('compressed', () => {
  it('packs a long JSON answer and keeps its status, its fields and each cookie', async () => {
    const answer = await ask('/long', 'gzip, deflate, br')
    expect(answer.status).toBe(201)
    expect(answer.headers.get('Content-Encoding')).toBe('gzip')
    expect(answer.headers.get('Content-Type')).toBe('application/json')
    expect(answer.headers.get('Vary')).toBe('Accept-Encoding')
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.length).toBeLessThan(200)
    expect(JSON.parse(gunzipSync(bytes).toString('utf8'))).toEqual(long)
  })

  it('leaves alone what is short, no JSON or packed already, and whoever takes no gzip', async () => {
    const short = await ask('/short', 'gzip')
    expect(short.headers.get('Content-Encoding')).toBeNull()
    expect(await short.json()).toEqual({ n: 1 })
    expect((await ask('/text', 'gzip')).headers.get('Content-Encoding')).toBeNull()
    const packed = await ask('/packed', 'gzip')
    expect(packed.headers.get('Content-Encoding')).toBe('br')
    expect(await packed.text()).toBe('as it is')
    expect(await (await ask('/long')).json()).toEqual(long)
    expect(await (await ask('/long', 'br')).json()).toEqual(long)
  })

  it.each([
    ['gzip', true],
    ['br;q=1.0, gzip;q=0.8', true],
    ['gzip;q=0', false],
    ['gzip;q=0.0, br', false],
    ['x-gzip', false],
    ['', false],
    [undefined, false],
  ])('%s: %s', (accepted, takes) => {
    expect(takesGzip(accepted)).toBe(takes)
  })
})
