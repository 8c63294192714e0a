import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { brought, salesFile } from '../../../test/make/import.ts'
import { jarOn, type Jar } from '../../../test/make/jar.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { system, webOn, type Web } from '../../../test/make/people.ts'
import { NewCalendarFeed } from '../../contract/calendar-feed.ts'
import { PersonalData } from '../../contract/personal-data.ts'
import { createApp } from '../app.ts'
import { inScope } from '../db/transaction.ts'
import { addPerson } from './add-person.ts'

let database: FreshDatabase
let web: Web
let jar: Jar
let account = ''

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  jar = jarOn(createApp(database.deps))
  const who = { email: 'li@example.com', name: '李', locale: 'zh', roles: [{ role: 'rep', scope: 'First' }] }
  const added = await addPerson(database.deps, system, who as never)
  if (!added.ok) throw new Error(added.problem.code)
  await jar.send('POST', `/api/link/${added.value.token}`, { password: 'tall barrels roll' })
  const line = (code: string) =>
    `2025-12-10,${code},Firm ${code},First,LAGER,Lager,6,500,60,200,120,D${code},1`
  await brought(database.deps, salesFile([line('MINE'), line('OTHER')]))
  await inScope(database.deps.db, '*', async ({ q }) => {
    const one = await q.selectFrom('person').select('id').where('email', '=', who.email).executeTakeFirst()
    const mine = { owner_id: one?.id ?? null, phone: '13912342086', address: 'Jetty 3' }
    await q.updateTable('account').set(mine).where('code', '=', 'MINE').execute()
    for (const row of await q.selectFrom('account').select(['id', 'code']).execute()) {
      if (row.code === 'MINE') account = row.id
      const cadence = { everyDays: 30, weekdays: [1, 2, 3, 4, 5] }
      await jar.send('PUT', `/api/accounts/${row.id}/cadence`, cadence)
    }
  })
})
beforeEach(() => database.setNow(new Date('2026-01-05T04:00:00Z')))
afterAll(() => database.close())

const made = async () => NewCalendarFeed.parse(await (await jar.send('POST', '/api/me/calendar')).json()).path
const read = async (path: string) => {
  const answer = await web.call('GET', path)
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}
const days = (text: string) => [...text.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, day]) => day)

describe('visits in one’s own calendar', () => {
  it('are read under a secret address: one’s own, by name and day, and nothing else', async () => {
    const { status, type, text } = await read(await made())
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(days(text)).toEqual(['20260105', '20260204', '20260306', '20260406'])
    expect(text).toContain('SUMMARY:拜访 Firm MINE\r\n')
    for (const other of ['OTHER', '13912342086', 'Jetty', 'example.com', '李'])
      expect(text).not.toContain(other)
  })

  it('one that is moved keeps its name in the calendar, so that it moves there; one made is not waited for', async () => {
    const path = await made()
    const before = (await read(path)).text
    const to = `/api/accounts/${account}/visits`
    const moved = { state: 'planned', day: '2026-02-05', standsFor: '2026-02-04', words: 'secret words' }
    expect((await jar.send('POST', to, moved)).status).toBe(201)
    expect((await jar.send('POST', to, { state: 'done' })).status).toBe(201)
    const { text } = await read(path)
    expect(days(text)).toEqual(['20260205', '20260306', '20260406'])
    expect(text).not.toContain('secret')
    const uid = `UID:${account}-2026-02-04@tonnage`
    expect([before.includes(uid), text.includes(uid)]).toEqual([true, true])
  })

  it('an address ends with the next, when it is ended, and with its person; only a hash of it is kept', async () => {
    const [first, second] = [await made(), await made()]
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200])
    const kept = await inScope(database.deps.db, [], ({ q }) =>
      q.selectFrom('calendar_feed').selectAll().execute(),
    )
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(second.split('/')[3])
    expect(await jar.ask('DELETE', '/api/me/calendar')).toBe('200')
    expect(await jar.ask('DELETE', '/api/me/calendar')).toBe('calendar/missing')
    expect((await read(second)).status).toBe(404)
    const third = await made()
    const setActive = (active: boolean) =>
      inScope(database.deps.db, '*', ({ q }) =>
        q.updateTable('person').set({ active }).where('email', '=', 'li@example.com').execute(),
      )
    await setActive(false)
    expect((await read(third)).status).toBe(404)
    await setActive(true)
    expect((await read(third)).status).toBe(200)
  })

  it('is told to its person, without the address', async () => {
    const path = await made()
    const text = await (await jar.send('GET', '/api/me/data')).text()
    const { calendars } = PersonalData.parse(JSON.parse(text))
    expect(calendars).toEqual([{ since: '2026-01-05T04:00:00.000Z' }])
    expect(text).not.toContain(path.split('/')[3])
  })

  it('a key may not make one: it would outlive the key', async () => {
    const as = await web.persona('rep', 'First')
    expect((await web.call('POST', '/api/me/calendar', { as })).status).toBe(409)
    expect((await read(`/api/calendar/${'a'.repeat(43)}/visits.ics`)).status).toBe(404)
  })
})
