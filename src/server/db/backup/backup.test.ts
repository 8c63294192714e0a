import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, freshDatabase } from '../../../../test/make/database.ts'
import type { FreshDatabase } from '../../../../test/make/database.ts'
import { migrationsFolder } from '../../project.ts'
import { audit, verifyAudit } from '../audit.ts'
import { dataRules } from '../data-rules.ts'
import type { Database } from '../database.ts'
import { inScope } from '../transaction.ts'
import { backup } from './backup.ts'
import { BackupReader, END_OF_ROWS } from './format.ts'
import { restore } from './restore.ts'
import { quotedTable, tablesInOrder } from './tables-in-order.ts'

const MARKET = '00000000-0000-7000-8000-00000000000a'
const HQ = '00000000-0000-7000-8000-000000000001'
const AT = new Date('2026-01-05T04:00:00Z')
const ODD = ['\\.', '\\N', '', 'tab\tline\nreturn\r', '奥妙"\'', '\\.\n\\.', '\u{1F37A}']

const folder = mkdtempSync(path.join(os.tmpdir(), 'tonnage-backup-'))
const file = path.join(folder, 'one.backup')
let from: FreshDatabase

const databaseOf = (fresh: FreshDatabase): Database => ({
  folder,
  owner: fresh.owner,
  app: fresh.app,
  appRole: fresh.appRole,
  release: () => Promise.resolve(),
})

beforeAll(async () => {
  from = await freshDatabase()
  const { db, newId } = from.deps
  await inScope(db, '*', async (tx) => {
    const company = {
      name: '江南',
      currency: 'CNY',
      minor_digits: 2,
      time_zone: 'Asia/Shanghai',
      locale: 'zh',
    }
    await tx.q
      .insertInto('company')
      .values({ ...company, id: newId(), kind: 'own', created_at: AT })
      .execute()
    const nodes = [
      { id: MARKET, kind: 'market', code: 'm', code_key: 'm', name: 'm', parent_id: HQ },
      { id: HQ, kind: 'hq', code: 'HQ', code_key: 'hq', name: '江南', parent_id: null },
    ]
    await tx.q.insertInto('territory_node').values(nodes).execute()
    for (const name of ODD) {
      const account = {
        market_id: MARKET,
        id: newId(),
        code: name,
        name,
        tier: 'wholesaler',
        grams: [name, 'a,b'],
      }
      await tx.q.insertInto('account').values(account).execute()
    }
    await audit(tx, newId, { actor: 'x', at: AT }, { market: HQ, action: 'a', detail: { odd: ODD } })
  })
  await backup(databaseOf(from), file, { version: '1', at: AT })
})

afterAll(async () => {
  await from.close()
  rmSync(folder, { recursive: true })
})

/** Every table's rows, as text. */
function rowsOf(fresh: FreshDatabase): Promise<Record<string, string>> {
  return asOwner(fresh, async (client) => {
    await client.query('BEGIN')
    await client.query(`SELECT set_scope('*')`)
    const found: Record<string, string> = {}
    for (const { name } of await tablesInOrder(client)) {
      const { rows } = await client.query<{ text: string }>(
        `SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS text FROM ${quotedTable(name)} t`,
      )
      found[name] = rows[0]?.text ?? ''
    }
    return found
  })
}

async function withEmpty(work: (to: FreshDatabase) => Promise<void>): Promise<void> {
  const to = await freshDatabase()
  try {
    await work(to)
  } finally {
    await to.close()
  }
}

const restoreInto = (to: FreshDatabase, source = file, migrations = migrationsFolder()) =>
  restore(databaseOf(to), source, { migrations, now: () => AT })

