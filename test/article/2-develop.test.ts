import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Ranking } from '../../src/contract/assess.ts'
import { Sheet } from '../../src/contract/concern.ts'
import { FirstOrder } from '../../src/contract/first-order.ts'
import { MasterAccounts } from '../../src/contract/masters-accounts.ts'
import { MasterTree } from '../../src/contract/masters-markets.ts'
import { Funnel } from '../../src/contract/prospect-funnel.ts'
import { Changed, Prospect, Signed } from '../../src/contract/prospect.ts'
import { TradePolicySaved, TradePolicyView } from '../../src/contract/trade-policy.ts'
import { AccountVisits } from '../../src/contract/visit.ts'
import { addDays } from '../../src/domain/day.ts'
import type { DealAnswer } from '../../src/domain/develop/deal-answer.ts'
import { freshDatabase, type FreshDatabase } from '../make/database.ts'
import { brought, salesFile, takeBack } from '../make/import.ts'
import { aPolicy } from '../make/policies.ts'
import { aMarketOfSix } from '../make/market-of-six.ts'
import { aTrade, type Trade } from '../make/trade.ts'
import { webOn, type Web } from '../make/people.ts'
import { aFolder } from '../make/program.ts'
import { runHere } from '../make/run-here.ts'

/**
 * The article's second chapter: how is a key account developed? The arithmetic of the deal is asked as it is asked on the command line,
 * finding and negotiating as the screens ask.
 */
const place = aFolder()
afterAll(() => place.remove())

async function told(deal: object): Promise<DealAnswer> {
  const file = path.join(place.folder, 'deal.json')
  writeFileSync(file, JSON.stringify(deal))
  const { status, out } = await runHere(['deal', file, '--json'])
  expect(status).toBe(0)
  return JSON.parse(out) as DealAnswer
}

const capPrize = { amount: 6, kept: 1 }
/** Four empties for one full case whose beer, beyond the deposits, is worth so much. */
const fourForOne = (beer: number, depositValue = 0) => ({
  n: 4,
  fullValue: beer + 4 * depositValue,
  depositValue,
  returnRate: 1,
})

describe('2. how to develop a key account?', () => {
  it('2.2 a first order of 2,400 cases, placed in half a month, earns 36,000 at 15 yuan a case', async () => {
    const { firstOrder } = await told({
      case: { spread: 6, emptyExchange: fourForOne(12), capPrize },
      firstOrder: { cases: 2400, priceIn: 18, sellDays: 15, annualRate: 0.08 },
    })
    // 2,400 × 15; out 2,400 × 18 = 43,200 on day 0, in 160 × 24 = 3,840 a day: 46,080 on day 12
    expect(firstOrder).toMatchObject({ profit: 36_000, perCase: 15, peakCash: 43_200, paybackDay: 12 })
  })

  it('2.4 reading A: the 3 yuan are what the exchange is worth: 6 + 3 + 6 = 15 a case', async () => {
    const { perCase } = await told({ case: { spread: 6, emptyExchange: fourForOne(12), capPrize } })
    expect(perCase.components).toEqual([
      { name: 'spread', amount: 6 },
      { name: 'emptyExchange', amount: 3 },
      { name: 'capPrize', amount: 6 },
    ])
    expect(perCase.total).toBe(15)
  })

  it('2.4 reading B: exchange and 3 yuan of rebate are two things; spread and exchange make 6: 15 as well', async () => {
    for (const [spread, beer] of [
      [0, 24],
      [3, 12],
      [6, 0],
    ] as const) {
      const { perCase } = await told({
        case: { spread, emptyExchange: fourForOne(beer), capPrize, rebate: { perCase: 3 } },
      })
      expect([spread, perCase.total]).toEqual([spread, 15])
    }
  })

  it('2.4 four empties for one are worth 3 a case exactly when the beer of a case is worth 12, whatever the deposit', async () => {
    const worth = async (beer: number, deposit: number) =>
      (await told({ case: { emptyExchange: fourForOne(beer, deposit) } })).perCase.total
    for (const deposit of [0, 1, 1.5, 2, 3]) expect(await worth(12, deposit)).toBe(3)
    expect(await worth(11.9, 1)).toBe(2.98) // 2.975
    expect(await worth(12.1, 1)).toBe(3.03) // 3.025
  })

  it('2.4 the headline is not what is kept: 7 empties of 10 back and half of the prizes leave 11.10 of the 15', async () => {
    const { perCase } = await told({
      case: {
        spread: 6,
        emptyExchange: { ...fourForOne(12), returnRate: 0.7 },
        capPrize: { amount: 6, kept: 0.5 },
      },
    })
    // 6 + 0.7 × 3 + 0.5 × 6
    expect(perCase).toMatchObject({ total: 11.1, range: { headline: 15, kept: 11.1, low: 6, high: 15 } })
  })
})

