import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aChain, type MadeAccount, type MadeChain } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { Merged } from '../../contract/chain.ts'
import { Node, ProblemBody } from '../../contract/people.ts'
import { inScope } from '../db/transaction.ts'
import { exportKinds } from './export.ts'
import { postLines, type PostLine } from './post.ts'
import { csvCell } from './table-file.ts'

let database: FreshDatabase
let web: Web
let chain: MadeChain
let hq: string
let manager: string
let finance: string
let rep: string

beforeAll(async () => {
  database = await freshDatabase()
  const { deps } = database
  chain = await aChain(deps, { markets: 2, accounts: 3, skus: 1 })
  const lines = chain.accounts.map(({ market, id }, at): PostLine => ({
    market,
    account: id,
    sku: chain.skus[0] ?? '',
    seller: null,
    kind: 'sell_in',
    day: '2025-12-01',
    millilitres: 6_000_500,
    milliCases: 1_000_083,
    amountMinor: 1234 + at,
    costMinor: 1000,
    doc: `D${at}`,
  }))
  await inScope(deps.db, '*', (tx) =>
    postLines(tx, { batch: deps.newId(), seed: deps.newId(), at: deps.now() }, 'test', lines),
  )
  web = await webOn(deps)
  hq = await web.persona('hq', 'HQ')
  manager = await web.persona('regional_manager', 'M1')
  finance = await web.persona('finance', 'M1')
  rep = await web.persona('rep', 'M1')
})
afterAll(() => database.close())

function account(code: string): MadeAccount {
  const found = chain.accounts.find((one) => one.code === code)
  if (!found) throw new Error(code)
  return found
}

async function codeOf(response: Response): Promise<string> {
  return ProblemBody.parse(await response.json()).code
}

function mergeAs(as: string, code: string, into: string) {
  return web.call('POST', `/api/accounts/${account(code).id}/merge`, { as, body: { into: account(into).id } })
}

describe('the tree', () => {
  it('shows the path to what a person sees, and no neighbour', async () => {
    const nodes = z.array(Node).parse(await (await web.call('GET', '/api/tree', { as: rep })).json())
    expect(nodes.map((node) => node.code)).toEqual(['HQ', 'M1'])
    const all = z.array(Node).parse(await (await web.call('GET', '/api/tree', { as: hq })).json())
    expect(all.map((node) => node.code)).toEqual(['HQ', 'M1', 'M2'])
    expect((await web.call('GET', '/api/tree')).status).toBe(401)
  })
})

describe('one firm under two codes', () => {
  it('is merged and unmerged, with a trace', async () => {
    const done = await mergeAs(manager, 'M1-A2', 'M1-A1')
    expect(Merged.parse(await done.json())).toEqual({
      account: account('M1-A2').id,
      into: account('M1-A1').id,
    })
    expect(await codeOf(await mergeAs(hq, 'M1-A2', 'M1-A3'))).toBe('account/merged-already')
    expect(await codeOf(await mergeAs(hq, 'M1-A3', 'M1-A2'))).toBe('account/merged-already')
    const back = await web.call('POST', `/api/accounts/${account('M1-A2').id}/unmerge`, { as: manager })
    expect(Merged.parse(await back.json()).into).toBeNull()
    const again = await web.call('POST', `/api/accounts/${account('M1-A2').id}/unmerge`, { as: manager })
    expect(await codeOf(again)).toBe('account/not-merged')
    const traces = await inScope(database.deps.db, '*', ({ q }) =>
      q.selectFrom('audit_entry').select('action').where('market_id', '=', account('M1-A2').market).execute(),
    )
    expect(traces.map((entry) => entry.action)).toEqual(['account.merge', 'account.unmerge'])
  })

  it('is refused with itself, over markets, beyond the scope, and to reps', async () => {
    expect(await codeOf(await mergeAs(hq, 'M1-A1', 'M1-A1'))).toBe('account/merge-self')
    expect(await codeOf(await mergeAs(hq, 'M1-A1', 'M2-A1'))).toBe('account/merge-market')
    expect(await codeOf(await mergeAs(manager, 'M2-A1', 'M2-A2'))).toBe('account/missing')
    expect(await codeOf(await mergeAs(rep, 'M1-A1', 'M1-A2'))).toBe('person/no-right')
    expect(
      (await web.call('POST', `/api/accounts/${account('M2-A1').id}/unmerge`, { as: manager })).status,
    ).toBe(404)
  })
})

describe('export', () => {
  async function rows(kind: string, as: string, more = ''): Promise<string[]> {
    const response = await web.call('GET', `/api/export/${kind}?format=csv${more}`, { as })
    expect([kind, response.status]).toEqual([kind, 200])
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    expect(text.startsWith('\uFEFF')).toBe(true)
    return text.slice(1).trimEnd().split('\r\n')
  }

  it('holds what the caller may see, and exact figures', async () => {
    const all = await rows('movements', hq)
    expect(all).toHaveLength(7)
    expect(all[0]).toBe(
      'date,kind,seller_code,buyer_code,buyer_name,market_code,sku_code,sku_name,cases,units,litres,amount,cost,doc,line',
    )
    expect(all[1]).toBe(
      '2025-12-01,sell_in,,M1-A1,Account M1-A1,M1,S1,Beer S1,1000.083,12001,6000.5,12.34,10,D0,',
    )
    const some = await rows('movements', finance)
    expect(some.slice(1).every((row) => row.includes(',M1,'))).toBe(true)
    expect(some).toHaveLength(4)
    expect(await rows('movements', hq, '&node=m2')).toHaveLength(4)
    expect((await rows('accounts', finance)).slice(1).map((row) => row.split(',')[0])).toEqual([
      'M1-A1',
      'M1-A2',
      'M1-A3',
    ])
    expect(await rows('markets', finance)).toHaveLength(2)
  })

  it('works for every kind', async () => {
    for (const kind of exportKinds) expect((await rows(kind, hq)).length).toBeGreaterThan(0)
  })

  it('is refused where there is no right, no such kind, or no such place', async () => {
    expect((await web.call('GET', '/api/export/movements', { as: rep })).status).toBe(403)
    expect(await codeOf(await web.call('GET', '/api/export/people', { as: finance }))).toBe('person/no-right')
    expect((await web.call('GET', '/api/export/ranking?asOf=never', { as: hq })).status).toBe(422)
    expect(await codeOf(await web.call('GET', '/api/export/secrets', { as: hq }))).toBe('export/kind-unknown')
    expect(await codeOf(await web.call('GET', '/api/export/movements?node=m2', { as: finance }))).toBe(
      'market/missing',
    )
    expect((await web.call('GET', '/api/export/movements?format=doc', { as: hq })).status).toBe(422)
  })

  it('makes a workbook whose texts are texts', async () => {
    const response = await web.call('GET', '/api/export/movements?format=xlsx', { as: hq })
    expect(response.headers.get('content-disposition')).toContain('movements.xlsx')
    const book = new exceljs.Workbook()
    await book.xlsx.load(await response.arrayBuffer())
    const sheet = book.worksheets[0]
    expect([sheet?.rowCount, sheet?.getCell('I2').value, sheet?.getCell('D2').value]).toEqual([
      7,
      1000.083,
      'M1-A1',
    ])
  })

  it('lets no text become a formula', () => {
    expect(['=1+1', '+86x', '-x', '@a', 'a"b', 'a,b', null, -5].map(csvCell)).toEqual([
      "'=1+1",
      "'+86x",
      "'-x",
      "'@a",
      '"a""b"',
      '"a,b"',
      '',
      '-5',
    ])
  })
})
