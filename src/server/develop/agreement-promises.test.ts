import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAgreement, DRAWN } from '../../../test/make/agreements.ts'
import { brought, salesFile } from '../../../test/make/import.ts'
import { aTrade, type Trade } from '../../../test/make/trade.ts'
import { AgreementSaved, AgreementView, DealLimits } from '../../contract/agreement.ts'
import { FirstOrder } from '../../contract/first-order.ts'
import { TradePolicies, TradePolicyView } from '../../contract/trade-policy.ts'
import { inScope } from '../db/transaction.ts'

const HEAD =
  'date,kind,seller_code,buyer_code,buyer_name,buyer_tier,market_code,sku_code,sku_name,pack_units,unit_ml,units,amount,doc,line'
let trade: Trade

beforeAll(async () => {
  trade = await aTrade({ hq: ['hq', 'HQ'], admin: ['admin', 'HQ'], rep: ['rep', 'First'] })
  const limit = { role: 'rep', perCaseMinor: 1000, totalMinor: 10_000_000 }
  await trade.call('PUT', '/deal-limits', limit, 'admin')
  // Wholesalers that are known from what they sold; the last one has bought.
  const sold = (code: string, at: number) =>
    `2025-12-10,sell_through,${code},O1,O1,outlet,First,LAGER,Lager,12,500,12,36,D${String(at)},1`
  const bought = '2025-12-10,sell_in,,W9,W9,wholesaler,First,LAGER,Lager,12,500,1200,3600,D9,1'
  await brought(trade.database.deps, salesFile([...['W1', 'W2', 'W3'].map(sold), bought], HEAD))
})
afterAll(() => trade.database.close())

type Draft = Parameters<typeof anAgreement>[1]
async function act(id: string, what: string, body: object = {}): Promise<string> {
  const { seq } = AgreementView.parse((await trade.call('GET', `/agreements/${id}`, undefined, 'rep')).json)
  return trade.said('POST', `/agreements/${id}/${what}`, { seq, ...body }, 'rep')
}
const signed = (id: string) =>
  act(id, 'sign', { kind: 'drawn', signer: '周永盛', day: '2026-01-05', content: DRAWN })
async function drafted(code: string, over: Draft): Promise<string> {
  const draft = anAgreement([trade.node['First'] ?? ''], over)
  const body = { with: { kind: 'account', id: await trade.idOf(code) }, draft }
  return AgreementSaved.parse((await trade.call('POST', '/agreements', body, 'rep')).json).id
}
async function running(code: string, over: Draft): Promise<string> {
  const id = await drafted(code, over)
  expect([await signed(id), await act(id, 'activate')]).toEqual(['ok', 'ok'])
  return id
}
const planOf = async (code: string) => {
  const at = `/accounts/${await trade.idOf(code)}/first-order`
  return FirstOrder.parse((await trade.call('GET', at, undefined, 'rep')).json).plan
}

it('the first order is due as it was agreed, from the moment the agreement is put into force, with a line in the audit', async () => {
  const firstOrder = { cases: 2400, dueOn: '2026-01-20' }
  const id = await drafted('W1', { firstOrder })
  await signed(id)
  expect(await planOf('W1')).toBeNull()
  expect(await act(id, 'activate')).toBe('ok')
  expect(await planOf('W1')).toEqual(firstOrder)
  const subject = await trade.idOf('W1')
  const rows = await inScope(trade.database.deps.db, '*', ({ q }) =>
    sql<{ detail: unknown }>`
      SELECT detail FROM audit_entry WHERE action = 'account.first-order' AND subject = ${subject}`.execute(
      q,
    ),
  )
  expect(rows.rows.map(({ detail }) => detail)).toEqual([firstOrder])
})

it('where nothing was said of it: within a month, the first month’s target; an amendment promises none', async () => {
  const id = await running('W2', {})
  expect(await planOf('W2')).toEqual({ cases: 800, dueOn: '2026-02-05' })
  const draft = anAgreement([trade.node['First'] ?? ''], {
    from: '2026-03-01',
    targets: [],
    firstOrder: { cases: 5, dueOn: null },
  })
  expect(await act(id, 'amend', { kind: 'amendment', draft })).toBe('ok')
  expect([await signed(id), await act(id, 'activate')]).toEqual(['ok', 'ok'])
  expect(await planOf('W2')).toEqual({ cases: 800, dueOn: '2026-02-05' })
})

it('what somebody said before is left as it is; who has bought already has none', async () => {
  const plan = { cases: 90, dueOn: '2026-01-12' }
  expect(await trade.said('PUT', `/accounts/${await trade.idOf('W3')}/first-order`, plan, 'rep')).toBe('ok')
  await running('W3', { firstOrder: { cases: 2400, dueOn: null } })
  expect(await planOf('W3')).toEqual(plan)
  await running('W9', { firstOrder: { cases: 2400, dueOn: null } })
  expect(await planOf('W9')).toBeNull()
})

it('its rebate is changed by amending the agreement: as a policy only its budget can be, for what was bought beyond the targets', async () => {
  const list = TradePolicies.parse((await trade.call('GET', '/trade-policies')).json).policies
  const id = list.find(({ draft }) => draft.name.startsWith('A-0001'))?.id ?? ''
  const one = TradePolicyView.parse((await trade.call('GET', `/trade-policies/${id}`)).json)
  const { draft, version, agreement } = one
  expect(agreement).toMatchObject({ code: 'A-0001' })
  const at = `/trade-policies/${id}`
  for (const over of [{ to: '2027-12-31' }, { name: 'X' }, { stacking: 'exclusive' }]) {
    const { json } = await trade.call('PUT', at, { ...draft, ...over, version })
    expect(json).toMatchObject({ code: 'trade-policy/of-agreement', facts: { code: 'A-0001' } })
  }
  const budget = { budgetMinor: (draft.budgetMinor ?? 0) + 1, approveUpToMinor: 7 }
  expect(await trade.said('PUT', at, { ...draft, ...budget, version })).toBe('ok')
  // A policy that somebody made belongs to no agreement, and is changed as before.
  const own = { ...draft, name: '端午', accounts: null }
  const made = (await trade.call('POST', '/trade-policies', own)).json as { id: string }
  const free = TradePolicyView.parse((await trade.call('GET', `/trade-policies/${made.id}`)).json)
  expect(free.agreement).toBeNull()
  expect(
    await trade.said('PUT', `/trade-policies/${made.id}`, { ...free.draft, name: '端午二', version: 1 }),
  ).toBe('ok')
})

it('one’s own limits are told place by place; of a role that has none nothing', async () => {
  const own = async (as: string) =>
    DealLimits.parse((await trade.call('GET', '/deal-limits', undefined, as)).json).own
  expect(await own('rep')).toEqual([{ place: 'First', perCaseMinor: 1000, totalMinor: 10_000_000 }])
  expect(await own('hq')).toEqual([])
  // What each role may is told only to those who shape roles.
  const all = async (as: string) =>
    DealLimits.parse((await trade.call('GET', '/deal-limits', undefined, as)).json).limits.length
  expect([await all('rep'), (await all('admin')) > 0]).toEqual([0, true])
})
