import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { migrate } from '../../src/server/db/migrate.ts'
import { makeDatabase, makeRole } from '../../src/server/db/roles.ts'
import { migrationsFolder } from '../../src/server/project.ts'
import { databaseAccount } from '../../src/server/db/embedded/account.ts'
import { binaries } from '../../src/server/db/embedded/binaries.ts'
import {
  initialise,
  placeOf,
  startCluster,
  stopCluster,
  SUPERUSER,
} from '../../src/server/db/embedded/cluster.ts'

import { holderOf, take } from '../../src/server/db/embedded/lock-file.ts'

/** How tests enter the server of this run: a superuser for making databases, the two product roles for everything else. */
export type TestServer = {
  readonly root: { host: string; port: number; user: string; password: string; database: string }
  readonly owner: { user: string; password: string }
  readonly app: { user: string; password: string }
  readonly template: string
}

/** Nothing here outlives the run, so nothing has to reach the disk. */
const FAST = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=200',
  'autovacuum=off',
]

const PREFIX = 'tonnage-test-'

/** What a run that was killed left behind goes with the next one. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const home = path.join(os.tmpdir(), name)
    if (!existsSync(path.join(home, 'run.lock')) || holderOf(path.join(home, 'run.lock'))) continue
    await stopCluster(path.join(home, 'pgdata'), 'SIGQUIT')
    rmSync(home, { recursive: true, force: true })
  }
}

async function embeddedServer(settings: readonly string[]) {
  await sweep()
  const home = mkdtempSync(path.join(os.tmpdir(), PREFIX))
  take(path.join(home, 'run.lock'))
  chmodSync(home, 0o755)
  const place = placeOf(home)
  const account = databaseAccount(place.pgdata)
  const bin = binaries(account, home)
  const password = randomBytes(12).toString('hex')
  initialise(place, bin, account, password, ['--no-sync'])
  const server = await startCluster(
    place,
    bin,
    account,
    settings.flatMap((setting) => ['-c', setting]),
  )
  const root = { host: server.host, port: server.port, user: SUPERUSER, password, database: 'postgres' }
  const stop = async () => {
    await stopCluster(place.pgdata, 'SIGQUIT')
    rmSync(home, { recursive: true, force: true })
    if (!place.socket.startsWith(home)) rmSync(place.socket, { recursive: true, force: true })
  }
  return { root, stop }
}

function namedServer(url: string) {
  const at = new URL(url)
  const root = {
    host: at.searchParams.get('host') ?? at.hostname,
    port: Number(at.port || at.searchParams.get('port') || 5432),
    user: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    database: at.pathname.slice(1) || 'postgres',
  }
  return { root, stop: () => Promise.resolve() }
}

/**
 * One server for the whole run, with one migrated template that every test database is a clone of. `TEST_DATABASE_URL` or
 * `DATABASE_URL` (a superuser of a PostgreSQL ≥ 15) is used where set: only databases and roles of our own names are touched.
 * `settings`: of an embedded server; `[]` for those of the product, which write to the disk.
 */
export async function startTestServer(
  settings: readonly string[] = FAST,
): Promise<{ server: TestServer; stop(): Promise<void> }> {
  const url = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
  const { root, stop } = url ? namedServer(url) : await embeddedServer(settings)
  const run = randomBytes(4).toString('hex')
  const password = randomBytes(12).toString('hex')
  const server: TestServer = {
    root,
    owner: { user: `tonnage_test_owner_${run}`, password },
    app: { user: `tonnage_test_app_${run}`, password },
    template: `tonnage_test_${run}`,
  }
  const client = new Client(root)
  await client.connect()
  try {
    await makeRole(client, server.owner)
    await makeRole(client, server.app)
    await makeDatabase(client, server.template, server.owner.user)
  } finally {
    await client.end()
  }
  const owner = { ...root, ...server.owner, database: server.template }
  await migrate(owner, { folder: migrationsFolder(), appRole: server.app.user, now: () => new Date() })
  return { server, stop: url ? () => removeRun(server) : stop }
}

async function removeRun(server: TestServer): Promise<void> {
  const client = new Client(server.root)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
    [server.template],
  )
  for (const { name } of rows) await client.query(`DROP DATABASE "${name}" WITH (FORCE)`)
  await client.query(`DROP ROLE "${server.owner.user}"`)
  await client.query(`DROP ROLE "${server.app.user}"`)
  await client.end()
}