describe('backup and restore', () => {
  it('bring every row of every table back, and the database keeps its rules', async () => {
    await withEmpty(async (to) => {
      const done = await restoreInto(to)
      expect(done).toMatchObject({ madeAt: AT.toISOString(), rows: 1 + 2 + ODD.length + 2 })
      expect(await rowsOf(to)).toEqual(await rowsOf(from))
      expect(await asOwner(to, (client) => dataRules(client, to.appRole))).toEqual([])
      expect((await inScope(to.deps.db, '*', verifyAudit)).broken).toEqual([])
      const seen = await inScope(to.deps.db, [], (tx) => tx.q.selectFrom('account').select('id').execute())
      expect(seen).toEqual([])
    })
  })

  it('a backup of an older program is restored and then migrated', async () => {
    const newer = path.join(folder, 'newer')
    cpSync(migrationsFolder(), newer, { recursive: true })
    writeFileSync(
      path.join(newer, '9000-more.sql'),
      `ALTER TABLE account ADD colour text NOT NULL DEFAULT 'gold'`,
    )
    await withEmpty(async (to) => {
      await restoreInto(to, file, newer)
      const colours = await inScope(to.deps.db, '*', (tx) =>
        tx.client.query('SELECT DISTINCT colour FROM account'),
      )
      expect(colours.rows).toEqual([{ colour: 'gold' }])
    })
  })

  it('is for its owner alone, and never overwrites', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await expect(backup(databaseOf(from), file, { version: '1', at: AT })).rejects.toMatchObject({
      problem: { code: 'backup/exists' },
    })
  })

  it('fails, and leaves no file, where a policy would hide rows', async () => {
    const other = path.join(folder, 'hidden.backup')
    await withEmpty(async (to) => {
      await asOwner(to, (client) => client.query('ALTER POLICY market_scope ON account USING (false)'))
      await expect(backup(databaseOf(to), other, { version: '1', at: AT })).rejects.toThrow('policy/other')
    })
    expect(existsSync(other)).toBe(false)
  })

  it('a database with data is left alone', async () => {
    const before = await rowsOf(from)
    await expect(restoreInto(from)).rejects.toMatchObject({ problem: { code: 'backup/target-not-empty' } })
    expect(await rowsOf(from)).toEqual(before)
  })

  const whole = () => readFileSync(file)
  const text = () => gunzipSync(whole()).toString('utf8')
  const damaged: Record<string, () => Buffer> = {
    'cut off': () => whole().subarray(0, whole().length - 40),
    'a byte changed': () => {
      const bytes = Buffer.from(whole())
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff
      return bytes
    },
    'rows taken out': () => gzipSync(text().replace(/^.*a,b.*\n/m, '')),
    'its last line missing': () => gzipSync(text().replace(/\{"rows".*\n$/, '')),
    'a table that is not ours': () => gzipSync(text().replace('"public.sku"', '"pg_catalog.pg_authid"')),
    'a column that is none': () => gzipSync(text().replace('"grams"', '"grams\\" FROM PROGRAM"')),
    'a row that does not fit': () => gzipSync(text().replace('Asia/Shanghai\tzh', 'Asia/Shanghai\tfr')),
    'not a backup': () => Buffer.from('PK\u0003\u0004 something else'),
    empty: () => gzipSync(''),
  }

  it.each(Object.entries(damaged))('%s: refused, and nothing is written', async (name, bytes) => {
    const bad = path.join(folder, `${name}.backup`)
    writeFileSync(bad, bytes())
    await withEmpty(async (to) => {
      await expect(restoreInto(to, bad)).rejects.toMatchObject({ problem: { code: 'backup/broken' } })
      expect(new Set(Object.values(await rowsOf(to)))).toEqual(new Set(['']))
      expect(await asOwner(to, (client) => dataRules(client, to.appRole))).toEqual([])
    })
  })

  it('a backup of a newer program, and a file that is not there', async () => {
    const newer = path.join(folder, 'newer.backup')
    writeFileSync(newer, gzipSync(text().replace('[["0001', '[["9999-future.sql","x"],["0001')))
    await withEmpty(async (to) => {
      await expect(restoreInto(to, newer)).rejects.toMatchObject({ problem: { code: 'backup/newer' } })
      await expect(restoreInto(to, 'nowhere')).rejects.toMatchObject({ problem: { code: 'file/missing' } })
    })
  })
})

describe('reading a backup in pieces of any size', () => {
  const lines = array(constantFrom('a', '\\\\.', '', '\\N', '.', '\\\\', '汉字'), { maxLength: 12 })

  it('gives the same rows and lines', async () => {
    await assert(
      asyncProperty(lines, integer({ min: 1, max: 9 }), async (rows, size) => {
        const body = rows.map((row) => `${row}\n`).join('')
        const bytes = Buffer.from(`{"head":1}\n${body}${END_OF_ROWS}{"tail":1}\n`)
        const reader = new BackupReader(piecesOf(bytes, size))
        expect(await reader.line()).toBe('{"head":1}')
        const pieces: Buffer[] = []
        const iterator = reader.rows()
        let next = await iterator.next()
        for (; !next.done; next = await iterator.next()) pieces.push(next.value)
        expect([next.value, Buffer.concat(pieces).toString()]).toEqual([true, body])
        expect([await reader.line(), await reader.line()]).toEqual(['{"tail":1}', null])
      }),
    )
  })
})

async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
