import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brought, salesFile } from '../../../test/make/import.ts'
import { aPolicy } from '../../../test/make/policies.ts'
import { aTrade, type Trade } from '../../../test/make/trade.ts'
import { Claimable, Claims, ClaimSaved, ClaimView, TradeStatement } from '../../contract/claim.ts'
import { TradePolicies, TradePolicySaved } from '../../contract/trade-policy.ts'

let trade: Trade
let call: Trade['call']
let policy: string
const PERIOD = '2025-12-01'
let lines = 0
const sale = (buyer: string, market: string, cases: number) =>
  `2025-12-10,${buyer},Firm ${buyer},${market},LAGER,Lager,6,500,${cases * 6},${cases * 20},${cases * 12},D${(lines += 1)},1`

/** Three yuan a case in both markets: 300 of A1, 60 of A2 and 30 of its twin A3 in First; 90 of B1 in Second. */
beforeAll(async () => {
  trade = await aTrade({
    hq: ['hq', 'HQ'],
    finance: ['finance', 'HQ'],
    manager: ['regional_manager', 'First'],
    rep: ['rep', 'First'],
    other: ['rep', 'Second'],
    viewer: ['read_only', 'First'],
  })
  call = trade.call
  await brought(
    trade.database.deps,
    salesFile([
      sale('A1', 'First', 100),
      sale('A2', 'First', 20),
      sale('A3', 'First', 10),
      sale('B1', 'Second', 30),
    ]),
  )
  const nodes = [trade.node['First'], trade.node['Second']]
  const { json } = await call('POST', '/trade-policies', {
    ...aPolicy({ from: PERIOD, to: '2025-12-31', budgetMinor: 100_000 }),
    nodes,
  })
  policy = TradePolicySaved.parse(json).id
})
afterAll(() => trade.database.close())

const claimable = async (as: string, of = '') =>
  Claimable.parse((await call('GET', `/claimable?${of}`, undefined, as)).json)
const said = async (as: string, of = '') => {
  const { units, n, leftMinor } = await claimable(as, of)
  return [units.map((unit) => [unit.accountCode, unit.leftMinor, unit.waits]), n, leftMinor]
}
const send = async (code: string, askedMinor: number) =>
  ClaimSaved.parse(
    (
      await call(
        'POST',
        '/claims',
        { policy, account: await trade.idOf(code), period: PERIOD, askedMinor, records: [], words: '' },
        'rep',
      )
    ).json,
  ).id

describe('what can be claimed', () => {
  it('is what was posted and not claimed yet, the largest first, in the markets of whoever asks', async () => {
    const first = [
      ['A1', 30_000, false],
      ['A2', 6000, false],
      ['A3', 3000, false],
    ]
    expect(await said('rep')).toEqual([first, 3, 39_000])
    expect(await said('other')).toEqual([[['B1', 9000, false]], 1, 9000])
    expect(await said('hq', 'node=First')).toEqual(await said('rep'))
    expect(await said('hq', `account=${await trade.idOf('B1')}`)).toEqual(await said('other'))
    expect(await said('hq', `policy=${policy}`)).toMatchObject([{}, 4, 48_000])
    expect(await trade.said('GET', '/claimable?node=Second', undefined, 'rep')).toBe('market/missing')
    expect((await claimable('rep')).units[0]).toMatchObject({
      policyCode: 'P-001',
      marketName: 'First',
      period: PERIOD,
      periodKind: 'month',
      budgetLeftMinor: 100_000,
      needsFile: false,
    })
  })

  it('a claim takes its amount, in part leaves the rest, refused gives it back; what waits is counted', async () => {
    const id = await send('A1', 20_000)
    expect((await said('rep'))[0]).toContainEqual(['A1', 10_000, true])
    const todo = async (as: string, of = '') =>
      Claims.parse((await call('GET', `/claims?${of}`, undefined, as)).json)
    expect(await todo('rep')).toMatchObject({ decide: { n: 1, minor: 20_000 }, pay: { n: 0, minor: 0 } })
    expect(await todo('other')).toMatchObject({ claims: [], decide: { n: 0 } })
    const view = async (as: string) =>
      ClaimView.parse((await call('GET', `/claims/${id}`, undefined, as)).json)
    expect([(await view('rep')).own, (await view('manager')).own]).toEqual([true, false])
    expect((await view('rep')).approveUpToMinor).toBe(1_000_000)
    await call('POST', `/claims/${id}/decide`, { approvedMinor: 15_000, reason: '少一张' }, 'manager')
    expect((await said('rep'))[0]).toContainEqual(['A1', 15_000, false])
    expect(await todo('hq', 'todo=pay')).toMatchObject({
      claims: [{ id }],
      decide: { n: 0 },
      pay: { n: 1, minor: 15_000 },
    })
    const pay = { how: 'cash', sku: null, cases: null }
    await call('POST', `/claims/${id}/settlements`, { ...pay, amountMinor: 5000 }, 'finance')
    expect((await todo('hq', 'node=First')).pay).toEqual({ n: 1, minor: 10_000 })
    await call('POST', `/claims/${id}/settlements`, { ...pay, amountMinor: 10_000 }, 'finance')
    expect(await todo('hq', 'todo=done')).toMatchObject({ claims: [{ id }], pay: { n: 0 } })
    expect((await todo('hq', 'node=Second&todo=done')).claims).toEqual([])
    const no = await send('A1', 15_000)
    expect((await said('rep'))[0]).not.toContainEqual(expect.arrayContaining(['A1']))
    await call('POST', `/claims/${no}/decide`, { approvedMinor: 0, reason: '不是这一期' }, 'manager')
    expect((await said('rep'))[0]).toContainEqual(['A1', 15_000, false])
  })

  it('what a merged account earned and claimed is the other’s', async () => {
    await send('A3', 1000)
    const [from, into] = [await trade.idOf('A3'), await trade.idOf('A2')]
    expect(await trade.said('POST', `/accounts/${from}/merge`, { into })).toBe('ok')
    expect((await said('rep'))[0]).toEqual([
      ['A1', 15_000, false],
      ['A2', 8000, true],
    ])
  })

  it('a policy’s sums are of the place that is asked for', async () => {
    const of = async (node: string) => {
      const { json } = await call('GET', `/trade-policies?node=${node}`)
      return TradePolicies.parse(json).policies.map(({ code, accruedMinor }) => [code, accruedMinor])
    }
    expect([await of(''), await of('First'), await of('Second')]).toEqual([
      [['P-001', 48_000]],
      [['P-001', 39_000]],
      [['P-001', 9000]],
    ])
  })
})

