import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  aFolder,
  alive,
  gone,
  buildProgram,
  homeOf,
  killAndWait,
  postgresOf,
  Program,
  tonnage,
} from '../../test/make/program.ts'

const READY = /(http:\/\/127\.0\.0\.1:\d+)/

let place: ReturnType<typeof aFolder>
let data: string

/** Whether anybody may read the program where it lies: beneath a folder of root's alone (its home, say) nobody else can run it. */
function isOpenToAll(folder = import.meta.dirname): boolean {
  const above = path.dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (above === folder || isOpenToAll(above))
}

function start(...more: string[]): Program {
  return new Program(data, ['start', '--port', '0', ...more])
}

async function check() {
  const answer = await tonnage(data, ['check', '--json'])
  return { ...answer, document: JSON.parse(answer.out) as { ok: boolean } }
}

beforeAll(buildProgram)

describe('one data folder', () => {
  beforeAll(() => {
    place = aFolder()
    data = path.join(place.folder, 'data')
  })
  afterAll(() => place.remove())

  it('starts, answers, and Ctrl-C to the whole group leaves nothing running', async () => {
    const program = start()
    const address = await program.says(READY)
    const health = await fetch(`${address}/api/health`)
    expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ status: 'ok' })])
    const postgres = postgresOf(data) ?? 0
    expect(alive(postgres)).toBe(true)
    program.signalGroup('SIGINT')
    program.signalGroup('SIGINT')
    expect((await program.ended).status).toBe(0)
    expect(alive(postgres)).toBe(false)
    expect(existsSync(path.join(data, 'server.lock'))).toBe(false)
    await expect(fetch(address)).rejects.toThrow('fetch failed')
  })

  it('a second start on the folder says so; commands use the running database and leave it running', async () => {
    const first = start()
    await first.says(READY)
    const postgres = postgresOf(data)
    const second = await start('--json').ended
    expect(second.status).toBe(5)
    expect(JSON.parse(second.out)).toMatchObject({
      problem: { code: 'data-folder/in-use', facts: { pid: first.child.pid } },
    })
    expect(await check()).toMatchObject({ status: 0, document: { ok: true } })
    expect(postgresOf(data)).toBe(postgres)
    first.child.kill('SIGTERM')
    expect((await first.ended).status).toBe(0)
    expect(postgresOf(data)).toBeUndefined()
  })

  it('after kill -9 the next one takes the running database over, with what was written', async () => {
    const made = await tonnage(data, ['setup', '--company', '江南啤酒', '--json'])
    expect(made.status).toBe(0)
    const program = start()
    await program.says(READY)
    const postgres = postgresOf(data)
    program.child.kill('SIGKILL')
    await program.ended
    expect(postgresOf(data)).toBe(postgres)
    const next = start()
    const address = await next.says(READY)
    expect(postgresOf(data)).toBe(postgres)
    expect(next.err).toContain('still running')
    expect(await (await fetch(`${address}/api/start`)).json()).toMatchObject({
      company: { name: '江南啤酒' },
    })
    next.child.kill('SIGINT')
    await next.ended
    expect(postgresOf(data)).toBeUndefined()
  })

  it('stops when the npm that started it is gone, even if nobody told it', async () => {
    // A shell that waits, as npm's does; the command that follows keeps it from stepping aside.
    const script = 'npm_lifecycle_event=start "$@"; true'
    const shell = new Program(data, ['start', '--port', '0'], {}, ['/bin/sh', '-c', script, 'sh'])
    await shell.says(READY)
    const { pid } = JSON.parse(readFileSync(path.join(data, 'server.lock'), 'utf8')) as { pid: number }
    const postgres = postgresOf(data) ?? 0
    shell.child.kill('SIGKILL')
    await gone(pid)
    expect(alive(postgres)).toBe(false)
    expect(existsSync(path.join(data, 'server.lock'))).toBe(false)
  })

  it('a killed PostgreSQL starts again', async () => {
    const program = start()
    await program.says(READY)
    program.child.kill('SIGKILL')
    await killAndWait(postgresOf(data) ?? 0, 'SIGKILL')
    expect(await check()).toMatchObject({ status: 0, document: { ok: true } })
  })

  it('a number that is somebody else’s by now is not taken for the database, nor for a server', async () => {
    const pidFile = path.join(homeOf(data), 'pgdata', 'postmaster.pid')
    writeFileSync(pidFile, `${process.pid}\n${path.dirname(pidFile)}\n1700000000\n5432\n/tmp\n\n\nready\n`)
    writeFileSync(path.join(data, 'server.lock'), JSON.stringify({ pid: process.pid, started: 'long ago' }))
    const program = start()
    await program.says(READY)
    program.child.kill('SIGINT')
    expect((await program.ended).status).toBe(0)
    expect(alive(process.pid)).toBe(true)
  })

  it('commands at the same time share one database, and the last one stops it', async () => {
    const all = await Promise.all([check(), check(), check()])
    expect(all.map((one) => one.status)).toEqual([0, 0, 0])
    expect(postgresOf(data)).toBeUndefined()
  })

  it('says when the port is taken, and how to choose another', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const answer = await tonnage(data, ['start', '--port', String(port), '--json'])
    other.close()
    expect(answer.status).toBe(5)
    expect(JSON.parse(answer.out)).toMatchObject({ problem: { code: 'port/taken', facts: { port } } })
    expect(answer.err).toContain(`--port ${port + 1}`)
    expect(existsSync(path.join(data, 'server.lock'))).toBe(false)
  })

  it('keeps passwords where only their owner reads them', () => {
    expect(statSync(path.join(homeOf(data), 'database.secret')).mode & 0o777).toBe(0o600)
  })
})

