import { afterAll, beforeAll, expect, it } from 'vitest'
import { AccountProfile } from '../../contract/assess.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets, steady } from '../../../test/make/plant.ts'

let database: FreshDatabase
let web: Web

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
})
afterAll(() => database.close())

it('the ends of a scale over few accounts, which would be one account’s own, are told only to who reaches all', async () => {
  const orders = steady('2025-12-31', 10, 100)
  const other = [{ fact: 'credit_limit' as const, value: 56_200_800, day: '2025-10-01' }]
  const ids = await plant(database.deps, [
    { code: 'A1', orders },
    { code: 'B1', market: 'Second', orders, facts: other },
  ])
  const ends = async (role: string, scope: string) => {
    const as = await web.persona(role, scope)
    const page = await web.call('GET', `/api/accounts/${ids.get('A1') ?? ''}`, { as })
    const text = await page.text()
    const inputs = AccountProfile.parse(JSON.parse(text)).why['part.strength']?.inputs ?? []
    const named = Object.fromEntries(inputs.map(({ name, value }) => [name, value]))
    return [named['funds.low'], named['funds.high'], named['funds.accounts']]
  }
  expect(await ends('regional_manager', 'First')).toEqual([null, null, 1])
  const [low] = await ends('hq', 'HQ')
  expect(low).toBeCloseTo(562_008, 6)
})
