import { appendFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aChain } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { ImportMapping, UndoPreview } from '../../contract/import-undo.ts'
import { ImportBatch, type RunImport } from '../../contract/intake.ts'
import { uploadPath } from './upload.ts'

let database: FreshDatabase
let web: Web
let manager: string
let finance: string
let other: string

beforeAll(async () => {
  database = await freshDatabase()
  await aChain(database.deps, { markets: 2, accounts: 2, skus: 1 })
  web = await webOn(database.deps)
  manager = await web.persona('regional_manager', 'M1')
  finance = await web.persona('finance', 'M1')
  other = await web.persona('regional_manager', 'M2')
})
afterAll(() => database.close())

const head = 'date,buyer_code,buyer_name,sku_code,cases,amount,doc,line\n'
let docs = 0
const line = (buyer: string, cases: number, doc = `D${++docs}`) =>
  `2025-11-03,${buyer},,S1,${cases},${cases * 10},${doc},1\n`

async function upload(text: string, name = 'sales.csv', kind = 'movements'): Promise<ImportBatch> {
  const sent = await web.call('PUT', `/api/imports?kind=${kind}&fileName=${name}`, { as: manager, raw: text })
  expect(sent.status).toBe(201)
  return ImportBatch.parse(await sent.json())
}

async function run(id: string, change: Partial<RunImport> = {}): Promise<ImportBatch> {
  const body = { map: null, createMissing: false, dryRun: false, allOrNothing: false, ...change }
  const asked = await web.call('POST', `/api/imports/${id}/run`, { as: manager, body })
  if (asked.status !== 202) {
    const refused = (await asked.json()) as { code: string; detail: string }
    return { problem: refused } as ImportBatch
  }
  for (;;) {
    const now = ImportBatch.parse(await (await web.call('GET', `/api/imports/${id}`, { as: manager })).json())
    if (now.state !== 'running') return now
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const get = (path: string, as = manager) => web.call('GET', path, { as })

describe('a trial', () => {
  it('gives samples of what goes in, stays, is corrected and made', async () => {
    const first = line('M1-A1', 10, 'T1') + line('M1-A1', 20, 'T2')
    await run((await upload(head + first)).id)
    const { id } = await upload(
      head + line('M1-A1', 10, 'T1') + line('M1-A1', 25, 'T2') + line('NEW', 3, 'T3'),
    )
    const trial = await run(id, {
      dryRun: true,
      createMissing: true,
      map: { constants: { market_code: 'M1' } },
    })
    expect(trial.result?.samples).toMatchObject({
      in: [{ account: 'NEW', doc: 'T3', amountMinor: 3000 }],
      unchanged: [{ doc: 'T1' }],
      corrected: [{ doc: 'T2', amountMinor: 25_000, was: { amountMinor: 20_000 } }],
      created: [{ subject: 'account', code: 'NEW' }],
      overlaps: [{ fileName: 'sales.csv', same: 2, alike: 0 }],
    })
    expect((await run(id, { dryRun: true })).result?.rejectedBy[0]).toMatchObject({
      code: 'line/account-unknown',
      cases: 3,
      examples: [{ row: 4 }],
    })
  })

  it('names the batch whose lines stand there under other document numbers', async () => {
    await run((await upload(head + line('M1-A2', 7) + line('M1-A2', 8), 'till-1.csv')).id)
    const { id } = await upload(head + line('M1-A2', 7) + line('M1-A2', 8) + line('M1-A2', 9))
    const { result } = await run(id, { dryRun: true })
    expect(result?.samples?.overlaps).toMatchObject([{ fileName: 'till-1.csv', same: 0, alike: 2 }])
  })

  it('holds the import to what it said', async () => {
    const { id } = await upload(head + line('M1-A1', 4, 'H1'))
    expect((await run(id, { asTried: true })).problem?.code).toBe('import/trial-stale')
    await run(id, { dryRun: true })
    expect((await run(id, { asTried: true, createMissing: true })).problem?.code).toBe('import/trial-stale')
    await run((await upload(head + line('M1-A1', 5, 'H1'), 'between.csv')).id)
    const refused = await run(id, { asTried: true })
    expect(refused.problem?.code).toBe('import/outcome-differs')
    expect(refused.problem?.detail).toContain('between.csv')
    expect(refused.problem?.facts).toMatchObject({ batch: 'between.csv' })
    expect((await run(id, { dryRun: true })).result?.corrected).toBe(1)
    await run((await upload(head + line('M1-A1', 5))).id)
    // Somebody else's import that changes nothing here is no hindrance.
    expect((await run(id, { asTried: true })).state).toBe('done')
  })

  it('is of one file: another in its place is refused', async () => {
    const { id } = await upload(head + line('M1-A1', 4))
    await run(id, { dryRun: true })
    appendFileSync(uploadPath(database.deps.folder, id), line('M1-A1', 400))
    expect((await run(id, { asTried: true })).problem?.code).toBe('import/file-changed')
  })
})

describe('refused rows', () => {
  it('come back corrected, as the child of their batch; reasons are in the language of who reads', async () => {
    const { id } = await upload(head + line('M1-A1', 4) + line('Nobody', 6, 'R1'))
    await run(id)
    const english = await (await get(`/api/imports/${id}/rejected`)).text()
    expect(english.split('\r\n')[0]?.endsWith('line,Why')).toBe(true)
    const child = await upload(english.replace('Nobody', 'M1-A2'), 'sales-rejected.csv')
    expect(child.parent).toEqual({ id, fileName: 'sales.csv', refused: 1 })
    expect(child.understood?.columns.map(({ header }) => header)).not.toContain('Why')
    const done = await run(child.id)
    expect(done.result).toMatchObject({ rowsAccepted: 1, rowsRejected: 0 })
    const plain = await upload(head + line('M1-A1', 1))
    expect(plain.parent).toBeNull()
  })
})

describe('taking back', () => {
  it('says first what it would touch, and who is in the way', async () => {
    const map = { constants: { market_code: 'M1' } }
    const first = await upload(head + line('U1', 10, 'U-1') + line('U2', 5, 'U-2'), 'first.csv')
    await run(first.id, { createMissing: true, map })
    const second = await upload(head + line('U1', 11, 'U-1'), 'second.csv')
    await run(second.id)
    const seen = UndoPreview.parse(await (await get(`/api/imports/${first.id}/undo-preview`)).json())
    expect(seen).toMatchObject({
      lines: 2,
      months: ['2025-11-01'],
      goes: { accounts: 1 },
      stays: { accounts: 1, names: ['U1'] },
      standing: { count: 2 },
      later: [{ id: second.id, fileName: 'second.csv', blocks: true }],
      problem: { code: 'import/later-batch' },
    })
    await web.call('POST', `/api/imports/${second.id}/undo`, { as: manager })
    const free = UndoPreview.parse(await (await get(`/api/imports/${first.id}/undo-preview`)).json())
    expect(free).toMatchObject({ goes: { accounts: 2 }, stays: { accounts: 0 }, later: [], problem: null })
    expect((await get(`/api/imports/${first.id}/undo-preview`, finance)).status).toBe(403)
    expect((await get(`/api/imports/${first.id}/undo-preview`, other)).status).toBe(404)
  })
})

describe('what is remembered of shapes', () => {
  it('is listed, and forgotten', async () => {
    const list = async () => z.array(ImportMapping).parse(await (await get('/api/import-mappings')).json())
    const [first] = await list()
    expect(first).toMatchObject({ kind: 'movements', who: 'regional_manager' })
    const path = `/api/import-mappings/${first?.kind}/${first?.shape}`
    expect(await (await web.call('DELETE', path, { as: manager })).json()).toEqual({ forgotten: true })
    expect(await (await web.call('DELETE', path, { as: manager })).json()).toEqual({ forgotten: false })
    expect(await list()).toHaveLength(0)
  })
})
