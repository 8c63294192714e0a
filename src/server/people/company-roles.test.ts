import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CompanyRoleAt, CompanyRoles } from '../../contract/company-role.ts'
import { NewKey, ProblemBody, Session } from '../../contract/people.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { system, webOn, type Web } from '../../../test/make/people.ts'
import { inScope } from '../db/transaction.ts'
import { addPerson } from './add-person.ts'
import { addRole, changeRole } from './company-roles.ts'

let database: FreshDatabase
let web: Web
let admin: string
beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  admin = await web.persona('admin', 'HQ')
})
afterAll(() => database.close())

const call = (method: string, path: string, body?: unknown, as = admin) =>
  web.call(method, path, { as, ...(body === undefined ? {} : { body }) })
const refusal = async (answer: Promise<Response>) => {
  const response = await answer
  return `${String(response.status)} ${ProblemBody.parse(await response.json()).code}`
}
const written = async (answer: Promise<Response>) => CompanyRoleAt.parse(await (await answer).json())
const listed = async () => CompanyRoles.parse(await (await call('GET', '/api/roles')).json())
const rightsOf = async (as: string) =>
  Session.parse(await (await call('GET', '/api/session', undefined, as)).json()).rights
const actions = () =>
  inScope(database.deps.db, '*', async ({ q }) =>
    (
      await q
        .selectFrom('audit_entry')
        .select(['action', 'subject', 'detail'])
        .where('action', 'like', 'role.%')
        .orderBy('seq')
        .execute()
    ).map(({ action, subject }) => `${action} ${subject ?? ''}`),
  )

const reading = ['ranking.read', 'account.read', 'policy.read']
const deputy = { name: 'Deputy', rights: [...reading, 'export.run'] }

