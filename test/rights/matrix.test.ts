import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { documentOf } from '../../src/server/http/document.ts'
import { isScoped, tables } from '../../src/server/db/tables.ts'
import { asOwner, freshDatabase, type FreshDatabase } from '../make/database.ts'
import { judged } from './judged.ts'
import { rows } from './requests.ts'
import { grow, type Grown } from './world.ts'

const whole = process.env['TONNAGE_DISCOVER'] === '1'
const SHARE = 6
/** Another share of the matrix in every run; a failure names its seed. */
const seed = Number(process.env['TONNAGE_SEED'] ?? Math.floor(Date.now() / 1000) % SHARE)

let database: FreshDatabase
let world: Grown

beforeAll(async () => {
  database = await freshDatabase()
  world = await grow(database)
  world.forgetful.forget(true)
})
afterAll(async () => {
  await world.forgetful.settled()
  await database.close()
}, 60_000)

type Document = Record<string, Record<string, { 'x-access'?: string }>>

describe('the rights matrix', () => {
  it('has a row for every guarded route, with the right that the route names', () => {
    const paths = (documentOf(createApp(database.deps), 'test').paths ?? {}) as Document
    const guarded = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { 'x-access': access }]) =>
        access === 'public' ? [] : [`${method.toUpperCase()} ${path} ${access ?? ''}`],
      ),
    )
    expect([...new Set(rows.map(({ route, needs }) => `${route} ${needs}`))].toSorted()).toEqual(
      guarded.toSorted(),
    )
  })

  it('agrees with the oracle in every call', async ({ annotate }) => {
    const { checks, differences } = await judgedAll(0)
    await annotate(
      `seed ${String(seed)}: ${String(checks)} checks, ${String(differences.length)} differences`,
    )
    expect(differences).toEqual([])
    expect(checks).toBeGreaterThan(whole ? 14_000 : 2_000)
  }, 300_000)

  it('agrees where the row policies are off: each query says by itself what may be seen', async ({
    annotate,
  }) => {
    const scoped = Object.entries(tables).flatMap(([name, table]) => (isScoped(table) ? [name] : []))
    await asOwner(database, async (owner) => {
      for (const name of scoped) await owner.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`)
    })
    const { checks, differences } = await judgedAll(1)
    await annotate(
      `seed ${String(seed)}: ${String(checks)} checks, ${String(differences.length)} differences`,
    )
    expect(differences).toEqual([])
    expect(checks).toBeGreaterThan(whole ? 14_000 : 2_000)
  }, 300_000)
})

/** Every actor by every route in a long run; else of each actor every sixth route, another one in each pass and each run. */
async function judgedAll(pass: number): Promise<{ checks: number; differences: string[] }> {
  const differences: string[] = []
  let checks = 0
  for (const [a, actor] of world.actors.entries())
    for (const [r, row] of rows.entries()) {
      if (!whole && (a + r + seed + pass) % SHARE !== 0) continue
      const found = await judged(world, actor, row)
      checks += found.checks
      differences.push(...found.differences)
    }
  return { checks, differences }
}
