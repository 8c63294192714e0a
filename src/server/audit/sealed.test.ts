import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant } from '../../../test/make/plant.ts'
import { AuditPage } from '../../contract/audit.ts'
import { verifyAudit } from '../db/audit.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let web: Web
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps, { address: () => '203.0.113.7' })
  await plant(database.deps, [{ code: 'A1', name: '永盛糖酒', orders: [] }])
  key['admin'] = await web.persona('admin', 'HQ')
  key['first'] = await web.persona('finance', 'First')
})
afterAll(() => database.close())

async function latest(as: string, action: string) {
  const answer = await web.call('GET', '/api/audit', { as: key[as] ?? '' })
  return AuditPage.parse(await answer.json()).entries.find((entry) => entry.action === action)
}
const checked = () => inScope(database.deps.db, '*', verifyAudit, { readOnly: true, snapshot: true })

describe('what an entry keeps of a person', () => {
  it('is the address it came from, for whoever reaches the whole company', async () => {
    const [account] = await inScope(database.deps.db, '*', ({ q }) =>
      q.selectFrom('account').select('id').execute(),
    )
    const body = { kind: 'note', day: '2026-01-05', name: '', role: '', words: 'x' }
    const to = `/api/accounts/${account?.id}/records`
    expect((await web.call('POST', to, { as: key['admin'] ?? '', body })).status).toBe(201)
    expect(await latest('admin', 'account.record')).toMatchObject({ from: '203.0.113.7' })
    expect(await latest('first', 'account.record')).toMatchObject({ from: null })
  })

  it('is a name and what it was, beside the chain and not in it', async () => {
    const to = '/api/people/finance2@example.com'
    expect((await web.call('PUT', to, { as: key['admin'] ?? '', body: { name: '沈立夏' } })).status).toBe(200)
    const rows = await inScope(database.deps.db, '*', ({ q }) =>
      q.selectFrom('audit_entry').select(['detail', 'seals']).execute(),
    )
    expect(JSON.stringify(rows)).not.toMatch(/沈立夏|203\.0/)
    expect(rows.map(({ seals }) => Object.keys((seals ?? {}) as object))).toContainEqual(['from', 'said'])
    expect((await latest('admin', 'person.change'))?.said).toEqual([
      { field: 'name', before: 'finance', after: '沈立夏' },
    ])
  })

  it('can be changed by nobody unseen, and be erased with the chain whole', async () => {
    expect((await checked()).broken).toEqual([])
    await inScope(database.deps.db, '*', ({ q }) =>
      q.updateTable('audit_sealed').set({ body: '"198.51.100.1"' }).where('part', '=', 'from').execute(),
    )
    expect((await checked()).broken.map(({ why }) => why)).toContain('seal')
    await inScope(database.deps.db, '*', ({ q }) => q.deleteFrom('audit_sealed').execute())
    expect((await checked()).broken).toEqual([])
    expect(await latest('admin', 'person.change')).toMatchObject({ from: null, said: [] })
  })
})
