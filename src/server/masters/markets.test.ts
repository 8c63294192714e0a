import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, plantMarkets, steady } from '../../../test/make/plant.ts'
import { Edited } from '../../contract/masters.ts'
import { MasterTree, type MasterNode } from '../../contract/masters-markets.ts'
import { Markets } from '../../contract/market.ts'
import { ProblemBody } from '../../contract/people.ts'
import { inScope } from '../db/transaction.ts'
import { verifyAudit } from '../db/audit.ts'

let database: FreshDatabase
let web: Web
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plantMarkets(database.deps, ['Second', 'Third'])
  await plant(database.deps, [{ code: 'A1', name: '永盛糖酒', orders: steady('2025-12-31', 10, 100) }])
  key['hq'] = await web.persona('hq', 'HQ')
  key['manager'] = await web.persona('regional_manager', 'First')
})
afterAll(() => database.close())

async function tree(as = 'hq'): Promise<MasterTree> {
  const answer = await web.call('GET', '/api/masters/markets', { as: key[as] ?? '' })
  expect(answer.status).toBe(200)
  return MasterTree.parse(await answer.json())
}
async function node(code: string): Promise<MasterNode> {
  const found = (await tree()).nodes.find((one) => one.code === code)
  if (!found) throw new Error(`no ${code}`)
  return found
}
async function send(method: string, path: string, body: unknown, as = 'hq'): Promise<string> {
  const answer = await web.call(method, `/api/masters${path}`, { as: key[as] ?? '', body })
  const json: unknown = await answer.json()
  return answer.ok ? Edited.parse(json).edit : ProblemBody.parse(json).code
}
async function undo(edit: string): Promise<string> {
  const answer = await web.call('POST', `/api/masters/undo/${edit}`, { as: key['hq'] ?? '' })
  return answer.ok ? 'undone' : ProblemBody.parse(await answer.json()).code
}
async function add(kind: string, code: string, under = 'HQ', name = code): Promise<string> {
  return send('POST', '/markets', { kind, code, name, parent: (await node(under)).id })
}
async function act(code: string, step: string, more: object): Promise<string> {
  const { id, version } = await node(code)
  return send('POST', `/markets/${id}/${step}`, { version, ...more })
}

describe('the tree of territories', () => {
  it('shows a manager the own market and what lies above it, without the right to change', async () => {
    const seen = await tree('manager')
    expect(seen.nodes.map(({ code }) => code)).toEqual(['HQ', 'First'])
    expect(seen.may).toBe(false)
    expect(seen.nodes[1]).toMatchObject({ accounts: 1, wholesalers: 1, people: 1, inUse: true })
    const { id } = await node('HQ')
    expect(
      await send('POST', '/markets', { kind: 'market', code: 'X', name: 'X', parent: id }, 'manager'),
    ).toBe('person/no-right')
  })

  it('adds, renames and refuses names and codes that cannot be', async () => {
    await add('region', 'South')
    await add('office', 'Lin', 'South', '临江办事处')
    expect(await add('market', 'Lin', 'HQ')).toBe('code/taken')
    expect(await add('market', ' ', 'HQ', 'Name')).toBe('code/empty')
    expect(await add('market', 'Long', 'HQ', '长'.repeat(200))).toBe('name/too-long')
    expect(await add('market', 'Deep', 'First')).toBe('market/parent-kind')
    const { id, version } = await node('Lin')
    const change = { version, code: 'LIN', name: '临江' }
    expect(await send('PUT', `/markets/${id}`, change)).not.toContain('/')
    expect((await node('LIN')).name).toBe('临江')
    // The version that was read first is old now.
    expect(await send('PUT', `/markets/${id}`, change)).toBe('edit/changed-meanwhile')
    expect(
      await send('PUT', `/markets/${id}`, { ...change, version: (await node('LIN')).version, code: 'First' }),
    ).toBe('code/taken')
  })

  it('moves a market from a day on, undoes it, and sees it in the ranking at once', async () => {
    const { id: lin } = await node('LIN')
    const under = async () => {
      const answer = await web.call('GET', '/api/markets?node=South', { as: key['hq'] ?? '' })
      return answer.ok ? Markets.parse(await answer.json()).markets.map(({ code }) => code) : []
    }
    expect(await under()).toEqual([])
    const edit = await act('First', 'move', { parent: lin, day: '2026-01-01' })
    expect(await under()).toEqual(['First'])
    const hq = await node('HQ')
    expect((await node('First')).stays).toEqual([
      { parent: hq.id, from: '1970-01-01', to: '2026-01-01' },
      { parent: lin, from: '2026-01-01', to: null },
    ])
    expect(await undo(edit)).toBe('undone')
    expect(await undo(edit)).toBe('edit/undone-already')
    expect((await node('First')).stays).toEqual([])
    expect(await under()).toEqual([])
  })

  it('refuses circles, days that have not come, and moving what is fixed', async () => {
    const [south, lin, hq] = await Promise.all([node('South'), node('LIN'), node('HQ')])
    expect(await act('South', 'move', { parent: lin.id, day: '2026-01-01' })).toBe('market/beneath-itself')
    expect(await act('First', 'move', { parent: south.id, day: '2999-01-01' })).toBe('period/day-ahead')
    expect(await act('First', 'move', { parent: south.id, day: 'soon' })).toBe('period/day-invalid')
    expect(await act('First', 'move', { parent: hq.id, day: '2026-01-01' })).toBe('market/same-parent')
    expect(await act('HQ', 'move', { parent: south.id, day: '2026-01-01' })).toBe('market/fixed')
  })

  it('does not delete a market with history: it closes it, and opens it again', async () => {
    expect(await act('First', 'withdraw', {})).toBe('market/has-history')
    await act('First', 'close', { day: '2026-01-02' })
    expect((await node('First')).closed).toBe('2026-01-02')
    expect(await act('First', 'close', { day: '2026-01-03' })).toBe('market/closed')
    await act('First', 'reopen', { day: '2026-01-04' })
    expect((await node('First')).closed).toBeNull()
    expect((await node('First')).stays).toHaveLength(2)
    expect(await act('First', 'reopen', { day: '2026-01-04' })).toBe('market/open')
  })

  it('deletes what nothing refers to, brings its code back, and does not undo what is in use since', async () => {
    const gone = await act('Third', 'withdraw', {})
    expect((await tree()).nodes.some(({ code }) => code === 'Third')).toBe(false)
    expect(await undo(gone)).toBe('undone')
    await act('Third', 'withdraw', {})
    const made = await add('market', 'third', 'South')
    expect(await undo(made)).toBe('undone')
    const fresh = await add('office', 'Fresh', 'South')
    await add('market', 'Fresh-1', 'Fresh')
    expect(await undo(fresh)).toBe('edit/changed-since')
    expect(await act('Fresh', 'withdraw', {})).toBe('market/has-children')
  })

  it('leaves an audit that holds', async () => {
    const check = await inScope(database.deps.db, '*', verifyAudit, { readOnly: true, snapshot: true })
    expect(check.broken).toEqual([])
  })
})
