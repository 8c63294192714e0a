import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allTheRights } from '../../../test/make/caller.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn } from '../../../test/make/people.ts'
import { plant, steady, type Order } from '../../../test/make/plant.ts'
import type { RankedAccount } from '../../contract/assess.ts'
import { addDays } from '../../domain/day.ts'
import { inScope } from '../db/transaction.ts'
import { assessMonths, catchUp, monthEnds } from './months.ts'
import { rank } from './ranking.ts'

const LAST = '2025-12-31'
let database: FreshDatabase

/** Buys every ten days: `litres` an order until the day `until`, `after` from then on. */
function turning(litres: number, until: string, after: number): readonly Order[] {
  return steady('2025-12-30', 10, litres, 110).map((order) => ({
    ...order,
    litres: order.day <= until ? litres : after,
  }))
}

beforeAll(async () => {
  database = await freshDatabase()
  await webOn(database.deps)
  const ordinary = Array.from({ length: 18 }, (_, i) => ({
    code: `N${String(i + 1).padStart(2, '0')}`,
    orders: steady('2025-12-30', 10, 120 - 4 * i, 110),
  }))
  await plant(database.deps, [
    { code: 'BIG', orders: steady(LAST, 10, 1000, 110) },
    { code: 'FALLS', orders: turning(420, '2025-01-01', 5) },
    { code: 'RISES', orders: turning(60, '2025-01-01', 600) },
    ...ordinary,
  ])
})
afterAll(() => database.close())

async function rows(asOf?: string): Promise<readonly RankedAccount[]> {
  const answer = await rank(database.deps, allTheRights, { asOf })
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value.accounts
}

async function stored() {
  return inScope(database.deps.db, '*', (tx) =>
    tx.q.selectFrom('verdict').selectAll().orderBy('as_of').orderBy('account_id').execute(),
  )
}

async function historyOf(code: string) {
  return inScope(database.deps.db, '*', (tx) =>
    tx.q
      .selectFrom('verdict as v')
      .innerJoin('account as a', (on) => on.onRef('a.id', '=', 'v.account_id'))
      .where('a.code', '=', code)
      .select(['v.as_of', 'v.standing', 'v.rank', 'v.is_member', 'v.months_below'])
      .orderBy('v.as_of')
      .execute(),
  )
}

describe('monthly assessments', () => {
  it('know their month ends', () => {
    expect(monthEnds('2025-01-31', '2025-04-29')).toEqual(['2025-01-31', '2025-02-28', '2025-03-31'])
  })

  it('catch up on every month with a whole window, oldest first, and find nothing left to do', async () => {
    const done = await catchUp(database.deps)
    // 110 orders of every ten days: the ledger begins on 5 January 2023
    expect(done).toMatchObject({ ok: true, value: { verdicts: 24 * 21 } })
    expect(done.ok && done.value.days.length).toBe(24)
    expect(done.ok && done.value.days.at(-1)).toBe(LAST)
    expect(await catchUp(database.deps)).toEqual({ ok: true, value: { days: [], verdicts: 0 } })
  })

  it('let a key account go only after its second month below the line, on watch between', async () => {
    const history = await historyOf('FALLS')
    const standings = history.map((row) => row.standing)
    const watched = standings.indexOf('on_watch')
    expect(standings[0]).toBe('key_account')
    expect(watched).toBeGreaterThan(0)
    expect(standings[watched - 1]).toBe('key_account')
    expect(history[watched]).toMatchObject({ is_member: true, months_below: 1 })
    expect(history[watched + 1]).toMatchObject({ is_member: false })
    expect(standings.filter((one) => one === 'on_watch')).toHaveLength(1)
    expect((await historyOf('RISES')).at(-1)).toMatchObject({ standing: 'key_account' })
  })

  it('are remembered by the ranking: change of rank since the month before', async () => {
    const now = await rows()
    const november = new Map(
      (await stored()).filter((row) => row.as_of === '2025-11-30').map((row) => [row.account_id, row.rank]),
    )
    for (const row of now) expect(row.rankBefore).toBe(november.get(row.id))
  })

  it('agree with the ranking of the same day', async () => {
    const november = new Map(
      (await stored()).filter((row) => row.as_of === '2025-11-30').map((row) => [row.account_id, row]),
    )
    for (const row of await rows('2025-11-30'))
      expect(november.get(row.id)).toMatchObject({ rank: row.rank, standing: row.standing })
  })

  it('stay as they were known then, whatever comes later', async () => {
    const before = await stored()
    await plant(database.deps, [{ code: 'LATE', orders: steady('2025-12-29', 10, 5000, 100) }])
    const late = (await rows('2025-06-30')).find((row) => row.account === 'LATE')
    expect(late?.marketShare).toBeGreaterThan(0.5)
    const again = await assessMonths(database.deps, '2024-01-31', LAST)
    expect(again).toEqual({ ok: true, value: { days: [], verdicts: 0 } })
    expect(await stored()).toEqual(before)
  })

  it('store the last day of a month that is not over, once', async () => {
    await plant(database.deps, [{ code: 'NEW', orders: [{ day: '2026-01-03', litres: 10 }] }])
    const done = await assessMonths(database.deps, addDays(LAST, 1), '2026-01-03')
    expect(done).toMatchObject({ ok: true, value: { days: ['2026-01-03'] } })
    expect(await assessMonths(database.deps, addDays(LAST, 1), '2026-01-03')).toMatchObject({
      value: { verdicts: 0 },
    })
  })
})
