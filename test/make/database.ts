import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type pg from 'pg'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { inject } from 'vitest'
import { asOwner as ownerWork } from '../../src/server/db/as-owner.ts'
import { connect } from '../../src/server/db/client.ts'
import type { Deps } from '../../src/server/db/deps.ts'

export type FreshDatabase = {
  readonly deps: Deps
  /** The role that owns the tables: for planting what the application may not do. */
  readonly owner: pg.ClientConfig
  readonly ownerUrl: string
  /** The application's own connection. */
  readonly app: pg.PoolConfig
  readonly appRole: string
  /** Sets what `deps.now()` says. */
  setNow(at: Date): void
  close(): Promise<void>
}

async function asRoot<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new Client(inject('server').root)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * A migrated, empty database of its own, with dependencies on the application's role. The clock stands still at
 * 2026-01-05T04:00Z until `setNow`. Call `close` in afterAll.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('server')
  const name = `${server.template}_${randomBytes(5).toString('hex')}`
  await asRoot((client) =>
    client.query(
      `CREATE DATABASE "${name}" TEMPLATE "${server.template}" STRATEGY WAL_LOG OWNER "${server.owner.user}"`,
    ),
  )
  const at = { host: server.root.host, port: server.root.port, database: name }
  const owner = { ...at, ...server.owner }
  const app = { ...at, ...server.app, max: 6 }
  const db = connect(app)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tonnage-files-'))
  let now = new Date('2026-01-05T04:00:00.000Z')
  const deps: Deps = {
    db,
    now: () => now,
    newId: () => v7(),
    folder,
    version: '0.0.0-test',
    log: pino({ level: 'silent' }),
  }
  const host = at.host.startsWith('/')
    ? `localhost:${at.port}/${name}?host=${encodeURIComponent(at.host)}`
    : `${at.host}:${at.port}/${name}`
  return {
    deps,
    owner,
    ownerUrl: `postgres://${owner.user}:${owner.password}@${host}`,
    app,
    appRole: server.app.user,
    setNow: (date) => (now = date),
    close: async () => {
      await db.close()
      rmSync(folder, { recursive: true, force: true })
      await asRoot((client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`))
    },
  }
}

/** Runs statements as the role that owns the tables, the only one that can break the rules. */
export function asOwner<T>(database: FreshDatabase, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  return ownerWork(database.owner, work)
}
