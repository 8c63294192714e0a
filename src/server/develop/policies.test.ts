import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brought, salesFile, takeBack } from '../../../test/make/import.ts'
import { aPolicy } from '../../../test/make/policies.ts'
import { aTrade, type Trade } from '../../../test/make/trade.ts'
import { UndoPreview } from '../../contract/import-undo.ts'
import { PolicyTrace, TradePolicies, TradePolicySaved, TradePolicyView } from '../../contract/trade-policy.ts'
import { inScope } from '../db/transaction.ts'

let trade: Trade
let database: Trade['database']
let call: Trade['call']
let said: Trade['said']
let idOf: Trade['idOf']

beforeAll(async () => {
  trade = await aTrade({
    hq: ['hq', 'HQ'],
    manager: ['regional_manager', 'First'],
    other: ['rep', 'Second'],
  })
  ;({ database, call, said, idOf } = trade)
})
afterAll(() => database.close())

const draft = (more: object = {}) => ({
  ...aPolicy({ from: '2025-01-01', to: '2025-12-31', nodes: [trade.node['First'] ?? ''] }),
  ...more,
})
async function made(more: object = {}): Promise<string> {
  const { json } = await call('POST', '/trade-policies', draft(more))
  return TradePolicySaved.parse(json).id
}
const view = async (id: string) => TradePolicyView.parse((await call('GET', `/trade-policies/${id}`)).json)
/** So many cases of six bottles; returns below zero. */
const sale = (day: string, buyer: string, cases: number, doc: string, amount = cases * 20) =>
  `${day},${buyer},Firm ${buyer},First,LAGER,Lager,6,500,${cases * 6},${amount},${cases * 12},${doc},1`
const bring = (...lines: string[]) => brought(database.deps, salesFile(lines))

/** What each account is owed under a policy, and whether spend says the same. */
async function sums(policy: string) {
  return inScope(database.deps.db, '*', async (tx) => {
    const found = await tx.client.query<{ code: string; balance: number; postings: number; spend: number }>(
      `SELECT a.code, sum(b.accrued_minor)::int8 AS balance,
        (SELECT coalesce(sum(g.amount_minor), 0)::int8 FROM policy_posting g WHERE g.policy_id = $1 AND g.account_id = a.id) AS postings,
        (SELECT coalesce(sum(s.amount_minor), 0)::int8 FROM trade_spend s JOIN policy_posting g ON g.market_id = s.market_id AND g.id = s.posting_id
         WHERE g.policy_id = $1 AND g.account_id = a.id) AS spend
       FROM policy_balance b JOIN account a ON a.market_id = b.market_id AND a.id = b.account_id WHERE b.policy_id = $1
       GROUP BY a.id, a.code ORDER BY a.code`,
      [policy],
    )
    for (const { balance, postings, spend } of found.rows)
      expect([postings, spend]).toEqual([balance, balance])
    return Object.fromEntries(found.rows.map(({ code, balance }) => [code, balance]))
  })
}

