import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PolicyDocument, PolicyOfVersion, PolicyPreview } from '../../contract/policy.ts'
import { ProblemBody } from '../../contract/people.ts'
import { Ranking } from '../../contract/assess.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets, steady } from '../../../test/make/plant.ts'
import { inScope } from '../db/transaction.ts'

const LAST = '2025-12-31'
let database: FreshDatabase
let web: Web
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  await plant(database.deps, [
    { code: 'A1', name: '永盛糖酒', orders: steady(LAST, 10, 1000) },
    { code: 'A2', name: 'Harbour Drinks', orders: steady('2025-12-28', 10, 900) },
    { code: 'A3', name: '老码头', orders: steady('2025-12-27', 10, 300) },
    { code: 'B1', name: '顺达', market: 'Second', orders: steady('2025-12-30', 12, 700) },
    { code: 'B2', name: '小店', market: 'Second', orders: steady('2025-12-29', 12, 100) },
  ])
  key['admin'] = await web.persona('admin', 'HQ')
  key['hq'] = await web.persona('hq', 'HQ')
  key['manager'] = await web.persona('regional_manager', 'First')
  key['rep'] = await web.persona('rep', 'First')
})
afterAll(() => database.close())

async function ask(method: string, path: string, as: string, body?: unknown): Promise<Response> {
  return web.call(method, path, { as: key[as] ?? '', ...(body === undefined ? {} : { body }) })
}
async function refusal(response: Promise<Response>): Promise<string> {
  const answer = await response
  return `${answer.status} ${ProblemBody.parse(await answer.json()).code}`
}
async function preview(as: string, body: unknown): Promise<PolicyPreview> {
  const answer = await ask('POST', '/api/policy/preview', as, body)
  expect(answer.status).toBe(200)
  return PolicyPreview.parse(await answer.json())
}
async function policy(as: string): Promise<PolicyDocument> {
  return PolicyDocument.parse(await (await ask('GET', '/api/policy', as)).json())
}
async function standings(): Promise<Record<string, string>> {
  const answer = Ranking.parse(await (await ask('GET', '/api/ranking', 'hq')).json())
  return Object.fromEntries(answer.accounts.map((row) => [row.account, row.standing]))
}
async function written(): Promise<unknown> {
  return inScope(database.deps.db, '*', async ({ q }) => ({
    policies: await q.selectFrom('assess_policy').select('version').execute(),
    heads: await q.selectFrom('audit_head').select(['market_id', 'seq']).orderBy('market_id').execute(),
  }))
}

describe('a draft of the policy', () => {
  it('says who would change standing, exactly as it then happens, and stores nothing', async () => {
    const before = await standings()
    const there = await written()
    const draft = { body: { k: { kind: 'fixed', k: 1 } } }
    const tried = await preview('hq', draft)
    expect(await written()).toEqual(there)
    expect(tried).toMatchObject({ asOf: LAST, against: 1, accounts: 5, body: { k: { kind: 'fixed', k: 1 } } })
    const one = tried.markets.find((market) => market.code === 'First')
    expect(one?.k).toEqual({ before: 2, after: 1 })

    const from = (await policy('hq')).newest
    const made = PolicyDocument.parse(
      await (await ask('PUT', '/api/policy', 'hq', { ...draft, base: from })).json(),
    )
    // Told at once, not with the first assessment afterwards.
    expect(made).toMatchObject({ version: 2, frozenOn: LAST })
    const after = await standings()
    const really = Object.keys(after).filter((code) => after[code] !== before[code])
    expect(tried.changed.map((row) => row.account).toSorted()).toEqual(really.toSorted())
    for (const row of tried.changed) {
      expect(row.before.standing).toBe(before[row.account])
      expect(row.after.standing).toBe(after[row.account])
      expect(row.reasons.length).toBeGreaterThan(0)
    }
    expect(really).toContain('A2')
  })

  it('compares two versions and goes back to one', async () => {
    const back = await preview('hq', { restore: 1 })
    expect(back.changed.find((row) => row.account === 'A2')).toMatchObject({
      after: { standing: 'key_account' },
    })
    const apart = await preview('hq', { restore: 2, against: 1 })
    expect(apart.changed.map((row) => row.account)).toEqual(back.changed.map((row) => row.account))
    const made = await ask('PUT', '/api/policy', 'hq', { restore: 1, note: '回到老办法' })
    expect(PolicyDocument.parse(await made.json())).toMatchObject({
      version: 3,
      body: { k: { kind: 'cover' } },
    })
    const old = await ask('GET', '/api/policy/versions/2', 'rep')
    expect(PolicyOfVersion.parse(await old.json())).toMatchObject({
      by: 'hq',
      body: { k: { kind: 'fixed', k: 1 } },
    })
    expect(await refusal(ask('GET', '/api/policy/versions/9', 'hq'))).toBe('404 policy/missing')
    const undone = await ask('PUT', '/api/policy', 'hq', { restore: 2, undoes: 3 })
    expect(PolicyDocument.parse(await undone.json())).toMatchObject({ version: 4, body: { k: { k: 1 } } })
    expect(await refusal(ask('PUT', '/api/policy', 'hq', { restore: 1, undoes: 3 }))).toBe(
      '409 policy/changed',
    )
    const trace = await inScope(database.deps.db, '*', ({ q }) =>
      q
        .selectFrom('audit_entry')
        .select(['action', 'subject'])
        .where('action', 'like', 'policy.%')
        .orderBy('seq')
        .execute(),
    )
    expect(trace).toEqual([
      { action: 'policy.change', subject: '2' },
      { action: 'policy.change', subject: '3' },
      { action: 'policy.undo', subject: '4' },
    ])
    expect((await ask('PUT', '/api/policy', 'hq', { restore: 1 })).status).toBe(200)
    expect(await refusal(ask('POST', '/api/policy/preview', 'hq', { restore: 9 }))).toBe('404 policy/missing')
  })

  it('shows a manager the own markets, a rep no score, and a stranger nothing', async () => {
    const body = { body: { k: { kind: 'fixed', k: 1 } } }
    const mine = await preview('manager', body)
    expect(mine.markets.map((market) => market.code)).toEqual(['First'])
    const rep = await preview('rep', body)
    expect(rep.changed.length).toBe(mine.changed.length)
    expect(rep.changed.every((row) => row.before.score === null && row.after.score === null)).toBe(true)
    expect(
      rep.changed.flatMap((row) => row.reasons).some((one) => one.code.startsWith('contribution.')),
    ).toBe(false)
    expect((await web.call('POST', '/api/policy/preview', { body })).status).toBe(401)
    expect(await refusal(ask('PUT', '/api/policy', 'manager', body))).toBe('403 person/no-right')
  })
})

