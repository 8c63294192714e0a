import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets, steady } from '../../../test/make/plant.ts'
import { AccountRecords, FactSaved, Phone, RecordSaved } from '../../contract/account.ts'
import { AccountProfile } from '../../contract/assess.ts'
import { ProblemBody } from '../../contract/people.ts'
import { inScope } from '../db/transaction.ts'

const LAST = '2025-12-31'
let database: FreshDatabase
let web: Web
let ids: ReadonlyMap<string, string>
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  ids = await plant(database.deps, [
    { code: 'A1', name: '永盛糖酒', orders: steady(LAST, 10, 1000) },
    { code: 'A2', name: '永盛', orders: steady(LAST, 20, 100) },
    { code: 'S1', tier: 'sub_distributor' },
    { code: 'B1', market: 'Second' },
  ])
  key['manager'] = await web.persona('regional_manager', 'First')
  key['rep'] = await web.persona('rep', 'First')
  key['reader'] = await web.persona('read_only', 'First')
})
afterAll(() => database.close())

const path = (code: string, rest = '') => `/api/accounts/${ids.get(code)}${rest}`

async function all(code: string, as = 'reader'): Promise<AccountRecords> {
  const answer = await web.call('GET', path(code, '/records'), { as: key[as] ?? '' })
  expect(answer.status).toBe(200)
  return AccountRecords.parse(await answer.json())
}

async function write(method: string, where: string, body?: unknown, as = 'rep'): Promise<RecordSaved> {
  const answer = await web.call(method, where, { as: key[as] ?? '', ...(body === undefined ? {} : { body }) })
  expect([answer.status, answer.ok]).toEqual([method === 'POST' && body ? 201 : 200, true])
  return RecordSaved.parse(await answer.json())
}

async function refusal(method: string, where: string, as: string, body?: unknown): Promise<string> {
  const answer = await web.call(method, where, { as: key[as] ?? '', body })
  const { code, facts } = ProblemBody.parse(await answer.json())
  const field = facts?.['field']
  return `${answer.status} ${code}${field === undefined ? '' : ` ${field}`}`
}

const note = { kind: 'note', day: '2026-01-05', words: '老板说北麓给的账期长' }
const contact = { kind: 'contact', day: '2026-01-05', name: '王老板', role: '采购', phone: '138 0013 4417' }

describe('what people know of an account', () => {
  it('is written by a rep, read by all who see the account, and no further', async () => {
    const saved = await write('POST', path('A1', '/records'), note)
    const [row] = (await all('A1')).records
    expect(row).toMatchObject({ id: saved.id, kind: 'note', words: note.words, by: 'rep', account: null })
    expect(await refusal('POST', path('A1', '/records'), 'reader', note)).toBe('403 person/no-right')
    expect(await refusal('POST', path('B1', '/records'), 'rep', note)).toBe('404 account/missing')
    expect(await refusal('GET', path('B1', '/records'), 'manager')).toBe('404 account/missing')
    expect((await web.call('GET', path('A1', '/records'))).status).toBe(401)
    await write('POST', path('S1', '/records'), note)
    expect((await all('S1')).tier).toBe('sub_distributor')
  })

  it('hides phones, gives a whole one to who may, and keeps each look', async () => {
    const { id } = await write('POST', path('A1', '/records'), contact)
    const found = (await all('A1')).records.find((row) => row.id === id)
    expect(found?.phoneMasked).toBe('138 •••• 4417')
    expect(JSON.stringify(await all('A1'))).not.toContain('0013')
    const look = await web.call('POST', path('A1', `/records/${id}/phone`), { as: key['rep'] ?? '' })
    expect(Phone.parse(await look.json())).toEqual({ phone: '138 0013 4417' })
    expect(await refusal('POST', path('A1', `/records/${id}/phone`), 'reader')).toBe('403 person/no-right')
    const entries = await inScope(database.deps.db, '*', (tx) =>
      tx.q
        .selectFrom('audit_entry')
        .select(['action', 'detail'])
        .where('subject', '=', ids.get('A1') ?? '')
        .execute(),
    )
    expect(entries.map((entry) => entry.action)).toContain('account.phone-seen')
    // What a person may want erased is not in the chain that cannot forget.
    expect(JSON.stringify(entries)).not.toMatch(/4417|王老板|北麓/)
  })

  it('is changed and comes back as it was', async () => {
    const { id } = await write('POST', path('A2', '/records'), contact)
    const changed = await write('PUT', path('A2', `/records/${id}`), {
      kind: 'contact',
      day: '2026-01-04',
      name: '王老板娘',
    })
    expect(changed.before).toBe(id)
    const [now] = (await all('A2')).records
    // No phone was said: the one that is there stays.
    expect(now).toMatchObject({ name: '王老板娘', phoneMasked: '138 •••• 4417' })
    await write('POST', path('A2', `/records/${id}/restore`))
    expect((await all('A2')).records.map((row) => row.name)).toEqual(['王老板'])
    await write('DELETE', path('A2', `/records/${id}`))
    expect((await all('A2')).records).toEqual([])
    expect(await refusal('DELETE', path('A2', `/records/${id}`), 'rep')).toBe('404 account/record-missing')
    expect(await refusal('PUT', path('A1', `/records/${id}`), 'rep', contact)).toBe(
      '404 account/record-missing',
    )
    await write('POST', path('A2', `/records/${id}/restore`))
    expect((await all('A2')).records).toHaveLength(1)
  })

  it.each([
    ['words', { ...note, words: '  ' }],
    ['words', { ...note, words: 'x'.repeat(2001) }],
    ['day', { ...note, day: '2999-01-01' }],
    ['day', { ...note, day: '2026-02-30' }],
    ['name', { ...contact, name: '' }],
    ['name', { ...contact, name: '长'.repeat(101) }],
    ['phone', { ...contact, phone: 'ring me' }],
    ['phone', { ...note, phone: '13800134417' }],
  ])('is refused with its field: %s', async (field, body) => {
    expect(await refusal('POST', path('A1', '/records'), 'rep', body)).toBe(
      `422 account/record-invalid ${field}`,
    )
  })
})

