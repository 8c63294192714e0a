import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets, steady } from '../../../test/make/plant.ts'
import { ProblemBody } from '../../contract/people.ts'
import { CompanySettings } from '../../contract/settings.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let web: Web
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  key['admin'] = await web.persona('admin', 'HQ')
  key['local'] = await web.persona('admin', 'First')
  await plantMarkets(database.deps, ['Second'])
  key['elsewhere'] = await web.persona('rep', 'Second')
  key['rep'] = await web.persona('rep', 'First')
})
afterAll(() => database.close())

const put = (as: string, body: unknown) => web.call('PUT', '/api/company', { as: key[as] ?? '', body })
const settings = async (answer: Response) => CompanySettings.parse(await answer.json())
const code = async (answer: Response) => `${answer.status} ${ProblemBody.parse(await answer.json()).code}`

describe('the company’s settings', () => {
  it('are read by everybody who is signed in', async () => {
    expect((await web.call('GET', '/api/company')).status).toBe(401)
    const answer = await web.call('GET', '/api/company', { as: key['rep'] ?? '' })
    expect(await settings(answer)).toMatchObject({
      name: 'Brewery',
      currency: 'CNY',
      unit: 'kl',
      posted: false,
      may: false,
    })
    const asked = async (as: string) => settings(await web.call('GET', '/api/company', { as: key[as] ?? '' }))
    expect([(await asked('local')).may, (await asked('admin')).may]).toEqual([false, true])
  })

  it('are changed by who may change all of the company, with a trace of what was', async () => {
    expect(await code(await put('rep', { unit: 't' }))).toBe('403 person/no-right')
    expect(await code(await put('local', { unit: 't' }))).toBe('403 person/no-right')
    const changed = await settings(await put('admin', { name: ' 南江啤酒 ', unit: 'cases', vatRate: 0.13 }))
    expect(changed).toMatchObject({
      name: '南江啤酒',
      unit: 'cases',
      vatRate: 0.13,
      timeZone: 'Asia/Shanghai',
    })
    await put('admin', { unit: 'cases' })
    const told = await inScope(database.deps.db, '*', ({ q }) =>
      q.selectFrom('audit_entry').select('detail').where('action', '=', 'company.change').execute(),
    )
    expect(told.map(({ detail }) => detail)).toEqual([
      {
        before: { name: 'Brewery', unit: 'kl', vatRate: null },
        after: { name: '南江啤酒', unit: 'cases', vatRate: 0.13 },
      },
    ])
    expect((await settings(await put('admin', { vatRate: null }))).vatRate).toBeNull()
    const session = await web.call('GET', '/api/session', { as: key['rep'] ?? '' })
    expect((await session.json()) as object).toMatchObject({ company: { name: '南江啤酒', unit: 'cases' } })
  })

  it('say which roles need a second step at sign-in, in their usual order, and only roles that there are', async () => {
    const role = { name: '内勤', rights: ['ranking.read'] }
    await web.call('POST', '/api/roles', { as: key['admin'] ?? '', body: role })
    const need = (secondFactorRoles: string[]) => put('admin', { secondFactorRoles })
    expect(await code(await need(['nobody']))).toBe('422 person/role-unknown')
    const changed = await settings(await need(['own-1', 'finance', 'admin', 'finance']))
    expect([changed.secondFactorRoles, changed.ownRoles]).toEqual([
      ['admin', 'finance', 'own-1'],
      [{ code: 'own-1', name: '内勤' }],
    ])
    const read = await settings(await web.call('GET', '/api/company', { as: key['rep'] ?? '' }))
    expect([read.secondFactorRoles, read.ownRoles]).toEqual([['admin', 'finance', 'own-1'], []])
    const told = await inScope(database.deps.db, '*', ({ q }) =>
      q
        .selectFrom('audit_entry')
        .select('detail')
        .where('action', '=', 'company.change')
        .orderBy('seq')
        .execute(),
    )
    expect(told.at(-1)?.detail).toEqual({
      before: { secondFactorRoles: [] },
      after: { secondFactorRoles: ['admin', 'finance', 'own-1'] },
    })
    expect((await settings(await need([]))).secondFactorRoles).toEqual([])
  })

  it('rename the top of the territory with the company, until it has a name of its own', async () => {
    const top = () =>
      inScope(database.deps.db, '*', ({ q }) =>
        q.selectFrom('territory_node').select('name').where('kind', '=', 'hq').executeTakeFirst(),
      )
    expect(await top()).toEqual({ name: '南江啤酒' })
    await inScope(database.deps.db, '*', ({ q }) =>
      q.updateTable('territory_node').set({ name: '总部' }).where('kind', '=', 'hq').execute(),
    )
    await put('admin', { name: '南江酒业' })
    expect(await top()).toEqual({ name: '总部' })
  })

  it('refuse what makes no sense, and change nothing then', async () => {
    expect(await code(await put('admin', { name: '  ', unit: 't' }))).toBe('422 company/name-empty')
    expect(await code(await put('admin', { timeZone: 'Moon/Base', unit: 't' }))).toBe(
      '422 company/time-zone-unknown',
    )
    for (const vatRate of [13, 1, 0.999999, -0.01])
      expect(await code(await put('admin', { vatRate }))).toBe('422 request/invalid')
    const answer = await web.call('GET', '/api/company', { as: key['admin'] ?? '' })
    expect((await settings(answer)).unit).toBe('cases')
  })

  it('say that there are movements, also to who sees none of them', async () => {
    await plant(database.deps, [{ code: 'A1', orders: steady('2025-12-31', 10, 100) }])
    const answer = await web.call('GET', '/api/company', { as: key['elsewhere'] ?? '' })
    expect((await settings(answer)).posted).toBe(true)
  })
})
