import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Made, People, ProblemBody, Session } from '../../contract/people.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { system, webOn, type Web } from '../../../test/make/people.ts'
import { inScope } from '../db/transaction.ts'
import { keyFor } from './add-person.ts'
import { personBringer } from './bring-person.ts'
import { changePeople } from './change-people.ts'

let database: FreshDatabase
let web: Web
let admin: string
let rep: string
let manager: string
let regional: string

/** HQ over a region South with a market Port, and the market First: people at each. */
beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  const { newId, db } = database.deps
  await inScope(db, '*', async ({ q }) => {
    const hq = await q
      .selectFrom('territory_node')
      .select('id')
      .where('kind', '=', 'hq')
      .executeTakeFirstOrThrow()
    const south = newId()
    await q
      .insertInto('territory_node')
      .values([
        { id: south, kind: 'region', code: 'South', code_key: 'south', name: 'South', parent_id: hq.id },
        { id: newId(), kind: 'market', code: 'Port', code_key: 'port', name: 'Port', parent_id: south },
      ])
      .execute()
  })
  admin = await web.persona('admin', 'HQ')
  rep = await web.persona('rep', 'First')
  manager = await web.persona('regional_manager', 'South')
  regional = await web.persona('admin', 'South')
})
afterAll(() => database.close())

const emails = {
  admin: 'admin1@example.com',
  rep: 'rep2@example.com',
  manager: 'regional_manager3@example.com',
  regional: 'admin4@example.com',
}

async function refusal(response: Response | Promise<Response>): Promise<string> {
  const answer = await response
  const { code, detail } = ProblemBody.parse(await answer.json())
  // Every refusal is a sentence that names no placeholder.
  expect(detail).toMatch(/^\S.*\.$/)
  expect(detail).not.toMatch(/[{}[\]]/)
  return `${String(answer.status)} ${code}`
}

const change = (changes: unknown, as = admin) => web.call('PUT', '/api/people', { as, body: { changes } })
const people = async (as = admin) => People.parse(await (await web.call('GET', '/api/people', { as })).json())
const actions = () =>
  inScope(database.deps.db, '*', ({ q }) =>
    q.selectFrom('audit_entry').select(['action', 'subject']).orderBy('seq').execute(),
  )

describe('many people at once', () => {
  it('move to a market, are suspended and let in again, with a trace for each', async () => {
    const before = (await actions()).length
    const moved = await change([
      { email: emails.rep, roles: [{ role: 'rep', scope: 'Port' }] },
      { email: emails.manager, active: false },
    ])
    const answer = People.parse(await moved.json())
    expect(answer.people.find(({ email }) => email === emails.rep)?.roles).toEqual([
      { role: 'rep', roleName: null, node: 'Port', nodeName: 'Port' },
    ])
    expect((await web.call('GET', '/api/session', { as: manager })).status).toBe(401)
    const traces = (await actions()).slice(before)
    expect(traces.map(({ action }) => action).toSorted()).toEqual(['person.disable', 'person.roles'])
    expect((await change([{ email: emails.manager, active: true }])).status).toBe(200)
    expect((await change([{ email: emails.rep, roles: [{ role: 'rep', scope: 'First' }] }])).status).toBe(200)
  })

  it('are changed all or none', async () => {
    const before = await actions()
    expect(
      await refusal(
        change([
          { email: emails.rep, active: false },
          { email: 'nobody@example.com', active: false },
        ]),
      ),
    ).toBe('404 person/missing')
    expect((await people()).people.find(({ email }) => email === emails.rep)?.active).toBe(true)
    expect(await actions()).toEqual(before)
  })

  it('are not changed by who may not', async () => {
    expect((await change([{ email: emails.rep, active: false }], rep)).status).toBe(403)
    expect((await change([{ email: emails.admin, active: false }], regional)).status).toBe(404)
    const seen = (await people(regional)).people.map(({ email, mine }) => [email, mine])
    expect(seen).toContainEqual([emails.regional, true])
  })

  it('keep a name and a role, each with a sentence', async () => {
    expect(await refusal(change([{ email: emails.rep, name: '  ' }]))).toBe('422 person/name-missing')
    expect(await refusal(change([{ email: emails.rep, roles: [] }]))).toBe('422 person/role-none')
    const nameless = { email: 'x@example.com', name: ' ', roles: [{ role: 'rep', scope: 'Port' }] }
    expect(await refusal(web.call('POST', '/api/people', { as: admin, body: nameless }))).toBe(
      '422 person/name-missing',
    )
  })
})

describe('somebody whose place was closed', () => {
  it('can still be suspended or moved, by an administrator of everything only', async () => {
    const left = await web.persona('rep', 'Port')
    const email = 'rep5@example.com'
    const withdrawn = (at: Date | null) =>
      inScope(database.deps.db, '*', ({ q }) =>
        q.updateTable('territory_node').set({ withdrawn_at: at }).where('code', '=', 'Port').execute(),
      )
    await withdrawn(database.deps.now())
    expect((await web.call('GET', '/api/session', { as: left })).status).toBeLessThan(500)
    expect((await change([{ email, active: false }], regional)).status).toBeGreaterThanOrEqual(400)
    expect((await change([{ email, active: false }])).status).toBe(200)
    expect((await change([{ email, active: true, roles: [{ role: 'rep', scope: 'First' }] }])).status).toBe(
      200,
    )
    await withdrawn(null)
  })
})