describe('roles of the company’s own', () => {
  it('are made, given by name, and their changes hold from the next request on', async () => {
    const { code, version } = await written(call('POST', '/api/roles', deputy))
    const wish = { email: 'li@example.com', name: 'Li', roles: [{ role: 'deputy', scope: 'First' }] }
    expect((await call('POST', '/api/people', wish)).status).toBe(201)
    const { key } = NewKey.parse(await (await call('POST', '/api/people/li@example.com/key')).json())
    const session = Session.parse(await (await call('GET', '/api/session', undefined, key)).json())
    expect(session.roles).toMatchObject([{ role: code, roleName: 'Deputy', node: 'First' }])
    expect(session.rights).toEqual(
      deputy.rights.toSorted(
        (a, b) => session.rights.indexOf(a as never) - session.rights.indexOf(b as never),
      ),
    )
    expect((await call('GET', '/api/export/accounts?format=csv', undefined, key)).status).toBe(200)

    const less = { name: 'Deputy', rights: reading, version }
    expect(await written(call('PUT', `/api/roles/${code}`, less))).toEqual({ code, version: 2 })
    expect(await refusal(call('GET', '/api/export/accounts?format=csv', undefined, key))).toBe(
      '403 person/no-right',
    )
    expect(await rightsOf(key)).toEqual(reading)
    expect(await refusal(call('PUT', `/api/roles/${code}`, less))).toBe('409 edit/changed-meanwhile')
    expect((await listed()).roles).toMatchObject([{ code, held: 1, version: 2, rights: reading }])
  })

  it('are not removed while somebody has them, today or from a later day; removed ones come back', async () => {
    const { code, version } = await written(call('POST', '/api/roles', { name: 'Later', rights: reading }))
    const wish = { email: 'wu@example.com', name: 'Wu', roles: [{ role: code, scope: 'First' }] }
    expect((await call('POST', '/api/people', wish)).status).toBe(201)
    await inScope(database.deps.db, '*', ({ q }) =>
      q.updateTable('person_role').set({ valid_from: '2099-01-01' }).where('role', '=', code).execute(),
    )
    expect(await refusal(call('DELETE', `/api/roles/${code}`))).toBe('409 role/held')
    const other = { roles: [{ role: 'rep', scope: 'First' }] }
    expect((await call('PUT', '/api/people/wu@example.com', other)).status).toBe(200)
    const gone = await written(call('DELETE', `/api/roles/${code}`))
    expect(gone.version).toBe(version + 1)
    expect(await refusal(call('POST', '/api/people', { ...wish, email: 'new@example.com' }))).toBe(
      '422 person/role-unknown',
    )
    expect(await refusal(call('DELETE', `/api/roles/${code}`))).toBe('404 role/missing')
    const back = { name: 'Later', rights: reading, version: gone.version }
    expect((await written(call('PUT', `/api/roles/${code}`, back))).version).toBe(version + 2)
    expect(await actions()).toEqual([
      'role.add Deputy',
      'role.change Deputy',
      'role.add Later',
      'role.remove Later',
      'role.restore Later',
    ])
  })

  it('are made only by who manages people everywhere, from rights they hold', async () => {
    const below = await web.persona('admin', 'First')
    const hq = await web.persona('hq', 'HQ')
    for (const as of [below, hq])
      expect(await refusal(call('POST', '/api/roles', { name: 'Mine', rights: reading }, as))).toBe(
        '403 person/no-right',
      )
    const chief = { name: 'Chief', rights: [...reading, 'people.read', 'people.change'] }
    const { code, version } = await written(call('POST', '/api/roles', chief))
    const as = await web.persona(code, 'HQ')
    const more = { name: 'More', rights: [...reading, 'contribution.read'] }
    expect(await refusal(call('POST', '/api/roles', more, as))).toBe('403 person/no-right')
    expect((await call('POST', '/api/roles', { name: 'Less', rights: reading }, as)).status).toBe(201)
    const grow = { name: 'Chief', rights: [...chief.rights, 'contribution.read'], version }
    expect(await refusal(call('PUT', `/api/roles/${code}`, grow, as))).toBe('403 person/no-right')
    const gift = { email: 'up@example.com', name: 'Up', roles: [{ role: 'finance', scope: 'HQ' }] }
    expect(await refusal(call('POST', '/api/people', gift, as))).toBe('403 person/no-right')
  })

  it('have names of their own, and no rights that would show costs', async () => {
    const ask = (body: object) => refusal(call('POST', '/api/roles', body))
    expect(await ask({ name: ' DEPUTY', rights: reading })).toBe('409 role/name-taken')
    expect(await ask({ name: '管理员', rights: reading })).toBe('409 role/name-taken')
    expect(await ask({ name: 'X', rights: [...reading, 'import.run'] })).toBe('422 role/shows-costs')
    expect(await ask({ name: 'X', rights: ['everything'] })).toBe('422 request/invalid')
    expect(await refusal(call('PUT', '/api/roles/own-99', { ...deputy, version: 1 }))).toBe(
      '404 role/missing',
    )
  })

  it('leave the last administrator where they are', async () => {
    const all = [...reading, 'contribution.read', 'people.read', 'people.change', 'company.change']
    const { code } = await written(call('POST', '/api/roles', { name: 'Almost', rights: all }))
    const { people } = (await (await call('GET', '/api/people')).json()) as {
      people: { email: string; roles: { role: string; node: string }[] }[]
    }
    const first = people.find(({ roles }) =>
      roles.some(({ role, node }) => role === 'admin' && node === 'HQ'),
    )
    expect(
      await refusal(
        call('PUT', `/api/people/${first?.email ?? ''}`, { roles: [{ role: code, scope: 'HQ' }] }),
      ),
    ).toBe('409 person/last-admin')
  })

  it('cannot be given and taken away at the same time', async () => {
    const { deps } = database
    const made = await addRole(deps, system, { name: 'Race', rights: ['ranking.read'] })
    if (!made.ok) throw new Error(made.problem.code)
    const wish = { email: 'race@example.com', name: 'R', roles: [{ role: 'Race', scope: 'First' }] }
    const [given, gone] = await Promise.all([
      addPerson(deps, system, wish),
      call('DELETE', `/api/roles/${made.value.code}`),
    ])
    expect([given.ok, gone.status === 200].filter(Boolean)).toHaveLength(1)
    const again = { name: 'Race', rights: ['account.read' as const], version: 7 }
    expect(await changeRole(deps, system, made.value.code, again)).toMatchObject({ ok: false })
  })
})
