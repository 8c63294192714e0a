import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCompany } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { brought } from '../../../test/make/import.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await aCompany(database.deps)
  await brought(database.deps, sales('market_code,market_name', 'B1', 'M1,East Town', 'D1'))
  await brought(database.deps, sales('market_code,market_name', 'B8', 'M8,Twin', 'D8'))
  await brought(database.deps, sales('market_code,market_name', 'B9', 'M9,Twin', 'D9'))
})
afterAll(() => database.close())

function sales(columns: string, buyer: string, market: string, doc: string): string {
  return `date,buyer_code,${columns},sku_code,pack_units,unit_ml,cases,doc,line
2025-11-03,${buyer},${market},S1,12,500,3,${doc},1
`
}

const placeOf = (code: string) =>
  inScope(database.deps.db, '*', ({ client }) =>
    client.query<{ code: string }>(
      'SELECT t.code FROM account a JOIN territory_node t ON t.id = a.market_id WHERE a.code = $1',
      [code],
    ),
  ).then(({ rows }) => rows[0]?.code)

it('a file that knows a market by its name alone means the market of that name', async () => {
  const result = await brought(database.deps, sales('market_name', 'B2', 'ＥAST town', 'D2'))
  expect(result.created).toMatchObject({ markets: 0, accounts: 1 })
  expect(await placeOf('B2')).toBe('M1')
})

it('and its known customers do not stand in another market than the one it says', async () => {
  const result = await brought(database.deps, sales('market_name', 'B1', 'East Town', 'D3'))
  expect(result).toMatchObject({ rowsAccepted: 1 })
  expect(result.warnings).not.toHaveProperty('line/other-market')
})

it('two markets of one name: the name is no market of theirs', async () => {
  const result = await brought(database.deps, sales('market_name', 'B3', 'Twin', 'D4'))
  expect(result.created).toMatchObject({ markets: 1 })
  expect(await placeOf('B3')).toBe('Twin')
})
