import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant } from '../../../test/make/plant.ts'
import { PersonalData } from '../../contract/personal-data.ts'
import { verifyAudit } from '../db/audit.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let web: Web
let account: string
let admin: string
let part: string
const whom = { email: 'shen.lixia@example.com', name: '沈立夏' }
const password = 'qing-shan-lv-shui-7'

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps, { address: () => '203.0.113.7' })
  account = (await plant(database.deps, [{ code: 'A1', name: '永盛糖酒', orders: [] }])).get('A1') ?? ''
  admin = await web.persona('admin', 'HQ')
  part = await web.persona('admin', 'First')
})
afterAll(() => database.close())

async function made(method: string, path: string, body?: unknown, as = admin) {
  const answer = await web.call(method, path, { as, ...(body === undefined ? {} : { body }) })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}

/** Where in the whole database a text stands, as `schema.table`. */
async function standsIn(text: string): Promise<string[]> {
  return asOwner(database, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'auth')`,
    )
    await client.query('BEGIN')
    await client.query(`SELECT set_scope('*')`)
    const found: string[] = []
    for (const { name } of tables.rows) {
      const rows = await client.query(`SELECT 1 FROM ${name} t WHERE position($1 IN t::text) > 0 LIMIT 1`, [
        text,
      ])
      if (rows.rowCount) found.push(name)
    }
    await client.query('ROLLBACK')
    return found.toSorted()
  })
}

describe('what is kept about a person', () => {
  it('is told whole to whoever is in charge of everybody, and that is an entry', async () => {
    const invited = await made('POST', '/api/people', { ...whom, roles: [{ role: 'rep', scope: 'First' }] })
    const link = invited.body['link'] ?? ''
    expect((await made('POST', `/api${link}`, { password })).status).toBe(200)
    const key = await made('POST', `/api/people/${whom.email}/key`)
    const note = { kind: 'note', day: '2026-01-05', words: '门头已谈妥' }
    await made('POST', `/api/accounts/${account}/records`, note, key.body['key'])
    await made('PUT', `/api/people/${whom.email}`, { name: '沈立秋' })
    await made('PUT', `/api/people/${whom.email}`, { name: whom.name })
    const told = await made('POST', `/api/people/${whom.email}/data`)
    const data = PersonalData.parse(told.body)
    expect(data).toMatchObject({
      person: { ...whom, active: true },
      roles: [{ role: 'rep', place: 'First' }],
      sessions: [{ address: '203.0.113.7' }],
      written: [{ kind: 'note', words: '门头已谈妥', account: '永盛糖酒' }],
    })
    expect(data.actions).toContainEqual({
      at: expect.any(String),
      action: 'account.record',
      place: 'First',
      from: '203.0.113.7',
    })
    expect(data.keys).toHaveLength(1)
    expect(JSON.stringify(data)).not.toContain(key.body['key'])
  })

  it('is not told, nor erased, by who is in charge of a part', async () => {
    for (const what of ['data', 'erase'])
      for (const email of [whom.email, 'nobody@example.com'])
        expect((await made('POST', `/api/people/${email}/${what}`, undefined, part)).body['code']).toBe(
          'person/no-right',
        )
  })

  it('stands in no table any more once it is erased; what they did stays, and the chains are whole', async () => {
    expect(await standsIn(whom.email)).toContain('public.person')
    expect(await standsIn('沈立秋')).toEqual(['public.audit_sealed'])
    expect((await made('POST', `/api/people/${whom.email}/erase`)).body['code']).toBe('person/not-suspended')
    await made('PUT', `/api/people/${whom.email}`, { active: false })
    const erased = await made('POST', `/api/people/${whom.email}/erase`)
    expect(erased.status).toBe(200)
    for (const text of [whom.email, whom.name, '沈立秋', password]) expect(await standsIn(text)).toEqual([])
    const records = await web.call('GET', `/api/accounts/${account}/records`, { as: admin })
    expect(await records.json()).toMatchObject({
      records: [{ words: '门头已谈妥', by: erased.body['name'] }],
    })
    expect(await inScope(database.deps.db, '*', verifyAudit, { snapshot: true })).toMatchObject({
      broken: [],
    })
    expect((await made('POST', `/api/people/${whom.email}/erase`)).body['code']).toBe('person/missing')
  })
})

describe('people at an account', () => {
  it('are erased with every earlier version, and nothing else with them', async () => {
    const to = `/api/accounts/${account}/records`
    const contact = {
      kind: 'contact',
      day: '2026-01-05',
      name: '赵启明',
      role: '',
      words: '',
      phone: '13800004417',
    }
    const first = await made('POST', to, contact)
    const second = await made('PUT', `${to}/${first.body['id']}`, { ...contact, words: '周三在' })
    const kept = await made('POST', to, { ...contact, name: '钱多多', phone: '13900001234' })
    expect((await made('POST', `${to}/${second.body['id']}/erase`, undefined, part)).body['code']).toBe(
      'person/no-right',
    )
    expect((await made('POST', `${to}/${second.body['id']}/erase`)).status).toBe(200)
    for (const text of ['赵启明', '13800004417', '周三在']) expect(await standsIn(text)).toEqual([])
    expect(await standsIn('钱多多')).toEqual(['public.account_record'])
    expect((await made('POST', `${to}/${first.body['id']}/erase`)).body['code']).toBe(
      'account/record-missing',
    )
    expect((await made('POST', `${to}/${kept.body['id']}/phone`)).body['phone']).toBe('13900001234')
  })

  it('are erased where the account names them itself, also as they were before', async () => {
    const form = async () => (await made('GET', `/api/masters/accounts/${account}`)).body['version']
    const put = async (body: object) =>
      made('PUT', `/api/masters/accounts/${account}`, { version: await form(), ...body })
    expect((await put({ contact: '孙伯安', phone: '13700002468' })).status).toBe(200)
    expect((await put({ contact: '孙仲安' })).status).toBe(200)
    expect(await standsIn('孙伯安')).toEqual(['public.master_change'])
    expect((await made('POST', `/api/accounts/${account}/erase-contact`)).status).toBe(200)
    for (const text of ['孙伯安', '孙仲安', '13700002468']) expect(await standsIn(text)).toEqual([])
    expect(await inScope(database.deps.db, '*', verifyAudit, { snapshot: true })).toMatchObject({
      broken: [],
    })
  })
})
