import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allTheRights } from '../../../test/make/caller.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn } from '../../../test/make/people.ts'
import { plant, type Order, steady, written } from '../../../test/make/plant.ts'
import type { RankedAccount } from '../../contract/assess.ts'
import { dayFromNumber, dayNumber, monthStart, windowTo } from '../../domain/day.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { rank } from './ranking.ts'

let database: FreshDatabase
let ids: ReadonlyMap<string, string>

// A ledger of three accounts over three years, from a seed: sales, returns and lines without cost on scattered days.
const ledgers = new Map<string, readonly Order[]>(
  ['A', 'B', 'C'].map((code, index) => [
    code,
    fc.sample(orders(), { numRuns: 1, seed: 20_260_105 + index })[0] ?? [],
  ]),
)

function orders(): fc.Arbitrary<Order[]> {
  const day = fc.integer({ min: dayNumber('2023-01-01'), max: dayNumber('2025-12-31') }).map(dayFromNumber)
  const line = fc.record({
    day,
    litres: fc.integer({ min: 1, max: 900_000 }).map((ml) => ml / 1000),
    amount: fc.integer({ min: 1, max: 500_000 }).map((fen) => fen / 100),
    back: fc.integer({ min: 0, max: 9 }),
  })
  return fc
    .array(line, { minLength: 120, maxLength: 160 })
    .map((lines) =>
      lines.map(({ day: on, litres, amount, back }) =>
        back === 0
          ? { day: on, litres: -litres, amount: -amount, cost: -amount / 2, kind: 'return' as const }
          : { day: on, litres, amount, cost: back === 1 ? null : Math.round(amount * 60) / 100 },
      ),
    )
}

beforeAll(async () => {
  database = await freshDatabase()
  await webOn(database.deps)
  ids = await plant(database.deps, [
    ...[...ledgers].map(([code, lines]) => ({ code, orders: lines })),
    { code: 'D', orders: steady('2025-12-31', 30, 100) },
  ])
})
afterAll(() => database.close())

async function rows(asOf?: string): Promise<ReadonlyMap<string, RankedAccount>> {
  const answer = await rank(database.deps, allTheRights, { asOf })
  if (!answer.ok) throw new Error(answer.problem.code)
  return new Map(answer.value.accounts.map((row) => [row.account, row]))
}

async function change(work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await inScope(database.deps.db, '*', async (tx) => {
    await work(tx)
    await written(tx, database.deps)
  })
}

const merge = (code: string, into: string | null) =>
  change((tx) =>
    tx.q
      .updateTable('account')
      .set({ merged_into: into === null ? null : (ids.get(into) ?? '') })
      .where('code', '=', code)
      .execute(),
  )

const total = (lines: readonly Order[], of: (line: Order) => number): number =>
  lines.reduce((sum, line) => sum + Math.round(of(line)), 0)

