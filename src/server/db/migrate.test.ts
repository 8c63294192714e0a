import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asOwner, freshDatabase } from '../../../test/make/database.ts'
import type { FreshDatabase } from '../../../test/make/database.ts'
import { schemaFile } from '../../../test/make/schema-file.ts'
import { migrationsFolder } from '../project.ts'
import { migrate } from './migrate.ts'
import { statementsOf } from './sql-statements.ts'

let database: FreshDatabase
let folder: string

beforeEach(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(path.join(os.tmpdir(), 'tonnage-migrations-'))
  cpSync(migrationsFolder(), folder, { recursive: true })
})

afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.close()
})

const again = () =>
  migrate(database.owner, { folder, appRole: database.appRole, now: () => new Date('2026-01-05T00:00:00Z') })

const add = (name: string, sql: string) => writeFileSync(path.join(folder, name), sql)

const query = (sql: string) => asOwner(database, (client) => client.query(sql))

describe('migrate', () => {
  it('does nothing a second time', async () => {
    expect(await again()).toEqual({ applied: [], rights: false })
  })

  it('applies what is new', async () => {
    add('9000-more.sql', 'ALTER TABLE sku ADD colour text;')
    expect(await again()).toEqual({ applied: ['9000-more.sql'], rights: true })
    await expect(database.deps.db.pool.query(`UPDATE sku SET colour = 'red'`)).resolves.toBeDefined()
  })

  it('takes a file that could not run to its end back whole', async () => {
    add('9000-broken.sql', 'CREATE TABLE half (id uuid PRIMARY KEY); SELECT 1 / 0;')
    await expect(again()).rejects.toThrow('division by zero')
    expect((await query(`SELECT to_regclass('half') AS found`)).rows).toEqual([{ found: null }])
  })

  it('refuses a file that changed after it was applied', async () => {
    appendFileSync(path.join(folder, '0001-company-and-people.sql'), '\n-- a word\n')
    await expect(again()).rejects.toMatchObject({
      problem: { code: 'database/migration-changed', facts: { file: '0001-company-and-people.sql' } },
    })
  })

  it('does not mind line ends', async () => {
    const name = '9000-lines.sql'
    add(name, '-- one\nSELECT 1;\n')
    await again()
    add(name, '-- one\r\nSELECT 1;\r\n')
    expect((await again()).applied).toEqual([])
  })

  it('refuses a database that is newer than the program', async () => {
    add('9000-more.sql', 'SELECT 1')
    await again()
    rmSync(path.join(folder, '9000-more.sql'))
    await expect(again()).rejects.toMatchObject({
      problem: { code: 'database/newer', facts: { file: '9000-more.sql' } },
    })
  })

  it('lets a second program wait that migrates at the same time', async () => {
    add('9000-more.sql', 'CREATE TABLE once (id uuid PRIMARY KEY); SELECT pg_sleep(0.2);')
    const both = await Promise.all([again(), again()])
    expect(both.flatMap((one) => one.applied)).toEqual(['9000-more.sql'])
  })

  it('runs a marked file outside a transaction', async () => {
    add('9000-index.sql', '-- outside a transaction\nCREATE INDEX CONCURRENTLY sku_brand ON sku (brand);')
    expect((await again()).applied).toEqual(['9000-index.sql'])
  })

  it('gives the types that are committed', () => {
    expect(() => schemaFile(database.ownerUrl, true)).not.toThrow()
  })
})

describe('statements of a migration', () => {
  it('end at semicolons outside of strings, names, comments and dollar quotes', () => {
    const sql = `-- a; b
      SELECT ';', "a;b", 'it''s; so';
      /* c; d */ CREATE FUNCTION f() AS $$ BEGIN; END; $$;
      SELECT $1, $tag$ x; $$ y; $tag$;
      -- nothing more;`
    expect(statementsOf(sql).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      `-- a; b SELECT ';', "a;b", 'it''s; so'`,
      '/* c; d */ CREATE FUNCTION f() AS $$ BEGIN; END; $$',
      'SELECT $1, $tag$ x; $$ y; $tag$',
    ])
  })
})