describe('2.4 the 3 yuan a case as a promise', () => {
  let database: FreshDatabase
  let web: Web
  let hq = ''
  beforeAll(async () => {
    database = await freshDatabase()
    web = await webOn(database.deps)
    hq = await web.persona('hq', 'HQ')
  })
  afterAll(() => database.close())
  const send = async (method: string, url: string, body?: object): Promise<unknown> => {
    const answer = await web.call(method, `/api${url}`, { as: hq, ...(body === undefined ? {} : { body }) })
    const json: unknown = await answer.json()
    if (!answer.ok) throw new Error(JSON.stringify(json))
    return json
  }
  const sale = (day: string, cases: number, doc: string) =>
    `${day},A1,恒丰商贸,First,LAGER,Lager,24,500,${cases * 24},${cases * 50},${cases * 30},${doc},1`
  const contribution = async () =>
    Ranking.parse(await send('GET', '/ranking')).accounts.find(({ account }) => account === 'A1')
      ?.contribution

  it('2.4 a policy of 3.00 a case and 2,400 cases bought: 7,200.00 are owed, and taken off the contribution once; a return takes back', async () => {
    const tree = MasterTree.parse(await send('GET', '/masters/markets')).nodes
    const nodes = [tree.find(({ code }) => code === 'First')?.id]
    const first = await brought(database.deps, salesFile([sale('2025-12-10', 2400, 'D1')]))
    // 2,400 × (50 − 30)
    expect(await contribution()).toBe(48_000)
    expect((await takeBack(database.deps, first.batch)).ok).toBe(true)
    const { id } = TradePolicySaved.parse(
      await send('POST', '/trade-policies', {
        ...aPolicy({ from: '2025-12-01', to: '2025-12-31' }),
        nodes,
        budgetMinor: 10_000_000,
      }),
    )
    const owed = async () => TradePolicyView.parse(await send('GET', `/trade-policies/${id}`)).accruedMinor
    await brought(database.deps, salesFile([sale('2025-12-10', 2400, 'D1')]))
    expect([await owed(), await contribution()]).toEqual([720_000, 40_800])
    await brought(database.deps, salesFile([sale('2025-12-20', -400, 'D2')]))
    // 2,000 × 3 = 6,000; 2,000 × 20 − 6,000
    expect([await owed(), await contribution()]).toEqual([600_000, 34_000])
  })
})

