import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Done, NewKey, OneTimeLink, People, PersonView, ProblemBody } from '../../contract/people.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { system, webOn, type Web } from '../../../test/make/people.ts'
import { ok } from '../../domain/problem.ts'
import { inScope } from '../db/transaction.ts'
import { grantsOf } from '../../domain/chain/reach.ts'
import { personBringer, type PersonWish } from './bring-person.ts'
import { callerAs } from './identify.ts'

let database: FreshDatabase
let web: Web
let admin: string
let rep: string
let regional: string

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await inScope(database.deps.db, '*', async ({ q }) => {
    const hq = await q
      .selectFrom('territory_node')
      .select('id')
      .where('kind', '=', 'hq')
      .executeTakeFirstOrThrow()
    const south = database.deps.newId()
    await q
      .insertInto('territory_node')
      .values([
        { id: south, kind: 'region', code: 'South', code_key: 'south', name: 'South', parent_id: hq.id },
        {
          id: database.deps.newId(),
          kind: 'market',
          code: 'Port',
          code_key: 'port',
          name: 'Port',
          parent_id: south,
        },
      ])
      .execute()
  })
  admin = await web.persona('admin', 'HQ')
  rep = await web.persona('rep', 'First')
  regional = await web.persona('admin', 'South')
})
afterAll(() => database.close())

async function codeOf(response: Response): Promise<string> {
  return ProblemBody.parse(await response.json()).code
}

const chen = { email: 'chen@example.com', name: '陈', roles: [{ role: 'rep', scope: 'port' }] }

describe('people', () => {
  it('are added by an administrator, once', async () => {
    const added = await web.call('POST', '/api/people', { as: admin, body: chen })
    expect(added.status).toBe(201)
    OneTimeLink.parse(await added.json())
    expect(await codeOf(await web.call('POST', '/api/people', { as: admin, body: chen }))).toBe(
      'person/exists',
    )
    expect((await web.call('POST', '/api/people', { as: rep, body: chen })).status).toBe(403)
  })

  it('are seen within the scope of who looks', async () => {
    const all = People.parse(await (await web.call('GET', '/api/people', { as: admin })).json())
    expect(all.people).toHaveLength(4)
    const some = People.parse(await (await web.call('GET', '/api/people', { as: regional })).json())
    expect(some.people.map((person) => person.email)).toEqual(['admin3@example.com', 'chen@example.com'])
    expect((await web.call('GET', '/api/people', { as: rep })).status).toBe(403)
  })

  it('get no more than the giver holds', async () => {
    const own = { ...chen, email: 'b@example.com', roles: [{ role: 'regional_manager', scope: 'South' }] }
    expect((await web.call('POST', '/api/people', { as: regional, body: own })).status).toBe(201)
    const other = { ...chen, email: 'c@example.com', roles: [{ role: 'rep', scope: 'First' }] }
    expect(await codeOf(await web.call('POST', '/api/people', { as: regional, body: other }))).toBe(
      'person/scope-unknown',
    )
    const above = { ...other, roles: [{ role: 'rep', scope: 'HQ' }] }
    expect(await codeOf(await web.call('POST', '/api/people', { as: regional, body: above }))).toBe(
      'person/no-right',
    )
    const nowhere = { ...other, roles: [{ role: 'rep', scope: 'Moon' }] }
    expect(await codeOf(await web.call('POST', '/api/people', { as: admin, body: nowhere }))).toBe(
      'person/scope-unknown',
    )
  })

  it('do not hand a regional administrator the link or key of somebody above', async () => {
    for (const what of ['link', 'key']) {
      const path = `/api/people/admin1@example.com/${what}`
      expect((await web.call('POST', path, { as: regional })).status).toBe(404)
      expect((await web.call('POST', path, { as: rep })).status).toBe(403)
    }
    const put = { as: regional, body: { active: false } }
    expect((await web.call('PUT', '/api/people/admin1@example.com', put)).status).toBe(404)
    const own = await web.call('POST', '/api/people/chen@example.com/key', { as: regional })
    expect(NewKey.parse(await own.json()).key).toMatch(/^tonnage_/)
    const link = await web.call('POST', '/api/people/chen@example.com/link', { as: admin })
    expect(link.status).toBe(201)
    expect((await web.call('POST', '/api/people/none@example.com/link', { as: admin })).status).toBe(404)
  })

  it('have other roles from today on, and are kept out', async () => {
    const body = { roles: [{ role: 'finance', scope: 'HQ' }] }
    const changed = await web.call('PUT', '/api/people/chen@example.com', { as: admin, body })
    expect(PersonView.parse(await changed.json()).roles).toEqual([
      { role: 'finance', roleName: null, node: 'HQ', nodeName: 'Brewery' },
    ])
    const finance = await callerAs(database.deps, 'chen@example.com', 'export.run')
    expect(finance).toMatchObject({
      ok: true,
      value: { scope: '*', actor: expect.stringMatching(/^person:/) },
    })
    expect(await callerAs(database.deps, 'chen@example.com', 'people.change')).toMatchObject({
      ok: false,
      problem: { code: 'person/no-right' },
    })
    const out = await web.call('PUT', '/api/people/chen@example.com', { as: admin, body: { active: false } })
    expect(PersonView.parse(await out.json()).active).toBe(false)
    expect((await callerAs(database.deps, 'chen@example.com')).ok).toBe(false)
  })

  it('leave a trace of each change that names who did it', async () => {
    const actions = await inScope(database.deps.db, '*', ({ q }) =>
      q.selectFrom('audit_entry').select(['action', 'actor']).orderBy('seq').execute(),
    )
    expect(actions.map((entry) => entry.action)).toEqual(
      expect.arrayContaining([
        'company.set-up',
        'person.add',
        'person.key',
        'person.link',
        'person.roles',
        'person.disable',
      ]),
    )
    expect(actions.find((entry) => entry.action === 'person.disable')?.actor).toMatch(/^person:/)
  })
})

