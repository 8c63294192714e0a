import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { Refused } from '../../../domain/problem.ts'
import { asOwner } from '../as-owner.ts'
import type { Database } from '../database.ts'
import { migrate, migrationFiles } from '../migrate.ts'
import { foreignSchemas, isScoped, tableNames, tables } from '../tables.ts'
import { BackupReader } from './format.ts'
import { quotedColumns, quotedTable, tablesInOrder } from './tables-in-order.ts'

const Head = z.object({
  tonnage: z.literal('backup'),
  format: z.literal(1),
  version: z.string(),
  madeAt: z.string(),
  migrations: z.array(z.tuple([z.string(), z.string()])).min(1),
})
const Line = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()).min(1) }),
  z.object({ rows: z.record(z.string(), z.number()) }),
])

export type Restored = { readonly madeAt: string; readonly tables: number; readonly rows: number }

function broken(why: string): Refused {
  return new Refused('backup/broken', { why })
}

/**
 * Fills a database that has no company yet. The schema is first brought to the state that the backup was made in, its rows
 * are loaded in one transaction, and the newer migrations follow: a backup of an older program can be restored. Refused: a
 * database with data, a backup of a newer program, a file that is not whole. Refused means nothing was written.
 */
export async function restore(
  database: Database,
  file: string,
  ask: { readonly migrations: string; readonly now: () => Date; readonly onTable?: (name: string) => void },
): Promise<Restored> {
  const unpacked = unpack(file)
  const reader = new BackupReader(unpacked)
  try {
    const head = await headOf(reader)
    await mustKnow(head, ask.migrations)
    await asOwner(database.owner, emptyDatabase)
    const migration = { folder: ask.migrations, appRole: database.appRole, now: ask.now }
    await migrate(database.owner, { ...migration, only: new Set(head.migrations.map(([name]) => name)) })
    const counts = await asOwner(database.owner, (client) => load(client, reader, ask.onTable))
    await migrate(database.owner, migration)
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return { madeAt: head.madeAt, tables: Object.keys(counts).length, rows }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Refused('file/missing', { file })
    if (typeof code === 'string' && code.startsWith('Z_')) throw broken(code)
    throw error
  } finally {
    unpacked.destroy()
  }
}

function unpack(file: string): ReturnType<typeof createGunzip> {
  const source = createReadStream(file)
  const zip = createGunzip()
  source.on('error', (error) => zip.destroy(error))
  return source.pipe(zip)
}

function parsed<T>(schema: z.ZodType<T>, line: string | null): T {
  let value: unknown
  try {
    value = JSON.parse(line ?? '')
  } catch {
    throw broken(line === null ? 'end' : 'line')
  }
  const found = schema.safeParse(value)
  if (!found.success) throw broken('line')
  return found.data
}

async function headOf(reader: BackupReader): Promise<z.infer<typeof Head>> {
  return parsed(Head, await reader.line())
}

async function mustKnow(head: z.infer<typeof Head>, folder: string): Promise<void> {
  const known = new Map((await migrationFiles(folder)).map((file) => [file.name, file.checksum]))
  for (const [name, checksum] of head.migrations) {
    if (!known.has(name)) throw new Refused('backup/newer', { file: name })
    if (known.get(name) !== checksum) throw new Refused('database/migration-changed', { file: name })
  }
}

/** Takes an empty schema away, whatever state it is in; data is never taken away. */
async function emptyDatabase(client: pg.ClientBase): Promise<void> {
  await client.query('BEGIN')
  for (const table of ['company', 'person', 'territory_node']) {
    const there = await client.query<{ found: string | null }>('SELECT to_regclass($1) AS found', [
      `public.${table}`,
    ])
    if (!there.rows[0]?.found) continue
    const rows = await client.query(`SELECT FROM ${table} LIMIT 1`)
    if (rows.rowCount !== 0) throw new Refused('backup/target-not-empty')
  }
  for (const name of tableNames)
    await client.query(`DROP TABLE IF EXISTS public.${quotedColumns([name])} CASCADE`)
  await client.query('DROP FUNCTION IF EXISTS set_scope(text)')
  for (const schema of foreignSchemas) await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  await client.query('COMMIT')
}

async function load(
  client: pg.ClientBase,
  reader: BackupReader,
  onTable: (name: string) => void = () => undefined,
): Promise<Record<string, number>> {
  const known = new Map((await tablesInOrder(client)).map((table) => [table.name, new Set(table.columns)]))
  const scoped = tableNames.filter((name) => isScoped(tables[name]) && known.has(`public.${name}`))
  const counts: Record<string, number> = {}
  await client.query('BEGIN')
  // COPY refuses to write where row policies hold. Nobody else is here yet, and it is undone with everything else.
  for (const name of scoped) await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`)
  for (;;) {
    const line = parsed(Line, await reader.line())
    if ('rows' in line) {
      if (!sameCounts(line.rows, counts)) throw broken('rows')
      break
    }
    const columns = known.get(line.table)
    if (!columns || counts[line.table] !== undefined) throw broken(line.table)
    if (line.columns.some((column) => !columns.has(column))) throw broken(line.table)
    onTable(line.table)
    counts[line.table] = await loadRows(client, line.table, line.columns, reader)
  }
  for (const name of scoped) await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`)
  await client.query('COMMIT')
  return counts
}

function sameCounts(
  told: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): boolean {
  const names = Object.keys(told)
  return names.length === Object.keys(found).length && names.every((name) => told[name] === found[name])
}

async function loadRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  reader: BackupReader,
) {
  const target = client.query(copyFrom(`COPY ${quotedTable(table)} (${quotedColumns(columns)}) FROM STDIN`))
  const pieces = async function* (): AsyncGenerator<Buffer> {
    const rows = reader.rows()
    for (;;) {
      const piece = await rows.next()
      if (!piece.done) yield piece.value
      else if (piece.value) return
      else throw broken('end')
    }
  }
  try {
    await pipeline(Readable.from(pieces(), { objectMode: false }), target)
  } catch (error) {
    // What the server says about a row that does not fit: the file was altered.
    if (/^(22|23)/.test((error as pg.DatabaseError).code ?? '')) throw broken(table)
    throw error
  }
  return target.rowCount
}
