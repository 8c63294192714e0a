import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCompany } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { aCaller, brought, done, takeBack } from '../../../test/make/import.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let deps: Deps

beforeAll(async () => {
  database = await freshDatabase()
  deps = database.deps
  await aCompany(deps)
})
afterAll(() => database.close())

type Row = Record<string, unknown>
async function rows(query: string): Promise<Row[]> {
  return inScope(deps.db, '*', async ({ client }) => (await client.query<Row>(query)).rows)
}

const MARKETS = `market_code,market_name,parent_code,node_kind
M1,Rivermouth,OFF1,
OFF1,Delta office,NORTH,
NORTH,North,,region
M2,Hilltop,OFF1,market
`
const PRODUCTS = `sku_code,sku_name,sku_category,brand,pack_units,unit_ml,case_cost,excise,valid_from
S1,Lager,Classic,Cloudcrest,12,500,21.5,1.6,2025-01-01
S1,Lager,Classic,Cloudcrest,12,450,21.5,1.6,2025-07-01
S2,Stout,Dark,Cloudcrest,6,1000,40,,
`
const ACCOUNTS = `account_code,account_name,tier,parent_code,market_code,city,lat,lon,phone,working_capital,vehicles
B1,Second tier,sub_distributor,A1,M1,Rivermouth,31.2,121.4,13800000000,,2
A1,Cloudcrest East,wholesaler,,M1,Rivermouth,,,,120000.50,7
`
const LINKS = `seller_code,buyer_code,valid_from,valid_to
A1,B1,2025-01-01,
A1,NOBODY,2025-01-01,
`
const PRICES = `sku_code,tier,list_price,valid_from
S1,wholesaler,36.50,2025-01-01
S1,outlet,48,2025-01-01
`

