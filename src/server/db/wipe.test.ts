import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner, freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn } from '../../../test/make/people.ts'
import { wipe } from './wipe.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

it('leaves no row but the migrations', async () => {
  const web = await webOn(database.deps)
  await web.persona('admin', 'HQ')
  await wipe(database.owner)
  const counts = await asOwner(database, async (owner) => {
    const found = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'auth') ORDER BY 1`,
    )
    await owner.query(`SELECT set_scope('*')`)
    const rows: [string, number][] = []
    for (const { name } of found.rows) {
      const { rows: counted } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`)
      if (counted[0]?.n) rows.push([name, counted[0].n])
    }
    return rows
  })
  expect(counts.map(([name]) => name)).toEqual(['public.migration'])
  await webOn(database.deps)
})
