import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets, steady, written, type Order } from '../../../test/make/plant.ts'
import { MarketMembers, MarketPage, Markets, MarketSizes } from '../../contract/market.ts'
import { ProblemBody } from '../../contract/people.ts'
import { inScope } from '../db/transaction.ts'
import { moversAt } from './market-curve.ts'

const LAST = '2025-12-31'
let database: FreshDatabase
let web: Web
let ids: ReadonlyMap<string, string>
const key: Record<string, string> = {}

const through = (every: number, litres: number): readonly Order[] =>
  steady(LAST, every, litres).map((order) => ({ ...order, kind: 'sell_through' }))

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second', 'Third'])
  ids = await plant(database.deps, [
    { code: 'S1', name: '文昌里', tier: 'sub_distributor', orders: through(10, 500) },
    { code: 'S2', name: '河西', tier: 'sub_distributor', orders: through(10, 300) },
    { code: 'S3', name: '城北', tier: 'sub_distributor', orders: through(10, 100) },
    { code: 'O1', tier: 'outlet', orders: [] },
    { code: 'O2', tier: 'outlet', orders: [] },
    { code: 'A1', name: '永盛糖酒', orders: steady(LAST, 10, 1000), supplies: ['S1', 'S2', 'S3', 'O1'] },
    // Sold for 2 yuan a litre and bought for 3: every litre costs one.
    { code: 'A2', name: '亏本', orders: steady(LAST, 10, 200).map((one) => ({ ...one, amount: 400 })) },
    { code: 'B1', market: 'Second', orders: steady(LAST, 12, 700) },
  ])
  await inScope(database.deps.db, '*', async (tx) => {
    const [market] = (await tx.q
      .selectFrom('account')
      .select('market_id')
      .where('code', '=', 'S3')
      .execute()) as [{ market_id: string }]
    await sql`INSERT INTO trade_spend VALUES (${market.market_id}, ${database.deps.newId()}, ${ids.get('S3')}, '2025-06-01', 'display',
      600000, 'test', NULL, now())`.execute(tx.q)
    await sql`INSERT INTO trade_spend VALUES (${market.market_id}, ${database.deps.newId()}, ${ids.get('A1')}, '2025-06-01', 'rebate',
      370000, 'test', NULL, now())`.execute(tx.q)
    await written(tx, database.deps)
  })
  key['manager'] = await web.persona('regional_manager', 'First')
  key['rep'] = await web.persona('rep', 'First')
  key['hq'] = await web.persona('hq', 'HQ')
})
afterAll(() => database.close())

async function page(as: string, query = '', code = 'first'): Promise<MarketPage> {
  const answer = await web.call('GET', `/api/markets/${code}${query}`, { as: key[as] ?? '' })
  expect(answer.status).toBe(200)
  return MarketPage.parse(await answer.json())
}

async function refusal(method: string, path: string, as: string, body?: unknown): Promise<string> {
  const answer = await web.call(method, path, { as: key[as] ?? '', body })
  return `${answer.status} ${ProblemBody.parse(await answer.json()).code}`
}

describe('GET /api/markets', () => {
  it('lists the markets of the scope, largest first, each with who carries it', async () => {
    const answer = await web.call('GET', '/api/markets', { as: key['hq'] ?? '' })
    const all = Markets.parse(await answer.json())
    expect(all.markets.map((row) => [row.code, row.litres, row.accounts])).toEqual([
      ['First', 37 * 1200, 2],
      ['Second', 31 * 700, 1],
      ['Third', 0, 0],
    ])
    // .8333² + .1667² = .7222
    expect(all.markets[0]?.concentration).toMatchObject({ lead: { members: 1 }, members: 2 })
    expect(all.markets[0]?.concentration?.equal).toBeCloseTo(1 / 0.7222, 3)
    // 37,000 yuan − 3,700 rebate, and 37 × 200 L at −1 yuan
    expect(all.markets[0]).toMatchObject({ contribution: 25_900, losing: { members: 1, amount: -7400 } })
    expect(all.markets[2]).toMatchObject({ concentration: null, contribution: null })
  })

  it('shows a manager only the own one, and a rep no money at all', async () => {
    const mine = Markets.parse(await (await web.call('GET', '/api/markets', { as: key['rep'] ?? '' })).json())
    expect(mine.markets.map((row) => row.code)).toEqual(['First'])
    expect(mine.markets[0]).toMatchObject({
      contribution: null,
      contributionPerTonne: null,
      losing: null,
      costUnknown: null,
    })
    const text = JSON.stringify(await page('rep'))
    expect(text).not.toMatch(/25900|-7400|33300|"peak"/)
    expect((await page('rep')).curve).toBeNull()
  })
})

