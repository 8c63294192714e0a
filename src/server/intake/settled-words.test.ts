import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCompany } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { bring, brought, salesFile, takeBack } from '../../../test/make/import.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await aCompany(database.deps)
})
afterAll(() => database.close())

const coded = 'date,buyer_code,buyer_name,market_code,sku_code,pack_units,unit_ml,units,doc,line'
const named = 'date,buyer_name,market_code,sku_code,pack_units,unit_ml,units,doc,line'

async function nameOf(code: string): Promise<string | undefined> {
  return inScope(database.deps.db, '*', async ({ q }) => {
    const row = await q.selectFrom('account').select('name').where('code', '=', code).executeTakeFirst()
    return row?.name
  })
}

it('takes a customer without a code for the one account of that name in the market', async () => {
  const { deps } = database
  await brought(
    deps,
    salesFile(
      [
        '2025-01-01,C1,永盛商行,M1,S1,12,500,12,A1,1',
        '2025-01-01,C2,双喜,M1,S1,12,500,12,A2,1',
        '2025-01-01,C3,双喜,M1,S1,12,500,12,A3,1',
      ],
      coded,
    ),
  )
  const result = await brought(
    deps,
    salesFile(
      [
        '2025-02-01,永盛商行,M1,S1,12,500,24,B1,1',
        '2025-02-01,双喜,M1,S1,12,500,24,B2,1',
        '2025-02-01,永盛商行,M2,S1,12,500,24,B3,1',
      ],
      named,
    ),
  )
  // 双喜 stands for two; the name in two markets of one file stays with the account found first.
  expect(result.created.accounts).toBe(1)
  expect(result.warnings['account/by-name']).toBe(2)
})

it('goes back past a batch that has been undone meanwhile', async () => {
  const { deps } = database
  const file = (name: string, day: string) => salesFile([`${day},N1,${name},M1,S1,12,500,12,${day},1`], coded)
  await brought(deps, file('甲', '2025-03-01'))
  const second = await brought(deps, file('乙', '2025-03-02'))
  const third = await brought(deps, file('丙', '2025-03-03'))
  await takeBack(deps, second.batch)
  expect(await nameOf('N1')).toBe('丙')
  await takeBack(deps, third.batch)
  expect(await nameOf('N1')).toBe('甲')
})

it('refuses a tier that it does not know, and makes nobody a wholesaler of it', async () => {
  const tiers = 'date,buyer_code,buyer_tier,market_code,sku_code,pack_units,unit_ml,units'
  const result = await brought(
    database.deps,
    salesFile(
      [
        '2025-04-01,W1,批发商,M1,S1,12,500,12',
        '2025-04-01,W2,星球,M1,S1,12,500,12',
        '2025-04-01,W3,,M1,S1,12,500,12',
      ],
      tiers,
    ),
    { map: { columns: { buyer_tier: 'buyer_tier' } } },
  )
  expect(result).toMatchObject({
    rowsAccepted: 2,
    rowsRejected: 1,
    rejectedBy: [{ code: 'line/value-invalid' }],
  })
})

it('takes an export from nothing back as no rows', async () => {
  const empty = await brought(database.deps, 'account_code,account_name,tier,market_code\n', {
    kind: 'accounts',
  })
  expect(empty).toMatchObject({ rowsRead: 0, rowsAccepted: 0, rowsRejected: 0, unchanged: 0 })
  const strange = await bring(database.deps, '日期,客户,数量\n')
  expect(strange).toMatchObject({ ok: false, problem: { code: 'file/header-only' } })
})

it('shows codes as they were written', async () => {
  const result = await brought(
    database.deps,
    'account_code,account_name,market_code,address\nABC1,a,M1,x\nABC1,a,M1,y\n',
    { kind: 'accounts' },
  )
  expect(result.rejectedBy[0]).toMatchObject({ code: 'line/conflict' })
  expect(result.rejectedBy[0]?.sample).toContain('ABC1')
})