describe('a file of people', () => {
  it('adds, changes, leaves alone, and gives nothing that the giver does not hold', async () => {
    const { deps } = database
    const bring = personBringer(deps, system)
    const line = {
      email: 'Sun@example.com',
      name: '孙',
      // As they are exported: a line for each place
      roles: [
        { role: 'Rep', scope: ['port'] },
        { role: 'rep', scope: ['first'] },
      ],
      locale: undefined,
    }
    const run = (wish: typeof line | PersonWish, giver = bring) =>
      inScope(deps.db, '*', (tx) => giver(tx, wish))
    expect(await run(line)).toMatchObject({ ok: true, value: { change: 'created' } })
    expect(await run(line)).toMatchObject({ ok: true, value: { change: 'unchanged' } })
    expect(await run({ ...line, name: undefined, roles: [{ role: undefined, scope: [] }] })).toMatchObject({
      value: { change: 'unchanged' },
    })
    expect(await run({ ...line, roles: line.roles.slice(1), locale: 'zh' })).toMatchObject({
      value: { change: 'updated' },
    })
    expect(await run({ ...line, roles: [{ role: 'king', scope: ['port'] }] })).toMatchObject({
      problem: { code: 'person/role-unknown' },
    })
    expect(await run({ ...line, email: 'q@example.com', roles: [] })).toMatchObject({
      problem: { code: 'line/field-missing', facts: { field: 'role' } },
    })
    const manager = { actor: 'x', grants: grantsOf([], [], '2026-01-05') }
    expect(await run(line, personBringer(deps, manager))).toMatchObject({
      problem: { code: 'person/no-right' },
    })
  })
})

describe('the demo company', () => {
  it('is cleared by an administrator of all of it, and only when it is one', async () => {
    let cleared = 0
    const demo = { people: [], load: async () => ok(true), clear: async () => void (cleared += 1) }
    const own = await freshDatabase()
    const other = await webOn(own.deps, { demo })
    const boss = await other.persona('admin', 'HQ')
    const clerk = await other.persona('hq', 'HQ')
    const part = await other.persona('admin', 'First')
    expect(await codeOf(await other.call('POST', '/api/start/clear', { as: part }))).toBe('person/no-right')
    expect(await codeOf(await other.call('POST', '/api/start/clear', { as: boss }))).toBe('company/not-demo')
    expect(await codeOf(await other.call('POST', '/api/start/demo', { body: { key: '' } }))).toBe(
      'demo/beside-real-data',
    )
    await inScope(own.deps.db, '*', ({ q }) => q.updateTable('company').set({ kind: 'demo' }).execute())
    expect((await other.call('POST', '/api/start/clear')).status).toBe(401)
    expect((await other.call('POST', '/api/start/clear', { as: part })).status).toBe(403)
    expect((await other.call('POST', '/api/start/clear', { as: clerk })).status).toBe(403)
    expect(cleared).toBe(0)
    Done.parse(await (await other.call('POST', '/api/start/clear', { as: boss })).json())
    expect(cleared).toBe(1)
    await own.close()
  })
})