describe('GET /api/markets/{code}', () => {
  it('draws the curve over sub-distributors where enough of the volume is known to reach them', async () => {
    const one = await page('manager')
    expect(one.levels).toEqual(['sub_distributor', 'wholesaler'])
    expect(one.traced).toBe(0.75)
    // A1 leaves 1 yuan a litre less 3,700 ÷ 37,000 = .9: S1 18,500 × .9, S2 11,100 × .9, S3 3,700 × .9 − 6,000 display
    expect(one.curve?.points.map((point) => point.amount)).toEqual([0, 16_650, 26_640, 23_970])
    expect(one.curve).toMatchObject({
      members: 3,
      peak: { members: 2, amount: 26_640 },
      loss: { members: 1, amount: -2670 },
    })
    expect(one.curve?.best.at(-1)).toMatchObject({
      name: '城北',
      suppliers: ['永盛糖酒'],
      contribution: -2670,
    })
    expect(one.curve?.best.at(-1)?.reasons[0]?.code).toBe('own-spend')
    // The accounts leave 33,300 − 7,400; what is not the sub-distributors' makes up the rest.
    expect((one.curve?.total ?? 0) + (one.curve?.untraced ?? 0)).toBe(25_900)
  })

  it('draws it over the accounts when asked, and closes to the market', async () => {
    const one = await page('manager', '?level=wholesaler')
    expect(one.curve?.points.map((point) => point.amount)).toEqual([0, 33_300, 25_900])
    expect(one.curve?.total).toBe(one.row.contribution)
    expect(one.curve?.best[1]?.reasons[0]).toMatchObject({ code: 'price-below-cost' })
    expect(one.ruler.reduce((sum, part) => sum + part.share, one.rulerRest.share)).toBeCloseTo(1, 12)
  })

  it('compares three months with the same three a year ago', async () => {
    const { movers } = await page('manager', '?asOf=2025-12-31')
    expect(movers?.after).toBe('2025-09-30')
    const gained = [...(movers?.up ?? []), ...(movers?.down ?? [])]
    for (const one of gained) expect(one.change).toBe(one.recentLitres - one.beforeLitres)
    expect((await page('manager', '?asOf=2024-12-31')).movers).toBeNull()
  })

  it('has no movers at a level of which nothing was recorded a year ago', () => {
    const level = 'sub_distributor' as const
    const sold = { ml: 5000, milliCases: 0, returned: 0, recent: 5000 }
    const member = { id: 's', code: 'S', name: 'S', tier: level, level, worth: null, suppliers: [], ...sold }
    const of = (recentBefore: number) => ({
      members: new Map([['s', { ...member, recentBefore }]]),
      outlets: [],
      sizes: [],
    })
    expect(moversAt(of(0), 'sub_distributor', '2025-09-30')).toBeNull()
    expect(moversAt(of(1000), 'sub_distributor', '2025-09-30')?.up).toHaveLength(1)
  })

  it('counts the outlets that nobody serves', async () => {
    expect((await page('manager')).coverage).toEqual({
      outlets: 2,
      holes: 1,
      areas: [{ name: '', served: 1, holes: 1 }],
    })
  })

  it('is refused out of reach, for what is no market, and for days ahead', async () => {
    expect((await web.call('GET', '/api/markets/first')).status).toBe(401)
    expect(await refusal('GET', '/api/markets/second', 'manager')).toBe('404 market/missing')
    expect(await refusal('GET', '/api/markets/HQ', 'hq')).toBe('404 market/missing')
    expect(await refusal('GET', '/api/markets/first?asOf=2030-01-01', 'hq')).toBe('422 assess/no-such-day')
  })

  it('answers for an empty market', async () => {
    const empty = await page('hq', '', 'third')
    expect(empty).toMatchObject({ curve: null, accounts: [], movers: null, coverage: { outlets: 0 } })
  })
})

