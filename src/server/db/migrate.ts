import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import type pg from 'pg'
import { Refused } from '../../domain/problem.ts'
import { digestOf, rightsStatements } from './rights.ts'
import { statementsOf } from './sql-statements.ts'

/** Any number, the same in every version of the program: who migrates holds it. */
const ADVISORY_LOCK = 7_446_001
const RIGHTS = 'rights'
/** In the first line of a file that cannot run inside a transaction (CREATE INDEX CONCURRENTLY). */
const OUTSIDE = '-- outside a transaction'

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS migration (
  name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL)`

export type Migrated = { readonly applied: readonly string[]; readonly rights: boolean }

type File = { readonly name: string; readonly sql: string; readonly checksum: string }

/** The numbered files, in order. Line ends do not count in the checksum. */
export async function migrationFiles(folder: string): Promise<File[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function transaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  try {
    await work()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function record(client: pg.Client, name: string, checksum: string, at: Date): Promise<void> {
  await client.query(
    `INSERT INTO migration (name, checksum, applied_at) VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, applied_at = excluded.applied_at`,
    [name, checksum, at],
  )
}

async function apply(client: pg.Client, file: File, now: () => Date): Promise<void> {
  const run = async () => {
    for (const statement of statementsOf(file.sql)) await client.query(statement)
    await record(client, file.name, file.checksum, now())
  }
  await (file.sql.startsWith(OUTSIDE) ? run() : transaction(client, run))
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding`,
  )
  const server = rows[0]
  if (!server || server.version < 150_000) {
    throw new Refused('database/too-old', { version: Math.floor((server?.version ?? 0) / 10_000), least: 15 })
  }
  if (server.encoding !== 'UTF8') throw new Refused('database/encoding', { encoding: server.encoding })
}

/**
 * Brings the database of `owner` (the role that owns the tables) to the state of the numbered files in `folder`, then renews
 * the application's rights and the row policies if they changed. Each file is one transaction; a second program that migrates
 * at the same time waits. Refused: a file that changed after it was applied, and a database newer than this program.
 */
export async function migrate(
  owner: pg.ClientConfig,
  ask: {
    readonly folder: string
    readonly appRole: string
    readonly now: () => Date
    readonly onStep?: (name: string) => void
    /** Restoring a backup: no further than it had come. */
    readonly only?: ReadonlySet<string>
  },
): Promise<Migrated> {
  const files = await migrationFiles(ask.folder)
  const client = new Client(owner)
  await client.connect()
  try {
    await checkServer(client)
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    await client.query(`SET client_min_messages = 'warning'`)
    await client.query(BOOKKEEPING)
    const done = new Map(
      (
        await client.query<{ name: string; checksum: string }>('SELECT name, checksum FROM migration')
      ).rows.map((row) => [row.name, row.checksum]),
    )
    const unknown = [...done.keys()].find(
      (name) => name !== RIGHTS && !files.some((file) => file.name === name),
    )
    if (unknown !== undefined) throw new Refused('database/newer', { file: unknown })
    const applied: string[] = []
    for (const file of files) {
      const before = done.get(file.name)
      if (before === file.checksum) continue
      if (before !== undefined) throw new Refused('database/migration-changed', { file: file.name })
      if (ask.only && !ask.only.has(file.name)) continue
      ask.onStep?.(file.name)
      await apply(client, file, ask.now)
      applied.push(file.name)
    }
    const rights = await renewRights(client, ask.appRole, done.get(RIGHTS), ask.now)
    return { applied, rights }
  } finally {
    await client.end()
  }
}

async function renewRights(client: pg.Client, appRole: string, before: string | undefined, now: () => Date) {
  const statements = await rightsStatements(client, appRole)
  const digest = digestOf(statements)
  if (digest === before) return false
  await transaction(client, async () => {
    for (const statement of statements) await client.query(statement)
    await record(client, RIGHTS, digest, now())
  })
  return true
}
