import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AgreementSaved, AgreementView } from '../../src/contract/agreement.ts'
import { MasterAccount } from '../../src/contract/masters-accounts.ts'
import { Changed, Prospect } from '../../src/contract/prospect.ts'
import { TradePolicies } from '../../src/contract/trade-policy.ts'
import { AccountVisits } from '../../src/contract/visit.ts'
import { anAgreement, DRAWN, rebateOf } from '../make/agreements.ts'
import { brought, salesFile } from '../make/import.ts'
import { aTrade, type Trade } from '../make/trade.ts'

/** The article's 2.5: a new wholesaler always signs an agreement, which the company honours to the fen. */
describe('2.5 sign', () => {
  let trade: Trade
  let call: Trade['call']
  beforeAll(async () => {
    trade = await aTrade({ admin: ['admin', 'HQ'], hq: ['hq', 'HQ'], rep: ['rep', 'First'] })
    ;({ call } = trade)
    await call('PUT', '/deal-limits', { role: 'rep', perCaseMinor: 1500, totalMinor: 3_600_000 }, 'admin')
  })
  afterAll(() => trade.database.close())

  const as = async (method: string, path: string, body?: object): Promise<unknown> => {
    const { ok, json } = await call(method, path, body, 'rep')
    if (!ok) throw new Error(JSON.stringify(json))
    return json
  }
  const next = { nextStep: '签', nextOn: '2026-01-09' }
  async function offered(): Promise<string> {
    const market = trade.node['First']
    const { id } = Changed.parse(
      await as('POST', '/prospects', { name: '湖湾永盛', market, source: 'peer', ...next }),
    )
    const step = async (name: string) => {
      const { version } = Prospect.parse(await as('GET', `/prospects/${id}`))
      await as('POST', `/prospects/${id}/steps`, { step: name, version, ...next })
    }
    await step('contact')
    const person = (await as('POST', `/prospects/${id}/people`, { name: '周', role: 'owner' })) as {
      id: string
    }
    await as('POST', `/prospects/${id}/people/${person.id}/talks`, { answers: { 'asked-first': 'profit' } })
    for (const name of ['talk', 'offer']) await step(name)
    return id
  }

  it('before the agreement there is no account; from its activation on there is one, with rebate, fixed dates and ground', async () => {
    const of = await offered()
    // 3.00 of the 15 yuan a case are a rebate; exchange and prizes, 9.00, are given beside it: 2,400 cases come to 28,800.
    const draft = anAgreement([trade.node['First'] ?? ''], {
      from: '2026-01-05',
      targets: [{ month: '2026-01', cases: 2400 }],
      rebate: rebateOf(300),
      support: { perCaseMinor: 900, onceMinor: 0 },
      exclusive: true,
    })
    const wish = { with: { kind: 'prospect', id: of }, draft }
    const { id } = AgreementSaved.parse(await as('POST', '/agreements', wish))
    const view = async () => AgreementView.parse(await as('GET', `/agreements/${id}`))
    const act = async (what: string, body: object = {}) =>
      as('POST', `/agreements/${id}/${what}`, { seq: (await view()).seq, ...body })
    expect((await view()).versions[0]?.given).toEqual({ perCaseMinor: 1200, totalMinor: 2_880_000 })
    expect((await view()).account).toBeNull()
    await expect(act('activate')).rejects.toThrow('agreement/not-signed')
    await act('sign', { kind: 'drawn', signer: '周永盛', day: '2026-01-05', content: DRAWN })
    expect((await view()).account).toBeNull()
    await act('activate')

    const signed = await view()
    const account = signed.account ?? ''
    expect(signed.versions[0]?.signature?.digest).toBe(
      createHash('sha256').update(Buffer.from(DRAWN, 'base64')).digest('hex'),
    )
    expect(Prospect.parse(await as('GET', `/prospects/${of}`)).stage).toBe('signed')
    const { code, tier } = MasterAccount.parse(await as('GET', `/masters/accounts/${account}`))
    expect(tier).toBe('wholesaler')
    const visits = AccountVisits.parse(await as('GET', `/accounts/${account}/visits`))
    expect(visits.plans.slice(0, 2).map(({ day }) => day)).toEqual(['2026-01-05', '2026-01-19'])
    // The first order of 2,400 cases earns its 7,200.00 by itself, to the fen.
    const order = `2026-01-12,${code},湖湾永盛,First,LAGER,Lager,12,500,28800,86400,43200,D1,1`
    await brought(trade.database.deps, salesFile([order]))
    const { policies } = TradePolicies.parse((await call('GET', '/trade-policies')).json)
    expect(policies.map((one) => [one.code, one.accruedMinor])).toEqual([
      [signed.versions[0]?.policy, 720_000],
    ])
  })

  it('what fixes a resale price is refused with the law, and nothing is kept of it', async () => {
    const before = (await call('GET', '/agreements')).json
    const draft = anAgreement([trade.node['First'] ?? ''], { otherWords: '乙方转售价格不得低于42元' })
    const wish = { with: { kind: 'prospect', id: await offered() }, draft }
    await expect(as('POST', '/agreements', wish)).rejects.toThrow('agreement/resale-price')
    expect((await call('GET', '/agreements')).json).toEqual(before)
  })
})
