import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTrade, type Trade } from '../../../test/make/trade.ts'
import { brought, salesFile } from '../../../test/make/import.ts'
import { AuditPage } from '../../contract/audit.ts'
import { inScope } from '../db/transaction.ts'
import { AccountVisits, Visits, VisitSaved } from '../../contract/visit.ts'

let trade: Trade
let database: Trade['database']
let call: Trade['call']
let said: Trade['said']

beforeAll(async () => {
  trade = await aTrade({
    hq: ['hq', 'HQ'],
    manager: ['regional_manager', 'First'],
    rep: ['rep', 'First'],
    viewer: ['read_only', 'First'],
    other: ['rep', 'Second'],
  })
  ;({ database, call, said } = trade)
})
afterAll(() => database.close())

let lines = 0
/** An account in the market First, looked after by the rep. */
async function account(code: string): Promise<string> {
  const line = `2025-12-10,${code},Firm ${code},First,LAGER,Lager,6,500,60,200,120,D${(lines += 1)},1`
  await brought(database.deps, salesFile([line]))
  const id = await trade.idOf(code)
  const { json } = await call('GET', `/masters/accounts/${id}`)
  const { version } = json as { version: string }
  const owners = (await call('GET', '/masters/accounts/owners')).json as { id: string; name: string }[]
  const owner = owners.find(({ name }) => name === 'rep')?.id
  expect(await said('PUT', `/masters/accounts/${id}`, { version, owner })).toBe('ok')
  return id
}
const weekly = { everyDays: 7, weekdays: [1, 2, 3, 4, 5] }
const visit = (id: string, body: object, as = 'rep') => said('POST', `/accounts/${id}/visits`, body, as)
const saved = async (id: string, body: object) =>
  VisitSaved.parse((await call('POST', `/accounts/${id}/visits`, body, 'rep')).json)
const of = async (id: string, as = 'rep') =>
  AccountVisits.parse((await call('GET', `/accounts/${id}/visits`, undefined, as)).json)
const plans = async (id: string, n = 4) =>
  (await of(id)).plans.slice(0, n).map(({ day, state }) => `${day.slice(5)} ${state}`)
const list = async (query: string, as = 'rep') =>
  Visits.parse((await call('GET', `/visits?${query}`, undefined, as)).json)