describe('folders of all kinds', () => {
  beforeEach(() => {
    place = aFolder()
    data = path.join(place.folder, 'data')
  })
  afterEach(() => place.remove())

  it('a long path with spaces and 汉字', async () => {
    data = path.join(place.folder, `吨位 数据 ${'长'.repeat(30)}`)
    expect(await check()).toMatchObject({ status: 0, document: { ok: true } })
  })

  it.each([
    ['TONNAGE_PROXIES', 'everybody', 'TONNAGE_PROXIES'],
    ['TONNAGE_OIDC_ISSUER', 'http://login.example.com', 'TONNAGE_OIDC_ISSUER must be the https address'],
    ['TONNAGE_OIDC_ONLY', '1', 'TONNAGE_OIDC_ISSUER'],
  ])('a setting that cannot be read is refused before anything is made: %s', async (name, value, words) => {
    const unused = path.join(place.folder, 'unused')
    const refused = await tonnage(unused, ['start', '--port', '0'], { env: { [name]: value } })
    expect([refused.status, refused.out, existsSync(unused)]).toEqual([3, '', false])
    expect(refused.err).toContain(words)
  })

  it('a folder that cannot be made is refused', async () => {
    writeFileSync(data, 'a file')
    const answer = await tonnage(data, ['check', '--json'])
    expect(answer.status).toBe(4)
    expect(JSON.parse(answer.out)).toMatchObject({ problem: { code: 'data-folder/unusable' } })
  })

  it.runIf(process.getuid?.() === 0)(
    'root below a folder that only root enters: the database lives elsewhere',
    async () => {
      const closed = path.join(place.folder, 'closed')
      mkdirSync(closed)
      chmodSync(closed, 0o700)
      data = path.join(closed, 'data')
      const first = await check()
      expect(first).toMatchObject({ status: 0, document: { ok: true } })
      expect(homeOf(data)).toMatch(/^\/var\/lib\/tonnage\//)
      expect(first.err).toContain(homeOf(data))
      expect((await check()).status).toBe(0)
      rmSync(homeOf(data), { recursive: true })
    },
  )

  it.runIf(process.getuid?.() === 0)(
    'root in a folder that only root enters: opened for passing, files stay closed',
    async () => {
      mkdirSync(data, { mode: 0o700 })
      expect(await check()).toMatchObject({ status: 0, document: { ok: true } })
      expect(homeOf(data)).toBe(data)
      const modes = ['.', 'files', 'database.secret', 'postgres.log'].map(
        (name) => statSync(path.join(data, name)).mode & 0o777,
      )
      expect(modes).toEqual([0o711, 0o700, 0o600, 0o600])
    },
  )

  it.runIf(process.getuid?.() === 0 && isOpenToAll())('an ordinary user', async () => {
    const nobody = { uid: 65_534, gid: 65_534 }
    const own = aFolder(nobody)
    const answer = await tonnage(path.join(own.folder, 'data'), ['check', '--json'], nobody)
    await own.remove()
    expect(answer).toMatchObject({ status: 0, err: expect.stringContaining('First start') as string })
  })
})
