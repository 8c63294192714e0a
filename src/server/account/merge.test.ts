import { array, assert, asyncProperty, constantFrom, tuple } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets, steady } from '../../../test/make/plant.ts'
import { Doubles, MergePreview, Timeline } from '../../contract/account.ts'
import { Ranking } from '../../contract/assess.ts'
import { ProblemBody } from '../../contract/people.ts'

const LAST = '2025-12-31'
let database: FreshDatabase
let web: Web
let ids: ReadonlyMap<string, string>
let manager: string
let rep: string

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  ids = await plant(database.deps, [
    { code: 'S1', tier: 'sub_distributor' },
    { code: 'S2', tier: 'sub_distributor' },
    { code: 'A-01', name: '永盛糖酒有限公司', orders: steady(LAST, 10, 1000), supplies: ['S1'] },
    { code: 'A-02', name: '永盛', orders: steady(LAST, 20, 100), supplies: ['S1', 'S2'] },
    { code: 'A-03', name: '东门', orders: steady(LAST, 15, 600) },
    { code: 'A-04', name: '西关', orders: steady(LAST, 12, 40), parent: 'A-03' },
    { code: 'A-05', name: '西关二部', orders: steady(LAST, 12, 20), parent: 'A-04' },
    { code: 'B-01', name: '永盛', market: 'Second', orders: steady(LAST, 9, 10) },
  ])
  manager = await web.persona('regional_manager', 'First')
  rep = await web.persona('rep', 'First')
})
afterAll(() => database.close())

const id = (code: string) => ids.get(code) ?? ''
const path = (code: string, rest = '') => `/api/accounts/${id(code)}${rest}`

async function read(where: string, as = manager): Promise<unknown> {
  const answer = await web.call('GET', where, { as })
  expect([where, answer.status]).toEqual([where, 200])
  return answer.json()
}

async function merge(code: string, into: string): Promise<string> {
  const answer = await web.call('POST', path(code, '/merge'), { as: manager, body: { into: id(into) } })
  return answer.ok ? 'done' : ProblemBody.parse(await answer.json()).code
}

async function unmerge(code: string): Promise<string> {
  const answer = await web.call('POST', path(code, '/unmerge'), { as: manager })
  return answer.ok ? 'done' : ProblemBody.parse(await answer.json()).code
}

/** What the ranking says of every account, in an order of its own. */
async function said(): Promise<unknown> {
  const { accounts } = Ranking.parse(await read('/api/ranking'))
  return accounts.toSorted((a, b) => (a.account < b.account ? -1 : 1))
}

describe('doubles', () => {
  it('are found by name in the same market alone', async () => {
    const found = Doubles.parse(await read(path('A-02', '/doubles')))
    expect(found).toEqual({
      likely: [{ id: id('A-01'), account: 'A-01', name: '永盛糖酒有限公司', city: null, why: ['name'] }],
      merged: [],
    })
    expect((await web.call('GET', path('A-02', '/doubles'), { as: rep })).status).toBe(403)
    expect((await web.call('GET', path('B-01', '/doubles'), { as: manager })).status).toBe(404)
  })

  it('say what a merge would come to, which is what it comes to', async () => {
    const where = path('A-02', `/merge-preview?into=${id('A-01')}`)
    const preview = MergePreview.parse(await read(where))
    // 731 days before 2025-12-31 hold an order each 20 days: 19 of them in (2024-12-31, 2025-12-31].
    expect(preview.account).toMatchObject({ litres: 1900, subDistributors: 2, lines: 37 })
    expect(preview.after.litres).toBe(preview.account.litres + preview.into.litres)
    const before = await said()
    expect(await said()).toEqual(before)
    expect(await merge('A-02', 'A-01')).toBe('done')
    const { accounts } = Ranking.parse(await read('/api/ranking'))
    const left = accounts.find((one) => one.account === 'A-01')
    expect(left).toMatchObject({
      tonnageLitres: preview.after.litres,
      standing: preview.after.standing,
      rank: preview.after.rank,
    })
    expect(accounts.some((one) => one.account === 'A-02')).toBe(false)
    const events = Timeline.parse(await read(path('A-01', '/timeline'))).entries
    expect(events.map((event) => [event.what, event.by, event.words])).toContainEqual([
      'merge',
      'regional_manager',
      'A-02',
    ])
    expect(events.at(-1)).toMatchObject({ what: 'first-order' })
    expect(await unmerge('A-02')).toBe('done')
    expect(await said()).toEqual(before)
  })

  it('are not merged into themselves, a branch however far, another tier or market', async () => {
    expect(await merge('A-01', 'A-01')).toBe('account/merge-self')
    expect(await merge('A-03', 'A-05')).toBe('account/merge-child')
    expect(await merge('A-05', 'A-03')).toBe('account/merge-child')
    expect(await merge('A-01', 'S1')).toBe('account/merge-tier')
    expect(await merge('A-01', 'B-01')).toBe('account/missing')
    expect(
      (await web.call('GET', path('A-01', `/merge-preview?into=${id('A-01')}`), { as: manager })).status,
    ).toBe(409)
    for (const [one, into] of [
      ['A-03', 'A-05'],
      ['A-05', 'A-03'],
    ] as const) {
      const answer = await web.call('GET', path(one, `/merge-preview?into=${id(into)}`), { as: manager })
      expect(ProblemBody.parse(await answer.json()).code).toBe('account/merge-child')
    }
  })

  it('merged and separated again in any order leave everything as it was', async () => {
    const before = await said()
    const codes = ['A-01', 'A-02', 'A-03', 'A-04']
    const pair = tuple(constantFrom(...codes), constantFrom(...codes))
    await assert(
      asyncProperty(array(pair, { minLength: 1, maxLength: 4 }), async (pairs) => {
        const done: string[] = []
        for (const [one, into] of pairs) if ((await merge(one, into)) === 'done') done.push(one)
        const { accounts } = Ranking.parse(await read('/api/ranking'))
        expect(accounts).toHaveLength(5 - done.length)
        for (const one of done) expect(await unmerge(one)).toBe('done')
        expect(await said()).toEqual(before)
      }),
      { numRuns: 8 },
    )
  })
})