describe('figures of a window', () => {
  it('are what adding up the lines by hand gives, for any day', async () => {
    const days = fc.sample(
      fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2025-12-31') }).map(dayFromNumber),
      { numRuns: 25, seed: 1 },
    )
    for (const asOf of [...days, '2024-02-29', '2025-02-28', '2025-12-31']) {
      const found = await rows(asOf)
      const { after } = windowTo(asOf, 12)
      for (const [code, lines] of ledgers) {
        const row = found.get(code)
        const inside = lines.filter((line) => line.day > after && line.day <= asOf)
        const before = lines.filter((line) => line.day > windowTo(asOf, 24).after && line.day <= after)
        expect(row?.tonnageLitres, `${code} ${asOf}`).toBe(total(inside, (line) => line.litres * 1000) / 1000)
        expect(row?.revenue).toBe(total(inside, (line) => (line.amount ?? 0) * 100) / 100)
        const lastYear = total(before, (line) => line.litres * 1000) / 1000
        expect([lastYear, null]).toContain(row?.lastYearLitres)
        expect(row?.lastYearLitres === null).toBe(windowTo(asOf, 24).after < '2022-12-01')
        const known = inside.every((line) => line.cost !== null)
        const left =
          total(inside, (line) => (line.amount ?? 0) * 100) - total(inside, (line) => (line.cost ?? 0) * 100)
        expect(row?.contribution).toBe(known ? left / 100 : null)
        const month = lines.filter((line) => monthStart(line.day) === monthStart(asOf) && line.day <= asOf)
        expect(row?.months.at(-1)).toBe(Math.round(total(month, (line) => line.litres * 1000) / 1000))
        const ordered = [
          ...new Set(
            lines.filter((line) => line.day <= asOf && line.kind !== 'return').map((line) => line.day),
          ),
        ]
        const last = ordered.toSorted().at(-1)
        expect(row?.loyalty.silentDays).toBe(last === undefined ? null : dayNumber(asOf) - dayNumber(last))
      }
    }
  })

  it('of a merged firm are those of its codes together, and come apart again', async () => {
    const apart = await rows()
    await merge('B', 'A')
    await merge('C', 'B')
    const together = await rows()
    expect([...together.keys()].toSorted()).toEqual(['A', 'D'])
    const sum = (of: (row: RankedAccount) => number) =>
      ['A', 'B', 'C'].reduce((whole, code) => whole + (apart.has(code) ? of(apart.get(code)!) : 0), 0)
    expect(together.get('A')?.tonnageLitres).toBeCloseTo(
      sum((row) => row.tonnageLitres),
      9,
    )
    expect(together.get('A')?.revenue).toBeCloseTo(
      sum((row) => row.revenue ?? 0),
      9,
    )
    expect(together.get('A')?.loyalty.silentDays).toBe(
      Math.min(...['A', 'B', 'C'].map((code) => apart.get(code)?.loyalty.silentDays ?? Infinity)),
    )
    expect(together.get('D')?.tonnageLitres).toBe(apart.get('D')?.tonnageLitres)
    await merge('C', null)
    await merge('B', null)
    expect(await rows()).toEqual(apart)
  })

  it('take off what the company knows of excise and spend, each line at the rate of its day or month', async () => {
    const plain = (await rows()).get('D')
    await change(async (tx) => {
      const sku = await tx.q.selectFrom('sku').select('id').executeTakeFirstOrThrow()
      // 6 litres a case: 13 orders of 100 litres in the window are 216.667 cases, of which 1.60 yuan each are excise
      await tx.q
        .insertInto('sku_period')
        .values({ id: database.deps.newId(), sku_id: sku.id, valid_from: '2020-01-01', excise_minor: 160 })
        .execute()
      const market = await tx.q.selectFrom('account').select('market_id').limit(1).executeTakeFirstOrThrow()
      const spend = {
        market_id: market.market_id,
        account_id: ids.get('D') ?? '',
        source: 'claim',
        recorded_at: new Date(0),
      }
      await tx.q
        .insertInto('trade_spend')
        .values([
          { ...spend, id: database.deps.newId(), day: '2025-06-30', component: 'rebate', amount_minor: 5000 },
          { ...spend, id: database.deps.newId(), day: '2024-06-30', component: 'rebate', amount_minor: 9900 },
          { ...spend, id: database.deps.newId(), day: '2025-07-01', component: 'visits', amount_minor: 1200 },
        ])
        .execute()
    })
    const after = (await rows()).get('D')
    const excise = Math.round((Math.round(100_000 / 6) * 13 * 160) / 1000) / 100
    expect(plain?.contribution).toBe(1300)
    expect(after?.contribution).toBeCloseTo(1300 - excise - 50 - 12, 9)
    const midMonth = (await rows('2025-12-15')).get('D')
    const exciseOfTwelve = Math.round((Math.round(100_000 / 6) * 12 * 160) / 1000) / 100
    expect(midMonth?.tonnageLitres).toBe(1200)
    expect(midMonth?.contribution).toBeCloseTo(1200 - exciseOfTwelve - 50 - 12, 9)
  })
})
