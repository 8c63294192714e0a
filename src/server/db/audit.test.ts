import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, freshDatabase } from '../../../test/make/database.ts'
import type { FreshDatabase } from '../../../test/make/database.ts'
import { audit, verifyAudit } from './audit.ts'
import { canonicalJson } from './canonical-json.ts'
import { inScope } from './transaction.ts'

const NORTH = '00000000-0000-7000-8000-00000000000a'
const SOUTH = '00000000-0000-7000-8000-00000000000b'
const STAMP = { actor: 'person:1', at: new Date('2026-01-05T04:00:00.123Z') }

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  for (let n = 1; n <= 3; n += 1) {
    await append(NORTH, { n, name: '奥妙\0', nested: { b: [1, null, 0.1], a: 1e21 }, left: undefined })
  }
  await append(SOUTH, {})
})

afterAll(() => database.close())

function append(market: string, detail: Record<string, unknown>): Promise<void> {
  return inScope(database.deps.db, [market], (tx) =>
    audit(tx, database.deps.newId, STAMP, { market, action: 'account.changed', subject: 'x', detail }),
  )
}

const verify = () => inScope(database.deps.db, '*', verifyAudit, { readOnly: true, snapshot: true })

function tamper(sql: string): Promise<void> {
  return asOwner(database, async (client) => {
    await client.query('BEGIN')
    await client.query(`SELECT set_scope('*')`)
    expect((await client.query(sql)).rowCount).toBeGreaterThan(0)
    await client.query('COMMIT')
  })
}

/** Does what only the owner of the tables can, sees what the check says, and puts it back. */
async function afterTampering(statement: string, undo: string) {
  await tamper(statement)
  const found = await verify()
  await tamper(undo)
  return found.broken
}

describe('audit chain', () => {
  it('holds for entries as they were written', async () => {
    expect(await verify()).toEqual({ chains: 2, entries: 4, broken: [] })
  })

  it('finds an entry whose words were changed', async () => {
    const where = `WHERE market_id = '${NORTH}' AND seq = 2`
    const broken = await afterTampering(
      `UPDATE audit_entry SET actor = 'someone else' ${where}`,
      `UPDATE audit_entry SET actor = 'person:1' ${where}`,
    )
    expect(broken).toEqual([{ market: NORTH, seq: 2, why: 'altered' }])
  })

  it('finds an entry that was taken out', async () => {
    const broken = await afterTampering(
      `UPDATE audit_entry SET seq = 99 WHERE market_id = '${NORTH}' AND seq = 2`,
      `UPDATE audit_entry SET seq = 2 WHERE market_id = '${NORTH}' AND seq = 99`,
    )
    expect(broken).toEqual([{ market: NORTH, seq: 2, why: 'missing' }])
  })

  it('finds a chain that was cut at its end', async () => {
    const broken = await afterTampering(
      `UPDATE audit_entry SET market_id = '${SOUTH}', seq = 77 WHERE market_id = '${NORTH}' AND seq = 3`,
      `UPDATE audit_entry SET market_id = '${NORTH}', seq = 3 WHERE market_id = '${SOUTH}' AND seq = 77`,
    )
    expect(broken).toContainEqual({ market: NORTH, seq: 3, why: 'head' })
  })

  it('finds a chain whose head is gone', async () => {
    const broken = await afterTampering(
      `UPDATE audit_head SET market_id = '00000000-0000-7000-8000-00000000000c' WHERE market_id = '${SOUTH}'`,
      `UPDATE audit_head SET market_id = '${SOUTH}' WHERE market_id = '00000000-0000-7000-8000-00000000000c'`,
    )
    expect(broken).toContainEqual({ market: SOUTH, seq: 0, why: 'no-head' })
  })

  it('queues writers of one market and loses none', async () => {
    const market = database.deps.newId()
    await Promise.all(Array.from({ length: 12 }, (_, n) => append(market, { n })))
    const { broken } = await verify()
    expect(broken).toEqual([])
    const rows = await inScope(database.deps.db, [market], (tx) =>
      tx.q.selectFrom('audit_entry').select('seq').execute(),
    )
    expect(rows.map((row) => row.seq).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    )
  })
})

describe('canonical JSON', () => {
  it('has one spelling for one value', () => {
    expect(canonicalJson({ b: 1, a: [{ d: -0, c: undefined }] })).toBe('{"a":[{"d":0}],"b":1}')
    expect(canonicalJson({ a: 'x\0y\uD800' })).toBe('{"a":"x\uFFFDy\uFFFD"}')
  })
})