describe('2. from a stranger to a first order', () => {
  let database: FreshDatabase
  let web: Web
  let manager = ''
  let market = ''
  beforeAll(async () => {
    database = await freshDatabase()
    web = await webOn(database.deps)
    manager = await web.persona('regional_manager', 'First')
    const tree = await web.call('GET', '/api/masters/markets', { as: manager })
    market = MasterTree.parse(await tree.json()).nodes.find(({ code }) => code === 'First')?.id ?? ''
  })
  afterAll(() => database.close())

  const send = async (method: string, url: string, body?: unknown): Promise<unknown> => {
    const answer = await web.call(method, `/api${url}`, {
      as: manager,
      ...(body === undefined ? {} : { body }),
    })
    const json: unknown = await answer.json()
    if (!answer.ok) throw new Error(JSON.stringify(json))
    return json
  }
  const next = { nextStep: 'Take samples', nextOn: '2026-02-20' }
  const find = async (source: string, more: object = {}) =>
    Changed.parse(
      await send('POST', '/prospects', { name: `By ${source}`, market, source, ...next, ...more }),
    ).id
  const page = async (id: string) => Prospect.parse(await send('GET', `/prospects/${id}`))
  const step = async (id: string, name: string, more: object = {}) => {
    const { version } = await page(id)
    await send('POST', `/prospects/${id}/steps`, { version, step: name, ...next, ...more })
  }
  const funnel = async (by = 'source') => Funnel.parse(await send('GET', `/prospects/funnel?by=${by}`))
  let spirits = ''
  const answers = {
    'asked-first': 'profit',
    'took-last': 'sales',
    'would-leave': 'profit',
    troubles: 'profit',
  }

  it('2.1 is found in one of five ways, with who referred; which way works is known', async () => {
    spirits = await find('peer', { referrer: { kind: 'trader', name: '湖湾白酒' }, found: '2026-01-05' })
    for (const source of ['rival', 'outlet', 'advertising', 'media']) await find(source)
    const { groups, referrers } = await funnel()
    expect(groups.map(({ key, found }) => [key, found])).toEqual([
      ['peer', 1],
      ['rival', 1],
      ['outlet', 1],
      ['advertising', 1],
      ['media', 1],
    ])
    expect(referrers).toMatchObject([{ kind: 'trader', name: '湖湾白酒', direct: 1 }])
  })

  it('2.3 concerns differ by person; the sheet starts with this one’s first, and says it with facts of others nearby', async () => {
    await aMarketOfSix(database.deps, 'First')
    await step(spirits, 'contact')
    const person = async (name: string, role: string, said: object) => {
      const { id } = Changed.pick({ id: true }).parse(
        await send('POST', `/prospects/${spirits}/people`, { name, role }),
      )
      await send('POST', `/prospects/${spirits}/people/${id}/talks`, { answers: said })
      return id
    }
    const owner = await person('老周', 'owner', answers)
    const wife = await person('周姐', 'spouse', { 'asked-first': 'sales', troubles: 'renown' })
    await step(spirits, 'talk')
    const sheet = async (who: string) =>
      Sheet.parse(await send('GET', `/prospects/${spirits}/sheet?person=${who}`))
    const his = await sheet(owner)
    expect(his.parts.map(({ concern }) => concern)).toEqual([
      'profit',
      'sales',
      'potential',
      'renown',
      'invest',
    ])
    expect((await sheet(wife)).parts[0]?.concern).toBe('sales')
    const fact = (name: string) => his.parts.flatMap(({ facts }) => facts).find((one) => one.fact === name)
    // Spreads of 4, 5 … 9 yuan a case: quartiles 5.25, 6.5, 7.75, in fen, of six others.
    expect(fact('case-spread')).toMatchObject({ value: 650, low: 525, high: 775, n: 6, why: null })
    // 6 × 1,000 cases after 6 × 900 the year before
    expect(fact('our-growth')?.value).toBeCloseTo(1 / 9)
    // 30 cases in the last 90 days at each of twelve outlets
    expect(fact('sell-through')).toMatchObject({ value: 10, n: 12 })
    expect(fact('rebuy')).toMatchObject({ value: 1, n: 12 })
    // Nobody has said how large the category is, and nobody got any support: missing, not zero.
    expect(fact('category')).toMatchObject({ value: null, why: 'unknown' })
    expect(fact('support')).toMatchObject({ value: null, why: 'few' })
    expect(JSON.stringify(his)).not.toMatch(/W[1-6]|O[1-6]/)
  })

  it('2.2 introduced by a spirits company, signed, first order: from finding to it under a month', async () => {
    database.setNow(new Date('2026-01-20T04:00:00Z'))
    await step(spirits, 'offer')
    const { version } = await page(spirits)
    const signed = Signed.parse(await send('POST', `/prospects/${spirits}/sign`, { version, code: 'W-2400' }))
    database.setNow(new Date('2026-02-10T04:00:00Z'))
    const line = '2026-01-29,W-2400,By peer,First,LAGER,Lager,12,500,28800,86400,,D1,1'
    await brought(database.deps, salesFile([line]))
    expect(await page(spirits)).toMatchObject({
      stage: 'ordered',
      firstOrder: '2026-01-29',
      account: { id: signed.account },
    })
    const { leadTime, steps } = await funnel()
    // Found on 5 January, ordered on the 29th: 24 days; the four others are not over, and said to be so.
    expect(leadTime).toMatchObject({
      ordered: 1,
      days: { median: 24 },
      underAMonth: 1,
      open: 4,
      openLonger: 4,
    })
    expect(steps.map(({ reached }) => reached)).toEqual([5, 1, 1, 1, 1, 1])
  })

  it('2.7 the same process is aimed at one who is an account already and could become more', async () => {
    const { rows } = MasterAccounts.parse(await send('GET', '/masters/accounts?tier=wholesaler&q=W1'))
    const account = rows[0]?.id ?? ''
    const id = await find('rival', { account, name: 'W1' })
    expect(await page(id)).toMatchObject({ stage: 'found', account: { code: 'W1' } })
    await step(id, 'contact')
    const { id: person } = Changed.pick({ id: true }).parse(
      await send('POST', `/prospects/${id}/people`, { name: '老吴', role: 'owner' }),
    )
    await step(id, 'talk')
    await send('POST', `/prospects/${id}/people/${person}/talks`, { answers: { 'asked-first': 'invest' } })
    // Of the six nearby it is one itself: the others are five.
    const sheet = Sheet.parse(await send('GET', `/prospects/${id}/sheet`))
    expect(sheet.parts[0]?.concern).toBe('invest')
    expect(
      sheet.parts.flatMap(({ facts }) => facts).find(({ fact }) => fact === 'case-spread'),
    ).toMatchObject({ n: 5 })
    await step(id, 'offer')
    const { version } = await page(id)
    const signed = Signed.parse(await send('POST', `/prospects/${id}/sign`, { version }))
    expect(signed.account).toBe(account)
  })
})

