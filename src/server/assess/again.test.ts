import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allTheRights } from '../../../test/make/caller.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { brought, done, salesFile, takeBack } from '../../../test/make/import.ts'
import { webOn } from '../../../test/make/people.ts'
import { steady } from '../../../test/make/plant.ts'
import { inScope } from '../db/transaction.ts'
import { awaitedEngine } from '../importing.ts'
import { catchUp } from './months.ts'
import { profile } from './profile.ts'
import { rank } from './ranking.ts'

let database: FreshDatabase
let minute = 0

beforeAll(async () => {
  database = await freshDatabase()
  await webOn(database.deps)
})
afterAll(() => database.close())

/** Time goes on: an undo tells by the clock what was decided on the lines that it takes back. */
function later(): void {
  minute += 1
  database.setNow(new Date(Date.UTC(2026, 1, 5, 5, minute)))
}

/** Two years of orders of 14 customers; F falls below the line in the last months, R rises above it. */
function sales(of: (code: string, day: string) => boolean = () => true): string {
  const lines = Array.from({ length: 14 }, (_, i) => {
    const code = i === 4 ? 'F' : i === 9 ? 'R' : `C${String(i + 1).padStart(2, '0')}`
    return steady('2025-12-31', 9 + (i % 4), 900 - 55 * i, 80).map(({ day, litres }, at) => {
      const turned = day > '2025-06-15'
      const factor = code === 'F' ? (turned ? 0.2 : 1.4) : code === 'R' ? (turned ? 3 : 0.6) : 1
      const units = Math.round(litres * factor * 2)
      return {
        code,
        day,
        line: `${day},${code},客户${code},First,S1,清爽,24,500,${units},${units * 3},${units * 2},D${code}${at},1`,
      }
    })
  })
  return salesFile(
    lines
      .flat()
      .filter(({ code, day }) => of(code, day))
      .map(({ line }) => line),
  )
}

async function bringInOnly(text: string): Promise<string> {
  later()
  const { batch } = await brought(database.deps, text)
  later()
  return batch
}

async function bringIn(text: string): Promise<string> {
  const batch = await bringInOnly(text)
  await caughtUp()
  return batch
}

async function caughtUp(): Promise<void> {
  done(await catchUp(database.deps))
}

async function undo(batch: string): Promise<void> {
  later()
  done(await takeBack(database.deps, batch))
  later()
}

/** What a reader is told, without the ids, which a new account has anew. */
async function told() {
  const { accounts, totals, policy } = done(await rank(database.deps, allTheRights, {}))
  const rows = []
  for (const { id, ...row } of accounts) {
    const { history } = done(await profile(database.deps, allTheRights, { account: id }))
    rows.push({ ...row, history })
  }
  return { rows, totals, policy }
}

describe('a file brought in, undone and brought in again', () => {
  it('gives the same answers, the standings of earlier months included', async () => {
    const first = await bringIn(sales())
    const before = await told()
    for (const { history } of before.rows) expect(history.length).toBeGreaterThan(11)
    await undo(first)
    await caughtUp()
    expect(done(await rank(database.deps, allTheRights, {})).accounts).toEqual([])
    const second = await bringIn(sales())
    expect(await told()).toEqual(before)
    await undo(second)
  })

  it('forgets what was decided on lines taken back of accounts that stay', async () => {
    const early = sales((_code, day) => day <= '2025-09-30')
    const late = sales((_code, day) => day > '2025-09-30')
    const wrong = sales((code, day) => day > '2025-09-30' && code !== 'C01' && code !== 'C02')
    const base = await bringIn(early)
    const start = await told()
    const bad = await bringIn(wrong)
    expect(await told()).not.toEqual(start)
    // As the command line does it, which assesses the months by itself.
    later()
    done(await awaitedEngine.undoImport(database.deps, allTheRights, bad))
    expect(await told()).toEqual(start)
    const good = await bringIn(late)
    const mended = await told()
    await undo(good)
    await undo(base)
    await bringIn(early)
    await bringIn(late)
    expect(await told()).toEqual(mended)
  })

  it('keeps what was decided as a record, and stores no day twice when two catch up at once', async () => {
    const stored = () =>
      inScope(database.deps.db, '*', (tx) => tx.q.selectFrom('verdict').select('made_at').execute())
    const before = await stored()
    await bringInOnly(salesFile(['2026-01-31,C01,客户C01,First,S1,清爽,24,500,100,300,200,X1,1']))
    await Promise.all([caughtUp(), caughtUp(), caughtUp()])
    expect(await stored()).toHaveLength(before.length + 14)
  })
})