describe('a fact of strength', () => {
  const fact = {
    fact: 'working_capital',
    value: 1234.56,
    day: '2025-06-01',
    expiresOn: '2026-06-01',
    source: '银行流水',
  }
  const put = (body: unknown, as = 'manager') =>
    web.call('PUT', path('A1', '/facts'), { as: key[as] ?? '', body })

  it('is told, replaced, taken back, and read by the assessment', async () => {
    expect(FactSaved.parse(await (await put(fact)).json())).toEqual({ before: null })
    const profile = AccountProfile.parse(
      await (await web.call('GET', path('A1'), { as: key['manager'] ?? '' })).json(),
    )
    expect(profile.strength).toEqual([
      { fact: 'working_capital', value: 1234.56, day: '2025-06-01', source: '银行流水', expired: false },
    ])
    const again = FactSaved.parse(await (await put({ ...fact, value: 2000 })).json())
    expect(again.before).toEqual(fact)
    expect((await all('A1')).facts).toEqual([{ ...fact, value: 2000, account: null }])
    const where = path('A1', '/facts/working_capital/2025-06-01')
    const gone = await web.call('DELETE', where, { as: key['manager'] ?? '' })
    expect(FactSaved.parse(await gone.json()).before?.value).toBe(2000)
    expect(await refusal('DELETE', where, 'manager')).toBe('404 account/fact-missing')
    expect((await all('A1')).facts).toEqual([])
  })

  it('is not for a rep, nor for another market', async () => {
    expect(await refusal('PUT', path('A1', '/facts'), 'rep', fact)).toBe('403 person/no-right')
    expect(await refusal('PUT', path('B1', '/facts'), 'manager', fact)).toBe('404 account/missing')
  })

  it.each([
    ['value', { ...fact, value: -1 }],
    ['value', { ...fact, fact: 'share_of_wallet', value: 54 }],
    ['value', { ...fact, fact: 'vehicles', value: 1.5 }],
    ['day', { ...fact, day: '2999-01-01' }],
    ['expiresOn', { ...fact, expiresOn: '2025-06-01' }],
    ['source', { ...fact, source: ' ' }],
  ])('is refused with its field: %s', async (field, body) => {
    expect(await refusal('PUT', path('A1', '/facts'), 'manager', body)).toBe(
      `422 account/fact-invalid ${field}`,
    )
  })
})
