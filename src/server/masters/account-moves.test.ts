import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { aCaller, bring, brought, done, salesFile, takeBack } from '../../../test/make/import.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plantMarkets } from '../../../test/make/plant.ts'
import { AccountRecords, Timeline } from '../../contract/account.ts'
import { AccountProfile, Ranking } from '../../contract/assess.ts'
import { MarketPage } from '../../contract/market.ts'
import { Edited } from '../../contract/masters.ts'
import { MasterAccount, MasterAccounts } from '../../contract/masters-accounts.ts'
import { MasterTree } from '../../contract/masters-markets.ts'
import { ProblemBody } from '../../contract/people.ts'
import { replay } from '../chain/check-store.ts'
import { verifyAudit } from '../db/audit.ts'
import { inScope } from '../db/transaction.ts'

/** A1 moves from the first market to the second on the first of July; both buy 100 bottles of a litre on the 10th of each month. */
const DAY = '2025-07-01'
const MONTHS = Array.from({ length: 24 }, (_, at) =>
  new Date(Date.UTC(2024, at, 10)).toISOString().slice(0, 10),
)
const line = (day: string, code: string, market: string, units = 100) =>
  `${day},${code},Account ${code},${market},LAGER,Lager,12,1000,${units},400,300,${code}-${day},1`

let database: FreshDatabase
let web: Web
const key: Record<string, string> = {}
const market: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second', 'Shut'])
  const all = MONTHS.flatMap((day) => [
    line(day, 'A1', 'First'),
    line(day, 'A2', 'First'),
    line(day, 'B1', 'Second'),
  ])
  await brought(database.deps, salesFile(all))
  key['hq'] = await web.persona('hq', 'HQ')
  key['first'] = await web.persona('regional_manager', 'First')
  key['second'] = await web.persona('regional_manager', 'Second')
  key['rep'] = await web.persona('rep', 'Second')
  const tree = await web.call('GET', '/api/masters/markets', { as: key['hq'] ?? '' })
  for (const { code, id } of MasterTree.parse(await tree.json()).nodes) market[code] = id
})
afterAll(() => database.close())

async function get(path: string, as = 'hq'): Promise<unknown> {
  const answer = await web.call('GET', path, { as: key[as] ?? '' })
  const json: unknown = await answer.json()
  return answer.ok ? json : ProblemBody.parse(json).code
}
async function send(path: string, body: object, as = 'hq'): Promise<string> {
  const answer = await web.call('POST', `/api/masters${path}`, { as: key[as] ?? '', body })
  const json: unknown = await answer.json()
  return answer.ok ? Edited.parse(json).edit : ProblemBody.parse(json).code
}
async function idOf(code: string): Promise<string> {
  const { rows } = MasterAccounts.parse(await get(`/api/masters/accounts?q=${code}`))
  return rows[0]?.id ?? ''
}
async function form(code: string): Promise<MasterAccount> {
  return MasterAccount.parse(await get(`/api/masters/accounts/${await idOf(code)}`))
}
async function move(code: string, to: string, day = DAY, as = 'hq', more = {}): Promise<string> {
  const { id, version } = await form(code)
  return send(`/accounts/${id}/move`, { version, market: market[to], day, ...more }, as)
}
async function undo(edit: string): Promise<string> {
  const answer = await web.call('POST', `/api/masters/undo/${edit}`, { as: key['hq'] ?? '' })
  return answer.ok ? 'undone' : ProblemBody.parse(await answer.json()).code
}
/** Litres of the twelve months by market and account. */
async function litres(asOf = '', as = 'hq'): Promise<Record<string, number>> {
  const { accounts } = Ranking.parse(await get(`/api/ranking${asOf && `?asOf=${asOf}`}`, as))
  return Object.fromEntries(accounts.map((row) => [`${row.market} ${row.account}`, row.tonnageLitres]))
}
async function marketLitres(code: string, asOf = '', as = 'hq'): Promise<number> {
  return MarketPage.parse(await get(`/api/markets/${code}${asOf && `?asOf=${asOf}`}`, as)).row.litres
}
/** In whose ledger the lines of some days stand. */
async function postedIn(...days: readonly string[]): Promise<readonly string[]> {
  const found = await inScope(database.deps.db, '*', ({ client }) =>
    client.query<{ said: string }>(
      `SELECT n.code || ' ' || m.day AS said FROM movement m JOIN territory_node n ON n.id = m.market_id
       WHERE m.day = ANY ($1::date[]) AND m.sign = 1 ORDER BY m.day`,
      [days],
    ),
  )
  return found.rows.map(({ said }) => said)
}
async function inStep(): Promise<void> {
  const { outOfStep } = await inScope(database.deps.db, '*', replay, { snapshot: true })
  expect(outOfStep).toEqual([])
}
const BEFORE = { 'First A1': 1200, 'First A2': 1200, 'Second B1': 1200 }
const AFTER = { 'Second A1': 1200, 'First A2': 1200, 'Second B1': 1200 }