describe('the statement of a month that is over', () => {
  it('stays as it was printed when a claim of it is taken back later', async () => {
    const account = await trade.idOf('B1')
    const wish = { policy, account, period: PERIOD, askedMinor: 4000, records: [], words: '' }
    const id = ClaimSaved.parse((await call('POST', '/claims', wish, 'other')).json).id
    const month = async (of: string) => {
      const { json } = await call('GET', `/accounts/${account}/trade-statement?month=${of}`)
      const { lines: all, claimedMinor, closingMinor } = TradeStatement.parse(json)
      return [all.map(({ kind, amountMinor }) => [kind, amountMinor]), claimedMinor, closingMinor]
    }
    const january = await month('2026-01')
    expect(january).toEqual([
      [
        ['accrual', 9000],
        ['claim', 4000],
      ],
      4000,
      9000,
    ])
    trade.database.setNow(new Date('2026-02-02T04:00:00Z'))
    expect(await trade.said('POST', `/claims/${id}/withdraw`, {}, 'other')).toBe('ok')
    expect(await month('2026-01')).toEqual(january)
    expect(await month('2026-02')).toEqual([[['withdrawal', 4000]], 0, 9000])
    trade.database.setNow(new Date('2026-01-05T04:00:00Z'))
  })
})

describe('the statement as a file', () => {
  it('has the lines of the screen between what stood open before and after, to the fen', async () => {
    const path = `/accounts/${await trade.idOf('A1')}/trade-statement/file?month=2026-01&lang=en`
    const rows = (await trade.text(path, 'finance'))
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/)
    // All at one moment here: what was paid is in the order of its ids.
    expect([...rows.slice(0, 7), ...rows.slice(7, 9).toSorted(), rows.at(-1)]).toEqual([
      'Day,What,Code,Policy,Period,Amount (CNY),Balance (CNY)',
      '2026-01-01,Open at the start,,,,,0',
      '2026-01-05,accrued,P-001,Three a case,Dec 2025,300,300',
      expect.stringContaining(',claimed,'),
      expect.stringContaining(',claimed,'),
      '2026-01-05,approved,P-001,Three a case,Dec 2025,150,300',
      '2026-01-05,refused,P-001,Three a case,Dec 2025,150,300',
      expect.stringContaining(',-100,'),
      expect.stringContaining(',-50,'),
      '2026-01-31,Open at the end,,,,,150',
    ])
    expect(await trade.said('GET', path, undefined, 'other')).not.toBe('ok')
  })
})

describe('what can be claimed of', () => {
  it('a display needs a file that shows it', async () => {
    const display = aPolicy({
      from: PERIOD,
      to: '2025-12-31',
      nodes: [trade.node['First'] ?? ''],
      component: 'display',
      terms: { kind: 'display', amountMinor: 30_000 },
    })
    const { id } = TradePolicySaved.parse((await call('POST', '/trade-policies', display)).json)
    const unit = { account: await trade.idOf('A1'), period: PERIOD, confirmed: true }
    await call('POST', `/trade-policies/${id}/confirm`, unit)
    const { units } = await claimable('rep', `policy=${id}`)
    expect(units.map(({ leftMinor, needsFile }) => [leftMinor, needsFile])).toEqual([[30_000, true]])
  })

  it('an account that left the market is nothing: what stayed there is seen on its statement', async () => {
    const id = await trade.idOf('B1')
    const { version } = (await call('GET', `/masters/accounts/${id}`)).json as { version: string }
    const to = { version, day: '2026-01-02', market: trade.node['First'] }
    expect(await trade.said('POST', `/masters/accounts/${id}/move`, to)).toBe('ok')
    expect(await said('hq', 'node=Second')).toEqual([[], 0, 0])
  })
})
