import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAgreement } from '../../../test/make/agreements.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets } from '../../../test/make/plant.ts'
import { Search } from '../../contract/search.ts'
import { codeKey } from '../../domain/chain/code.ts'
import { gramsOf } from '../../domain/chain/grams.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let web: Web
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  await plant(database.deps, [
    { code: 'HW-0102', name: '湖湾鑫源商贸' },
    { code: 'S1', name: '湖湾华茂', tier: 'sub_distributor' },
    { code: '2086', name: '港口海湾', market: 'Second' },
    { code: 'O1', name: '湖湾小卖部', tier: 'outlet', market: 'Second' },
  ])
  await inScope(database.deps.db, '*', async ({ q }) => {
    // As every writer of accounts leaves them: the grams of name and code, and where the code belongs.
    for (const one of await q.selectFrom('account').select(['market_id', 'id', 'code', 'name']).execute()) {
      const grams = gramsOf([one.name, one.code])
      await q.updateTable('account').set({ grams }).where('id', '=', one.id).execute()
      await sql`INSERT INTO account_key VALUES (${codeKey(one.code)}, ${one.market_id}, ${one.id}) ON CONFLICT DO NOTHING`.execute(
        q,
      )
    }
    await sql`UPDATE account SET phone = '139 1234-2086' WHERE code = 'S1'`.execute(q)
  })
  key['rep'] = await web.persona('rep', 'First')
  key['hq'] = await web.persona('hq', 'HQ')
})
afterAll(() => database.close())

async function search(as: string, q: string): Promise<Search> {
  const answer = await web.call('GET', `/api/search?q=${encodeURIComponent(q)}`, { as: key[as] ?? '' })
  expect(answer.status).toBe(200)
  const body: unknown = await answer.json()
  expect(JSON.stringify(body)).not.toContain('1234')
  return Search.parse(body)
}
const codes = async (as: string, q: string) => (await search(as, q)).accounts.map(({ code }) => code)

describe('GET /api/search', () => {
  it('finds accounts of every tier, wholesalers first', async () => {
    expect(await codes('hq', '湖湾')).toEqual(['HW-0102', 'S1', 'O1'])
    expect(await codes('hq', 'hw')).toEqual(['HW-0102', 'S1', 'O1', '2086'])
    expect(await codes('hq', 'h')).toEqual(['HW-0102', 'S1', 'O1'])
    expect(await codes('hq', 'xinyuan')).toEqual(['HW-0102'])
    expect(await codes('hq', 'hwhm')).toEqual(['S1'])
    expect(await codes('hq', 'hw-0102')).toEqual(['HW-0102'])
  })

  it('finds nothing outside of what a person sees', async () => {
    expect(await codes('rep', '湖湾')).toEqual(['HW-0102', 'S1'])
    expect(await codes('rep', '2086')).toEqual(['S1'])
    expect((await search('rep', 'Second')).markets).toEqual([])
  })

  it('finds by exactly the last four digits of a telephone, after a code that is the same', async () => {
    const { accounts } = await search('hq', '2086')
    expect(accounts.map(({ code, by }) => [code, by])).toEqual([
      ['2086', 'code'],
      ['S1', 'phone'],
    ])
    for (const other of ['086', '12342086', '1391', '20 8'])
      expect(await codes('hq', other)).not.toContain('S1')
  })

  it('finds a name that was changed under its new spelling alone', async () => {
    expect(await codes('hq', 'gkhw')).toEqual(['2086'])
    await inScope(database.deps.db, '*', ({ q }) =>
      sql`UPDATE account SET name = '青石好味' WHERE code = '2086'`.execute(q),
    )
    expect(await codes('hq', 'gkhw')).toEqual([])
    expect(await codes('hq', 'qshw')).toEqual(['2086'])
  })

  it('finds places', async () => {
    expect((await search('hq', 'sec')).markets).toMatchObject([
      { code: 'Second', kind: 'market', by: 'name' },
    ])
  })

  it('finds prospects and agreements by name, pinyin, initials, number and end of the telephone, where they are seen', async () => {
    const markets = await inScope(database.deps.db, '*', ({ q }) =>
      q.selectFrom('territory_node').select(['id', 'code']).where('kind', '=', 'market').execute(),
    )
    const post = async (path: string, body: object) => {
      const answer = await web.call('POST', `/api${path}`, { as: key['hq'] ?? '', body })
      expect(answer.status).toBe(201)
      return ((await answer.json()) as { id: string }).id
    }
    const next = { nextStep: '打电话', nextOn: '2026-01-09', source: 'media' }
    const signed: string[] = []
    for (const [code, name] of [
      ['First', '永盛糖酒'],
      ['Second', '永兴食品'],
    ] as const) {
      const market = markets.find((one) => one.code === code)?.id ?? ''
      const phone = code === 'First' ? '13912347788' : null
      const id = await post('/prospects', { ...next, name, market, phone })
      const draft = anAgreement([market])
      signed.push(await post('/agreements', { with: { kind: 'prospect', id }, draft }))
    }
    const names = async (as: string, q: string) => {
      const { prospects, agreements } = await search(as, q)
      return [prospects.map(({ name }) => name), agreements.map(({ code }) => code)]
    }
    const both = [
      ['永盛糖酒', '永兴食品'],
      ['A-0001', 'A-0002'],
    ]
    expect(await names('hq', '永')).toEqual(both)
    expect(await names('rep', '永')).toEqual([['永盛糖酒'], ['A-0001']])
    expect(await names('rep', '酒')).toEqual([['永盛糖酒'], ['A-0001']])
    expect(await names('rep', 's')).toEqual([[], []])
    for (const q of ['永盛 糖', 'yongsheng', 'ystj', 'y'])
      expect([q, ...(await names('rep', q))]).toEqual([q, ['永盛糖酒'], ['A-0001']])
    for (const q of ['ongsheng', '盛永']) expect([q, ...(await names('hq', q))]).toEqual([q, [], []])
    expect(await names('hq', 'a-0002')).toEqual([[], ['A-0002']])
    expect(await names('rep', 'a-0002')).toEqual([[], []])
    expect(await names('rep', '7788')).toEqual([['永盛糖酒'], []])
    expect(await names('rep', '4778')).toEqual([[], []])
    expect((await search('hq', 'a-0001')).agreements).toMatchObject([
      { id: signed[0], party: '永盛糖酒', marketName: 'First', by: 'code' },
    ])
  })

  it('finds neither for who may not see them, accounts as before', async () => {
    key['admin'] = await web.persona('admin', 'HQ')
    const body = { name: 'Clerk', rights: ['ranking.read', 'account.read'] }
    expect((await web.call('POST', '/api/roles', { as: key['admin'], body })).status).toBe(201)
    key['clerk'] = await web.persona('clerk', 'HQ')
    const { prospects, agreements } = await search('clerk', '永')
    expect([prospects, agreements]).toEqual([[], []])
    expect(await codes('clerk', '湖湾')).toEqual(await codes('hq', '湖湾'))
  })

  it('answers nothing to nothing, and refuses what is too long', async () => {
    const nothing = { accounts: [], markets: [], prospects: [], agreements: [], complete: true }
    expect(await search('hq', '  ')).toEqual(nothing)
    expect(await codes('hq', `%_\\'"`)).toEqual([])
    const long = await web.call('GET', `/api/search?q=${'x'.repeat(101)}`, { as: key['hq'] ?? '' })
    expect(long.status).toBe(422)
    expect((await web.call('GET', '/api/search?q=x')).status).toBe(401)
  })
})