describe('an account that moves to another market', () => {
  it('is refused to whoever does not reach both, to a closed market, on a day that is none', async () => {
    expect(await move('A1', 'Second', DAY, 'first')).toBe('market/missing')
    expect(await move('A1', 'Second', DAY, 'second')).toBe('account/missing')
    expect(await move('A1', 'Second', DAY, 'rep')).toBe('person/no-right')
    expect(await move('A1', 'First')).toBe('account/moves-nowhere')
    expect(await move('A1', 'Second', '2026-02-01')).toBe('period/day-ahead')
    expect(await move('A1', 'Second', '2025-06-31')).toBe('period/day-invalid')
    const tree = MasterTree.parse(await get('/api/masters/markets'))
    const shut = tree.nodes.find(({ code }) => code === 'Shut')
    await send(`/markets/${shut?.id}/close`, { version: shut?.version, day: '2026-01-02' })
    expect(await move('A1', 'Shut')).toBe('market/closed')
    const { id } = await form('A1')
    const stale = { version: 'old', market: market['Second'], day: DAY }
    expect(await send(`/accounts/${id}/move`, stale)).toBe('edit/changed-meanwhile')
    expect(await litres()).toEqual(BEFORE)
  })

  it('counts once, in the market where it was on the day asked, with all its history', async () => {
    expect(await litres()).toEqual(BEFORE)
    const edit = await move('A1', 'Second')
    expect(await litres()).toEqual(AFTER)
    expect(await litres('2025-06-30')).toEqual(BEFORE)
    expect(await litres(DAY)).toEqual(AFTER)
    expect([await marketLitres('First'), await marketLitres('Second')]).toEqual([1200, 2400])
    expect([await marketLitres('First', '2025-06-30'), await marketLitres('Second', '2025-06-30')]).toEqual([
      2400, 1200,
    ])
    await inStep()
    expect(await undo(edit)).toBe('undone')
    expect(await litres()).toEqual(BEFORE)
    expect((await form('A1')).market.code).toBe('First')
  })

  it('is the new market’s with its whole page, and the old market’s up to the day', async () => {
    const edit = await move('A1', 'Second')
    const path = `/api/accounts/${await idOf('A1')}`
    const page = AccountProfile.parse(await get(path, 'second'))
    expect(page.account).toMatchObject({ market: 'Second', tonnageLitres: 1200 })
    expect(page.trend.map((month) => month.litres)).toEqual(MONTHS.map(() => 100))
    expect(page.products[0]).toMatchObject({ sku: 'LAGER', litres: 1200 })
    expect(page.orders).toHaveLength(24)
    expect(await litres('', 'second')).toEqual({ 'Second A1': 1200, 'Second B1': 1200 })
    expect(await marketLitres('Second', '', 'second')).toBe(2400)
    expect(await get(path, 'first')).toBe('account/missing')
    const then = AccountProfile.parse(await get(`${path}?asOf=2025-06-30`, 'first'))
    expect(then.account).toMatchObject({ market: 'First', tonnageLitres: 1200 })
    expect(await get(`${path}?asOf=2025-06-30`, 'second')).toBe('account/missing')
    expect((await form('A1')).before).toEqual([{ market: 'First', until: DAY }])
    expect(await undo(edit)).toBe('undone')
  })

  it('keeps what was written down of it, and its timeline says when it came', async () => {
    const path = `/api/accounts/${await idOf('A1')}`
    const note = { kind: 'note', day: '2025-06-01', words: 'Pays on time' }
    const body = { name: '', role: '', phone: null, ...note }
    expect((await web.call('POST', `${path}/records`, { as: key['hq'] ?? '', body })).status).toBe(201)
    const edit = await move('A1', 'Second')
    const { records } = AccountRecords.parse(await get(`${path}/records`))
    expect(records).toMatchObject([{ words: 'Pays on time' }])
    const gone = await web.call('DELETE', `${path}/records/${records[0]?.id}`, { as: key['hq'] ?? '' })
    expect(gone.status).toBe(200)
    const { entries } = Timeline.parse(await get(`${path}/timeline`))
    expect(entries.map(({ what, day, words }) => [what, day, words])).toEqual([
      ['move', DAY, 'First'],
      ['first-order', MONTHS[0], ''],
    ])
    expect(await undo(edit)).toBe('undone')
  })

  it('finds its lines by the day they are of, whatever market the file says', async () => {
    const edit = await move('A1', 'Second')
    const late = salesFile([line('2025-06-20', 'A1', 'First', 7), line('2025-12-20', 'A1', 'First', 50)])
    await brought(database.deps, late)
    expect(await litres()).toEqual({ ...AFTER, 'Second A1': 1257 })
    expect(await litres('2025-06-30')).toEqual({ ...BEFORE, 'First A1': 1207 })
    expect(await postedIn('2025-06-20', '2025-12-20')).toEqual(['First 2025-06-20', 'Second 2025-12-20'])
    await inStep()
    expect(await brought(database.deps, late)).toMatchObject({ rowsAccepted: 0, unchanged: 2 })
    const other = late.replace(',7,', ',9,')
    expect(await brought(database.deps, other)).toMatchObject({ corrected: 1 })
    expect(await litres('2025-06-30')).toEqual({ ...BEFORE, 'First A1': 1209 })
    await inStep()
    // Bought in the new market since: the move itself is no longer to be undone.
    expect(await undo(edit)).toBe('edit/changed-since')
  })

  it('moves back, and again, each stay after the one before', async () => {
    expect(await move('A1', 'First', DAY)).toBe('period/ends-before')
    await move('A1', 'First', '2025-10-01')
    expect(await litres('2025-06-30')).toHaveProperty('First A1')
    expect(await litres('2025-09-30')).toHaveProperty('Second A1')
    expect(await litres()).toEqual({ ...BEFORE, 'First A1': 1259 })
    expect([await marketLitres('First'), await marketLitres('Second')]).toEqual([2459, 1200])
    await move('A1', 'Second', '2025-12-01')
    expect(await litres()).toEqual({ ...AFTER, 'Second A1': 1259 })
    const lines = [line('2025-08-20', 'A1', 'First', 1), line('2025-10-20', 'A1', 'First', 2)]
    await brought(database.deps, salesFile(lines))
    expect(await litres('2025-09-30')).toHaveProperty('Second A1', 1210)
    expect(await litres('2025-11-30')).toHaveProperty('First A1', 1212)
    await inStep()
  })

  it('goes with what was merged into it, and not without what hangs beneath it', async () => {
    const accounts = `account_code,account_name,tier,parent_code,market_code
C1,Chief,wholesaler,,First
C2,Chief again,wholesaler,,First
C3,Beneath,wholesaler,C1,First
`
    await brought(database.deps, accounts, { kind: 'accounts' })
    const [c1, c2, c3] = [await form('C1'), await form('C2'), await form('C3')]
    const merged = await web.call('POST', `/api/accounts/${c2.id}/merge`, {
      as: key['hq'] ?? '',
      body: { into: c1.id },
    })
    expect(merged.status).toBe(200)
    expect(await move('C1', 'Second')).toBe('account/has-beneath')
    const both = { ids: [c1.id, c3.id], market: market['Second'], day: DAY }
    const edit = await send('/accounts/move-many', both)
    expect(await form('C3')).toMatchObject({ market: { code: 'Second' }, parent: c1.id })
    await brought(database.deps, salesFile([line('2025-12-21', 'C2', 'First', 30)]))
    expect(await litres()).toMatchObject({ 'Second C1': 30 })
    await inStep()
    expect(await undo(edit)).toBe('edit/changed-since')
  })

  it('keeps its lines from before out of the hands of who does not reach its old market', async () => {
    const caller = aCaller([market['Second'] ?? ''])
    // In August it was in the second as well, for the first time.
    const lines = ['2025-06-21', '2025-08-21', '2025-10-21', '2025-12-22']
    const file = salesFile(lines.map((day) => line(day, 'A1', 'Second', 5)))
    const result = done(await bring(database.deps, file, { caller }))
    expect(result).toMatchObject({ rowsAccepted: 2, rowsRejected: 2 })
    done(await takeBack(database.deps, result.batch, caller))
    await inStep()
  })

  it('leaves an audit that holds in both markets', async () => {
    const check = await inScope(database.deps.db, '*', verifyAudit, { readOnly: true, snapshot: true })
    expect(check.broken).toEqual([])
  })
})
