import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn } from '../../../test/make/people.ts'
import { written } from '../../../test/make/plant.ts'
import { inScope } from '../db/transaction.ts'
import { standOn } from './stand-on.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await webOn(database.deps)
})
afterAll(() => database.close())

it('today is the day of the company’s time zone, also just after that has changed', async () => {
  const deps = { ...database.deps, now: () => new Date('2026-01-05T23:00:00Z') }
  const today = async () => {
    const stood = await standOn(deps)
    return stood.ok ? stood.value.today : stood.problem.code
  }
  expect(await today()).toBe('2026-01-06')
  await inScope(deps.db, '*', async (tx) => {
    await tx.q.updateTable('company').set({ time_zone: 'America/Los_Angeles' }).execute()
    await written(tx, deps)
  })
  expect(await today()).toBe('2026-01-05')
})
