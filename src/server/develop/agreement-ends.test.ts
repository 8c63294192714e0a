import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgreement, DRAWN } from '../../../test/make/agreements.ts'
import { brought, salesFile } from '../../../test/make/import.ts'
import { aTrade, type Trade } from '../../../test/make/trade.ts'
import { agreementSheet } from './agreement-sheet.ts'
import { Agreements, AgreementSaved, AgreementView, type AgreementDraft } from '../../contract/agreement.ts'

let trade: Trade

beforeAll(async () => {
  trade = await aTrade({
    admin: ['admin', 'HQ'],
    hq: ['hq', 'HQ'],
    manager: ['regional_manager', 'First'],
    rep: ['rep', 'First'],
  })
  for (const role of ['rep', 'regional_manager'])
    await trade.call('PUT', '/deal-limits', { role, perCaseMinor: 300, totalMinor: 400_000 }, 'admin')
})
afterAll(() => trade.database.close())

const of = (over: Partial<AgreementDraft> = {}) =>
  anAgreement([trade.node['First'] ?? ''], { targets: [], ...over })
const view = async (id: string) =>
  AgreementView.parse((await trade.call('GET', `/agreements/${id}`, undefined, 'rep')).json)
async function act(id: string, what: string, body: object = {}, as = 'rep'): Promise<string> {
  return trade.said('POST', `/agreements/${id}/${what}`, { seq: (await view(id)).seq, ...body }, as)
}
const signed = { kind: 'drawn', signer: '周', day: '2026-01-05', content: DRAWN }
const ended = { day: '2026-01-20', reason: '欠款' }
const amended = (draft: AgreementDraft) => ({ kind: 'amendment', draft })
let firms = 0
async function drafted(draft = of()): Promise<string> {
  const code = `E${(firms += 1)}`
  await brought(
    trade.database.deps,
    salesFile([`2025-12-10,${code},Firm ${code},First,LAGER,Lager,6,500,60,200,120,E${firms},1`]),
  )
  const wish = { with: { kind: 'account', id: await trade.idOf(code) }, draft }
  return AgreementSaved.parse((await trade.call('POST', '/agreements', wish, 'rep')).json).id
}
async function running(): Promise<string> {
  const id = await drafted()
  expect([await act(id, 'sign', signed), await act(id, 'activate')]).toEqual(['ok', 'ok'])
  return id
}
const whyNot = async (id: string, name: string) => (await view(id)).acts.find((one) => one.act === name)?.why

describe('an agreement that was terminated', () => {
  it('takes a next version with it that is signed, also one that would begin before the last day', async () => {
    for (const from of ['2026-01-10', '2026-03-01']) {
      const id = await running()
      expect([await act(id, 'amend', amended(of({ from }))), await act(id, 'sign', signed)]).toEqual([
        'ok',
        'ok',
      ])
      expect(await act(id, 'terminate', ended)).toBe('ok')
      expect(await act(id, 'activate')).toBe('agreement/not-signed')
      expect((await view(id)).versions.map(({ state, to }) => [state, to])).toEqual([
        ['terminated', '2026-01-04'],
        ['in-force', '2026-01-20'],
      ])
      // It is shown as it is until its last day, not as what never began.
      const { agreements } = Agreements.parse((await trade.call('GET', '/agreements')).json)
      for (const one of [await view(id), agreements.find((listed) => listed.id === id)])
        expect(one).toMatchObject({ version: 1, state: 'in-force', to: '2026-01-20', endsSoon: false })
      expect(await act(id, 'terminate', { ...ended, day: '2026-01-15' })).toBe('ok')
    }
  })
  it('takes a draft with it, and has nothing after it until its last day', async () => {
    const id = await running()
    await act(id, 'amend', amended(of({ from: '2026-02-01' })))
    expect([await whyNot(id, 'terminate'), await act(id, 'terminate', ended)]).toEqual([null, 'ok'])
    expect([
      await act(id, 'sign', signed),
      await act(id, 'amend', amended(of({ from: '2026-02-01' }))),
    ]).toEqual(['agreement/not-draft', 'agreement/not-in-force'])
    const bare = await running()
    expect(await act(bare, 'terminate', ended)).toBe('ok')
    for (const kind of ['amendment', 'renewal']) {
      const next = { kind, draft: of({ from: '2026-02-01' }) }
      expect(await act(bare, 'amend', next)).toBe('agreement/not-in-force')
    }
    expect([await whyNot(bare, 'amend'), await whyNot(bare, 'terminate')]).toEqual([
      'agreement/not-in-force',
      null,
    ])
  })
})

it('what comes to more than anybody gives is refused as it is drafted', async () => {
  const tiers = [
    { from: 0, rate: 0 },
    { from: 1e11, rate: 100.1 },
  ]
  const draft = of({ rebate: { kind: 'tiers', measure: 'cases', mode: 'all', tiers } })
  const wish = { with: { kind: 'account', id: await trade.idOf('E1') }, draft }
  expect(await trade.said('POST', '/agreements', wish, 'rep')).toBe('agreement/field-invalid')
})

it('ground is waived of what was signed: a draft could be written anew after it', async () => {
  const year = { from: '2033-01-01', to: '2033-12-31' }
  const first = await drafted(of({ ...year, exclusive: true }))
  expect([await act(first, 'sign', signed), await act(first, 'activate')]).toEqual(['ok', 'ok'])
  const id = await drafted(of(year))
  const waive = () => act(id, 'waive', { reason: '两家都同意' }, 'manager')
  expect([await waive(), await act(id, 'sign', signed), await waive(), await act(id, 'activate')]).toEqual([
    'agreement/not-signed',
    'ok',
    'ok',
    'ok',
  ])
})

describe('the contract on paper', () => {
  const printed = async (id: string, at: number) => {
    const one = await view(id)
    const version = one.versions.find((row) => row.version === at)
    if (!version) throw new Error('no such version')
    const sheet = agreementSheet({ view: one, version, words: 'zh', currency: 'CNY', digits: 2, drawn: null })
    return JSON.stringify(sheet.content)
  }
  it('says the term that was signed, and beneath it that it ended before, or never began', async () => {
    const id = await running()
    await act(id, 'amend', amended(of({ from: '2026-02-01' })))
    expect(await printed(id, 1)).not.toContain('提前结束')
    await act(id, 'terminate', ended)
    expect(await printed(id, 1)).toMatch(/至 2026年12月31日 止.*提前结束，最后一天是 2026年1月20日/)
    expect(await printed(id, 2)).toMatch(/自 2026年2月1日 起，至 2026年12月31日 止.*没有生效/)
  })
  it('prints a rate with all of its decimals, and no words of exclusivity that are not ticked', async () => {
    const tiers = [
      { from: 0, rate: 300 },
      { from: 1000, rate: 300.125 },
      { from: 2000, rate: 1234.5001 },
    ]
    const rebate = { kind: 'tiers', measure: 'cases', mode: 'marginal', tiers } as const
    const id = await drafted(of({ rebate: { ...rebate, tiers }, exclusivityWords: '只给这一家' }))
    const paper = await printed(id, 1)
    for (const rate of ['"3.00"', '"3.00125"', '"12.345001"']) expect(paper).toContain(rate)
    expect(paper).not.toContain('只给这一家')
  })
})
