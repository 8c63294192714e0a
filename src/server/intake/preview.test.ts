import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aChain } from '../../../test/make/chain.ts'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn, type Web } from '../../../test/make/people.ts'
import { Preview } from '../../contract/import-preview.ts'
import { ImportBatch, type ColumnMap } from '../../contract/intake.ts'
import { ProblemBody } from '../../contract/people.ts'
import { withPatch } from '../../contract/with-patch.ts'

let database: FreshDatabase
let web: Web
let manager: string
let other: string
let rep: string

beforeAll(async () => {
  database = await freshDatabase()
  await aChain(database.deps, { markets: 2, accounts: 2, skus: 1 })
  web = await webOn(database.deps)
  manager = await web.persona('regional_manager', 'M1')
  other = await web.persona('regional_manager', 'M2')
  rep = await web.persona('rep', 'M1')
})
afterAll(() => database.close())

const head = '单据日期,客户编码,产品编码,数量,金额,单号\n'
const file = `${head}2025-11-03,M1-A1,S1,10,1130,D1\n2025-11-04,M1-A2,S1,5,565,D2\n2025-11-05,谁,S1,1,113,D3\n合计,,,16,1808,\n`

async function upload(text: string, name = '出货.csv', kind = 'movements'): Promise<ImportBatch> {
  const sent = await web.call('PUT', `/api/imports?kind=${kind}&fileName=${name}`, { as: manager, raw: text })
  expect(sent.status).toBe(201)
  return ImportBatch.parse(await sent.json())
}

const ask = (id: string, map: ColumnMap | null, as = manager) =>
  web.call('POST', `/api/imports/${id}/preview`, { as, body: { map, createMissing: false } })

async function preview(id: string, map: ColumnMap | null = null): Promise<Preview> {
  const answer = await ask(id, map)
  expect(answer.status).toBe(200)
  return Preview.parse(await answer.json())
}

