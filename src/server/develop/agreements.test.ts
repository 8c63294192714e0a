import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgreement, DRAWN, rebateOf } from '../../../test/make/agreements.ts'
import { brought, salesFile, takeBack } from '../../../test/make/import.ts'
import { aTrade, type Trade } from '../../../test/make/trade.ts'
import { TradePolicies } from '../../contract/trade-policy.ts'
import { UndoPreview } from '../../contract/import-undo.ts'
import { Agreements, AgreementSaved, AgreementView, type AgreementDraft } from '../../contract/agreement.ts'

let trade: Trade
let database: Trade['database']
let call: Trade['call']
let said: Trade['said']

beforeAll(async () => {
  trade = await aTrade({
    admin: ['admin', 'HQ'],
    hq: ['hq', 'HQ'],
    finance: ['finance', 'HQ'],
    manager: ['regional_manager', 'First'],
    rep: ['rep', 'First'],
    rep2: ['rep', 'First'],
    other: ['regional_manager', 'Second'],
  })
  ;({ database, call, said } = trade)
  const limits = [
    { role: 'rep', perCaseMinor: 300, totalMinor: 400_000 },
    { role: 'regional_manager', perCaseMinor: 1500, totalMinor: 4_000_000 },
    { role: 'hq', perCaseMinor: 9000, totalMinor: 1_000_000_000 },
  ]
  for (const limit of limits) await call('PUT', '/deal-limits', limit, 'admin')
})
afterAll(() => database.close())

let firms = 0
/** A wholesaler with an account in First. */
async function account(): Promise<string> {
  const code = `W${(firms += 1)}`
  await brought(
    database.deps,
    salesFile([`2025-12-10,${code},Firm ${code},First,LAGER,Lager,6,500,60,200,120,X${firms},1`]),
  )
  return trade.idOf(code)
}
/** A prospect in First that was offered something. */
async function prospect(): Promise<string> {
  const found = await call(
    'POST',
    '/prospects',
    {
      name: `永盛${(firms += 1)}`,
      market: trade.node['First'],
      source: 'media',
      nextStep: 'x',
      nextOn: '2026-01-09',
    },
    'rep',
  )
  const { id } = found.json as { id: string }
  let version = 1
  for (const step of ['contact', 'talk', 'offer']) {
    if (step === 'talk') {
      const answers = { answers: { 'asked-first': 'profit' } }
      const person = await call('POST', `/prospects/${id}/people`, { name: '周', role: 'owner' }, 'rep')
      const at = `/prospects/${id}/people/${(person.json as { id: string }).id}/talks`
      await call('POST', at, answers, 'rep')
    }
    const body = { step, version, nextStep: 'x', nextOn: '2026-01-09' }
    const done = await call('POST', `/prospects/${id}/steps`, body, 'rep')
    version = (done.json as { version?: number }).version ?? version
  }
  return id
}
const markets = (...codes: string[]) => codes.map((code) => trade.node[code] ?? '')
const first = (over: Partial<AgreementDraft> = {}) => anAgreement(markets('First'), over)
async function draft(kind: 'prospect' | 'account', id: string, of = first(), as = 'rep'): Promise<string> {
  const { json } = await call('POST', '/agreements', { with: { kind, id }, draft: of }, as)
  return AgreementSaved.parse(json).id
}
const view = async (id: string, as = 'hq') =>
  AgreementView.parse((await call('GET', `/agreements/${id}`, undefined, as)).json)
/** One act, as somebody who has just read the agreement. */
async function act(id: string, what: string, body: object = {}, as = 'rep'): Promise<string> {
  const { seq } = await view(id)
  return said('POST', `/agreements/${id}/${what}`, { seq, ...body }, as)
}
const sign = (id: string, over: object = {}) => {
  const day = database.deps.now().toISOString().slice(0, 10)
  return act(id, 'sign', { kind: 'drawn', signer: '周永盛', day, content: DRAWN, ...over })
}
/** Drafted, signed and in force, of an account of its own. */
async function running(of = first(), as = 'rep'): Promise<string> {
  const id = await draft('account', await account(), of, as)
  expect([await sign(id), await act(id, 'activate')]).toEqual(['ok', 'ok'])
  return id
}

