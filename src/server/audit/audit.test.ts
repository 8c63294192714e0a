import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets } from '../../../test/make/plant.ts'
import { AUDIT_PAGE, AuditPage } from '../../contract/audit.ts'
import { ProblemBody } from '../../contract/people.ts'
import { rightsOf, roles } from '../../domain/chain/reach.ts'
import { actionWords } from '../../language/audit-words.ts'
import { audit } from '../db/audit.ts'
import { inScope } from '../db/transaction.ts'

let database: FreshDatabase
let web: Web
let accounts: ReadonlyMap<string, string>
const key: Record<string, string> = {}
const ids: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  const { deps } = database
  web = await webOn(deps)
  await plantMarkets(deps, ['Second'])
  accounts = await plant(deps, [
    { code: 'A1', name: '永盛糖酒', orders: [] },
    { code: 'B1', name: '=cmd()', market: 'Second', orders: [] },
  ])
  for (const [name, role, scope] of [
    ['admin', 'admin', 'HQ'],
    ['first', 'finance', 'First'],
    ['second', 'finance', 'Second'],
    ['rep', 'rep', 'HQ'],
    ['manager', 'regional_manager', 'HQ'],
  ] as const)
    key[name] = await web.persona(role, scope)
  await inScope(deps.db, '*', async (tx) => {
    const nodes = await tx.q.selectFrom('territory_node').select(['id', 'code']).execute()
    for (const { id, code } of nodes) ids[code] = id
    const people = await tx.q.selectFrom('person').select(['id', 'email']).execute()
    for (const { id, email } of people) ids[email] = id
    const by = (email: string, at: string) => ({ actor: `person:${ids[email] ?? ''}`, at: new Date(at) })
    const said = (market: string, subject: string, action: string, detail: Record<string, unknown>) => ({
      market: ids[market] ?? '',
      action,
      subject,
      detail,
    })
    const a1 = accounts.get('A1') ?? ''
    const b1 = accounts.get('B1') ?? ''
    // The last minute of 9 January in Shanghai, and the first of the tenth.
    await audit(
      tx,
      deps.newId,
      by('finance2@example.com', '2026-01-09T15:59:00Z'),
      said('First', a1, 'account.fact', {
        before: { fact: 'warehouse', value: 100 },
        after: { fact: 'warehouse', value: 200, phone: '13800004417' },
      }),
    )
    await audit(
      tx,
      deps.newId,
      by('admin1@example.com', '2026-01-09T16:00:00Z'),
      said('Second', b1, 'account.merge', { account: 'B1', into: 'A1' }),
    )
  })
})
afterAll(() => database.close())

async function page(as: string, query = ''): Promise<AuditPage> {
  const answer = await web.call('GET', `/api/audit${query}`, { as: key[as] ?? '' })
  expect(answer.status).toBe(200)
  return AuditPage.parse(await answer.json())
}

async function refusal(as: string, of: string): Promise<string> {
  const answer = await web.call('GET', of, { as: key[as] ?? '' })
  return `${answer.status} ${ProblemBody.parse(await answer.json()).code}`
}

