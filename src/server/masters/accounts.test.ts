import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { bring, brought, salesFile, takeBack } from '../../../test/make/import.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets, steady } from '../../../test/make/plant.ts'
import { Edited } from '../../contract/masters.ts'
import { MasterAccount, MasterAccounts } from '../../contract/masters-accounts.ts'
import { MasterTree } from '../../contract/masters-markets.ts'
import { ProblemBody } from '../../contract/people.ts'
import { verifyAudit } from '../db/audit.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let web: Web
const key: Record<string, string> = {}
const market: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second', 'Shut'])
  await plant(database.deps, [
    { code: 'A1', name: '永盛糖酒', orders: steady('2025-12-31', 10, 100) },
    { code: 'S1', name: '二批老李', tier: 'sub_distributor', parent: 'A1' },
    { code: 'O1', name: '码头烧烤', tier: 'outlet', parent: 'S1' },
    { code: 'B1', name: '邻区商行', market: 'Second' },
  ])
  await inScope(database.deps.db, '*', ({ q }) =>
    sql`INSERT INTO account_key (code_key, market_id, account_id) SELECT lower(code), market_id, id FROM account
      ON CONFLICT DO NOTHING`.execute(q),
  )
  key['hq'] = await web.persona('hq', 'HQ')
  key['manager'] = await web.persona('regional_manager', 'First')
  key['rep'] = await web.persona('rep', 'First')
  const tree = await web.call('GET', '/api/masters/markets', { as: key['hq'] ?? '' })
  for (const { code, id } of MasterTree.parse(await tree.json()).nodes) market[code] = id
})
afterAll(() => database.close())

async function get(path: string, as = 'hq'): Promise<unknown> {
  const answer = await web.call('GET', `/api/masters/accounts${path}`, { as: key[as] ?? '' })
  return answer.json()
}
async function list(query = '', as = 'hq'): Promise<MasterAccounts> {
  return MasterAccounts.parse(await get(query, as))
}
async function codes(query = '', as = 'hq'): Promise<readonly string[]> {
  return (await list(query, as)).rows.map(({ code }) => code)
}
async function form(code: string, as = 'hq'): Promise<MasterAccount> {
  const id = (await list('?state=all')).rows.find((row) => row.code === code)?.id ?? ''
  return MasterAccount.parse(await get(`/${id}`, as))
}
async function send(method: string, path: string, body: unknown, as = 'manager'): Promise<string> {
  const answer = await web.call(method, `/api/masters${path}`, { as: key[as] ?? '', body })
  const json: unknown = await answer.json()
  return answer.ok ? Edited.parse(json).edit : ProblemBody.parse(json).code
}
async function undo(edit: string): Promise<string> {
  const answer = await web.call('POST', `/api/masters/undo/${edit}`, { as: key['manager'] ?? '' })
  return answer.ok ? 'undone' : ProblemBody.parse(await answer.json()).code
}
const create = (more: object, as = 'manager') =>
  send(
    'POST',
    '/accounts',
    { code: 'N1', name: '新开商行', tier: 'wholesaler', market: market['First'], ...more },
    as,
  )
async function change(code: string, more: object, as = 'manager'): Promise<string> {
  const { id, version } = await form(code)
  return send('PUT', `/accounts/${id}`, { version, ...more }, as)
}

