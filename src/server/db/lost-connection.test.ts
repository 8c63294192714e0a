import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { inScope } from './transaction.ts'

let base: FreshDatabase
beforeAll(async () => (base = await freshDatabase()))
afterAll(() => base.close())

it('a connection that is lost while a transaction thinks fails that transaction and nothing else', async () => {
  const lost = inScope(base.deps.db, '*', async (tx) => {
    const own = await tx.client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await base.deps.db.pool.query('SELECT pg_terminate_backend($1)', [own.rows[0]?.pid])
    await new Promise((resolve) => setTimeout(resolve, 200))
    await tx.client.query('SELECT 1')
  })
  await expect(lost).rejects.toThrow(/terminat|connection/i)
  const after = await inScope(base.deps.db, '*', (tx) => tx.client.query<{ one: number }>('SELECT 1 AS one'))
  expect(after.rows).toEqual([{ one: 1 }])
})