describe('2.2 and 2.6 after signing', () => {
  let trade: Trade
  beforeAll(async () => {
    trade = await aTrade({ hq: ['hq', 'HQ'], rep: ['rep', 'First'] })
  })
  afterAll(() => trade.database.close())
  const head =
    'date,kind,seller_code,buyer_code,buyer_name,buyer_tier,market_code,sku_code,sku_name,pack_units,unit_ml,units,amount,doc,line'
  const line = (day: string, from: string, to: string, tier: string, cases: number) =>
    `${day},${from === '' ? 'sell_in' : 'sell_through'},${from},${to},${to},${tier},First,LAGER,Lager,12,500,${String(cases * 12)},${String(cases * 18)},${day}-${to},1`

  it('2.2 the first order of 2,400 cases is placed in half a month: 40 outlets of the network that was there, 60 cases each', async () => {
    const { database, call, idOf } = trade
    const outlets = Array.from({ length: 40 }, (_, n) => `O${String(n + 1).padStart(2, '0')}`)
    const bring = (lines: readonly string[]) => brought(database.deps, salesFile([...lines], head))
    // What the spirits wholesaler supplied already.
    await bring(outlets.map((outlet) => line('2025-11-20', 'W', outlet, 'outlet', 1)))
    const delivered = (outlet: string, n: number) =>
      line(addDays('2025-12-29', Math.floor(n / 3)), 'W', outlet, 'outlet', 60)
    await bring([line('2025-12-28', '', 'W', 'wholesaler', 2400), ...outlets.slice(0, 20).map(delivered)])
    const id = await idOf('W')
    const placed = async () => FirstOrder.parse((await call('GET', `/accounts/${id}/first-order`)).json)
    // Half time: 20 × 60 = 1,200 of the 1,280 that an even pace asks for. Twenty outlets are left, ten are named.
    const half = (await placed()).placement
    expect(half).toMatchObject({
      by: '2026-01-12',
      state: 'behind',
      placed: 1200,
      reachedTotal: 20,
      known: 40,
    })
    expect(half?.next).toHaveLength(10)
    database.setNow(new Date('2026-01-12T04:00:00Z'))
    await bring(outlets.slice(20).map((outlet, n) => delivered(outlet, n + 20)))
    expect((await placed()).placement).toMatchObject({
      state: 'placed',
      placed: 2400,
      reachedTotal: 40,
      next: [],
    })
    database.setNow(new Date('2026-01-05T04:00:00Z'))
  })

  it('2.6 an account that has signed is visited on fixed dates, and a date that nobody kept is told', async () => {
    const { database, call, said, idOf } = trade
    await brought(database.deps, salesFile([line('2025-12-20', '', 'V', 'wholesaler', 10)], head))
    const id = await idOf('V')
    const cadence = { everyDays: 7, weekdays: [1, 2, 3, 4, 5] }
    expect(await said('PUT', `/accounts/${id}/cadence`, cadence, 'rep')).toBe('ok')
    const states = async () =>
      AccountVisits.parse((await call('GET', `/accounts/${id}/visits`)).json)
        .plans.slice(0, 3)
        .map(({ day, state }) => `${day} ${state}`)
    expect(await states()).toEqual(['2026-01-05 due', '2026-01-12 planned', '2026-01-19 planned'])
    const help = { state: 'done', aim: 'problem', met: true, words: '教他算铺货' }
    expect(await said('POST', `/accounts/${id}/visits`, help, 'rep')).toBe('ok')
    database.setNow(new Date('2026-01-15T04:00:00Z'))
    expect(await states()).toEqual(['2026-01-05 done', '2026-01-12 overdue', '2026-01-19 planned'])
    database.setNow(new Date('2026-01-05T04:00:00Z'))
  })
})
