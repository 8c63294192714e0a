import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCompany } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { brought } from '../../../test/make/import.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await aCompany(database.deps)
})
afterAll(() => database.close())

const DAYS = `date,buyer_code,buyer_name,market_code,sku_code,pack_units,unit_ml,cases,doc,line
2025-11-03,B1,East,M1,S1,12,500,3,D1,1
2025-12-03,B1,East,M1,S1,12,500,4,D2,1
`
const months = (
  name: string,
  last = '2025年11月',
) => `buyer_code,buyer_name,market_code,sku_code,pack_units,unit_ml,2025年10月,${last}
B1,${name},M1,S1,12,500,5,3
`

it('a table of monthly totals beside the lines of the same month goes in, and is told; the same table again is not', async () => {
  const first = await brought(database.deps, DAYS)
  expect(first.warnings).not.toHaveProperty('line/month-there')
  const trial = await brought(database.deps, months('East'), { dryRun: true })
  expect(trial).toMatchObject({ rowsAccepted: 2, warnings: { 'line/month-there': 1 } })
  await brought(database.deps, months('East'))
  const again = await brought(database.deps, months('East'))
  expect(again.unchanged).toBe(2)
  expect(again.warnings).not.toHaveProperty('line/month-there')
})

it('an account that gets another name is told', async () => {
  const trial = await brought(database.deps, months('Eastern Brothers', '2025年12月'), { dryRun: true })
  expect(trial.warnings).toMatchObject({ 'account/renamed': 1 })
})

it('an amount of another currency than the company’s is told', async () => {
  const euros =
    'date,buyer_code,market_code,sku_code,pack_units,unit_ml,cases,amount (EUR)\n2025-12-09,B1,M1,S1,12,500,4,96\n'
  const trial = await brought(database.deps, euros, { dryRun: true })
  expect(trial.warnings).toMatchObject({ 'amount/other-currency': 1 })
})