describe('the last administrator of the whole company', () => {
  it('can be neither suspended nor given another role, by hand or by a file', async () => {
    expect(await refusal(change([{ email: emails.admin, active: false }]))).toBe('409 person/last-admin')
    const demoted = [{ email: emails.admin, roles: [{ role: 'admin', scope: 'South' }] }]
    expect(await refusal(change(demoted))).toBe('409 person/last-admin')
    const bring = personBringer(database.deps, system)
    const wish = { email: emails.admin, name: undefined, locale: undefined }
    const roles = [{ role: 'rep', scope: ['first'] }]
    expect(await inScope(database.deps.db, '*', (tx) => bring(tx, { ...wish, roles }))).toMatchObject({
      problem: { code: 'person/last-admin' },
    })
  })

  it('is one of two who suspend each other at the same moment', async () => {
    await web.persona('admin', 'HQ')
    const second = 'admin6@example.com'
    for (let round = 0; round < 5; round++) {
      const done = await Promise.all([
        changePeople(database.deps, system, [{ email: emails.admin, active: false }]),
        changePeople(database.deps, system, [{ email: second, active: false }]),
      ])
      expect(done.map(({ ok }) => ok).toSorted()).toEqual([false, true])
      await changePeople(database.deps, system, [
        { email: emails.admin, active: true },
        { email: second, active: true },
      ])
    }
    await changePeople(database.deps, system, [{ email: second, active: false }])
    admin = await keyAgain(emails.admin)
  })
})

async function keyAgain(email: string): Promise<string> {
  const made = await keyFor(database.deps, system, email)
  if (!made.ok) throw new Error(made.problem.code)
  return made.value.key
}

describe('a stand-in', () => {
  const path = `/api/people/${emails.manager}/stand-ins`
  const days = { from: '2026-01-05', to: '2026-01-06' }
  const make = (body: object, as = admin) =>
    web.call('POST', path, { as, body: { by: emails.rep, ...days, ...body } })
  const rights = async () => Session.parse(await (await web.call('GET', '/api/session', { as: rep })).json())

  it('acts with the roles of the absent from the next request on, until midnight of the company', async () => {
    manager = await keyAgain(emails.manager)
    rep = await keyAgain(emails.rep)
    expect((await rights()).rights).not.toContain('account.override')
    const made = await make({})
    expect(made.status).toBe(201)
    Made.parse(await made.json())
    const during = await rights()
    expect(during.rights).toContain('account.override')
    expect(during.standsInFor).toEqual([{ name: 'regional_manager', to: '2026-01-06' }])
    expect(during.nodes.map(({ code }) => code)).toContain('Port')
    expect((await people()).standIns).toMatchObject([
      { absent: { email: emails.manager }, by: { email: emails.rep }, ...days },
    ])
    // 23:59 on the 6th in Shanghai, and midnight
    database.setNow(new Date('2026-01-06T15:59:00Z'))
    expect((await rights()).rights).toContain('account.override')
    database.setNow(new Date('2026-01-06T16:00:00Z'))
    const after = await rights()
    expect(after.rights).not.toContain('account.override')
    expect(after.standsInFor).toEqual([])
    expect(after.nodes.map(({ code }) => code)).not.toContain('Port')
    database.setNow(new Date('2026-01-05T04:00:00Z'))
  })

  it('ends at once where the absent is suspended, or where it is ended', async () => {
    await change([{ email: emails.manager, active: false }])
    expect((await rights()).rights).not.toContain('account.override')
    await change([{ email: emails.manager, active: true }])
    expect((await rights()).rights).toContain('account.override')
    const [there] = (await people()).standIns
    const gone = () => web.call('DELETE', `/api/stand-ins/${there?.id ?? ''}`, { as: admin })
    expect((await web.call('DELETE', `/api/stand-ins/${there?.id ?? ''}`, { as: rep })).status).toBe(403)
    expect((await gone()).status).toBe(200)
    expect((await rights()).rights).not.toContain('account.override')
    expect(await refusal(gone())).toBe('404 stand-in/missing')
    expect((await actions()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['stand-in.add', 'stand-in.end']),
    )
  })

  it.each([
    [{ by: emails.manager }, '422 stand-in/for-oneself'],
    [{ to: '2026-01-04' }, '422 stand-in/days'],
    [{ from: '2026-02-30', to: '2026-03-01' }, '422 stand-in/days'],
    [{ from: '2026-01-04' }, '422 stand-in/past'],
    [{ to: '2030-01-01' }, '422 stand-in/too-long'],
    [{ by: 'nobody@example.com' }, '404 person/missing'],
    [{ by: 'admin6@example.com' }, '409 person/suspended'],
  ])('is refused with a sentence: %j', async (body, code) => {
    expect(await refusal(make(body))).toBe(code)
  })

  it('is refused twice on the same days, and to who could not give the roles', async () => {
    expect((await make({ from: '2026-02-01', to: '2026-02-03' })).status).toBe(201)
    expect(await refusal(make({ from: '2026-02-03', to: '2026-02-04' }))).toBe('409 stand-in/twice')
    expect((await make({}, rep)).status).toBe(403)
    expect((await make({}, regional)).status).toBe(404)
  })
})
