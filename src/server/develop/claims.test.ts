import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brought, salesFile } from '../../../test/make/import.ts'
import { aPolicy } from '../../../test/make/policies.ts'
import { aTrade, type Trade } from '../../../test/make/trade.ts'
import { Claims, ClaimSaved, ClaimView, TradeStatement } from '../../contract/claim.ts'
import { TradePolicySaved, TradePolicyView } from '../../contract/trade-policy.ts'
import { inScope } from '../db/transaction.ts'
import { checkPolicies } from './policy-check.ts'
import { Poster } from './policy-poster.ts'
import { loadPolicies, standingOf } from './policy-store.ts'
import { lockUnits } from './policy-unit-store.ts'

let trade: Trade
let database: Trade['database']
let call: Trade['call']
let said: Trade['said']
const PERIOD = '2025-12-01'

beforeAll(async () => {
  trade = await aTrade({
    hq: ['hq', 'HQ'],
    finance: ['finance', 'HQ'],
    manager: ['regional_manager', 'First'],
    rep: ['rep', 'First'],
    other: ['regional_manager', 'Second'],
  })
  ;({ database, call, said } = trade)
})
afterAll(() => database.close())

async function made(more: object = {}): Promise<string> {
  const days = { from: PERIOD, to: '2025-12-31' }
  const { json } = await call('POST', '/trade-policies', {
    ...aPolicy({ ...days, ...more }),
    nodes: [trade.node['First']],
  })
  return TradePolicySaved.parse(json).id
}
let lines = 0
const sale = (buyer: string, cases: number) =>
  `2025-12-10,${buyer},Firm ${buyer},First,LAGER,Lager,6,500,${cases * 6},${cases * 20},${cases * 12},D${(lines += 1)},1`
async function bought(buyer: string, cases: number): Promise<string> {
  await brought(database.deps, salesFile([sale(buyer, cases)]))
  return trade.idOf(buyer)
}
const wish = (policy: string, account: string, askedMinor: number, more: object = {}) => ({
  policy,
  account,
  period: PERIOD,
  askedMinor,
  records: [] as string[],
  words: '',
  ...more,
})
async function sent(...of: Parameters<typeof wish>): Promise<string> {
  return ClaimSaved.parse((await call('POST', '/claims', wish(...of), 'rep')).json).id
}
const send = (...of: Parameters<typeof wish>) => said('POST', '/claims', wish(...of), 'rep')
const decide = (id: string, approvedMinor: number, reason = '', as = 'manager') =>
  said('POST', `/claims/${id}/decide`, { approvedMinor, reason }, as)
const settle = (id: string, amountMinor: number, more: object = {}, as = 'finance') =>
  said('POST', `/claims/${id}/settlements`, { how: 'cash', amountMinor, sku: null, cases: null, ...more }, as)
const heldOf = async (policy: string) =>
  TradePolicyView.parse((await call('GET', `/trade-policies/${policy}`)).json).heldMinor