describe('accounts as master data', () => {
  it('are listed within the scope, found by name, code, place, tier and state', async () => {
    expect(await codes('?sort=code')).toEqual(['A1', 'B1', 'O1', 'S1'])
    expect(await codes('?sort=code', 'rep')).toEqual(['A1', 'O1', 'S1'])
    expect(await codes('?q=老李')).toEqual(['S1'])
    expect(await codes('?q=b1')).toEqual(['B1'])
    expect(await codes('?q=b1', 'manager')).toEqual([])
    expect(await codes('?node=Second')).toEqual(['B1'])
    expect(await get('?node=Second', 'manager')).toMatchObject({ code: 'market/missing' })
    const outlets = await list('?tier=outlet&page=9')
    expect(outlets).toMatchObject({ total: 1, page: 1, tiers: [{ count: 2 }, { count: 1 }, { count: 1 }] })
    expect(await codes('?state=closed')).toEqual([])
  })

  it('offer who may stand above; a market that is none, or out of reach, is not there', async () => {
    const above = (id: string | undefined, as: string) => get(`/above?market=${id}&tier=outlet`, as)
    expect(await above(market['First'], 'manager')).toMatchObject([{ code: 'S1' }, { code: 'A1' }])
    expect(await above(market['Second'], 'hq')).toMatchObject([{ code: 'B1' }])
    const unknown = '00000000-0000-7000-8000-0000000000aa'
    const missing = await above(unknown, 'manager')
    expect(missing).toMatchObject({ code: 'market/missing', status: 404 })
    expect(await above(market['Second'], 'manager')).toEqual(missing)
    expect(await above(unknown, 'hq')).toMatchObject({ code: 'market/missing' })
    // A place that holds markets is none itself.
    expect(await above(market['HQ'], 'hq')).toMatchObject({ code: 'market/missing' })
  })

  it('are made by who may, in the own markets only', async () => {
    expect(await create({}, 'rep')).toBe('person/no-right')
    expect(await create({ market: market['Second'] })).toBe('market/missing')
    const a1 = await form('A1')
    const edit = await create({ tier: 'sub_distributor', parent: a1.id, phone: '138 0013 4417', city: ' ' })
    expect(await form('N1')).toMatchObject({
      parentName: '永盛糖酒',
      phone: '138 •••• 4417',
      city: null,
      market: { code: 'First' },
    })
    // A phone is read masked, so it is taken away by saying so; what is not said stays.
    const dropped = await change('N1', { phone: null })
    expect((await form('N1')).phone).toBeNull()
    expect(await undo(dropped)).toBe('undone')
    expect(await undo(edit)).toBe('undone')
    expect(await codes('?q=N1')).toEqual([])
    // The code is free again.
    expect(await undo(await create({ code: 'n1' }))).toBe('undone')
  })

  it('are refused with what is wrong, and nothing is written', async () => {
    expect(await create({ name: ' ' })).toBe('name/empty')
    expect(await create({ name: '长'.repeat(201) })).toBe('name/too-long')
    expect(await create({ code: 'a1' })).toBe('code/taken')
    expect(await create({ code: 'B1' })).toBe('code/taken')
    const [a1, s1, o1, b1] = [await form('A1'), await form('S1'), await form('O1'), await form('B1')]
    expect(await create({ parent: b1.id }, 'hq')).toBe('account/parent-market')
    expect(await create({ parent: b1.id })).toBe('account/missing')
    expect(await create({ tier: 'sub_distributor', parent: o1.id })).toBe('account/parent-tier')
    expect(await create({ owner: market['First'] })).toBe('account/owner-unknown')
    expect(await create({ opened: '2026-01-02', closed: '2026-01-01' })).toBe('account/closes-before-opening')
    expect(await change('A1', { parent: a1.id })).toBe('account/beneath-itself')
    expect(await change('A1', { parent: s1.id })).toBe('account/beneath-itself')
    // What hangs beneath it would hang under one that is no nearer to the brewery.
    expect(await change('S1', { tier: 'outlet' })).toBe('account/parent-tier')
    expect(await codes('?sort=code&state=all')).toEqual(['A1', 'B1', 'O1', 'S1'])
  })

  it('are not made in a closed market', async () => {
    const tree = await web.call('GET', '/api/masters/markets', { as: key['hq'] ?? '' })
    const shut = MasterTree.parse(await tree.json()).nodes.find(({ code }) => code === 'Shut')
    await send('POST', `/markets/${shut?.id}/close`, { version: shut?.version, day: '2026-01-02' }, 'hq')
    expect(await create({ market: market['Shut'] }, 'hq')).toBe('market/closed')
    // Nor by a file of accounts, nor by one of movements that makes what is missing.
    const row =
      'account_code,account_name,tier,market_code\nX9,New,wholesaler,Shut\nX8,New,wholesaler,First\n'
    const result = await brought(database.deps, row, { kind: 'accounts' })
    expect(result).toMatchObject({
      rowsAccepted: 1,
      rowsRejected: 1,
      rejectedBy: [{ code: 'market/closed', row: 2 }],
    })
    await takeBack(database.deps, result.batch)
    const sold = salesFile(['2025-06-05,X9,New,Shut,S1,Lager,12,500,24,96,50,D9,1'])
    const refused = await bring(database.deps, sold)
    expect(refused).toMatchObject({ problem: { code: 'file/nothing-usable', facts: { rows: 1 } } })
    expect(JSON.stringify(refused)).toContain('Shut is closed since 2026-01-02')
  })

  it('are changed where nobody else has, and a sibling market is out of reach', async () => {
    const { id, version } = await form('A1')
    const edit = await send('PUT', `/accounts/${id}`, {
      version,
      name: '永盛酒业',
      code: 'A9',
      address: '江岸路 1 号',
    })
    expect(await form('A9')).toMatchObject({ name: '永盛酒业', address: '江岸路 1 号', tier: 'wholesaler' })
    expect(await send('PUT', `/accounts/${id}`, { version, name: '别的' })).toBe('edit/changed-meanwhile')
    expect(await change('B1', { name: '越界' })).toBe('account/missing')
    expect(await change('A9', { name: '越权' }, 'rep')).toBe('person/no-right')
    // Its former code stays its own.
    expect(await create({ code: 'A1' })).toBe('code/taken')
    // That the search prepares the new name is no change of anybody's.
    await inScope(database.deps.db, '*', ({ q }) => sql`UPDATE account SET said_of = 'new'`.execute(q))
    expect(await undo(edit)).toBe('undone')
    expect(await form('A1')).toMatchObject({ name: '永盛糖酒', address: null })
  })

  it('are closed and opened again', async () => {
    await change('O1', { closed: '2026-01-02' })
    expect(await codes('?state=closed')).toEqual(['O1'])
    expect(await codes('?sort=code')).toEqual(['A1', 'B1', 'S1'])
    await change('O1', { closed: null })
    expect(await codes('?state=closed')).toEqual([])
  })

  it('get another owner or tier many at once, all or none', async () => {
    const owners = (await get('/owners', 'manager')) as { id: string; name: string }[]
    expect(owners.map(({ name }) => name).toSorted()).toEqual(['hq', 'regional_manager', 'rep'])
    const rep = owners.find(({ name }) => name === 'rep')?.id
    const ids = [(await form('S1')).id, (await form('O1')).id]
    const edit = await send('POST', '/accounts/change-many', { ids, owner: rep })
    expect((await list('?sort=code')).rows.map(({ owner }) => owner)).toEqual([null, null, 'rep', 'rep'])
    expect(await undo(edit)).toBe('undone')
    expect((await form('S1')).ownerName).toBeNull()
    const sibling = [...ids, (await form('B1')).id]
    expect(await send('POST', '/accounts/change-many', { ids: sibling, owner: rep })).toBe('account/missing')
    expect(await send('POST', '/accounts/change-many', { ids, owner: rep }, 'rep')).toBe('person/no-right')
    // Two sub-distributors, one under the other.
    expect(await send('POST', '/accounts/change-many', { ids, tier: 'sub_distributor' })).toBe(
      'account/parent-tier',
    )
    expect((await form('O1')).tier).toBe('outlet')
  })

  it('leave an audit that holds', async () => {
    const check = await inScope(database.deps.db, '*', verifyAudit, { readOnly: true, snapshot: true })
    expect(check.broken).toEqual([])
  })
})
