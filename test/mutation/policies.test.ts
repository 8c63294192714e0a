import { Client } from 'pg'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, freshDatabase, type FreshDatabase } from '../make/database.ts'
import { breaches, removals, walledTables, type Sample, type Walled } from './walls.ts'

/**
 * The second wall by itself: plain statements without any predicate. Then each wall is taken away, one way at a time, and the same
 * trial must see it.
 */
let database: FreshDatabase
let tables: readonly Walled[]
let inside: string
let samples: readonly Sample[]

beforeAll(async () => {
  database = await freshDatabase()
  inside = database.deps.newId()
  tables = await asOwner(database, (owner) => walledTables(owner, database.appRole))
  samples = await rooted(async (root) => {
    const outside = database.deps.newId()
    await unquestioned(root)
    const made: Sample[] = []
    for (const table of tables) {
      for (const market of [inside, outside]) await planted(root, table.name, market)
      const { rows } = await root.query<{ row: unknown }>(
        `SELECT to_jsonb(t) AS row FROM ${table.name} t WHERE market_id = $1 LIMIT 1`,
        [outside],
      )
      made.push({ table, outside: rows[0]?.row })
    }
    return made
  })
})
afterAll(() => database.close())

async function rooted<T>(work: (root: pg.Client) => Promise<T>): Promise<T> {
  const root = new Client({ ...inject('server').root, database: database.owner.database })
  await root.connect()
  try {
    return await work(root)
  } finally {
    await root.end()
  }
}

/** Something of each type that a column of a table of ours may have. */
const ANYTHING: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: 'gen_random_uuid()::text',
  date: "'2026-01-01'::date",
  bool: 'false',
  timestamptz: 'now()',
  bytea: 'uuid_send(gen_random_uuid())',
  jsonb: "'{}'::jsonb",
}

/** No foreign key and no check asks what a planted row says. */
async function unquestioned(root: pg.Client): Promise<void> {
  const { rows } = await root.query<{ drop: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop FROM pg_constraint
     WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace AND conparentid = 0 AND conislocal`,
  )
  for (const { drop } of rows) await root.query(drop)
}

/** A row of a market with anything in it: what it says and refers to does not matter to a wall. */
async function planted(root: pg.Client, table: string, market: string): Promise<void> {
  const { rows: columns } = await root.query<{ name: string; type: string }>(
    `SELECT quote_ident(attname) AS name, typname::text AS type FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND (attnotnull AND NOT atthasdef) AND attname <> 'market_id'`,
    [table],
  )
  const anything = columns.map(({ type }) => ANYTHING[type] ?? (type.startsWith('_') ? "'{}'" : '1'))
  await root.query(
    `INSERT INTO ${table} (${['market_id', ...columns.map(({ name }) => name)].join()}) VALUES (${['$1', ...anything].join()})`,
    [market],
  )
}

async function trial<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    return await work()
  } finally {
    await client.query('ROLLBACK')
  }
}

describe('row policies', () => {
  it('every table with a market has rows inside and outside to try them on', () => {
    expect(tables.length).toBeGreaterThan(15)
    expect(samples.filter(({ outside }) => outside === undefined).map(({ table }) => table.name)).toEqual([])
  })

  it('let a scoped connection see, write, change and delete nothing outside, whatever its statement says', async () => {
    const client = await database.deps.db.pool.connect()
    try {
      for (const sample of samples)
        expect([sample.table.name, await trial(client, () => breaches(client, sample, inside))]).toEqual([
          sample.table.name,
          [],
        ])
    } finally {
      client.release()
    }
  })

  it('hold for the owner of the tables as well', async () => {
    await asOwner(database, async (owner) => {
      for (const sample of samples)
        expect([sample.table.name, await trial(owner, () => breaches(owner, sample, inside))]).toEqual([
          sample.table.name,
          [],
        ])
    })
  })

  it('none can be missing unseen', async ({ annotate }) => {
    const every = samples.flatMap((sample) =>
      Object.entries(removals).map(([way, statement]) => ({ sample, way, statement })),
    )
    const survived = await rooted((root) => survivors(root, every))
    await annotate(
      `policies: ${String(every.length - survived.length)} of ${String(every.length)} removals seen`,
    )
    expect(survived).toEqual([])
  })
})

type Removal = {
  readonly sample: Sample
  readonly way: string
  readonly statement: (table: string) => string
}

/** Each wall taken away and tried as the application, then as the owner, in a transaction that is forgotten. */
async function survivors(root: pg.Client, taken: readonly Removal[]): Promise<string[]> {
  const survived: string[] = []
  for (const { sample, way, statement } of taken) {
    const found = await trial(root, async () => {
      await root.query(statement(sample.table.name))
      const seen: string[] = []
      for (const role of [database.appRole, database.owner.user ?? '']) {
        await root.query(`SET LOCAL ROLE "${role}"`)
        seen.push(...(await breaches(root, sample, inside)))
        await root.query('RESET ROLE')
      }
      return seen
    })
    if (found.length === 0) survived.push(`${sample.table.name}: ${way}`)
  }
  return survived
}
