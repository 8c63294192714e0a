import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, freshDatabase } from '../../../test/make/database.ts'
import type { FreshDatabase } from '../../../test/make/database.ts'
import { connect } from './client.ts'
import { inScope } from './transaction.ts'
import type { Scope, Tx } from './transaction.ts'

let database: FreshDatabase
let north: string
let south: string

const HQ = '00000000-0000-7000-8000-000000000001'

beforeAll(async () => {
  database = await freshDatabase()
  north = database.deps.newId()
  south = database.deps.newId()
  await inScope(database.deps.db, '*', async (tx) => {
    await tx.q
      .insertInto('territory_node')
      .values([
        { id: HQ, kind: 'hq', code: 'HQ', code_key: 'hq', name: 'HQ' },
        { id: north, kind: 'market', code: 'N', code_key: 'n', name: '北', parent_id: HQ },
        { id: south, kind: 'market', code: 'S', code_key: 's', name: '南', parent_id: HQ },
      ])
      .execute()
    await anAccount(tx, north, '1')
    await anAccount(tx, south, '2')
    await anAccount(tx, south, '3')
  })
})

afterAll(() => database.close())

async function anAccount(tx: Tx, market: string, code: string): Promise<string> {
  const id = database.deps.newId()
  await tx.q
    .insertInto('account')
    .values({ market_id: market, id, code, name: `客户${code}`, tier: 'wholesaler', grams: [] })
    .execute()
  return id
}

async function codes(scope: Scope): Promise<string[]> {
  return inScope(database.deps.db, scope, async (tx) => {
    const rows = await tx.q.selectFrom('account').select('code').orderBy('code').execute()
    return rows.map((row) => row.code)
  })
}

describe('scope', () => {
  it('shows all rows, those of some markets, or none', async () => {
    expect(await codes('*')).toEqual(['1', '2', '3'])
    expect(await codes([south])).toEqual(['2', '3'])
    expect(await codes([north, south])).toEqual(['1', '2', '3'])
    expect(await codes([])).toEqual([])
  })

  it('is none where it was not set, also on a connection that had one before', async () => {
    const db = connect({ ...database.app, max: 1 })
    try {
      expect((await db.pool.query('SELECT FROM account')).rowCount).toBe(0)
      await inScope(db, '*', async (tx) => tx.q.selectFrom('account').select('id').execute())
      expect((await db.pool.query('SELECT FROM account')).rowCount).toBe(0)
    } finally {
      await db.close()
    }
  })

  it('refuses writes outside it', async () => {
    await expect(inScope(database.deps.db, [north], (tx) => anAccount(tx, south, '4'))).rejects.toThrow(
      /row-level security/,
    )
    const changed = await inScope(database.deps.db, [north], (tx) =>
      tx.q.updateTable('account').set({ name: 'x' }).where('market_id', '=', south).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })

  it('holds for the owner of the tables too', async () => {
    await asOwner(database, async (client) => {
      expect((await client.query('SELECT FROM account')).rowCount).toBe(0)
    })
  })

  it('takes market ids only', async () => {
    await expect(inScope(database.deps.db, ["' OR true"], async () => undefined)).rejects.toThrow(RangeError)
    await expect(inScope(database.deps.db, ['*'], async () => undefined)).rejects.toThrow(RangeError)
  })
})

describe('transaction', () => {
  it('rolls everything back when the work throws, and the connection stays usable', async () => {
    const work = inScope(database.deps.db, '*', async (tx) => {
      await anAccount(tx, north, '9')
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await codes('*')).toEqual(['1', '2', '3'])
  })

  it('refuses writes when it only reads', async () => {
    const work = inScope(database.deps.db, '*', (tx) => anAccount(tx, north, '9'), { readOnly: true })
    await expect(work).rejects.toThrow(/read-only/)
  })

  it('sees one state throughout in a snapshot', async () => {
    const seen = await inScope(
      database.deps.db,
      '*',
      async (tx) => {
        const count = async () => (await tx.q.selectFrom('sku').select('id').execute()).length
        const before = await count()
        await inScope(database.deps.db, '*', (other) =>
          other.q
            .insertInto('sku')
            .values({ id: database.deps.newId(), code: 'k', code_key: 'k', name: 'k' })
            .execute(),
        )
        return [before, await count()]
      },
      { snapshot: true },
    )
    expect(seen).toEqual([0, 0])
  })
})

describe('values', () => {
  it('come as whole numbers and days as text; an integer that a number cannot hold is refused', async () => {
    await inScope(database.deps.db, '*', async (tx) => {
      const row = await tx.client.query(`SELECT 9007199254740991::int8 AS n, date '2024-02-29' AS d,
        ARRAY[1, NULL]::int8[] AS ns, ARRAY[date '2024-02-29'] AS ds`)
      expect(row.rows[0]).toEqual({ n: 9007199254740991, d: '2024-02-29', ns: [1, null], ds: ['2024-02-29'] })
      await expect(tx.client.query('SELECT 9007199254740992::int8')).rejects.toThrow(RangeError)
    })
  })
})
