import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCompany } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { brought, salesFile } from '../../../test/make/import.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await aCompany(database.deps)
})
afterAll(() => database.close())

const line = (day: string, doc: string) =>
  `${day},A1,Cloudcrest East,M1,S1,Lager,12,500,24,96.00,50.00,${doc},1`

// The clock of the test stands at 5 January 2026 (UTC and Shanghai): up to the end of March, the running quarter, is believed.
const FILE = salesFile([
  line('2026-01-05', 'D1'),
  line('2026-01-06', 'D2'),
  line('2026-03-31', 'D3'),
  line('2026-04-01', 'D4'),
  line('2062-01-05', 'D5'),
])

it.each([{ dryRun: true }, { dryRun: false }])(
  'what is dated after today goes in with a warning, what is dated far ahead comes back: %o',
  async (how) => {
    const result = await brought(database.deps, FILE, how)
    expect(result).toMatchObject({
      rowsAccepted: 3,
      rowsRejected: 2,
      warnings: { 'line/day-ahead': 2 },
      warned: {
        'line/day-ahead': [
          { row: 3, day: '2026-01-06', account: 'Cloudcrest East', sku: 'Lager' },
          { row: 4, day: '2026-03-31' },
        ],
      },
      rejectedBy: [{ code: 'line/day-far-ahead', count: 2, row: 5 }],
    })
    expect(result.rejectedBy[0]?.sample).toContain('1 Apr 2026 is too far after today (5 Jan 2026)')
  },
)

it('a month of the running quarter stands for its last day', async () => {
  const months =
    'buyer_code,buyer_name,market_code,sku_code,pack_units,unit_ml,2025年12月,2026年1月,2026年4月\n'
  const result = await brought(database.deps, `${months}B1,East,M1,S1,12,500,3,4,5\n`)
  expect(result).toMatchObject({
    rowsAccepted: 2,
    warnings: { 'line/day-ahead': 1 },
    warned: { 'line/day-ahead': [{ day: '2026-01-31' }] },
    rejectedBy: [{ code: 'line/day-far-ahead', count: 1 }],
  })
})

it('of many lines the first five are named', async () => {
  const lines = Array.from({ length: 8 }, (_, i) => line('2026-01-20', `N${i}`))
  const { warnings, warned } = await brought(database.deps, salesFile(lines))
  expect(warnings['line/day-ahead']).toBe(8)
  expect(warned?.['line/day-ahead']?.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6])
})