async function run(id: string, dryRun: boolean, map: ColumnMap | null = null): Promise<ImportBatch> {
  const body = { map, createMissing: false, dryRun, allOrNothing: false }
  expect((await web.call('POST', `/api/imports/${id}/run`, { as: manager, body })).status).toBe(202)
  for (;;) {
    const now = ImportBatch.parse(await (await web.call('GET', `/api/imports/${id}`, { as: manager })).json())
    if (now.state !== 'running') return now
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('a waiting file', () => {
  let id: string

  it('shows lines of theirs and ours, and what becomes of each', async () => {
    id = (await upload(file)).id
    const seen = await preview(id)
    expect(seen.rows.map(({ fate }) => fate)).toEqual(['in', 'in', 'refused'])
    expect(seen.rows[0]?.cells['date']).toEqual({ theirs: '2025-11-03', ours: '2025-11-03' })
    expect(seen.rows[2]?.problem?.code).toBe('line/account-unknown')
    // 15 cases of 12 × 500 ml
    expect(seen.totals).toMatchObject({ lines: 3, refused: 1, cases: 15, millilitres: 90_000, exact: true })
    expect(seen.understood.dropped).toMatchObject([{ row: 5, why: 'total' }])
    expect(seen.fields.slice(0, 2).every(({ unsure }) => unsure)).toBe(true)
  })

  it('counts what each guess would make of it; the patch of a choice makes just that', async () => {
    const seen = await preview(id)
    const units = seen.choices.find((one) => one.id === 'quantity-unit')
    expect(units?.question).toBe('file/quantity-taken-as-cases')
    for (const option of units?.options ?? [])
      expect((await preview(id, withPatch(null, option.patch))).totals).toEqual(option.totals)
    const vat = seen.choices.find((one) => one.id === 'vat')
    const amounts = vat?.options.map(({ value, totals }) => [value, totals?.amountMinor])
    // 1130 + 565 with 13 % VAT are 1000 + 500.
    expect(amounts).toEqual([
      ['without', 169_500],
      ['with', 150_000],
    ])
  })

  it('heeds a header row, a dropped row taken after all, a delimiter and an encoding', async () => {
    expect((await preview(id, { takeRows: [5] })).totals.lines).toBe(4)
    expect(
      (await preview(id, { headerRow: 1, headerRows: 1, encoding: 'utf-8', delimiter: ',' })).totals,
    ).toMatchObject({
      lines: 3,
    })
    expect((await preview(id, { headerRow: 2, columns: { date: '2025-11-03' } })).rows[0]?.row).toBe(3)
    const wrong = await ask(id, { quantityUnit: '筐子' })
    expect(ProblemBody.parse(await wrong.json()).code).toBe('map/constant-invalid')
  })

  it('knows afterwards which lines are there, and that the same file came before', async () => {
    expect((await run(id, false)).result).toMatchObject({ rowsAccepted: 2 })
    const again = await upload(file, '又来.csv')
    expect(again.same).toMatchObject([{ id, state: 'done', who: 'regional_manager' }])
    expect((await preview(again.id)).rows.map(({ fate }) => fate)).toEqual([
      'unchanged',
      'unchanged',
      'refused',
    ])
    const changed = await upload(file.replace(',10,', ',12,'))
    const [first] = (await preview(changed.id)).rows
    expect(first).toMatchObject({ fate: 'corrected', was: { amountMinor: 113_000 } })
  })

  it('is shown to nobody who may not import, and to no neighbour', async () => {
    expect((await ask(id, null, rep)).status).toBe(403)
    expect((await ask((await upload(file)).id, null, other)).status).toBe(404)
  })

  it('may be pasted: cells parted by tabs', async () => {
    const pasted = await upload(file.replaceAll(',', '\t'), '粘贴')
    expect(pasted).toMatchObject({ fileName: '粘贴', understood: { delimiter: '\t' } })
    expect((await preview(pasted.id)).totals.lines).toBe(3)
  })
})

describe('the list of imports', () => {
  const list = async (query: string) =>
    z.array(ImportBatch).parse(await (await web.call('GET', `/api/imports?${query}`, { as: manager })).json())

  it('goes page by page, by kind, with names', async () => {
    const all = await list('')
    const [first] = await list('limit=1')
    expect(first?.id).toBe(all[0]?.id)
    expect((await list(`limit=1&before=${first?.id}`))[0]?.id).toBe(all[1]?.id)
    expect(await list('kind=people')).toEqual([])
    expect(first?.who).toBe('regional_manager')
    expect((await list('active=true')).every(({ endedAt }) => endedAt !== null)).toBe(true)
  })

  it('stops what runs, and says so of what does not', async () => {
    // Long enough that it still runs when it is told to stop.
    const lines = Array.from({ length: 40_000 }, (_, n) => `2025-11-06,M1-A1,S1,1,113,E${n}`)
    const { id } = await upload(`${head}${lines.join('\n')}\n`)
    const idle = await web.call('POST', `/api/imports/${id}/stop`, { as: manager })
    expect(ProblemBody.parse(await idle.json()).code).toBe('import/not-running')
    const body = { map: null, createMissing: false, dryRun: false, allOrNothing: false }
    await web.call('POST', `/api/imports/${id}/run`, { as: manager, body })
    expect((await web.call('POST', `/api/imports/${id}/stop`, { as: other })).status).toBe(404)
    const stopped = await web.call('POST', `/api/imports/${id}/stop`, { as: manager })
    expect(stopped.status).toBe(200)
    for (;;) {
      const now = ImportBatch.parse(
        await (await web.call('GET', `/api/imports/${id}`, { as: manager })).json(),
      )
      if (now.state === 'running') continue
      expect(now).toMatchObject({ state: 'interrupted', result: null })
      break
    }
    expect((await preview(id)).rows[0]?.fate).toBe('in')
  })
})
