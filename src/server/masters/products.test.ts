import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { plant, steady } from '../../../test/make/plant.ts'
import { Edited } from '../../contract/masters.ts'
import { ProductForm, Products } from '../../contract/masters-products.ts'
import { ProblemBody } from '../../contract/people.ts'

const ALWAYS = '1970-01-01'
const size = { packUnits: 12, unitMl: 500, cost: 30, excise: 2.2 }
let database: FreshDatabase
let web: Web
const key: Record<string, string> = {}

beforeAll(async () => {
  database = await freshDatabase()
  web = await webOn(database.deps)
  await plant(database.deps, [{ code: 'A1', name: '永盛糖酒', orders: steady('2025-12-31', 10, 100) }])
  key['hq'] = await web.persona('hq', 'HQ')
  key['rep'] = await web.persona('rep', 'First')
})
afterAll(() => database.close())

async function list(as = 'hq'): Promise<Products> {
  const answer = await web.call('GET', '/api/masters/products', { as: key[as] ?? '' })
  return Products.parse(await answer.json())
}
async function form(code: string, as = 'hq'): Promise<ProductForm> {
  const id = (await list()).rows.find((row) => row.code === code)?.id ?? ''
  const answer = await web.call('GET', `/api/masters/products/${id}`, { as: key[as] ?? '' })
  return ProductForm.parse(await answer.json())
}
async function send(method: string, path: string, body: unknown, as = 'hq'): Promise<string> {
  const answer = await web.call(method, `/api/masters/products${path}`, { as: key[as] ?? '', body })
  const json: unknown = await answer.json()
  return answer.ok ? Edited.parse(json).edit : ProblemBody.parse(json).code
}
async function step(code: string, ask: object): Promise<string> {
  const { id, version } = await form(code)
  return send('POST', `/${id}/periods`, { version, ...ask })
}
async function undo(edit: string): Promise<string> {
  const answer = await web.call('POST', `/api/masters/undo/${edit}`, { as: key['hq'] ?? '' })
  return answer.ok ? 'undone' : ProblemBody.parse(await answer.json()).code
}
const spans = async (code: string) =>
  (await form(code)).sizes.map(({ from, to, cost, excise }) => [from, to, cost, excise])

describe('products', () => {
  it('are made with what holds from always, and changed', async () => {
    const wanted = { code: 'K1', name: '纯生 500', brand: '', category: '纯生', ...size }
    await send('POST', '', wanted)
    expect(await send('POST', '', { ...wanted, code: 'k1' })).toBe('code/taken')
    expect(await send('POST', '', { ...wanted, code: 'K2', name: '长'.repeat(200) })).toBe('name/too-long')
    expect(await form('K1')).toMatchObject({
      brand: null,
      inUse: false,
      sizes: [{ from: ALWAYS, to: null, ...size }],
    })
    const { id, version } = await form('K1')
    const change = { version, code: 'K1', name: '纯生', brand: '南江', category: '纯生' }
    expect(await send('PUT', `/${id}`, change)).not.toContain('/')
    expect(await send('PUT', `/${id}`, change)).toBe('edit/changed-meanwhile')
    expect((await list()).rows.find((row) => row.code === 'K1')).toMatchObject({
      name: '纯生',
      brand: '南江',
      cost: 30,
    })
  })

  it('show a rep neither cost nor excise, and take nothing from one', async () => {
    const seen = await list('rep')
    expect(seen).toMatchObject({ may: false, seesCosts: false })
    expect(seen.rows.find((row) => row.code === 'K1')).toMatchObject({ cost: null, excise: null })
    expect((await form('K1', 'rep')).sizes[0]).not.toHaveProperty('cost')
    expect(
      await send('POST', '', { code: 'X', name: 'X', brand: null, category: null, ...size }, 'rep'),
    ).toBe('person/no-right')
  })

  it('have periods: one is added, corrected, taken out, undone', async () => {
    const add = await step('K1', { step: 'add', size: { from: '2025-07-01', to: null, ...size, excise: 3 } })
    expect(await spans('K1')).toEqual([
      [ALWAYS, '2025-07-01', 30, 2.2],
      ['2025-07-01', null, 30, 3],
    ])
    const late = { from: '2025-08-01', to: null, ...size }
    expect(await step('K1', { step: 'correct', began: '2025-07-01', size: late })).toBe('period/hole')
    const early = { from: '2025-06-01', to: null, ...size }
    expect(await step('K1', { step: 'correct', began: '2025-07-01', size: early })).toBe('period/overlap')
    const ends = { from: '2025-06-01', to: '2025-06-01', ...size }
    expect(await step('K1', { step: 'add', size: ends })).toBe('period/ends-before')
    expect(await step('K1', { step: 'remove', began: '2025-07-02' })).toBe('period/missing')
    expect(await step('K1', { step: 'remove', began: ALWAYS })).toBe('period/hole')
    expect(await spans('K1')).toHaveLength(2)
    const out = await step('K1', { step: 'remove', began: '2025-07-01' })
    expect(await spans('K1')).toEqual([[ALWAYS, null, 30, 2.2]])
    // What was changed since is not undone; the last step is, and then the first too.
    expect(await undo(add)).toBe('edit/changed-since')
    expect(await undo(out)).toBe('undone')
    expect(await undo(add)).toBe('undone')
    expect(await spans('K1')).toEqual([[ALWAYS, null, 30, 2.2]])
  })

  it('have list prices by tier, which may leave days out', async () => {
    const price = { from: '2025-01-01', to: '2026-01-01', list: 42.5 }
    await step('K1', { step: 'add', tier: 'wholesaler', price })
    await step('K1', {
      step: 'add',
      tier: 'wholesaler',
      price: { from: '2025-10-01', to: '2025-11-01', list: 39 },
    })
    const { prices } = await form('K1')
    expect(prices.find(({ tier }) => tier === 'wholesaler')?.spans).toEqual([
      { from: '2025-01-01', to: '2025-10-01', list: 42.5 },
      { from: '2025-10-01', to: '2025-11-01', list: 39 },
      { from: '2025-11-01', to: '2026-01-01', list: 42.5 },
    ])
    expect((await list()).rows.find((row) => row.code === 'K1')?.list).toBeNull()
  })

  it('are grouped many at once, and taken away only while nobody sold them', async () => {
    const ids = (await list()).rows.map(({ id }) => id)
    const edit = await send('POST', '/change-many', { ids, brand: '江城' })
    expect((await list()).rows.map(({ brand }) => brand)).toEqual(ids.map(() => '江城'))
    expect(await undo(edit)).toBe('undone')
    const sold = (await list()).rows.find((row) => row.code !== 'K1')?.code ?? ''
    const [used, fresh] = [await form(sold), await form('K1')]
    expect(await send('POST', `/${used.id}/withdraw`, { version: used.version })).toBe('product/in-use')
    await send('POST', `/${fresh.id}/withdraw`, { version: fresh.version })
    expect((await list()).rows.map(({ code }) => code)).not.toContain('K1')
    expect(
      await send('POST', '', { code: 'K1', name: 'again', brand: null, category: null, ...size }),
    ).not.toContain('/')
    expect(await spans('K1')).toHaveLength(1)
  })
})
