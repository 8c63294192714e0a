import { once } from 'node:events'
import {
  createWriteStream,
  existsSync,
  linkSync,
  openSync,
  closeSync,
  fsyncSync,
  rmSync,
  statSync,
} from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Gzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { Refused } from '../../../domain/problem.ts'
import { asOwner } from '../as-owner.ts'
import { dataRules } from '../data-rules.ts'
import type { Database } from '../database.ts'
import { END_OF_ROWS } from './format.ts'
import type { Head, TableHead, Tail } from './format.ts'
import { quotedColumns, quotedTable, tablesInOrder } from './tables-in-order.ts'

export type BackedUp = {
  readonly file: string
  readonly tables: number
  readonly rows: number
  readonly bytes: number
}

/**
 * Writes every row of the company to `file`: one state, while others go on working. Moves between the embedded database and
 * servers, and across versions of PostgreSQL. Not in it: passwords of the database, uploads, the log, the key of sessions.
 * Never overwrites; a file that is there is whole.
 */
export async function backup(
  database: Database,
  file: string,
  stamp: { readonly version: string; readonly at: Date },
  onTable: (name: string) => void = () => undefined,
): Promise<BackedUp> {
  if (existsSync(file)) throw new Refused('backup/exists', { file })
  const partial = `${file}.${process.pid}.partial`
  try {
    const counts = await asOwner(database.owner, async (client) => {
      await mustSeeAll(client, database.appRole)
      return write(client, partial, stamp, onTable)
    })
    sync(partial)
    // A link, unlike a renaming, refuses a file that came in the meantime.
    linkSync(partial, file)
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return { file, tables: Object.keys(counts).length, rows, bytes: statSync(file).size }
  } finally {
    rmSync(partial, { force: true })
  }
}

/**
 * The owner is held to the row policies too, and a policy that hid rows would make COPY leave them out without a word. With
 * the policies exactly ours and the scope '*', it sees them all.
 */
async function mustSeeAll(client: pg.ClientBase, appRole: string): Promise<void> {
  const found = await dataRules(client, appRole)
  const hiding = found.find(({ rule }) => rule.startsWith('policy/') || rule.startsWith('table/'))
  if (hiding) throw new Error(`no backup while ${hiding.rule} ${hiding.what}`)
}

async function write(
  client: pg.ClientBase,
  file: string,
  stamp: { readonly version: string; readonly at: Date },
  onTable: (name: string) => void,
): Promise<Record<string, number>> {
  const zip = createGzip({ level: 6 })
  const written = pipeline(zip, createWriteStream(file, { mode: 0o600, flags: 'wx' }))
  const work = async () => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(`SELECT set_scope('*')`)
    await put(zip, `${JSON.stringify(await headOf(client, stamp))}\n`)
    const counts: Record<string, number> = {}
    for (const { name, columns } of await tablesInOrder(client)) {
      onTable(name)
      const head: TableHead = { table: name, columns }
      await put(zip, `${JSON.stringify(head)}\n`)
      counts[name] = await copyRows(client, head, zip)
      await put(zip, END_OF_ROWS)
    }
    const tail: Tail = { rows: counts }
    await put(zip, `${JSON.stringify(tail)}\n`)
    await client.query('COMMIT')
    zip.end()
    return counts
  }
  const [counts] = await Promise.all([
    work().catch((error: Error) => {
      zip.destroy(error)
      throw error
    }),
    written,
  ])
  return counts
}

async function headOf(client: pg.ClientBase, stamp: { version: string; at: Date }): Promise<Head> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT name, checksum FROM migration WHERE name LIKE '%.sql' ORDER BY name`,
  )
  const migrations = rows.map(({ name, checksum }) => [name, checksum] as const)
  return { tonnage: 'backup', format: 1, version: stamp.version, madeAt: stamp.at.toISOString(), migrations }
}

async function copyRows(client: pg.ClientBase, { table, columns }: TableHead, zip: Gzip): Promise<number> {
  const name = quotedTable(table)
  const stream = client.query(copyTo(`COPY ${name} (${quotedColumns(columns)}) TO STDOUT`))
  for await (const piece of stream) await put(zip, piece as Buffer)
  const counted = await client.query<{ count: string }>(`SELECT count(*) AS count FROM ${name}`)
  const count = Number(counted.rows[0]?.count)
  if (stream.rowCount !== count) throw new Error(`${table}: ${stream.rowCount} of ${count} rows copied`)
  return count
}

async function put(zip: Gzip, piece: string | Buffer): Promise<void> {
  if (!zip.write(piece)) await once(zip, 'drain')
}

function sync(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}