describe('the audit', () => {
  it('is read by who has the right, each within their markets, the company’s only by who reaches all of it', async () => {
    expect(await refusal('rep', '/api/audit')).toBe('403 person/no-right')
    expect(await refusal('manager', '/api/audit/file')).toBe('403 person/no-right')
    const all = await page('admin')
    expect(all.whole).toBe(true)
    expect(all.entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['company.set-up', 'person.add', 'account.fact', 'account.merge']),
    )
    const first = await page('first')
    expect(new Set(first.entries.map(({ market }) => market?.code))).toEqual(new Set(['First']))
    expect(first.entries[0]?.action).toBe('account.fact')
    expect(first.count?.entries).toBe(first.entries.length)
    const second = await page('second')
    expect(new Set(second.entries.map(({ market }) => market?.code))).toEqual(new Set(['Second']))
    expect(second.entries[0]?.action).toBe('account.merge')
    // A sibling's account is no way in either.
    expect((await page('second', '?account=永盛')).entries).toEqual([])
  })

  it('says names instead of ids, what differs, and no telephone', async () => {
    const [entry] = (await page('first')).entries
    expect(entry).toMatchObject({
      by: 'finance',
      byEmail: 'finance2@example.com',
      subject: { name: '永盛糖酒', account: accounts.get('A1') },
      said: [
        { field: 'value', before: '100', after: '200' },
        { field: 'phone', before: null, after: '••••' },
      ],
    })
    const added = (await page('admin', '?kind=person')).entries.find(({ action }) => action === 'person.add')
    expect(added?.subject?.name).not.toMatch(/-/)
    expect(added?.market).toBeNull()
  })

  it('is narrowed by account, person, kind and the company’s calendar days', async () => {
    const actions = async (query: string) => (await page('admin', query)).entries.map(({ action }) => action)
    expect(await actions('?account=永盛')).toEqual(['account.merge', 'account.fact'])
    expect(await actions('?account=a1&from=2026-01-10')).toEqual(['account.merge'])
    expect(await actions('?account=b1')).toEqual(['account.merge'])
    expect(await actions('?account=nobody')).toEqual([])
    expect(await actions('?person=FINANCE2@')).toEqual(['account.fact'])
    expect(await actions('?kind=account&from=2026-01-09&to=2026-01-09')).toEqual(['account.fact'])
    expect(await actions('?kind=account&from=2026-01-10&to=')).toEqual(['account.merge'])
    expect(await actions('?person=cli:test&kind=company')).toEqual(['company.set-up'])
    expect(await refusal('admin', '/api/audit?from=2026-02-30')).toBe('422 period/day-invalid')
    expect(await refusal('admin', '/api/audit?from=2026-02-02&to=2026-02-01')).toBe('422 period/ends-before')
    expect(await refusal('admin', '/api/audit/file?from=2026-02-02&to=2026-02-01')).toBe(
      '422 period/ends-before',
    )
    expect(await refusal('admin', '/api/audit?after=nonsense')).toBe('422 request/invalid')
  })

  it('comes in pages that together are all of it, once each', async () => {
    const { deps } = database
    // Many at the same moment, in two chains.
    await inScope(deps.db, '*', async (tx) => {
      for (let at = 0; at < AUDIT_PAGE + 20; at += 1)
        await audit(
          tx,
          deps.newId,
          { actor: 'system', at: new Date('2026-02-01T00:00:00.123Z') },
          { market: ids[at % 3 === 0 ? 'First' : 'Second'] ?? '', action: 'test.bulk', detail: { at } },
        )
    })
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const some: AuditPage = await page('admin', `?person=system&after=${next}`)
      expect(some.count === null).toBe(next !== '')
      seen.push(...some.entries.map(({ id }) => id))
      next = some.next
    }
    expect(seen).toHaveLength(AUDIT_PAGE + 20)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('goes into a file that no spreadsheet runs', async () => {
    const answer = await web.call('GET', '/api/audit/file?kind=account&lang=en', { as: key['admin'] ?? '' })
    expect(answer.status).toBe(200)
    expect((await answer.text()).replace('\uFEFF', '').trimEnd().split('\r\n')).toEqual([
      'When,By whom,E-mail,Network address,Where,Action,Of what,Details',
      "2026-01-10 00:00:00,admin,admin1@example.com,,Second,Merged accounts,'=cmd(),Into: A1; Account: B1",
      '2026-01-09 23:59:00,finance,finance2@example.com,,First,Recorded a strength,永盛糖酒,Value: 100 → 200; phone: ••••',
    ])
    const own = await web.call('GET', '/api/audit/file', { as: key['first'] ?? '' })
    expect(await own.text()).not.toContain('Second')
  })

  it('shows costs only to roles that may see them anyway', () => {
    const blind = roles.filter((role) => !rightsOf(role).has('contribution.read'))
    expect(blind.filter((role) => rightsOf(role).has('audit.read'))).toEqual([])
  })

  it('has words for every action that the server writes', () => {
    const folder = path.resolve('src/server')
    const written = new Set<string>()
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue
      const source = readFileSync(path.join(folder, file), 'utf8')
      for (const [, action = ''] of source.matchAll(
        /(?:action: |note\(|trace\(|edited\(deps, caller, |stamp, )'([a-z-]+(?:\.[a-z-]+)?)'/g,
      ))
        written.add(action)
    }
    expect(written.size).toBeGreaterThan(30)
    expect([...written].filter((action) => !/[一-龥]/.test(actionWords('zh', action)))).toEqual([])
    expect(actionWords('en', 'market.move.undo')).toBe('Taken back: Moved a place')
    expect(actionWords('en', 'later.thing')).toBe('later.thing')
  })
})
