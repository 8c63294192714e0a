import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allTheRights } from '../../../test/make/caller.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn } from '../../../test/make/people.ts'
import { plant, steady, written } from '../../../test/make/plant.ts'
import type { Ranking } from '../../contract/assess.ts'
import { inScope } from '../db/transaction.ts'
import { rank } from './ranking.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await webOn(database.deps)
})
afterAll(() => database.close())

async function ranking(asOf?: string): Promise<Ranking> {
  const answer = await rank(database.deps, allTheRights, { asOf })
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}

async function setWithdrawn(code: string, at: Date | null): Promise<void> {
  await inScope(database.deps.db, '*', async (tx) => {
    await tx.q.updateTable('account').set({ withdrawn_at: at }).where('code', '=', code).execute()
    await written(tx, database.deps)
  })
}

describe('the frozen yardstick', () => {
  it('is of the moment while the ledger holds less than a year', async () => {
    await plant(database.deps, [{ code: 'S1', orders: steady('2025-12-31', 20, 50, 5) }])
    expect((await ranking()).policy.frozenOn).toBeNull()
    const kept = await inScope(database.deps.db, '*', (tx) =>
      tx.q.selectFrom('assess_reference').selectAll().execute(),
    )
    expect(kept).toEqual([])
  })

  it('is frozen at the first assessment of a whole year, and stays for what comes after and before', async () => {
    await plant(
      database.deps,
      Array.from({ length: 25 }, (_, i) => ({
        code: `A${String(i + 1).padStart(2, '0')}`,
        orders: steady('2025-12-31', 7 + (i % 9), 900 - 30 * i + 17 * (i % 4), 120).map((order) => ({
          ...order,
          amount: order.litres * (3.2 + (i % 5) / 2),
        })),
        facts: i % 3 === 0 ? [{ fact: 'vehicles' as const, value: 1 + (i % 7), day: '2025-06-01' }] : [],
      })),
    )
    expect((await ranking('2025-06-30')).policy.frozenOn).toBe('2025-12-31')
    const before = await ranking()
    await plant(database.deps, [{ code: 'GIANT', orders: steady('2025-12-30', 7, 90_000, 120) }])
    const after = await ranking()
    expect(after.policy.frozenOn).toBe('2025-12-31')
    for (const row of before.accounts) {
      const now = after.accounts.find((one) => one.id === row.id)
      expect([now?.score, now?.parts]).toEqual([row.score, row.parts])
    }
  })

  it('keeps the order of the others whichever account is left out', async () => {
    const all = (await ranking()).accounts.map((row) => row.account)
    expect(all).toHaveLength(27)
    for (const code of all) {
      await setWithdrawn(code, new Date(0))
      const others = (await ranking()).accounts.map((row) => row.account)
      await setWithdrawn(code, null)
      expect(others).toEqual(all.filter((one) => one !== code))
    }
  })

  it('gives a scale to what was unknown when it was frozen, and leaves the others alone', async () => {
    const before = await ranking()
    await plant(
      database.deps,
      Array.from({ length: 3 }, (_, i) => ({
        code: `F${i}`,
        orders: steady('2025-12-29', 9, 200, 100),
        facts: [{ fact: 'working_capital' as const, value: 1_000_000 * (i + 1), day: '2025-11-01' }],
      })),
    )
    const after = await ranking()
    expect(
      after.accounts.filter((row) => row.account.startsWith('F')).every((row) => row.parts.strength !== null),
    ).toBe(true)
    for (const row of before.accounts)
      expect(after.accounts.find((one) => one.id === row.id)?.score).toBe(row.score)
  })

  it('is made anew when a batch that it was made of is undone', async () => {
    const batch = database.deps.newId()
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 4, minute))
    const row = (id: string, minute: number, undoOf: string | null) => ({
      id,
      kind: 'movements',
      state: undoOf === null ? 'undone' : 'done',
      file_name: 'x.csv',
      undo_of: undoOf,
      markets: [] as string[],
      actor: 'test',
      started_at: at(minute),
    })
    await inScope(database.deps.db, '*', async (tx) => {
      await tx.q
        .insertInto('import_batch')
        .values([row(batch, -5, null), row(database.deps.newId(), 5, batch)])
        .execute()
      await written(tx, database.deps)
    })
    database.setNow(at(10))
    const giant = (await ranking()).accounts.find((one) => one.account === 'GIANT')
    expect(giant?.parts.volume).toBe(100)
    const [kept] = await inScope(database.deps.db, '*', (tx) =>
      tx.q.selectFrom('assess_reference').selectAll().execute(),
    )
    expect(kept?.body).toMatchObject({ frozenAt: at(10).toISOString() })
  })
})