const view = async (id: string) => ClaimView.parse((await call('GET', `/claims/${id}`)).json)
/** How many of this database's connections wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await inScope(database.deps.db, '*', ({ client }) =>
    client.query<{ n: number }>(
      'SELECT count(DISTINCT pid)::int AS n FROM pg_locks WHERE NOT granted AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())',
    ),
  )
  return rows[0]?.n ?? 0
}

describe('a claim', () => {
  it('from sending to the last yuan: held, approved in part with a reason, paid as credit, cash and goods', async () => {
    const account = await bought('A1', 100)
    const policy = await made()
    const id = await sent(policy, account, 30_000)
    expect([await heldOf(policy), await send(policy, account, 1)]).toEqual([30_000, 'claim/open-already'])
    expect([await decide(id, 20_000), await settle(id, 1)]).toEqual([
      'claim/reason-missing',
      'claim/not-approved',
    ])
    expect([await decide(id, 20_000, '少了一张照片'), await decide(id, 20_000)]).toEqual([
      'ok',
      'claim/decided',
    ])
    expect(await heldOf(policy)).toBe(20_000)
    expect([await send(policy, account, 10_001), await send(policy, account, 10_000)]).toEqual([
      'claim/over-accrued',
      'ok',
    ])
    const { rows } = (await call('GET', '/masters/products')).json as { rows: { id: string }[] }
    const goods = { how: 'goods', sku: rows[0]?.id, cases: 2 }
    expect(await settle(id, 5000, { ...goods, cases: 1.5 })).toBe('settlement/goods-unknown')
    expect([
      await settle(id, 5000, { how: 'credit' }),
      await settle(id, 5000),
      await settle(id, 10_001),
    ]).toEqual(['ok', 'ok', 'settlement/over-approved'])
    expect([await settle(id, 10_000, goods), await settle(id, 1)]).toEqual(['ok', 'claim/not-approved'])
    expect(await view(id)).toMatchObject({
      state: 'approved',
      reason: '少了一张照片',
      settledMinor: 20_000,
      accruedMinor: 30_000,
      claimedMinor: 30_000,
    })
    expect((await view(id)).settlements.map(({ how, amountMinor }) => [how, amountMinor])).toEqual([
      ['credit', 5000],
      ['cash', 5000],
      ['goods', 10_000],
    ])
  })

  it('is decided by another, within the limit; refused or withdrawn it lets its amount go', async () => {
    const account = await bought('B1', 100)
    const policy = await made({ approveUpToMinor: 10_000 })
    const own = ClaimSaved.parse(
      (await call('POST', '/claims', wish(policy, account, 500), 'manager')).json,
    ).id
    expect([
      await decide(own, 500),
      await said('POST', `/claims/${own}/withdraw`, {}, 'rep'),
      await heldOf(policy),
    ]).toEqual(['claim/own', 'ok', 0])
    const large = await sent(policy, account, 10_001)
    expect([
      await decide(large, 10_001),
      await decide(large, 0, 'x'),
      await decide(large, 10_001, '', 'rep'),
    ]).toEqual(['claim/beyond-limit', 'claim/beyond-limit', 'person/no-right'])
    expect([await decide(large, 0, '不是这一期', 'hq'), await heldOf(policy)]).toEqual(['ok', 0])
    expect(await decide(large, 1, 'x', 'other')).toBe('claim/missing')
  })

  it('two people approve at once: one does, the other is told', async () => {
    const account = await bought('C1', 100)
    const policy = await made()
    const id = await sent(policy, account, 5000)
    const both = await Promise.all([decide(id, 5000), decide(id, 4000, 'x', 'hq')])
    expect(both.toSorted()).toEqual(['claim/decided', 'ok'])
  })

  it('shows files of the account, each for one claim; a display needs one; a return in between is seen', async () => {
    const account = await bought('D1', 100)
    const policy = await made({ component: 'display', terms: { kind: 'display', amountMinor: 9000 } })
    await call('POST', `/trade-policies/${policy}/confirm`, { account, period: PERIOD, confirmed: true })
    const record = await trade.file(account, 'one', 'rep')
    const files = { records: [record] }
    expect(await send(policy, account, 9000)).toBe('claim/evidence-missing')
    expect(await send(policy, account, 9000, { records: ['00000000-0000-7000-8000-0000000000aa'] })).toBe(
      'claim/evidence-missing',
    )
    const id = await sent(policy, account, 4000, files)
    expect((await view(id)).evidence).toEqual([{ record, name: 'list.pdf' }])
    const rate = await made()
    expect(await send(rate, account, 100, files)).toBe('claim/evidence-used')
    await call('POST', `/trade-policies/${policy}/confirm`, { account, period: PERIOD, confirmed: false })
    expect(await decide(id, 4000)).toBe('claim/over-accrued')
    expect(await decide(id, 0, '撤了')).toBe('ok')
    expect(await send(rate, account, 100, files)).toBe('ok')
  })

  it('waits for an import that is about its unit, which does not wait for it; then it asks for what is left', async () => {
    const account = await bought('E1', 100)
    const policy = await made()
    const { db } = database.deps
    const unit = { market: trade.node['First'] ?? '', account, policy, period: PERIOD }
    let answer: Promise<string> | undefined
    await inScope(db, '*', async (tx) => {
      // As an import does it: the unit first, then what refers to the policy.
      const [balance] = await lockUnits(tx, [unit])
      if (!balance) throw new Error('no unit')
      answer = send(policy, account, 30_000)
      await expect.poll(() => waiting(), { timeout: 10_000 }).toBe(1)
      const poster = new Poster(tx, {
        cause: 'movements',
        batch: null,
        bookedOn: PERIOD,
        at: database.deps.now(),
        id: database.deps.newId(),
        newId: database.deps.newId,
        mode: 'adds',
        standing: [],
        targets: null,
        idsOf: () => [account],
      })
      const [row] = await loadPolicies(tx, '*', { id: policy })
      if (!row) throw new Error('no policy')
      await poster.post([{ balance, of: standingOf(row), after: { ...balance, quantity: 60_000 } }])
    })
    expect([await answer, await send(policy, account, 18_000)]).toEqual(['claim/over-accrued', 'ok'])
    // What was posted here is in no file: a change reckons the unit anew from the ledger.
    const given = aPolicy({ name: 'Anew', from: PERIOD, to: '2025-12-31', nodes: [unit.market] })
    expect(await said('PUT', `/trade-policies/${policy}`, { ...given, version: 1 })).toBe('ok')
  })

  it('200 at once on one budget: never more than the budget, nobody left waiting', async () => {
    const codes = Array.from({ length: 200 }, (_, at) => `N${String(at).padStart(3, '0')}`)
    await brought(database.deps, salesFile(codes.map((code) => sale(code, 10))))
    const policy = await made({ budgetMinor: 100_500 })
    const { rows } = await inScope(database.deps.db, '*', ({ client }) =>
      client.query<{ id: string }>("SELECT id FROM account WHERE code LIKE 'N___' ORDER BY code"),
    )
    // 10 cases × 3.00 are owed to each; 33 times 30.00 fit into 1,005.00, and 15.00 are left
    const answers = await Promise.all(rows.map(({ id }) => send(policy, id, 3000)))
    const count = (code: string) => answers.filter((one) => one === code).length
    expect([rows.length, count('ok'), count('claim/over-budget')]).toEqual([200, 33, 167])
    expect(await heldOf(policy)).toBe(99_000)
    const claims = Claims.parse((await call('GET', `/claims?policy=${policy}`)).json).claims
    expect(claims.reduce((sum, { askedMinor }) => sum + askedMinor, 0)).toBe(99_000)
    await Promise.all(claims.flatMap(({ id }) => [decide(id, 3000), decide(id, 1000, 'x', 'hq')]))
    const after = Claims.parse((await call('GET', `/claims?policy=${policy}`)).json).claims
    expect(await heldOf(policy)).toBe(after.reduce((sum, { approvedMinor }) => sum + approvedMinor, 0))
    const lower = {
      ...aPolicy({ from: PERIOD, to: '2025-12-31', budgetMinor: 100 }),
      nodes: [trade.node['First']],
      version: 1,
    }
    expect(await said('PUT', `/trade-policies/${policy}`, lower)).toBe('trade-policy/budget-below-held')
  }, 60_000)
})

it('a statement opens where the month before closed; claims add nothing, settlements are taken off', async () => {
  const account = await bought('S1', 100)
  const policy = await made()
  const month = database.deps.now().toISOString().slice(0, 7)
  const statement = async (of: string) =>
    TradeStatement.parse((await call('GET', `/accounts/${account}/trade-statement?month=${of}`)).json)
  const id = await sent(policy, account, 20_000)
  await decide(id, 15_000, 'x')
  await settle(id, 10_000)
  const now = await statement(month)
  const own = now.lines.filter(({ policyCode }) => policyCode === now.lines.at(-1)?.policyCode)
  expect(own.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
    ['accrual', 30_000],
    ['claim', 20_000],
    ['decision', 15_000],
    ['settlement', -10_000],
  ])
  expect(now.closingMinor).toBe(now.openingMinor + now.accruedMinor - now.settledMinor)
  expect([now.settledMinor, now.claimedMinor, now.lines.at(-1)?.balanceMinor]).toEqual([
    10_000,
    5000,
    now.closingMinor,
  ])
  const [next, before] = [await statement('2031-01'), await statement('2019-12')]
  expect([next.openingMinor, next.claimedMinor, next.lines]).toEqual([now.closingMinor, 5000, []])
  expect([before.closingMinor, before.claimedMinor]).toEqual([0, 0])
})

it('a statement’s month ends with its last day: what is booked or paid the day after stands in the next', async () => {
  const statement = async (of: string) =>
    TradeStatement.parse((await call('GET', `/accounts/${account}/trade-statement?month=${of}`)).json)
  database.setNow(new Date('2026-03-31T15:59:59Z'))
  const policy = await made()
  const account = await bought('S2', 100)
  const id = await sent(policy, account, 20_000)
  await decide(id, 15_000, 'x')
  const owed = (await statement('2026-03')).closingMinor
  database.setNow(new Date('2026-03-31T16:00:00Z'))
  await bought('S2', 1)
  await settle(id, 10_000)
  const [march, april] = [await statement('2026-03'), await statement('2026-04')]
  expect([march.closingMinor, march.claimedMinor, march.settledMinor]).toEqual([owed, 15_000, 0])
  expect([april.openingMinor, april.settledMinor, april.claimedMinor]).toEqual([owed, 10_000, 5000])
  expect([april.accruedMinor > 0, april.closingMinor]).toEqual([true, owed + april.accruedMinor - 10_000])
})

it('the check finds what is owed as the ledger has it, and says where it is not', async () => {
  const whole = await checkPolicies(database.deps)
  expect([whole.units > 200, whole.wrong]).toEqual([true, []])
  await inScope(database.deps.db, '*', async ({ client }) => {
    await client.query(
      'UPDATE policy_balance SET accrued_minor = accrued_minor + 1, quantity = quantity + 1 WHERE accrued_minor = 3000',
    )
    await client.query("UPDATE trade_policy SET held_minor = held_minor + 1 WHERE code = 'P-001'")
  })
  const { wrong } = await checkPolicies(database.deps)
  expect(wrong.some((one) => / balance \d+$/.test(one))).toBe(true)
  expect(wrong).toContain('P-001 held 1')
  expect(wrong.at(-1)).toMatch(/^replay \d+$/)
})