describe('files of masters', () => {
  it('markets: a tree whose parents may stand anywhere; twice is unchanged', async () => {
    const result = await brought(deps, MARKETS, { kind: 'markets' })
    expect(result).toMatchObject({ rowsRead: 4, rowsAccepted: 4, rowsRejected: 0, created: { markets: 4 } })
    expect(
      await rows(
        'SELECT n.code, n.kind, p.code AS parent FROM territory_node n JOIN territory_node p ON p.id = n.parent_id ORDER BY 1',
      ),
    ).toEqual([
      { code: 'M1', kind: 'market', parent: 'OFF1' },
      { code: 'M2', kind: 'market', parent: 'OFF1' },
      { code: 'NORTH', kind: 'region', parent: 'HQ' },
      { code: 'OFF1', kind: 'office', parent: 'NORTH' },
    ])
    expect(await brought(deps, MARKETS, { kind: 'markets' })).toMatchObject({ rowsAccepted: 0, unchanged: 4 })
    const sized = 'market_code,litres_a_year\nM1,1200000\n'
    const first = await brought(deps, sized, { kind: 'markets' })
    expect(await brought(deps, sized, { kind: 'markets' })).toMatchObject({ unchanged: 1 })
    const later = await brought(deps, sized.replace('12', '13'), { kind: 'markets' })
    const sizes = 'SELECT valid_from, litres_a_year::float8 AS litres FROM market_size ORDER BY 1'
    expect(await rows(sizes)).toEqual([
      { valid_from: '1970-01-01', litres: 1_200_000 },
      { valid_from: '2026-01-05', litres: 1_300_000 },
    ])
    done(await takeBack(deps, later.batch))
    expect(await rows(sizes)).toHaveLength(1)
    done(await takeBack(deps, first.batch))
    expect(await rows(sizes)).toEqual([])
  })

  it('products: what holds from a day on; a changed cost opens a period; undo closes it', async () => {
    expect(await brought(deps, PRODUCTS, { kind: 'products' })).toMatchObject({
      rowsAccepted: 3,
      created: { skus: 2 },
    })
    expect(await brought(deps, PRODUCTS, { kind: 'products' })).toMatchObject({
      rowsAccepted: 0,
      unchanged: 3,
      updated: { skus: 0 },
    })
    const periods = `SELECT s.code, p.valid_from, p.valid_to, p.unit_ml::float8 AS ml, p.cost_minor AS cost, p.excise_minor AS excise
      FROM sku_period p JOIN sku s ON s.id = p.sku_id ORDER BY 1, 2`
    const before = await rows(periods)
    expect(before).toEqual([
      { code: 'S1', valid_from: '2025-01-01', valid_to: '2025-07-01', ml: 500, cost: 2150, excise: 160 },
      { code: 'S1', valid_from: '2025-07-01', valid_to: null, ml: 450, cost: 2150, excise: 160 },
      { code: 'S2', valid_from: '1970-01-01', valid_to: null, ml: 1000, cost: 4000, excise: null },
    ])
    const dearer = await brought(
      deps,
      'sku_code,sku_name,case_cost,valid_from\nS2,Dark stout,44,2025-03-01\n',
      { kind: 'products' },
    )
    expect(dearer).toMatchObject({ rowsAccepted: 1, updated: { skus: 1 } })
    expect(await rows(periods)).toHaveLength(4)
    done(await takeBack(deps, dearer.batch))
    expect(await rows(periods)).toEqual(before)
    expect(await rows("SELECT name FROM sku WHERE code = 'S2'")).toEqual([{ name: 'Stout' }])
  })

  it('products: two costs from the same day on: the second comes back; a row that adds to the first goes in', async () => {
    const file =
      'sku_code,case_cost,excise,valid_from\nS2,41,,2025-04-01\nS2,43,,2025-04-01\nS2,,2,2025-04-01\n'
    const result = await brought(deps, file, { kind: 'products' })
    expect(result).toMatchObject({ rowsAccepted: 2, rowsRejected: 1 })
    expect(result.rejectedBy).toMatchObject([{ code: 'line/period-twice', row: 3 }])
    const periods = `SELECT p.cost_minor AS cost, p.excise_minor AS excise FROM sku_period p JOIN sku s ON s.id = p.sku_id
      WHERE s.code = 'S2' AND p.valid_from = '2025-04-01'`
    expect(await rows(periods)).toEqual([{ cost: 4100, excise: 200 }])
    done(await takeBack(deps, result.batch))
    expect(await rows(periods)).toEqual([])
  })

  it('accounts: parents, places and facts; what a later file leaves open stays; undo brings it back', async () => {
    expect(await brought(deps, ACCOUNTS, { kind: 'accounts' })).toMatchObject({
      rowsAccepted: 2,
      created: { accounts: 2 },
    })
    expect(await brought(deps, ACCOUNTS, { kind: 'accounts' })).toMatchObject({
      rowsAccepted: 0,
      unchanged: 2,
      updated: { accounts: 0 },
    })
    const accounts = `SELECT a.code, a.name, a.tier, a.city, p.code AS parent, a.phone,
      (SELECT jsonb_object_agg(f.fact, f.value) FROM account_fact f WHERE f.account_id = a.id) AS facts
      FROM account a LEFT JOIN account p ON p.id = a.parent_id WHERE a.withdrawn_at IS NULL ORDER BY 1`
    const before = await rows(accounts)
    expect(before).toEqual([
      {
        code: 'A1',
        name: 'Cloudcrest East',
        tier: 'wholesaler',
        city: 'Rivermouth',
        parent: null,
        phone: null,
        facts: { vehicles: 7, working_capital: 12_000_050 },
      },
      {
        code: 'B1',
        name: 'Second tier',
        tier: 'sub_distributor',
        city: 'Rivermouth',
        parent: 'A1',
        phone: '13800000000',
        facts: { vehicles: 2 },
      },
    ])
    const later = await brought(deps, 'account_code,account_name,vehicles\nA1,Cloudcrest Great East,9\n', {
      kind: 'accounts',
    })
    expect(later).toMatchObject({ rowsAccepted: 1, updated: { accounts: 1 } })
    expect((await rows(accounts))[0]).toMatchObject({
      name: 'Cloudcrest Great East',
      city: 'Rivermouth',
      facts: { vehicles: 9 },
    })
    done(await takeBack(deps, later.batch))
    expect(await rows(accounts)).toEqual(before)
  })

  it('accounts: facts of a day and from a source that the file names, older ones too', async () => {
    const facts = `SELECT f.fact, f.value::float8 AS value, f.day, f.source FROM account_fact f
      JOIN account a ON a.id = f.account_id WHERE a.code = 'A1' AND f.source LIKE 'visit%' ORDER BY f.day, f.fact`
    const file = (day: string, share: string) =>
      `客户编码,采购份额,逾期货款,资料日期,资料来源\nA1,${share},1200.50,${day},visit of ${day}\n`
    const later = await brought(deps, file('2025-12-01', '54%'), { kind: 'accounts' })
    expect(later).toMatchObject({ rowsAccepted: 1 })
    expect(await brought(deps, file('2025-12-01', '54%'), { kind: 'accounts' })).toMatchObject({
      unchanged: 1,
    })
    const older = await brought(deps, file('2025-06-01', '65%'), { kind: 'accounts' })
    const [june, december] = ['2025-06-01', '2025-12-01'].map((day) => [
      { fact: 'overdue_minor', value: 120_050, day, source: `visit of ${day}` },
      { fact: 'share_of_wallet', value: day < '2025-09' ? 0.65 : 0.54, day, source: `visit of ${day}` },
    ])
    expect(await rows(facts)).toEqual([...(june ?? []), ...(december ?? [])])
    done(await takeBack(deps, older.batch))
    expect(await rows(facts)).toEqual(december)
    done(await takeBack(deps, later.batch))
    expect(await rows(facts)).toEqual([])
  })

  it('links and prices; what is unknown is refused; undo leaves nothing', async () => {
    const links = await brought(deps, LINKS, { kind: 'supply-links' })
    expect(links).toMatchObject({ rowsAccepted: 1, rowsRejected: 1 })
    expect(links.rejectedBy).toMatchObject([{ code: 'line/account-unknown' }])
    const prices = await brought(deps, PRICES, { kind: 'prices' })
    expect(prices).toMatchObject({ rowsAccepted: 2 })
    expect(await brought(deps, PRICES, { kind: 'prices' })).toMatchObject({ unchanged: 2 })
    expect(await rows('SELECT list_minor AS list FROM price ORDER BY 1')).toEqual([
      { list: 3650 },
      { list: 4800 },
    ])
    const dearer = await brought(deps, PRICES.replace('36.50', '38'), { kind: 'prices' })
    expect(dearer).toMatchObject({ rowsAccepted: 1, unchanged: 1 })
    done(await takeBack(deps, dearer.batch))
    expect(await rows('SELECT list_minor AS list FROM price ORDER BY 1')).toEqual([
      { list: 3650 },
      { list: 4800 },
    ])
    done(await takeBack(deps, prices.batch))
    done(await takeBack(deps, links.batch))
    expect(await rows('SELECT id FROM price UNION ALL SELECT id FROM supply_link')).toEqual([])
  })

  const prices = () =>
    rows(`SELECT valid_from AS "from", valid_to AS "to", list_minor AS list FROM price ORDER BY 1`)
  const priced = (lines: string) =>
    brought(deps, `sku_code,list_price,valid_from,valid_to\n${lines}`, { kind: 'prices' })

  it('two prices never hold on one day: a line takes its days, one that ends where another begins leaves it the day', async () => {
    const lines = 'S1,40,2025-07-01,2025-08-01\nS1,42,2025-08-01,\nS1,39,2025-10-01,2025-11-01\n'
    const first = await priced(lines)
    expect(first).toMatchObject({ rowsAccepted: 3, rowsRejected: 0 })
    const stood = [
      { from: '2025-07-01', to: '2025-08-01', list: 4000 },
      { from: '2025-08-01', to: '2025-10-01', list: 4200 },
      { from: '2025-10-01', to: '2025-11-01', list: 3900 },
      { from: '2025-11-01', to: null, list: 4200 },
    ]
    expect(await prices()).toEqual(stood)
    expect(await priced(lines)).toMatchObject({ rowsAccepted: 0, unchanged: 3 })
    // A year's end that reaches over what begins later takes it; an undo gives it back.
    const later = await priced('S1,45,2025-09-01,2026-01-01\n')
    expect(await prices()).toEqual([
      stood[0],
      { from: '2025-08-01', to: '2025-09-01', list: 4200 },
      { from: '2025-09-01', to: '2026-01-01', list: 4500 },
      { from: '2026-01-01', to: null, list: 4200 },
    ])
    done(await takeBack(deps, later.batch))
    expect(await prices()).toEqual(stood)
    done(await takeBack(deps, first.batch))
    expect(await prices()).toEqual([])
  })

  it('two prices from the same day on: the second comes back with the row of the first; the same twice is nothing new', async () => {
    const result = await priced('S1,40,2025-07-01,\nS1,41,2025-07-01,\nS1,40,2025-07-01,\n')
    expect(result).toMatchObject({ rowsAccepted: 1, unchanged: 1, rowsRejected: 1 })
    expect(result.rejectedBy).toMatchObject([{ code: 'line/period-twice', row: 3 }])
    expect(result.rejectedBy[0]?.sample).toContain('row 2')
    expect(await prices()).toEqual([{ from: '2025-07-01', to: null, list: 4000 }])
    done(await takeBack(deps, result.batch))
  })

  it('an undo leaves the prices of other products as they are', async () => {
    const crossed = ['2025-05-01', '2025-06-01']
    for (const from of crossed)
      await rows(`INSERT INTO price (id, sku_id, tier, valid_from, valid_to, list_minor)
        SELECT gen_random_uuid(), id, 'wholesaler', '${from}', '2026-01-01', 100 FROM sku WHERE code = 'S2' RETURNING id`)
    const before = await priced('S1,40,2025-07-01,2025-09-01\n')
    const over = await priced('S1,41,2025-08-01,2025-09-01\n')
    for (const { batch } of [over, before]) done(await takeBack(deps, batch))
    expect((await prices()).map(({ from, to }) => [from, to])).toEqual(
      crossed.map((from) => [from, '2026-01-01']),
    )
    await rows('DELETE FROM price RETURNING id')
  })

  it('an undo out of turn leaves no two prices on one day', async () => {
    const first = await priced('S1,40,2025-07-01,2025-09-01\n')
    const over = await priced('S1,41,2025-05-01,2026-01-01\n')
    const short = await priced('S1,42,2025-08-01,2025-08-15\n')
    done(await takeBack(deps, over.batch))
    const stood = await prices()
    for (const [at, { to }] of stood.entries())
      expect(String(to ?? '9999') <= String(stood[at + 1]?.['from'] ?? '9999')).toBe(true)
    for (const { batch } of [short, first]) done(await takeBack(deps, batch))
    await rows('DELETE FROM price RETURNING id')
  })

  it('what belongs to the company is refused to a caller of one market', async () => {
    const [market] = await rows("SELECT id FROM territory_node WHERE code = 'M1'")
    const caller = aCaller([String(market?.['id'])])
    const file = 'account_code,account_name,market_code\nA7,Ours,M1\nA8,Theirs,M2\nA1,Cloudcrest East,M1\n'
    const result = await brought(deps, file, { kind: 'accounts', caller })
    expect(result).toMatchObject({ rowsAccepted: 1, unchanged: 1, rowsRejected: 1, created: { accounts: 1 } })
    expect(result.rejectedBy[0]?.code).toBe('line/out-of-reach')
    done(await takeBack(deps, result.batch, caller))
    expect(await rows("SELECT code FROM account WHERE code = 'A7' AND withdrawn_at IS NULL")).toEqual([])
  })
})
