import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccountProfile, Ranking, type RankedAccount } from '../../src/contract/assess.ts'
import { catchUp } from '../../src/server/assess/months.ts'
import { inScope } from '../../src/server/db/transaction.ts'
import { freshDatabase, type FreshDatabase } from '../make/database.ts'
import { webOn, type Web } from '../make/people.ts'
import { plant, plantMarkets, steady, written, type Order } from '../make/plant.ts'

/**
 * The article's first chapter: what is a key account? One market of fifteen wholesalers, told in its own words and asked
 * through the API as a regional manager asks.
 */
const LAST = '2025-12-31'
let database: FreshDatabase
let web: Web
let manager: string
let ids: ReadonlyMap<string, string>

/** Litres at a price and a cost a litre, yuan. */
const priced = (orders: readonly Order[], price: number, cost: number): readonly Order[] =>
  orders.map((order) => ({ ...order, amount: order.litres * price, cost: order.litres * cost }))

/** Grew through the second year: the newest orders are twice the oldest. */
const growing = (litres: number): readonly Order[] =>
  steady(LAST, 10, litres, 73)
    .map((order, i) => ({ ...order, litres: Math.round(litres * (2 - i / 36)) }))
    .filter((order) => order.litres > 0)

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Neighbour'])
  const share = (value: number, day: string) => ({ fact: 'share_of_wallet' as const, value, day })
  const small = Array.from({ length: 8 }, (_, i) => ({
    code: `K${i + 1}`,
    name: `小户${i + 1}`,
    orders: steady('2025-12-28', 14, 60 - 5 * i),
  }))
  ids = await plant(database.deps, [
    { code: 'OUT', name: '城关小卖部', tier: 'outlet' },
    { code: 'SUB1', name: '城北分销', tier: 'sub_distributor' },
    { code: 'SUB2', name: '城南分销', tier: 'sub_distributor' },
    // Two heavyweights that carry the market, and a third as big that went silent: usually every ten days, now 41.
    {
      code: 'JIN',
      name: '金穗酒业',
      orders: steady(LAST, 10, 1000),
      facts: [
        { fact: 'working_capital', value: 500_000_000, day: '2025-06-01' },
        { fact: 'sales_people', value: 9, day: '2025-06-01' },
        { fact: 'vehicles', value: 6, day: '2025-06-01' },
        share(0.6, '2025-12-01'),
      ],
      supplies: ['SUB1', 'SUB2', 'OUT'],
    },
    { code: 'XIN', name: '鑫源商贸', orders: steady('2025-12-29', 10, 900) },
    { code: 'YONG', name: '永盛糖酒', orders: steady('2025-11-20', 10, 950) },
    // The same litres, made of products that leave little, and of products that leave much.
    { code: 'CHEAP', name: '走量商行', orders: priced(steady('2025-12-28', 10, 300), 3, 2.9) },
    { code: 'RICH', name: '高端商行', orders: priced(steady('2025-12-28', 10, 300), 8, 4) },
    { code: 'LOSS', name: '亏本商行', orders: priced(steady('2025-12-28', 10, 310), 3, 3.4) },
    { code: 'UP', name: '新锐商贸', orders: growing(120) },
    ...small,
    { code: 'ELSE', name: '邻区大户', market: 'Neighbour', orders: steady(LAST, 10, 9000) },
  ])
  await inScope(database.deps.db, '*', async (tx) => {
    const market = await tx.q
      .selectFrom('account')
      .select('market_id')
      .where('code', '=', 'JIN')
      .executeTakeFirstOrThrow()
    await tx.q
      .insertInto('market_size')
      .values({
        market_id: market.market_id,
        valid_from: '2025-01-01',
        litres_a_year: '500000',
        source: '市场走访',
      })
      .execute()
    await written(tx, database.deps)
  })
  await catchUp(database.deps)
  manager = await web.persona('regional_manager', 'First')
})
afterAll(() => database.close())

async function ranking(): Promise<Ranking> {
  const answer = await web.call('GET', '/api/ranking?node=First', { as: manager })
  return Ranking.parse(await answer.json())
}

async function account(code: string): Promise<RankedAccount> {
  const row = (await ranking()).accounts.find((one) => one.account === code)
  if (!row) throw new Error(code)
  return row
}

async function page(code: string): Promise<AccountProfile> {
  const answer = await web.call('GET', `/api/accounts/${ids.get(code) ?? ''}`, { as: manager })
  return AccountProfile.parse(await answer.json())
}