describe('a policy', () => {
  it('brings what is bought under it, in the import’s own transaction; a return and an undo take back', async () => {
    const id = await made()
    const first = await bring(sale('2025-03-10', 'A1', 2400, 'D1'), sale('2025-03-11', 'A2', 10, 'D2'))
    expect(await sums(id)).toEqual({ A1: 720_000, A2: 3000 })
    const back = await bring(sale('2025-03-20', 'A1', -400, 'D3'))
    expect(await sums(id)).toEqual({ A1: 600_000, A2: 3000 })
    expect((await takeBack(database.deps, back.batch)).ok).toBe(true)
    expect(await sums(id)).toEqual({ A1: 720_000, A2: 3000 })
    expect((await takeBack(database.deps, first.batch)).ok).toBe(true)
    expect(await sums(id)).toEqual({ A1: 0, A2: 0 })
  })

  it('an account that an undone import made is withdrawn although something was posted for it', async () => {
    await made()
    const { batch } = await bring(sale('2025-03-10', 'NEW1', 10, 'N1'))
    await takeBack(database.deps, batch)
    expect(await idOf('NEW1')).toBe('')
  })

  it('an account that an undone import made stays where a display was confirmed, a claim sent or a note written', async () => {
    const rate = await made()
    const display = await made({ component: 'display', terms: { kind: 'display', amountMinor: 20_000 } })
    const { batch } = await bring(
      ...['SHOWN', 'ASKED', 'NOTED'].map((code) => sale('2025-03-10', code, 10, code)),
    )
    const unit = async (code: string) => ({ account: await idOf(code), period: '2025-03-01' })
    const note = { kind: 'note', day: '2025-03-10', words: '老板姓王' }
    const shown = { ...(await unit('SHOWN')), confirmed: true }
    const asked = { ...(await unit('ASKED')), policy: rate, askedMinor: 100, records: [], words: '' }
    expect([
      await said('POST', `/trade-policies/${display}/confirm`, shown),
      await said('POST', '/claims', asked, 'manager'),
      await said('POST', `/accounts/${await idOf('NOTED')}/records`, note),
    ]).toEqual(['ok', 'ok', 'ok'])
    const preview = UndoPreview.parse((await call('GET', `/imports/${batch}/undo-preview`)).json)
    expect([preview.goes.accounts, preview.stays.accounts]).toEqual([0, 3])
    await takeBack(database.deps, batch)
    for (const code of ['SHOWN', 'ASKED', 'NOTED']) expect(await idOf(code)).not.toBe('')
  })

  it('that is changed for days gone by posts the difference and edits nothing; says who was first', async () => {
    await bring(sale('2025-04-10', 'B1', 7, 'E1'), sale('2025-05-10', 'B1', 5, 'E2'))
    const id = await made({ terms: { kind: 'rate', measure: 'cases', rate: 100.5 } })
    // 7 × 1.005 = 7.035 and 5 × 1.005 = 5.025, each month rounded once: 7.04 and 5.03
    expect((await sums(id))['B1']).toBe(1207)
    const before = await inScope(database.deps.db, '*', ({ client }) =>
      client.query('SELECT * FROM policy_posting WHERE policy_id = $1 ORDER BY id', [id]),
    )
    const next = { ...draft({ terms: { kind: 'rate', measure: 'cases', rate: 200 } }), version: 1 }
    expect(
      await Promise.all([
        said('PUT', `/trade-policies/${id}`, next),
        said('PUT', `/trade-policies/${id}`, next),
      ]).then((all) => all.toSorted()),
    ).toEqual(['ok', 'trade-policy/changed'])
    expect((await sums(id))['B1']).toBe(2400)
    const after = await inScope(database.deps.db, '*', ({ client }) =>
      client.query('SELECT * FROM policy_posting WHERE policy_id = $1 ORDER BY id', [id]),
    )
    expect(after.rows.slice(0, before.rows.length)).toEqual(before.rows)
    expect(await said('PUT', `/trade-policies/${id}`, { ...next, version: 2 })).toBe('trade-policy/no-change')
    // Out of its days, and by the quarter: the months come to nothing, the quarter has what is left.
    const quarter = { ...draft({ from: '2025-05-01', period: 'quarter', component: 'display' }), version: 2 }
    expect(await said('PUT', `/trade-policies/${id}`, quarter)).toBe('ok')
    expect((await sums(id))['B1']).toBe(1500)
    const spend = await inScope(database.deps.db, '*', ({ client }) =>
      client.query<{ component: string; minor: number }>(
        `SELECT s.component, sum(s.amount_minor)::int8 AS minor FROM trade_spend s JOIN policy_posting g ON g.id = s.posting_id
         WHERE g.policy_id = $1 GROUP BY 1 ORDER BY 1`,
        [id],
      ),
    )
    expect(spend.rows.filter(({ minor }) => minor !== 0)).toEqual([{ component: 'display', minor: 1500 }])
  })

  it('that is exclusive takes its lines from the others, and gives them back', async () => {
    await bring(sale('2024-06-10', 'C1', 10, 'F1'))
    const days = { from: '2024-06-01', to: '2024-06-30' }
    const open = await made(days)
    expect((await sums(open))['C1']).toBe(3000)
    const alone = await made({
      ...days,
      stacking: 'exclusive',
      terms: { kind: 'rate', measure: 'cases', rate: 500 },
    })
    expect([(await sums(open))['C1'], (await sums(alone))['C1']]).toEqual([0, 5000])
    const given = draft({ ...days, terms: { kind: 'rate', measure: 'cases', rate: 500 } })
    expect(await said('PUT', `/trade-policies/${alone}`, { ...given, version: 1 })).toBe('ok')
    expect([(await sums(open))['C1'], (await sums(alone))['C1']]).toEqual([3000, 5000])
  })

  it('of tiers counts two merged accounts together, and apart again', async () => {
    await bring(sale('2024-07-10', 'M1', 60, 'G1'), sale('2024-07-11', 'M2', 60, 'G2'))
    const tiers = [{ from: 100, rate: 100 }]
    const id = await made({
      from: '2024-07-01',
      to: '2024-07-31',
      terms: { kind: 'tiers', measure: 'cases', mode: 'all', tiers },
    })
    expect(await sums(id)).toMatchObject({ M1: 0, M2: 0 })
    const [one, two] = [await idOf('M1'), await idOf('M2')]
    expect(await said('POST', `/accounts/${two}/merge`, { into: one })).toBe('ok')
    expect(await sums(id)).toMatchObject({ M1: 12_000, M2: 0 })
    await bring(sale('2024-07-12', 'M2', -30, 'G3'))
    expect(await sums(id)).toMatchObject({ M1: 0, M2: 0 })
    await bring(sale('2024-07-13', 'M2', 60, 'G4'))
    expect((await sums(id))['M1']).toBe(15_000)
    expect(await said('POST', `/accounts/${two}/unmerge`)).toBe('ok')
    expect(await sums(id)).toMatchObject({ M1: 0, M2: 0 })
  })

  it('of growth counts last year’s same days, also those that come late', async () => {
    await bring(sale('2025-08-10', 'W1', 120, 'H1'))
    const id = await made({
      terms: { kind: 'growth', measure: 'cases', above: 0, rate: 100 },
      from: '2025-08-01',
      to: '2025-08-31',
    })
    expect((await sums(id))['W1']).toBe(0)
    await bring(sale('2024-08-10', 'W1', 100, 'H2'))
    expect((await sums(id))['W1']).toBe(2000)
  })

  it('of a display pays once somebody has confirmed the period', async () => {
    await bring(sale('2025-09-10', 'Y1', 1, 'I1'))
    const account = await idOf('Y1')
    const id = await made({ component: 'display', terms: { kind: 'display', amountMinor: 20_000 } })
    const confirm = (more: object) =>
      said('POST', `/trade-policies/${id}/confirm`, {
        account,
        period: '2025-09-01',
        confirmed: true,
        ...more,
      })
    expect([await confirm({}), await confirm({}), await confirm({ period: '2026-01-01' })]).toEqual([
      'ok',
      'trade-policy/confirmed-already',
      'trade-policy/period-unknown',
    ])
    expect((await sums(id))['Y1']).toBe(20_000)
    expect(await confirm({ confirmed: false })).toBe('ok')
    expect((await sums(id))['Y1']).toBe(0)
    const rate = await made()
    expect(
      await said('POST', `/trade-policies/${rate}/confirm`, {
        account,
        period: '2025-09-01',
        confirmed: true,
      }),
    ).toBe('trade-policy/not-confirmable')
  })

  it('why: postings with the state before and after, the terms then, and what each line earned', async () => {
    await bring(sale('2025-10-10', 'Z1', 1, 'J1'), sale('2025-10-11', 'Z1', 2, 'J2'))
    const account = await idOf('Z1')
    const id = await made({ from: '2025-10-01', to: '2025-10-31' })
    await bring(sale('2025-10-12', 'Z1', 1, 'J3'))
    const asked = await call('GET', `/trade-policies/${id}/trace?account=${account}&period=2025-10-01`)
    const trace = PolicyTrace.parse(asked.json)
    expect(trace).toMatchObject({ name: 'Three a case', accruedMinor: 1200 })
    expect(
      trace.postings.map(({ cause, amountMinor, before, after }) => [
        cause,
        amountMinor,
        before.minor,
        after.quantity,
      ]),
    ).toEqual([
      ['movements', 300, 900, 4000],
      ['change', 900, 0, 3000],
    ])
    expect(trace.postings[0]).toMatchObject({
      version: 1,
      terms: { kind: 'rate', rate: 300 },
      lines: [{ day: '2025-10-12', doc: 'J3', milliCases: 1000, amountMinor: 300 }],
    })
  })

  it('of a list of accounts names those in reach alone', async () => {
    await bring(
      sale('2025-11-10', 'L1', 1, 'L1'),
      sale('2025-11-10', 'L2', 1, 'L2').replace(',First,', ',Second,'),
    )
    const [near, far] = [await idOf('L1'), await idOf('L2')]
    const nodes = [trade.node['First'], trade.node['Second']]
    const id = await made({ nodes, accounts: [near, far] })
    const listed = async (as: string) =>
      TradePolicyView.parse((await call('GET', `/trade-policies/${id}`, undefined, as)).json).draft.accounts
    expect([await listed('hq'), await listed('manager'), await listed('other')]).toEqual([
      [near, far],
      [near],
      [far],
    ])
  })

  it('is in sight where it speaks; badly written it is a sentence, and nothing is kept', async () => {
    const id = await made()
    const seen = async (as: string) =>
      TradePolicies.parse((await call('GET', '/trade-policies', undefined, as)).json).policies.some(
        (one) => one.id === id,
      )
    expect([await seen('manager'), await seen('other')]).toEqual([true, false])
    expect(await said('GET', `/trade-policies/${id}`, undefined, 'other')).toBe('trade-policy/missing')
    expect(await said('POST', '/trade-policies', draft(), 'manager')).toBe('person/no-right')
    const count = async () => TradePolicies.parse((await call('GET', '/trade-policies')).json).policies.length
    const before = await count()
    const tiers = (...list: object[]) => ({
      terms: { kind: 'tiers', measure: 'cases', mode: 'all', tiers: list },
    })
    const wrong: [object, string][] = [
      [{ budgetMinor: null }, 'trade-policy/budget-missing'],
      [{ from: '2026-01-01', to: '2025-01-01' }, 'trade-policy/dates-crossed'],
      [tiers({ from: 0, to: 10, rate: 1 }, { from: 5, rate: 2 }), 'trade-policy/tiers-overlap'],
      [{ nodes: ['00000000-0000-7000-8000-0000000000aa'] }, 'trade-policy/market-unknown'],
      [{ accounts: ['00000000-0000-7000-8000-0000000000aa'] }, 'trade-policy/account-unknown'],
      [{ skus: ['00000000-0000-7000-8000-0000000000aa'] }, 'trade-policy/sku-unknown'],
    ]
    for (const [more, code] of wrong) expect(await said('POST', '/trade-policies', draft(more))).toBe(code)
    expect(await count()).toBe(before)
    expect((await view(id)).versions).toHaveLength(1)
  })
})