describe('the size of a market', () => {
  const size = { validFrom: '2025-09-30', litres: 100_000, low: 90_000, high: 125_000, source: '终端盘点' }
  const path = '/api/markets/first/sizes'

  it('is entered by those who may, shows at once, and is in the audit', async () => {
    expect((await page('manager')).category.now).toBeNull()
    expect(await refusal('PUT', path, 'rep', size)).toBe('403 person/no-right')
    expect(await refusal('PUT', path, 'hq', { ...size, low: 200_000 })).toBe('422 market/size-invalid')
    const answer = await web.call('PUT', path, { as: key['hq'] ?? '', body: size })
    expect(MarketSizes.parse(await answer.json()).sizes).toEqual([size])
    const { category } = await page('manager')
    expect(category.now).toMatchObject({ share: 0.444, from: 44_400 / 125_000, to: 44_400 / 90_000, size })
    expect(category.lastYear).toBeNull()
  })

  it('is corrected by the same day, kept in the audit, and can be taken back', async () => {
    await web.call('PUT', path, { as: key['hq'] ?? '', body: { ...size, litres: 110_000 } })
    const entries = await inScope(database.deps.db, '*', (tx) =>
      tx.q
        .selectFrom('audit_entry')
        .select('detail')
        .where('action', '=', 'market.size')
        .orderBy('seq')
        .execute(),
    )
    expect(entries.at(-1)?.detail).toMatchObject({ before: { litres: 100_000 }, after: { litres: 110_000 } })
    const gone = await web.call('DELETE', `${path}/2025-09-30`, { as: key['hq'] ?? '' })
    expect(MarketSizes.parse(await gone.json()).sizes).toEqual([])
    expect(await refusal('DELETE', `${path}/2025-09-30`, 'hq')).toBe('404 market/size-missing')
  })
})

describe('GET /api/markets/{code}/members', () => {
  it('gives the curve in pieces: together they are its order, each with what stands before it', async () => {
    const { curve } = await page('hq', '?level=wholesaler')
    const pieces = await Promise.all(
      [0, 1, 2].map(async (from) => {
        const query = `?level=wholesaler&from=${from}&count=1`
        const answer = await web.call('GET', `/api/markets/first/members${query}`, { as: key['hq'] ?? '' })
        return MarketMembers.parse(await answer.json())
      }),
    )
    const all = [...(curve?.best ?? []), ...(curve?.worst ?? [])]
    expect(all.length).toBeGreaterThan(1)
    expect(pieces.flatMap(({ rows }) => rows)).toEqual(all.slice(0, 3))
    expect(pieces.map(({ members }) => members)).toEqual([all.length, all.length, all.length])
    expect(pieces[1]?.before).toBe(all[0]?.contribution)
  })

  it('is refused without the right to contributions, and outside the scope', async () => {
    expect(await refusal('GET', '/api/markets/first/members', 'rep')).toBe('403 person/no-right')
    expect(await refusal('GET', '/api/markets/Second/members', 'manager')).toBe('404 market/missing')
    expect(await refusal('GET', '/api/markets/first/members?count=0', 'hq')).toBe('422 request/invalid')
  })
})