describe('1. what is a key account?', () => {
  it('1.1 volume: tonnage decides standing; two or three heavyweights secure a market, and its shares are in view', async () => {
    const { accounts, totals } = await ranking()
    const key = accounts.filter((row) => row.rank !== null && row.rank <= 3)
    // JIN 37 × 1,000 litres in the year: the largest; three accounts carry more than half of a market of fifteen.
    expect(accounts.find((row) => row.account === 'JIN')?.tonnageLitres).toBe(37_000)
    expect(key.reduce((sum, row) => sum + row.marketShare, 0)).toBeGreaterThan(0.5)
    expect(accounts.reduce((sum, row) => sum + row.marketShare, 0)).toBeCloseTo(1, 12)
    const jin = await account('JIN')
    expect(jin).toMatchObject({
      standing: 'key_account',
      reasons: [{ code: 'tonnage.first', facts: { share: jin.marketShare } }],
    })
    expect(jin.marketShare).toBe(37_000 / totals.litres)
    // The market's own share: what it drinks in a year is known from a survey, 500,000 litres.
    expect(jin.categoryShare).toBeCloseTo(37_000 / 500_000, 12)
    // A giant of another market is no measure here: share and rank are the market's own.
    expect(accounts.some((row) => row.account === 'ELSE')).toBe(false)
  })

  it('1.2 profit to the manufacturer: of the same tonnage, the mix that leaves more stands higher; a loss is no key account', async () => {
    const [cheap, rich, loss] = [await account('CHEAP'), await account('RICH'), await account('LOSS')]
    expect(rich.tonnageLitres).toBe(cheap.tonnageLitres)
    // 37 orders of 300 litres: 8 − 4 yuan a litre against 3 − 2.90
    expect([rich.contribution, cheap.contribution]).toEqual([44_400, 1110])
    expect(rich.rank ?? 0).toBeLessThan(cheap.rank ?? 0)
    expect(rich.parts.profit ?? 0).toBeGreaterThan(cheap.parts.profit ?? 0)
    expect(loss.contribution).toBeLessThan(0)
    expect(['key_account', 'on_watch', 'at_risk']).not.toContain(loss.standing)
    const { priceSteps } = await page('RICH')
    expect(priceSteps?.map((step) => step.name)).toEqual(['revenue', 'pocket', 'cost', 'contribution'])
  })

  it('1.3 strength: funds, distribution network and sales team, each with its day and source', async () => {
    const jin = await page('JIN')
    expect(jin.account.parts.strength).not.toBeNull()
    expect(jin.strength.map((fact) => [fact.fact, fact.value, fact.source])).toEqual(
      expect.arrayContaining([
        ['working_capital', 5_000_000, 'visit'],
        ['sales_people', 9, 'visit'],
        ['vehicles', 6, 'visit'],
      ]),
    )
    const inputs = new Map(jin.why['part.strength']?.inputs.map((given) => [given.name, given.value]))
    // two sub-distributors and one outlet; nine sales people and six vehicles
    expect([inputs.get('funds'), inputs.get('network'), inputs.get('team')]).toEqual([5_000_000, 3, 15])
    // Nobody asked XIN: unknown is not nothing, it is left out and said.
    const xin = await account('XIN')
    expect(xin.parts.strength).toBeNull()
    expect(xin.completeness).toBeCloseTo(0.8, 12)
  })

  it('1.4 potential is growth and room to grow; loyalty is a gate: big but disloyal is a warning, never a plain key account', async () => {
    const up = await account('UP')
    expect(up).toMatchObject({ standing: 'candidate', loyalty: { state: 'ok' } })
    expect(up.parts.potential).toBe(100)
    const yong = await account('YONG')
    const { k } = await page('YONG')
    // By volume and profit it is one of the market's first; silent for 41 days, usually every 10.
    expect(yong.rank ?? 99).toBeLessThanOrEqual(k)
    expect(yong.loyalty).toMatchObject({ state: 'closed', silentDays: 41, usualDays: 10, cycles: 4.1 })
    expect(yong.standing).toBe('big_disloyal')
    expect(yong.reasons).toContainEqual({ code: 'loyalty.silent', facts: { n: 41, usual: 10 } })
    // A gate, not a trade-off: the score is what it would be if the account had ordered yesterday.
    expect(yong.score ?? 0).toBeGreaterThan((await account('CHEAP')).score ?? 0)
    expect((await ranking()).totals.byStanding).toContainEqual({
      standing: 'big_disloyal',
      accounts: 1,
      litres: yong.tonnageLitres,
    })
  })
})
