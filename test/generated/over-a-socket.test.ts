import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { freshDatabase, type FreshDatabase } from '../make/database.ts'
import { webOn } from '../make/people.ts'

let database: FreshDatabase
let server: Server

beforeAll(async () => {
  database = await freshDatabase()
  await webOn(database.deps)
  server = createServer(getRequestListener(createApp(database.deps).fetch))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await database.close()
})

/** What comes back for bytes as they are sent; the connection is closed by us when nothing more comes. */
function answerTo(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const { port } = server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    let got = ''
    socket.setTimeout(1_500, () => socket.destroy())
    socket.on('data', (chunk) => (got += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(got))
    socket.write(Buffer.from(bytes, 'latin1'))
  })
}

const host = 'Host: localhost\r\n'
const end = 'Connection: close\r\n\r\n'
/** What fetch cannot say. Each as its bytes. */
const said: Readonly<Record<string, string>> = {
  'a header in a header': `GET /api/health HTTP/1.1\r\n${host}X: a\rSet-Cookie: b=c\r\n${end}`,
  'a NUL in a header': `GET /api/health HTTP/1.1\r\n${host}X: a\0b\r\n${end}`,
  'a NUL in the path': `GET /api/accounts/\0 HTTP/1.1\r\n${host}${end}`,
  'raw bytes in the path': `GET /api/accounts/\u00e5\u00ff HTTP/1.1\r\n${host}${end}`,
  'no host': `GET /api/health HTTP/1.1\r\n${end}`,
  'two hosts': `GET /api/health HTTP/1.1\r\n${host}Host: evil\r\n${end}`,
  'a host that is none': `GET /api/health HTTP/1.1\r\nHost: a b/../c\r\n${end}`,
  'a whole address': `GET http://evil.example/api/health HTTP/1.1\r\n${host}${end}`,
  'an address of no kind we know': `GET gopher://x HTTP/1.1\r\n${host}${end}`,
  'a star': `OPTIONS * HTTP/1.1\r\n${host}${end}`,
  'a path that begins with two strokes': `GET //api/health HTTP/1.1\r\n${host}${end}`,
  'a body where none belongs': `GET /api/health HTTP/1.1\r\n${host}Content-Length: 3\r\n${end}abc`,
  TRACE: `TRACE /api/health HTTP/1.1\r\n${host}Cookie: a=b\r\n${end}`,
  CONNECT: `CONNECT evil.example:443 HTTP/1.1\r\n${host}${end}`,
  'two lengths': `POST /api/sign-in HTTP/1.1\r\n${host}Content-Length: 3\r\nContent-Length: 4\r\n${end}abcd`,
  'a length and chunks': `POST /api/sign-in HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n${end}0\r\n\r\n`,
  'broken chunks': `POST /api/sign-in HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n${end}zz\r\nabc`,
  'less than it said': `POST /api/sign-in HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 50\r\n${end}{"email"`,
  'more than it said': `POST /api/sign-in HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 2\r\n${end}{}GET / HTTP/1.1\r\n\r\n`,
  'a header too long': `GET /api/health HTTP/1.1\r\n${host}X: ${'a'.repeat(40_000)}\r\n${end}`,
  'a thousand headers': `GET /api/health HTTP/1.1\r\n${host}${'X: a\r\n'.repeat(1000)}${end}`,
  'an old version': 'GET /api/health HTTP/1.0\r\n\r\n',
  'no version of any': `GET /api/health HTTP/9.9\r\n${host}${end}`,
  'no HTTP': '\u0016\u0003\u0001\u0002\0\u0001\0',
  'the beginning of another protocol': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'a wish to switch': `GET /api/health HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
  'a wish to be told to go on': `POST /api/sign-in HTTP/1.1\r\n${host}Expect: 100-continue\r\nContent-Length: 2\r\n${end}{}`,
  'another expectation': `POST /api/sign-in HTTP/1.1\r\n${host}Expect: the-unexpected\r\nContent-Length: 2\r\n${end}{}`,
}

describe('bytes that no program sends', () => {
  it.each(Object.entries(said))('are never a fault of the server: %s', async (_, bytes) => {
    const answer = await answerTo(bytes)
    // Who says nothing that can be understood may be hung up on.
    const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    expect(answer).not.toMatch(/\n\s+at |node_modules|\/src\/|TypeError|Set-Cookie: b/)
    expect(answer === '' || statuses.length > 0).toBe(true)
  })

  it.each(['two lengths', 'a length and chunks', 'broken chunks'])(
    'are refused where they do not say how long they are: %s',
    async (name) => {
      expect(await answerTo(said[name] ?? '')).toMatch(/^HTTP\/1\.1 400/)
    },
  )

  it('leave a server that answers', async () => {
    expect(await answerTo(`GET /api/health HTTP/1.1\r\n${host}${end}`)).toMatch(/^HTTP\/1\.1 200/)
  })
})
