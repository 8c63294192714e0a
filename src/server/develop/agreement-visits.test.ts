import { afterAll, beforeAll, expect, it } from 'vitest'
import { anAgreement, DRAWN } from '../../../test/make/agreements.ts'
import { brought, salesFile } from '../../../test/make/import.ts'
import { aTrade, type Trade } from '../../../test/make/trade.ts'
import { AgreementSaved, AgreementView } from '../../contract/agreement.ts'
import { AccountVisits } from '../../contract/visit.ts'

let trade: Trade

beforeAll(async () => {
  trade = await aTrade({
    hq: ['hq', 'HQ'],
    admin: ['admin', 'HQ'],
    manager: ['regional_manager', 'First'],
    rep: ['rep', 'First'],
  })
  const limit = { role: 'rep', perCaseMinor: 1000, totalMinor: 10_000_000 }
  await trade.call('PUT', '/deal-limits', limit, 'admin')
  const line = (code: string) =>
    `2025-12-10,${code},Firm ${code},First,LAGER,Lager,6,500,60,200,120,X${code},1`
  await brought(trade.database.deps, salesFile(['W1', 'W2', 'W3'].map(line)))
})
afterAll(() => trade.database.close())

const first = (over: Parameters<typeof anAgreement>[1]) =>
  anAgreement([trade.node['First'] ?? ''], { targets: [], ...over })
async function act(id: string, what: string, body: object = {}): Promise<string> {
  const { seq } = AgreementView.parse((await trade.call('GET', `/agreements/${id}`, undefined, 'rep')).json)
  return trade.said('POST', `/agreements/${id}/${what}`, { seq, ...body }, 'rep')
}
const signed = async (id: string) => [
  await act(id, 'sign', { kind: 'drawn', signer: '周永盛', day: '2026-01-05', content: DRAWN }),
  await act(id, 'activate'),
]
async function running(code: string, over: Parameters<typeof anAgreement>[1]): Promise<string> {
  const body = { with: { kind: 'account', id: await trade.idOf(code) }, draft: first(over) }
  const { id } = AgreementSaved.parse((await trade.call('POST', '/agreements', body, 'rep')).json)
  expect(await signed(id)).toEqual(['ok', 'ok'])
  return id
}
const visits = async (code: string) =>
  AccountVisits.parse(
    (await trade.call('GET', `/accounts/${await trade.idOf(code)}/visits`, undefined, 'rep')).json,
  )
const days = async (code: string) => (await visits(code)).plans.map(({ day }) => day)

it('fixed dates end with the agreement, also those of a version that was still to come', async () => {
  const id = await running('W1', { from: '2026-01-05', to: '2026-06-30' })
  const draft = first({ from: '2026-02-01', to: '2026-06-30', visitEveryDays: 7 })
  expect([await act(id, 'amend', { kind: 'amendment', draft }), ...(await signed(id))]).toEqual([
    'ok',
    'ok',
    'ok',
  ])
  expect((await days('W1')).filter((day) => day > '2026-02-01').length).toBeGreaterThan(4)
  expect(await act(id, 'terminate', { day: '2026-01-20', reason: '欠款' })).toBe('ok')
  const left = await days('W1')
  expect(left.length).toBeGreaterThan(0)
  expect(left.filter((day) => day > '2026-01-20')).toEqual([])
})

it('a version that says nothing of visits ends those of the one before; one from the past makes nobody miss any', async () => {
  const id = await running('W2', { from: '2025-10-01', to: '2026-06-30' })
  expect((await days('W2')).filter((day) => day < '2026-01-05')).toEqual([])
  const draft = first({ from: '2026-02-01', to: '2026-06-30', visitEveryDays: null })
  await act(id, 'amend', { kind: 'amendment', draft })
  expect(await signed(id)).toEqual(['ok', 'ok'])
  expect((await days('W2')).filter((day) => day >= '2026-02-01')).toEqual([])
})

it('what was written after a visit is erased with the contact of its account', async () => {
  const account = await trade.idOf('W3')
  const said = {
    state: 'done',
    day: '2026-01-05',
    aim: 'care',
    words: '老板娘王姐不在',
    met: true,
    seen: [],
    cases: null,
  }
  expect(await trade.said('POST', `/accounts/${account}/visits`, said, 'rep')).toBe('ok')
  const words = async () => (await visits('W3')).plans.map(({ visit }) => visit?.words)
  expect(await words()).toEqual(['老板娘王姐不在'])
  expect(await trade.said('POST', `/accounts/${account}/erase-contact`, undefined, 'admin')).toBe('ok')
  expect(await words()).toEqual([''])
})
