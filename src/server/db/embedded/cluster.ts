import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Refused } from '../../../domain/problem.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { isAlive, pidFile, postmaster } from './postmaster.ts'

/** `home` holds pgdata, the log and the socket; all paths are absolute. */
export type Place = {
  readonly home: string
  readonly pgdata: string
  readonly log: string
  readonly socket: string
}
export type Running = {
  readonly pid: number
  readonly host: string
  readonly port: number
  readonly adopted: boolean
}

export const SUPERUSER = 'tonnage_root'

const SETTINGS = `
listen_addresses = ''
max_connections = 60
timezone = 'UTC'
log_timezone = 'UTC'
jit = off
`

/** The limit of a socket's path is 107 bytes, and `/.s.PGSQL.5432` comes behind it. */
const SOCKET_ROOM = 90
const LOG_LIMIT = 20_000_000

export function placeOf(home: string): Place {
  const near = path.join(home, 'run')
  const hash = createHash('sha256').update(home).digest('hex').slice(0, 12)
  const socket = Buffer.byteLength(near) > SOCKET_ROOM ? path.join(os.tmpdir(), `tonnage-${hash}`) : near
  return { home, pgdata: path.join(home, 'pgdata'), log: path.join(home, 'postgres.log'), socket }
}

function own(target: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(target, account.uid, account.gid)
}

function environment(): NodeJS.ProcessEnv {
  // PG* variables of the person who starts us are for their own server.
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

/** Makes the cluster if it is not there: scram passwords only, UTF-8, byte order whatever the host's language is. */
export function initialise(
  place: Place,
  bin: Binaries,
  account: Account,
  password: string,
  more: readonly string[] = [],
): boolean {
  if (fs.existsSync(path.join(place.pgdata, 'PG_VERSION'))) return false
  // Renamed only when whole: a first start that was killed half-way leaves nothing that looks like a cluster.
  const making = `${place.pgdata}.making`
  fs.rmSync(making, { recursive: true, force: true })
  fs.mkdirSync(making, { recursive: true, mode: 0o700 })
  const passwordFile = path.join(making, `../.${randomBytes(6).toString('hex')}`)
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  own(making, account)
  own(passwordFile, account)
  const options = [
    '-D',
    making,
    '-U',
    SUPERUSER,
    '--pwfile',
    passwordFile,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
  ]
  const locale = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-collate=C',
    '--lc-ctype=C',
    '--lc-messages=C',
  ]
  const run = spawnSync(bin.initdb, [...options, ...locale, '--no-instructions', ...more], {
    ...account,
    cwd: making,
    env: environment(),
    encoding: 'utf8',
  })
  fs.rmSync(passwordFile)
  if (run.status !== 0) {
    throw new Refused('database/not-started', {
      log: place.log,
      last: lastLine(`${run.stdout}${run.stderr}${run.error ?? ''}`),
    })
  }
  fs.appendFileSync(path.join(making, 'postgresql.conf'), SETTINGS)
  fs.renameSync(making, place.pgdata)
  return true
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}

async function address(): Promise<string[]> {
  if (process.platform !== 'win32') return []
  const { createServer } = await import('node:net')
  const port = await new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const found = (server.address() as { port: number }).port
      server.close(() => resolve(found))
    })
  })
  return ['-c', 'listen_addresses=127.0.0.1', '-p', String(port)]
}

/** Starts PostgreSQL, or takes over the one that a killed program left running on this folder. */
export async function startCluster(
  place: Place,
  bin: Binaries,
  account: Account,
  flags: readonly string[] = [],
): Promise<Running> {
  const patience = Date.now() + 15_000
  for (;;) {
    const found = postmaster(place.pgdata)
    if (found.state === 'running') {
      if (found.ready) return { pid: found.pid, host: found.host, port: found.port, adopted: true }
    } else {
      if (found.state === 'stale') fs.rmSync(pidFile(place.pgdata), { force: true })
      const started = await spawnServer(place, bin, account, flags)
      if (typeof started !== 'string') return started
      // After a SIGKILL of PostgreSQL its children hold the shared memory for a second or two.
      const again = /shared memory|lock file|already (in use|exists)/i.test(started)
      if (!again || Date.now() > patience)
        throw new Refused('database/not-started', { log: place.log, last: lastLine(started) })
    }
    if (Date.now() > patience + 45_000)
      throw new Refused('database/not-started', { log: place.log, last: 'starting' })
    await pause(100)
  }
}

async function spawnServer(
  place: Place,
  bin: Binaries,
  account: Account,
  flags: readonly string[],
): Promise<Running | string> {
  fs.mkdirSync(place.socket, { recursive: true, mode: 0o755 })
  own(place.socket, account)
  const size = fs.existsSync(place.log) ? fs.statSync(place.log).size : 0
  const log = fs.openSync(place.log, size > LOG_LIMIT ? 'w' : 'a', 0o600)
  const offset = size > LOG_LIMIT ? 0 : size
  const where = process.platform === 'win32' ? await address() : ['-k', place.socket, '-p', '5432']
  // Detached: Ctrl-C reaches the whole group, and the database is the last to stop, by our hand.
  const child = spawn(bin.postgres, ['-D', place.pgdata, ...where, ...flags], {
    ...account,
    cwd: place.pgdata,
    detached: true,
    stdio: ['ignore', log, log],
    env: environment(),
  })
  fs.closeSync(log)
  let ended: string | undefined
  child.once('exit', (code, signal) => (ended = `exit ${code ?? signal}`))
  child.once('error', (error) => (ended = error.message))
  child.unref()
  for (;;) {
    if (ended !== undefined) return fs.readFileSync(place.log, 'utf8').slice(offset) || ended
    const found = postmaster(place.pgdata)
    if (found.state === 'running' && found.ready && found.pid === child.pid) {
      return { pid: found.pid, host: found.host, port: found.port, adopted: false }
    }
    await pause(15)
  }
}

/** Fast shutdown: sessions end, everything is on disk. Returns when the process is gone. */
export async function stopCluster(pgdata: string, signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
  const found = postmaster(pgdata)
  if (found.state !== 'running') return
  try {
    process.kill(found.pid, signal)
  } catch {
    return
  }
  while (isAlive(found.pid)) await pause(10)
}