describe('an agreement', () => {
  it('with a stranger: drafted, signed on screen, activated; the account exists from then on', async () => {
    const of = await prospect()
    const id = await draft('prospect', of)
    expect(await act(id, 'activate')).toBe('agreement/not-signed')
    expect(await act(id, 'send')).toBe('agreement/within-limits')
    expect([
      await sign(id, { day: '2026-01-06' }),
      await sign(id, { content: Buffer.from('%PDF-1.4 x').toString('base64') }),
    ]).toEqual(['agreement/field-invalid', 'agreement/signature-invalid'])
    expect([await sign(id), await act(id, 'activate')]).toEqual(['ok', 'ok'])
    const one = await view(id)
    const digest = createHash('sha256').update(Buffer.from(DRAWN, 'base64')).digest('hex')
    expect(one.versions[0]?.signature).toMatchObject({ signer: '周永盛', day: '2026-01-05', digest })
    expect([one.state, one.from, one.acts.find((a) => a.act === 'amend')?.why]).toEqual([
      'in-force',
      '2026-01-01',
      null,
    ])
    expect(await trade.text(`/agreements/${id}/signature`, 'rep')).toContain('PNG')
    expect((await call('GET', `/accounts/${one.account ?? ''}`)).ok).toBe(true)
    expect((await call('GET', `/prospects/${of}`)).json).toMatchObject({ stage: 'signed' })
    const put = { seq: one.seq, draft: first() }
    expect(await said('PUT', `/agreements/${id}`, put, 'rep')).toBe('agreement/not-draft')
  })

  it('beyond the limits is signed only when approved, by another whose limit holds; returned it is a draft again', async () => {
    const id = await draft('account', await account(), first({ support: { perCaseMinor: 20, onceMinor: 0 } }))
    // 3.00 + 0.20 a case; 1,200 cases: 3,840 of 4,000
    expect((await view(id)).beyond).toEqual([{ what: 'perCase', byMinor: 20 }])
    expect(await sign(id)).toBe('agreement/not-approved')
    expect(await act(id, 'send')).toBe('ok')
    const yes = { approve: true, words: '' }
    expect([await act(id, 'decide', yes), await act(id, 'decide', yes, 'other')]).toEqual([
      'person/no-right',
      'agreement/missing',
    ])
    expect(await act(id, 'decide', { approve: false, words: ' ' }, 'manager')).toBe('agreement/field-invalid')
    expect(await act(id, 'decide', { approve: false, words: '给多了' }, 'manager')).toBe('ok')
    const back = {
      seq: (await view(id)).seq,
      draft: first({ support: { perCaseMinor: 1300, onceMinor: 0 } }),
    }
    expect(await said('PUT', `/agreements/${id}`, back, 'rep')).toBe('ok')
    expect((await view(id)).beyond).toEqual([
      { what: 'perCase', byMinor: 1300 },
      { what: 'total', byMinor: 1_520_000 },
    ])
    expect([await act(id, 'send'), await act(id, 'decide', yes, 'manager')]).toEqual([
      'ok',
      'agreement/limit-too-low',
    ])
    expect(await act(id, 'decide', yes, 'finance')).toBe('agreement/limit-too-low')
    expect([await act(id, 'decide', yes, 'hq'), await sign(id)]).toEqual(['ok', 'ok'])
    const own = await draft(
      'account',
      await account(),
      first({ support: { perCaseMinor: 9000, onceMinor: 0 } }),
      'hq',
    )
    expect([await act(own, 'send', {}, 'hq'), await act(own, 'decide', yes, 'hq')]).toEqual([
      'ok',
      'agreement/own-approval',
    ])
  })

  it('why one was returned is erased with the contact of its account; the agreement stays', async () => {
    const of = await account()
    const id = await draft('account', of, first({ support: { perCaseMinor: 20, onceMinor: 0 } }))
    await act(id, 'send')
    await act(id, 'decide', { approve: false, words: '周永盛不可靠' }, 'manager')
    const words = async () => (await view(id)).events.map((event) => event.words).join('')
    expect(await words()).toBe('周永盛不可靠')
    expect(await said('POST', `/accounts/${of}/erase-contact`, undefined, 'admin')).toBe('ok')
    expect(await words()).toBe('')
  })

  it('keeps the account that an undone import made', async () => {
    const { batch } = await brought(
      database.deps,
      salesFile(['2025-12-11,KEPT,Firm KEPT,First,LAGER,Lager,6,500,60,200,120,XK,1']),
    )
    await draft('account', await trade.idOf('KEPT'))
    const preview = UndoPreview.parse((await call('GET', `/imports/${batch}/undo-preview`)).json)
    expect([preview.goes.accounts, preview.stays.accounts]).toEqual([0, 1])
    await takeBack(database.deps, batch)
    expect(await trade.idOf('KEPT')).not.toBe('')
  })

  it('two people approve at once: one does, the other is told who was faster', async () => {
    const id = await draft('account', await account(), first({ support: { perCaseMinor: 20, onceMinor: 0 } }))
    await act(id, 'send')
    const yes = { approve: true, words: '' }
    const both = await Promise.all([act(id, 'decide', yes, 'manager'), act(id, 'decide', yes, 'hq')])
    expect(both.toSorted()).toEqual(['edit/changed-meanwhile', 'ok'])
    expect((await view(id)).events.filter(({ kind }) => kind === 'approved')).toHaveLength(1)
  })

  it('two reps sign the same stranger, also at once: one account; the other is told, and nothing of it is kept', async () => {
    const of = await prospect()
    const ids = [await draft('prospect', of), await draft('prospect', of, first(), 'rep2')]
    for (const id of ids) expect(await sign(id)).toBe('ok')
    const both = await Promise.all(ids.map((id) => act(id, 'activate')))
    expect(both.toSorted()).toEqual(['ok', 'prospect/signed-already'])
    const late = await view(ids[both.indexOf('prospect/signed-already')] ?? '')
    expect([late.state, late.account]).toEqual(['signed', null])
  })

  it('a wholesaler has one agreement at a time', async () => {
    const of = await account()
    const [one, two] = [await draft('account', of), await draft('account', of, first(), 'rep2')]
    expect([await sign(one), await sign(two)]).toEqual(['ok', 'ok'])
    const both = await Promise.all([act(one, 'activate'), act(two, 'activate')])
    expect(both.toSorted()).toEqual(['agreement/account-has-one', 'ok'])
    const next = await draft('account', of, first({ from: '2027-01-01', to: '2027-12-31', targets: [] }))
    expect([await sign(next), await act(next, 'activate')]).toEqual(['ok', 'ok'])
  })
})

