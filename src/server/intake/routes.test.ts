import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aChain, type MadeChain } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { ImportBatch, UndoResult } from '../../contract/intake.ts'
import { ProblemBody } from '../../contract/people.ts'
import { uploadPath } from './upload.ts'

let database: FreshDatabase
let web: Web
let chain: MadeChain
let hq: string
let manager: string
let other: string
let rep: string

beforeAll(async () => {
  database = await freshDatabase()
  chain = await aChain(database.deps, { markets: 2, accounts: 2, skus: 1 })
  web = await webOn(database.deps)
  hq = await web.persona('hq', 'HQ')
  manager = await web.persona('regional_manager', 'M1')
  other = await web.persona('regional_manager', 'M2')
  rep = await web.persona('rep', 'M1')
})
afterAll(() => database.close())

const head = 'date,buyer_code,sku_code,cases,amount,doc\n'
const good = `${head}2025-11-03,M1-A1,S1,10,300.50,D1\n2025-11-04,M1-A2,S1,5,150,D2\n`
const wish = { map: null, createMissing: false, dryRun: false, allOrNothing: false }

async function codeOf(response: Response): Promise<string> {
  return ProblemBody.parse(await response.json()).code
}

function put(as: string, text: string, query = 'kind=movements&fileName=销售 2025.csv') {
  return web.call('PUT', `/api/imports?${query}`, { as, raw: text })
}

async function upload(as: string, text: string): Promise<ImportBatch> {
  const response = await put(as, text)
  expect(response.status).toBe(201)
  return ImportBatch.parse(await response.json())
}

async function ask(as: string, id: string): Promise<ImportBatch> {
  return ImportBatch.parse(await (await web.call('GET', `/api/imports/${id}`, { as })).json())
}

