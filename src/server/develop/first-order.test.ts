import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brought, salesFile } from '../../../test/make/import.ts'
import { aTrade, type Trade } from '../../../test/make/trade.ts'
import { inScope } from '../db/transaction.ts'
import { FirstOrder } from '../../contract/first-order.ts'

const HEAD =
  'date,kind,seller_code,buyer_code,buyer_name,buyer_tier,market_code,sku_code,sku_name,pack_units,unit_ml,units,amount,doc,line'
let trade: Trade
let database: Trade['database']
let said: Trade['said']

beforeAll(async () => {
  trade = await aTrade({
    hq: ['hq', 'HQ'],
    rep: ['rep', 'First'],
    viewer: ['read_only', 'First'],
    other: ['rep', 'Second'],
  })
  ;({ database, said } = trade)
})
afterAll(() => database.close())

let lines = 0
type Line = readonly [day: string, seller: string, buyer: string, tier: string, cases: number]
async function sold(...of: readonly Line[]): Promise<void> {
  const rows = of.map(
    ([day, seller, buyer, tier, cases]) =>
      `${day},${seller === '' ? 'sell_in' : 'sell_through'},${seller},${buyer},${buyer},${tier},First,LAGER,Lager,12,500,${String(cases * 12)},${String(cases * 36)},D${String((lines += 1))},1`,
  )
  await brought(database.deps, salesFile(rows, HEAD))
}
const of = async (id: string, as = 'rep') =>
  FirstOrder.parse((await trade.call('GET', `/accounts/${id}/first-order`, undefined, as)).json)
const due = (id: string, body: object, as = 'rep') => said('PUT', `/accounts/${id}/first-order`, body, as)
const on = (day: string) => database.setNow(new Date(`${day}T04:00:00Z`))

describe('the first order', () => {
  it('is due, comes, and is followed to outlets, through who is between, and by what was seen there', async () => {
    await sold(
      ['2025-12-28', '', 'W1', 'wholesaler', 2400],
      ['2025-12-30', 'W1', 'O1', 'outlet', 900],
      ['2025-12-30', 'W1', 'S1', 'sub_distributor', 400],
      ['2026-01-02', 'S1', 'O4', 'outlet', 300],
    )
    const id = await trade.idOf('W1')
    const found = await of(id)
    expect(found).toMatchObject({ plan: null, order: { day: '2025-12-28', cases: 2400 }, state: 'came' })
    // 2,400 × 8 ÷ 15 = 1,280
    expect(found.placement).toMatchObject({
      by: '2026-01-12',
      state: 'behind',
      placed: 1200,
      between: 100,
      reachedTotal: 2,
    })
    expect(found.placement?.reached.map(({ name, cases, how }) => [name, cases, how])).toEqual([
      ['O1', 900, 'delivered'],
      ['O4', 300, 'delivered'],
    ])
    await sold(['2026-01-04', 'W1', 'O5', 'outlet', 100])
    expect((await of(id)).placement).toMatchObject({ state: 'moving', placed: 1300, reachedTotal: 3 })
    on('2026-01-13')
    // After half a month: not placement any more.
    await sold(['2026-01-13', 'W1', 'O6', 'outlet', 1100])
    expect((await of(id)).placement).toMatchObject({ state: 'fell-short', placed: 1300, reachedTotal: 3 })
    on('2026-01-05')
  })

  it('outlets to try next are those of its network that were not reached, the large ones first', async () => {
    await sold(
      ['2025-12-01', 'W2', 'P1', 'outlet', 5],
      ['2025-12-01', 'W2', 'P2', 'outlet', 10],
      ['2025-12-01', 'W2', 'P3', 'outlet', 70],
      ['2025-12-20', '', 'W2', 'wholesaler', 100],
      ['2025-12-21', 'W2', 'P2', 'outlet', 1],
    )
    const id = await trade.idOf('W2')
    const names = (await of(id)).placement?.next.map(({ name }) => name)
    expect(names).toEqual(['P3', 'P1'])
    // A visit that saw nothing of ours reached nobody.
    expect(
      await said(
        'POST',
        `/accounts/${await trade.idOf('P1')}/visits`,
        { state: 'done', day: '2026-01-03' },
        'rep',
      ),
    ).toBe('ok')
    expect((await of(id)).placement?.next.map(({ name }) => name)).toEqual(['P3', 'P1'])
    // A visit saw ours on the shelf of P3, and nobody counted.
    const outlet = await trade.idOf('P3')
    const visit = { state: 'done', day: '2026-01-03', seen: ['on_shelf'] }
    expect(await said('POST', `/accounts/${outlet}/visits`, visit, 'rep')).toBe('ok')
    const { placement } = await of(id)
    expect(placement?.next.map(({ name }) => name)).toEqual(['P1'])
    expect(placement?.reached.at(-1)).toMatchObject({ name: 'P3', how: 'seen', cases: null })
  })

  it('of one that was found as a prospect counts from the day it signed, and its card names outlets to try', async () => {
    await sold(
      ['2025-12-01', 'W8', 'R1', 'outlet', 5],
      ['2025-12-02', '', 'W3', 'wholesaler', 7],
      ['2026-01-02', '', 'W3', 'wholesaler', 100],
    )
    const [id, outlet] = [await trade.idOf('W3'), await trade.idOf('R1')]
    expect((await of(id)).order).toEqual({ day: '2025-12-02', cases: 7 })
    const market = trade.node['First'] ?? ''
    const stamp = { made_by: 'test', made_at: new Date() }
    const card = database.deps.newId()
    await inScope(database.deps.db, '*', async ({ q }) => {
      const named = { name: 'W3', sound: '', initials: '', core_sound: '', source: 'peer', stage: 'signed' }
      const days = { found_on: '2025-12-20', signed_on: '2026-01-01', account_id: id, version: 1 }
      await q
        .insertInto('prospect')
        .values({ ...named, ...days, ...stamp, market_id: market, id: card })
        .execute()
      const serves = { market_id: market, prospect_id: card, account_id: outlet, ...stamp }
      await q.insertInto('prospect_serves').values(serves).execute()
    })
    const { order, placement } = await of(id)
    expect(order).toEqual({ day: '2026-01-02', cases: 100 })
    expect(placement?.next.map(({ name }) => name)).toEqual(['R1'])
  })

  it('until when it is due is said, and told when it is late or short', async () => {
    await sold(['2025-12-01', 'W9', 'Q1', 'outlet', 5])
    const id = await trade.idOf('Q1')
    expect((await of(id)).state).toBe('none')
    expect(await due(id, { dueOn: '2026-01-04', cases: 1 })).toBe('visit/day-outside')
    expect(await due(id, { dueOn: '2026-01-08', cases: 0 })).toBe('visit/cases-invalid')
    expect(await due(id, { dueOn: '2026-01-08', cases: 2400 }, 'viewer')).toBe('person/no-right')
    expect(await due(id, { dueOn: '2026-01-08', cases: 2400 }, 'other')).toBe('account/missing')
    expect(await due(id, { dueOn: '2026-01-08', cases: 1000 })).toBe('ok')
    expect(await due(id, { dueOn: '2026-01-09', cases: 2400 })).toBe('ok')
    expect(await of(id)).toMatchObject({ plan: { dueOn: '2026-01-09', cases: 2400 }, state: 'waits' })
    on('2026-01-10')
    expect((await of(id)).state).toBe('late')
    on('2026-01-05')
    expect(await said('GET', `/accounts/${id}/first-order`, undefined, 'other')).toBe('account/missing')
  })
})
