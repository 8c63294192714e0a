import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { asOwner, freshDatabase } from '../../test/make/database.ts'
import type { FreshDatabase } from '../../test/make/database.ts'
import { buildProgram, tonnage } from '../../test/make/program.ts'
import { audit } from '../server/db/audit.ts'
import { inScope } from '../server/db/transaction.ts'

const MARKET = '00000000-0000-7000-8000-00000000000a'

let database: FreshDatabase

beforeAll(async () => {
  buildProgram()
  database = await freshDatabase()
  const { db, newId, now } = database.deps
  const stamp = { actor: 'person:1', at: now() }
  await inScope(db, '*', (tx) =>
    audit(tx, newId, stamp, { market: MARKET, action: 'test', detail: { n: 1 } }),
  )
})

afterAll(() => database.close())

async function check() {
  const app = new URL(database.ownerUrl)
  app.username = inject('server').app.user
  const env = { DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: app.href }
  const answer = await tonnage(database.deps.folder, ['check', '--json'], { env })
  const { ok, checks } = JSON.parse(answer.out) as {
    ok: boolean
    checks: { name: string; ok: boolean; wrong: string[] }[]
  }
  return { status: answer.status, ok, wrong: checks.filter((one) => !one.ok) }
}

function owner(...statements: string[]): Promise<void> {
  return asOwner(database, async (client) => {
    await client.query('BEGIN')
    await client.query(`SELECT set_scope('*')`)
    for (const statement of statements) await client.query(statement)
    await client.query('COMMIT')
  })
}

describe('check', () => {
  it('is ok, on a server that DATABASE_URL names', async () => {
    expect(await check()).toEqual({ status: 0, ok: true, wrong: [] })
  })

  it('says what does not hold, and ends with status 1', async () => {
    await owner(
      `UPDATE audit_entry SET detail = '{"n": 2}'`,
      'CREATE INDEX movement_by_day ON movement (day)',
      `INSERT INTO territory_node (id, kind, code, code_key, name) VALUES ('${MARKET}', 'hq', 'x', 'x', 'x')`,
      `UPDATE territory_node SET kind = 'market', parent_id = id`,
      `INSERT INTO rollup_day VALUES ('${MARKET}', '${MARKET}', 'sell_in', '2026-01-01', 1, 0, 0, 0, 0, 0, 1, 0)`,
    )
    const found = await check()
    expect([found.status, found.ok]).toEqual([1, false])
    expect(found.wrong.map(({ name, wrong }) => [name, ...wrong])).toEqual([
      ['rollups', `${MARKET} day 1`],
      ['audit', `${MARKET} 1 altered`],
      ['data-rules', 'market/not-first movement.movement_by_day'],
    ])
  })
})