async function run(as: string, id: string, change: Partial<typeof wish> = {}): Promise<ImportBatch> {
  const started = await web.call('POST', `/api/imports/${id}/run`, { as, body: { ...wish, ...change } })
  expect(started.status).toBe(202)
  expect(ImportBatch.parse(await started.json()).state).toBe('running')
  for (;;) {
    const now = await ask(as, id)
    // The lines are in with the state; what was noted of the way there goes a moment later.
    if (now.state !== 'running' && now.progress === null) return now
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('a file over the web', () => {
  let batch: string

  it('is understood when it comes, and nothing is written', async () => {
    const waiting = await upload(manager, good)
    batch = waiting.id
    expect(waiting).toMatchObject({
      state: 'uploaded',
      kind: 'movements',
      fileName: '销售 2025.csv',
      result: null,
    })
    expect(waiting.understood?.columns.map((column) => column.field)).toContain('buyer_code')
  })

  it('is tried as often as one likes, then goes in, in the background', async () => {
    const trial = await run(manager, batch, { dryRun: true })
    expect(trial).toMatchObject({ state: 'uploaded', result: { dryRun: true, rowsAccepted: 2 } })
    const done = await run(manager, batch)
    expect(done).toMatchObject({
      state: 'done',
      undoable: true,
      progress: null,
      result: { rowsAccepted: 2, rowsRejected: 0, totals: { amountMinor: 45_050, millilitres: 90_000 } },
    })
    await expect.poll(() => existsSync(uploadPath(database.deps.folder, batch))).toBe(false)
    const again = await web.call('POST', `/api/imports/${batch}/run`, { as: manager, body: wish })
    expect(await codeOf(again)).toBe('file/missing')
  })

  it('is seen by who brought it, by HQ, by who has all its markets, and by no neighbour', async () => {
    const list = async (as: string) =>
      z
        .array(ImportBatch)
        .parse(await (await web.call('GET', '/api/imports', { as })).json())
        .map((one) => one.id)
    expect(await list(manager)).toEqual([batch])
    expect(await list(hq)).toEqual([batch])
    expect(await list(other)).toEqual([])
    for (const [method, what] of [
      ['GET', ''],
      ['GET', '/rejected'],
      ['POST', '/undo'],
    ] as const)
      expect((await web.call(method, `/api/imports/${batch}${what}`, { as: other })).status).toBe(404)
    expect((await web.call('GET', `/api/imports/${batch}`, { as: rep })).status).toBe(403)
    expect((await put(rep, good)).status).toBe(403)
  })

  it('is undone once, and then says by whom and when', async () => {
    expect((await ask(hq, batch)).undone).toBeNull()
    const done = await web.call('POST', `/api/imports/${batch}/undo`, { as: hq })
    expect(UndoResult.parse(await done.json())).toMatchObject({ batch, undone: 2 })
    const gone = await ask(hq, batch)
    expect(gone).toMatchObject({ state: 'undone', undoable: false, result: { rowsAccepted: 2 } })
    expect(gone.undone?.actor).toMatch(/^person:/)
    expect(gone.undone?.who).not.toBe(gone.undone?.actor)
    expect(gone.undone?.at).toBe(database.deps.now().toISOString())
    const again = await web.call('POST', `/api/imports/${batch}/undo`, { as: hq })
    expect(await codeOf(again)).toBe('import/already-undone')
  })

  it('gives its refused lines back as a file of the same shape', async () => {
    const { id } = await upload(manager, `${good}2025-11-05,Nobody,S1,1,2,D3\n`)
    const done = await run(manager, id)
    expect(done.result).toMatchObject({
      rowsAccepted: 2,
      rowsRejected: 1,
      rejectedFile: `/api/imports/${id}/rejected`,
    })
    const file = await web.call('GET', `/api/imports/${id}/rejected`, { as: manager })
    expect(file.headers.get('content-disposition')).toContain(encodeURIComponent('销售 2025-rejected.csv'))
    const lines = (await file.text()).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('2025-11-05,Nobody,S1,1,2,D3,')
    await web.call('POST', `/api/imports/${id}/undo`, { as: manager })
  })

  it('that fails says why, and waits to be tried again', async () => {
    const { id } = await upload(manager, `${head}2025-11-05,Nobody,S1,1,2,D3\n`)
    const failed = await run(manager, id)
    expect(failed).toMatchObject({
      state: 'failed',
      problem: { code: 'file/nothing-usable' },
      undoable: false,
    })
    expect((await run(manager, id, { createMissing: true })).state).not.toBe('running')
  })

  it('of people is not undone: their rights are in use', async () => {
    const admin = await web.persona('admin', 'HQ')
    const people = 'email,name,role,scope\nlin@example.com,Lin,rep,M1\n'
    const sent = await put(admin, people, 'kind=people&fileName=people.csv')
    const { id } = ImportBatch.parse(await sent.json())
    expect(await run(admin, id)).toMatchObject({ state: 'done', undoable: false })
    const undone = await web.call('POST', `/api/imports/${id}/undo`, { as: admin })
    expect(await codeOf(undone)).toBe('import/people-stay')
  })

  it('is refused at the door when it cannot be read, and leaves nothing', async () => {
    expect(await codeOf(await put(hq, ''))).toBe('file/empty')
    expect((await put(hq, '\u0000\u0001\u0002binary\u0000')).status).toBe(422)
    expect((await put(hq, good, 'kind=secrets&fileName=x')).status).toBe(422)
    expect((await web.call('POST', '/api/imports/nonsense/run', { as: hq, body: wish })).status).toBe(422)
    const nobodys = '00000000-0000-7000-8000-000000000000'
    expect((await web.call('POST', `/api/imports/${nobodys}/run`, { as: hq, body: wish })).status).toBe(404)
  })

  it('runs once, however often it is asked for at the same moment', async () => {
    const { id } = await upload(manager, good)
    const asked = await Promise.all(
      [1, 2, 3].map(() => web.call('POST', `/api/imports/${id}/run`, { as: manager, body: wish })),
    )
    expect(asked.map((response) => response.status).toSorted()).toEqual([202, 409, 409])
    for (let state = 'running'; state === 'running'; state = (await ask(manager, id)).state);
    expect(chain.markets).toHaveLength(2)
  })
})