describe('ground', () => {
  const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31`, targets: [] })

  it('that is given exclusively stops another, until somebody who may approve waives it with a reason', async () => {
    await running(first({ ...year(2030), exclusive: true }))
    const id = await draft('account', await account(), first(year(2030)))
    await sign(id)
    expect(await act(id, 'activate')).toBe('agreement/overlap')
    expect((await view(id)).overlaps).toMatchObject([
      { markets: ['First'], from: '2030-01-01', to: '2030-12-31', waived: null },
    ])
    const reason = { reason: '老客户，两家都同意' }
    const own = await draft('account', await account(), first(year(2030)), 'manager')
    expect(await act(own, 'waive', reason, 'manager')).toBe('agreement/own-approval')
    expect([await act(id, 'waive', reason), await act(id, 'waive', { reason: ' ' }, 'manager')]).toEqual([
      'person/no-right',
      'agreement/field-invalid',
    ])
    expect([await act(id, 'waive', reason, 'manager'), await act(id, 'activate')]).toEqual(['ok', 'ok'])
    expect(await act(id, 'waive', reason, 'manager')).toBe('agreement/no-overlap')
  })

  it('that two take exclusively at once goes to one of them', async () => {
    const of = first({ ...year(2031), exclusive: true })
    const one = await draft('account', await account(), of)
    const two = await draft('account', await account(), of)
    expect([await sign(one), await sign(two)]).toEqual(['ok', 'ok'])
    const both = await Promise.all([act(one, 'activate'), act(two, 'activate')])
    expect(both.toSorted()).toEqual(['agreement/overlap', 'ok'])
  })

  it('stops also where the other agreement belongs to a market out of reach; markets out of reach cannot be given', async () => {
    const wide = anAgreement(markets('First', 'Second'), { ...year(2032), exclusive: true })
    const of = await draft('account', await account(), wide, 'hq')
    expect(await sign(of)).toBe('person/no-right')
    const day = '2026-01-05'
    await act(of, 'sign', { kind: 'drawn', signer: 'x', day, content: DRAWN }, 'hq')
    expect([await act(of, 'activate'), await act(of, 'activate', {}, 'hq')]).toEqual([
      'person/no-right',
      'ok',
    ])
    const { code } = await view(of)
    const narrow = { with: { kind: 'account', id: await account() }, draft: wide }
    expect(await said('POST', '/agreements', narrow, 'rep')).toBe('agreement/field-invalid')
    expect((await call('GET', '/agreements', undefined, 'other')).json).toMatchObject({ agreements: [] })
    const id = await draft('account', await account(), first(year(2032)))
    await sign(id)
    expect([await act(id, 'activate'), (await view(id, 'rep')).overlaps[0]?.code]).toEqual([
      'agreement/overlap',
      code,
    ])
  })
})

describe('an agreement in force', () => {
  it('is amended by a next version: the one before ends the day before, and not until then', async () => {
    const id = await running()
    const next = first({ from: '2026-07-01', targets: [] })
    const amend = (from: string) => act(id, 'amend', { kind: 'amendment', draft: { ...next, from } })
    expect([await amend('2026-01-01'), await amend('2026-07-01'), await amend('2026-07-01')]).toEqual([
      'agreement/field-invalid',
      'ok',
      'agreement/not-in-force',
    ])
    expect((await view(id)).versions.map(({ version, state, to }) => [version, state, to])).toEqual([
      [2, 'draft', '2026-12-31'],
      [1, 'in-force', '2026-12-31'],
    ])
    expect([await sign(id), await act(id, 'activate')]).toEqual(['ok', 'ok'])
    expect((await view(id)).versions.map(({ version, state, to }) => [version, state, to])).toEqual([
      [2, 'coming', '2026-12-31'],
      [1, 'in-force', '2026-06-30'],
    ])
  })

  it('is terminated on a day with a reason, with what was to follow; its ground is free from the next day', async () => {
    const id = await running(first({ from: '2025-01-01', to: '2026-02-28', targets: [] }))
    const { code } = await view(id)
    const amend = { kind: 'amendment', draft: first({ from: '2026-02-01', to: '2026-02-28', targets: [] }) }
    expect([await act(id, 'amend', amend), await sign(id), await act(id, 'activate')]).toEqual([
      'ok',
      'ok',
      'ok',
    ])
    const end = (day: string, reason = '欠款') => act(id, 'terminate', { day, reason })
    expect([await end('2026-01-04'), await end('2026-02-01'), await end('2026-01-20', '')]).toEqual(
      Array.from({ length: 3 }, () => 'agreement/field-invalid'),
    )
    expect(await end('2026-01-20')).toBe('ok')
    const states = async () => (await view(id)).versions.map(({ state }) => state)
    expect(await states()).toEqual(['coming', 'in-force'])
    database.setNow(new Date('2026-01-21T04:00:00Z'))
    expect(await states()).toEqual(['terminated', 'terminated'])
    expect(await end('2026-01-22')).toBe('agreement/not-in-force')
    const meets = async (from: string) => {
      const of = first({ exclusive: true, from, to: '2026-02-28', targets: [] })
      const { overlaps } = await view(await draft('account', await account(), of))
      return overlaps.some((one) => one.code === code)
    }
    expect([await meets('2026-01-20'), await meets('2026-01-21')]).toEqual([true, false])
  })

  it('is proposed for renewal from 90 days before its last day; a renewal begins after it', async () => {
    const id = await running(first({ from: '2026-01-05', to: '2026-06-30', targets: [] }))
    const listed = async () => {
      const { agreements } = Agreements.parse((await call('GET', '/agreements')).json)
      return {
        at: agreements.findIndex((one) => one.id === id),
        soon: agreements.find((one) => one.id === id)?.endsSoon,
      }
    }
    database.setNow(new Date('2026-03-31T04:00:00Z'))
    expect((await listed()).soon).toBe(false)
    database.setNow(new Date('2026-04-01T04:00:00Z'))
    expect(await listed()).toEqual({ at: 0, soon: true })
    const renew = (from: string) =>
      act(id, 'amend', { kind: 'renewal', draft: first({ from, to: '2027-06-30', targets: [] }) })
    expect([await renew('2026-06-30'), await renew('2026-07-01')]).toEqual(['agreement/field-invalid', 'ok'])
    expect((await listed()).soon).toBe(false)
    expect([await sign(id), await act(id, 'activate')]).toEqual(['ok', 'ok'])
    expect((await view(id)).versions.map(({ state, to }) => [state, to])).toEqual([
      ['coming', '2027-06-30'],
      ['in-force', '2026-06-30'],
    ])
  })
})

describe('what an agreement promises', () => {
  const sold = (code: string, day: string, cases: number) =>
    brought(
      database.deps,
      salesFile([
        `${day},${code},Firm ${code},First,LAGER,Lager,6,500,${cases * 6},${cases * 20},${cases * 12},P${(firms += 1)},1`,
      ]),
    )
  const owed = async (id: string) => {
    const { versions } = await view(id)
    const { policies } = TradePolicies.parse((await call('GET', '/trade-policies')).json)
    return versions.map(({ policy }) => {
      const one = policies.find(({ code }) => code === policy)
      return [one?.draft.from, one?.draft.to, one?.accruedMinor]
    })
  }

  it('is a trade policy and fixed dates of its account, to the fen; a next version takes its place', async () => {
    const day = '2026-04-01'
    const of = await account()
    const code = `W${firms}`
    const some = (from: string, rate: number) => first({ from, rebate: rebateOf(rate), targets: [] })
    await sold(code, '2026-03-31', 10)
    const id = await draft('account', of, some(day, 300))
    expect([await sign(id), await act(id, 'activate')]).toEqual(['ok', 'ok'])
    await sold(code, day, 100)
    expect(await owed(id)).toEqual([[day, '2026-12-31', 30_000]])
    expect((await call('GET', `/accounts/${of}/visits`, undefined, 'rep')).json).toMatchObject({
      cadence: { everyDays: 14, from: day },
    })
    await act(id, 'amend', { kind: 'amendment', draft: some('2026-05-01', 200) })
    expect([await sign(id), await act(id, 'activate')]).toEqual(['ok', 'ok'])
    await sold(code, '2026-04-30', 1)
    await sold(code, '2026-05-01', 100)
    expect(await owed(id)).toEqual([
      ['2026-05-01', '2026-12-31', 20_000],
      [day, '2026-04-30', 30_300],
    ])
    expect(await act(id, 'terminate', { day: '2026-04-20', reason: '欠款' })).toBe('ok')
    expect((await owed(id)).map(([, to, minor]) => [to, minor])).toEqual([
      ['2026-05-01', 0],
      ['2026-04-20', 30_000],
    ])
  })
})

it('a limit is set by whoever may change the company, for a role that is there', async () => {
  const limit = { role: 'rep', perCaseMinor: 300, totalMinor: 400_000 }
  expect([
    await said('PUT', '/deal-limits', limit, 'hq'),
    await said('PUT', '/deal-limits', { ...limit, role: 'own-9' }, 'admin'),
    await said('PUT', '/deal-limits', { ...limit, perCaseMinor: 0.5 }, 'admin'),
  ]).toEqual(['person/no-right', 'agreement/field-invalid', 'agreement/field-invalid'])
  const limits = async (as: string) => (await call('GET', '/deal-limits', undefined, as)).json
  expect(await limits('admin')).toMatchObject({ limits: [{ role: 'hq' }, {}, limit] })
  expect(await limits('rep')).toMatchObject({ limits: [], own: [{ perCaseMinor: 300 }] })
})