describe('visits', () => {
  it('come on fixed dates from the day they are set; each is answered once: done, moved, missed', async () => {
    const id = await account('A1')
    expect((await of(id)).cadence).toBeNull()
    expect(await said('PUT', `/accounts/${id}/cadence`, weekly, 'rep')).toBe('ok')
    const raw = (await call('GET', `/accounts/${id}/visits`, undefined, 'rep')).json as AccountVisits
    expect(raw.cadence).toEqual({ ...weekly, from: '2026-01-05' })
    expect(await plans(id)).toEqual(['01-05 due', '01-12 planned', '01-19 planned', '01-26 planned'])
    const words = '断货两天，补 20 箱'
    const seen = ['on_shelf', 'sold_out']
    const done = { state: 'done', aim: 'order', met: true, seen, cases: 20, words }
    expect(await visit(id, { ...done, standsFor: '2026-01-05' })).toBe('ok')
    expect(await visit(id, { ...done, standsFor: '2026-01-05' }, 'manager')).toBe('visit/answered')
    expect(await visit(id, { state: 'planned', day: '2026-01-14', standsFor: '2026-01-12' })).toBe('ok')
    expect(await visit(id, { state: 'missed', day: '2026-01-19', standsFor: '2026-01-19' })).toBe('ok')
    expect(await plans(id)).toEqual(['01-05 done', '01-14 planned', '01-19 missed', '01-26 planned'])
    expect((await of(id)).plans[0]).toMatchObject({
      fixed: '2026-01-05',
      visit: { aim: 'order', met: true, seen, cases: 20, words, visitor: 'rep' },
    })
    expect(await visit(id, { state: 'planned', day: '2026-01-20', standsFor: '2026-01-20' })).toBe(
      'visit/no-such-date',
    )
  })

  it('a visit that nobody announced answers the date nearest; taken back, the date waits again', async () => {
    const id = await account('A2')
    await call('PUT', `/accounts/${id}/cadence`, { ...weekly, from: '2026-01-07' }, 'rep')
    const made = await saved(id, { state: 'done', words: '路过' })
    expect(await plans(id, 2)).toEqual(['01-05 done', '01-14 planned'])
    const back = (version: number) => said('POST', `/visits/${made.id}/withdraw`, { version }, 'rep')
    expect([await back(2), await back(1), await back(1)]).toEqual([
      'edit/changed-meanwhile',
      'ok',
      'visit/missing',
    ])
    expect(await plans(id, 2)).toEqual(['01-07 planned', '01-14 planned'])
  })

  it('one that is planned can be moved and made, but not when it is over', async () => {
    const id = await account('A3')
    const made = await saved(id, { state: 'planned', day: '2026-01-08', aim: 'payment' })
    const change = (body: object) => said('PUT', `/visits/${made.id}`, body, 'rep')
    expect(await change({ state: 'planned', day: '2026-01-09', version: 1 })).toBe('ok')
    expect(await change({ state: 'done', version: 1 })).toBe('edit/changed-meanwhile')
    expect(await change({ state: 'done', day: '2026-01-06', version: 2 })).toBe('visit/day-outside')
    expect(await change({ state: 'done', cases: 1.5, version: 2 })).toBe('visit/cases-invalid')
    expect(await change({ state: 'done', aim: 'payment', version: 2 })).toBe('ok')
    expect(await change({ state: 'missed', version: 3 })).toBe('visit/over')
    expect(await plans(id)).toEqual(['01-05 done'])
  })

  it('one’s own are those of the accounts one looks after; a manager sees whose are overdue', async () => {
    const [late, none] = [await account('A4'), await account('A5')]
    await call('PUT', `/accounts/${late}/cadence`, { ...weekly, everyDays: 30 }, 'rep')
    database.setNow(new Date('2026-01-15T04:00:00Z'))
    const mine = await list('')
    expect([mine.from, mine.to]).toEqual(['2026-01-12', '2026-01-18'])
    expect(mine.rows.find((row) => row.account === late)).toMatchObject({
      day: '2026-01-05',
      state: 'overdue',
      personName: 'rep',
      last: null,
    })
    expect(mine.without.accounts.map(({ id }) => id)).toContain(none)
    expect((await list('', 'manager')).rows).toEqual([])
    const desk = await list('who=all', 'manager')
    expect(desk.people.map(({ name, overdue }) => [name, overdue])).toEqual([['rep', expect.any(Number)]])
    const { id } = desk.people[0] ?? {}
    expect((await list(`who=${id}`, 'manager')).total).toBe(mine.total)
    expect((await list('who=all', 'other')).rows).toEqual([])
    expect(await said('GET', '/visits?from=2026-01-01&to=2026-12-31')).toBe('request/invalid')
    database.setNow(new Date('2026-01-05T04:00:00Z'))
  })

  it('what cannot be is refused, and who may not may not', async () => {
    const id = await account('A6')
    const cadence = (body: object, as = 'rep') => said('PUT', `/accounts/${id}/cadence`, body, as)
    expect(await cadence({ ...weekly, everyDays: 181 })).toBe('visit/cadence-days')
    expect(await cadence({ ...weekly, weekdays: [] })).toBe('visit/cadence-weekdays')
    expect(await cadence({ ...weekly, from: '2026-01-04' })).toBe('visit/day-outside')
    expect(await cadence(weekly, 'viewer')).toBe('person/no-right')
    expect(await cadence(weekly, 'other')).toBe('account/missing')
    expect(await visit(id, { state: 'planned', day: '2026-01-04' })).toBe('visit/day-outside')
    expect(await visit(id, { state: 'done', words: 'x'.repeat(501) })).toBe('visit/words-long')
    expect((await of(id)).plans).toEqual([])
  })

  it('two who answer a date at once: one is told', async () => {
    const id = await account('A7')
    await call('PUT', `/accounts/${id}/cadence`, weekly, 'rep')
    const answer = (as: string) => visit(id, { state: 'done', standsFor: '2026-01-05' }, as)
    const both = await Promise.all([answer('rep'), answer('manager')])
    expect(both.toSorted()).toEqual(['ok', 'visit/answered'])
  })

  it('nothing is planned of a closed account, and what was made stays', async () => {
    const id = await account('A7C')
    await call('PUT', `/accounts/${id}/cadence`, weekly, 'rep')
    await saved(id, { state: 'done' })
    await inScope(database.deps.db, '*', ({ q }) =>
      q.updateTable('account').set({ closed_on: '2026-01-06' }).where('id', '=', id).execute(),
    )
    const { rows } = await list('from=2026-01-05&to=2026-01-31')
    expect(rows.filter((row) => row.account === id).map(({ day, state }) => [day, state])).toEqual([
      ['2026-01-05', 'done'],
    ])
  })

  it('stand in the audit without their words', async () => {
    const id = await account('A8')
    await saved(id, { state: 'done', words: '老板娘说要换酒' })
    const { json } = await call('GET', '/audit?kind=visit')
    const { entries } = AuditPage.parse(json)
    expect(entries.map(({ action }) => action)).toContain('visit.add')
    expect(JSON.stringify(json)).not.toContain('老板娘')
  })

  it('an account that is merged brings its visits along', async () => {
    const [from, into] = [await account('A9'), await account('B1')]
    await saved(from, { state: 'done' })
    expect(await said('POST', `/accounts/${from}/merge`, { into })).toBe('ok')
    expect(await plans(into)).toEqual(['01-05 done'])
  })
})
