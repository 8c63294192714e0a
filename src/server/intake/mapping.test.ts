import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ImportMapping } from '../../contract/import-undo.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plantMarkets } from '../../../test/make/plant.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let web: Web

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Port'])
  // A file of First, brought by the system, and what was said of its shape.
  await inScope(database.deps.db, '*', async ({ q }) => {
    const batch = database.deps.newId()
    await sql`INSERT INTO import_batch (id, kind, state, file_name, file_digest, markets, actor, started_at)
      SELECT ${batch}::uuid, 'movements', 'done', 'first.csv', '\\x00', ARRAY[id], 'cli:somebody', now() FROM territory_node WHERE code = 'First'`.execute(
      q,
    )
    await sql`INSERT INTO import_mapping (kind, shape, mapping, batch_id)
      VALUES ('movements', decode(${'ab'.repeat(32)}, 'hex'), '{}', ${batch}::uuid)`.execute(q)
  })
})
afterAll(() => database.close())

it('a remembered shape says of which file it is, and who brought it, only to those who see that file', async () => {
  const of = async (role: string, scope: string) => {
    const answer = await web.call('GET', '/api/import-mappings', { as: await web.persona(role, scope) })
    return ImportMapping.array().parse(await answer.json())
  }
  const told = { fileName: 'first.csv', who: 'cli:somebody' }
  expect(await of('admin', 'HQ')).toMatchObject([told])
  expect(await of('finance', 'First')).toMatchObject([told])
  expect(await of('finance', 'Port')).toMatchObject([
    { fileName: null, who: null, at: null, kind: 'movements' },
  ])
})