describe('the next version', () => {
  it('waits for its day', async () => {
    const from = '2026-02-01'
    const change = { body: { k: { kind: 'fixed', k: 1 } }, from }
    const made = PolicyDocument.parse(await (await ask('PUT', '/api/policy', 'hq', change)).json())
    expect(made).toMatchObject({
      version: 5,
      newest: 6,
      versions: [{ version: 6, from }, {}, {}, {}, {}, {}],
    })
    database.setNow(new Date('2026-02-01T04:00:00Z'))
    expect((await policy('hq')).version).toBe(6)
    database.setNow(new Date('2026-01-05T04:00:00Z'))
    expect((await policy('hq')).version).toBe(5)
    for (const day of ['2026-01-04', '2027-01-06', '2026-02-30', 'soon'])
      expect(await refusal(ask('PUT', '/api/policy', 'hq', { ...change, from: day }))).toBe(
        '422 policy/day-past',
      )
  })

  it('is refused where somebody else made one meanwhile', async () => {
    const { newest } = await policy('hq')
    expect(
      (await ask('PUT', '/api/policy', 'admin', { body: { candidate: { potential: 70 } } })).status,
    ).toBe(200)
    const mine = { body: { candidate: { potential: 50 } }, base: newest }
    expect(await refusal(ask('PUT', '/api/policy', 'hq', mine))).toBe('409 policy/changed')
    expect((await policy('hq')).body.candidate.potential).toBe(70)
  })

  it.each([
    [{ body: {} }, '409 policy/no-change'],
    [{ body: { weights: { volume: 0.9 } } }, '422 policy/weights-sum'],
    [{ body: { weights: { volume: 0, profit: 0, strength: 0, potential: 0 } } }, '422 policy/weights-sum'],
    [{ body: { weights: { volume: -0.1, profit: 0.7 } } }, '422 policy/weight-negative'],
    [{ body: { k: { kind: 'fixed', k: 0 } } }, '422 policy/k-none'],
    [{ body: { hysteresis: { enter: 1, leave: 1 } } }, '422 policy/enter-leave'],
    [{ body: { nonsense: 1 } }, '422 policy/invalid'],
    [{ ranking: ['volume', 'volume', 'profit', 'strength'] }, '422 policy/invalid'],
    [{ restore: 99 }, '404 policy/missing'],
  ])('refuses %j', async (change, expected) => {
    const there = await written()
    expect(await refusal(ask('PUT', '/api/policy', 'hq', change))).toBe(expected)
    expect(await written()).toEqual(there)
  })
})
