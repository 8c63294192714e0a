import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, steady } from '../../../test/make/plant.ts'
import { AccountProfile, Ranking } from '../../contract/assess.ts'

let database: FreshDatabase
let web: Web
let ids: ReadonlyMap<string, string>
let as = ''

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  ids = await plant(database.deps, [
    { code: 'OLD', orders: steady('2025-12-31', 10, 1000) },
    // 31 October, 30 November and 30 December 2025.
    { code: 'NEW', orders: steady('2025-12-30', 30, 50, 3) },
    // Two Junes, and nothing in between.
    { code: 'GAP', orders: steady('2025-06-15', 365, 80, 2) },
  ])
  as = await web.persona('hq', 'HQ')
})
afterAll(() => database.close())

it('of one that came to a market with a longer ledger, the months before its own first record are missing, not zero', async () => {
  const one = async (code: string) =>
    AccountProfile.parse(await (await web.call('GET', `/api/accounts/${ids.get(code) ?? ''}`, { as })).json())
  const own = Array.from({ length: 24 }, (_, month) => (month < 21 ? null : 50))
  const late = await one('NEW')
  expect(late.trend.map(({ litres }) => litres)).toEqual(own)
  expect(late.account.months).toEqual(own)
  // Months without an order after the first one are zeros. June is the sixth and the eighteenth of the 24.
  const gap = Array.from({ length: 24 }, (_, month) =>
    month < 5 ? null : month === 5 || month === 17 ? 80 : 0,
  )
  expect((await one('GAP')).trend.map(({ litres }) => litres)).toEqual(gap)
  const ranked = Ranking.parse(await (await web.call('GET', '/api/ranking', { as })).json())
  expect(ranked.accounts.find(({ account }) => account === 'NEW')?.months).toEqual(own)
  expect(ranked.accounts.find(({ account }) => account === 'OLD')?.months).not.toContain(null)
})
