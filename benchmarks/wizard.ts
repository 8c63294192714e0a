/**
 * Every file of messy/ and offices/ through the wizard's own routes, as the screen calls them: upload, preview, trial, go. What a
 * person had to look at (questions), to set by hand (columns, constants; listed below), what went in and came back, beside the
 * truth where one is stated. Each file in a company of its own with one market; messy/ has its price list of products first.
 * `npx tsx benchmarks/wizard.ts [part of a name]` prints a table.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { Preview } from '../src/contract/import-preview.ts'
import { ImportBatch, type ColumnMap, type ImportKind, type RunImport } from '../src/contract/intake.ts'
import { withPatch } from '../src/contract/with-patch.ts'
import { connect } from '../src/server/db/client.ts'
import { startTestServer, type TestServer } from '../test/make/cluster.ts'
import { webOn, type Web } from '../test/make/people.ts'
import { dataFolder } from './run-tonnage.ts'

const only = process.argv[2] ?? ''

/** What a person who knows the file says of it, beyond confirming what was guessed. */
const piece = { pack_units: 1, unit_ml: 500 }
const byHand: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'JD手机销售数据.xlsx': { constants: { buyer_name: '京东', date: '2025-01-31', ...piece } },
  'order-14.1.csv': { quantityUnit: 'units', constants: piece },
  'order-14.3.csv': { quantityUnit: 'units', constants: piece },
  'train-pivot.csv': { quantityUnit: 'units', constants: { sku_name: '全部商品', date: '2025', ...piece } },
  '产品销售统计.xlsx': { constants: { buyer_name: '门店', date: '2025', ...piece } },
  '便利店商品月销售.xlsx': { vat: 'without', constants: { buyer_name: '门店', units: 1, ...piece } },
  '商品销售数据_两表.xlsx': { constants: { buyer_name: '门店', ...piece } },
  '电脑配件销售记录.xlsx': {
    vat: 'without',
    constants: { buyer_name: '门店', date: '2025-01-31', ...piece },
  },
  '示例 - 超市.xls': { quantityUnit: 'units', vat: 'without', constants: piece },
  '超市营业额2.xlsx': {
    vat: 'without',
    constants: { buyer_name: '门店', sku_name: '全部商品', units: 1, ...piece },
  },
  '超市销售记录数据.xls': { vat: 'without', constants: { buyer_name: '门店', ...piece } },
}

type Truth = { readonly refused?: true; readonly rows?: number; readonly ml?: number; readonly fen?: number }
const truths = JSON.parse(readFileSync(join(dataFolder, 'messy', 'truth.json'), 'utf8')) as Record<
  string,
  Truth
>

type Refused = { readonly refused: string }
type Outcome = { readonly batch: ImportBatch } | Refused

async function answer<T>(response: Response, parse: (value: unknown) => T): Promise<T | { refused: string }> {
  const value: unknown = await response.json()
  if (response.ok) return parse(value)
  const { code, detail } = value as { code: string; detail: string }
  return { refused: `${code} (${detail})` }
}

const isRefused = <T extends object>(one: T | Refused): one is Refused => 'refused' in one

async function run(web: Web, as: string, id: string, body: RunImport): Promise<Outcome> {
  const asked = await answer(await web.call('POST', `/api/imports/${id}/run`, { as, body }), (value) =>
    ImportBatch.parse(value),
  )
  if (isRefused(asked)) return asked
  for (;;) {
    const batch = ImportBatch.parse(await (await web.call('GET', `/api/imports/${id}`, { as })).json())
    if (batch.state !== 'running')
      return batch.problem ? { refused: `${batch.problem.code} (${batch.problem.detail})` } : { batch }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Where the rows of a file belong that names no market: the screen says the only one there is by itself. */
function firstMap(batch: ImportBatch, market: string): ColumnMap | null {
  const { understood } = batch
  const named = understood?.columns.some(({ field }) => /^market_(code|name)$/.test(field)) === true
  if (understood?.layout === 'markets' || named) return batch.map ?? null
  return { ...batch.map, constants: { market_code: market, ...batch.map?.constants } }
}

type Row = {
  readonly file: string
  readonly questions: string
  readonly byHand: string
  readonly said: string
}

async function throughWizard(
  web: Web,
  as: string,
  market: string,
  file: { readonly path: string; readonly name: string; readonly kind: ImportKind },
): Promise<Omit<Row, 'file'>> {
  const raw = new Uint8Array(readFileSync(file.path))
  const at = `/api/imports?kind=${file.kind}&fileName=${encodeURIComponent(file.name)}`
  const batch = await answer(await web.call('PUT', at, { as, raw }), (value) => ImportBatch.parse(value))
  if (isRefused(batch)) return { questions: '', byHand: '', said: `refused: ${batch.refused}` }
  const hand = byHand[file.name]
  const first = file.kind === 'movements' ? firstMap(batch, market) : null
  const map = hand ? withPatch(first, hand) : first
  const look = (ask: ColumnMap | null) =>
    web
      .call('POST', `/api/imports/${batch.id}/preview`, { as, body: { map: ask, createMissing: true } })
      .then((response) => answer(response, (value) => Preview.parse(value)))
  const seen = await look(first)
  if (isRefused(seen)) return { questions: '', byHand: '', said: `refused: ${seen.refused}` }
  const questions = seen.understood.questions.map(({ code }) => code.replace('file/', '')).join(', ')
  const said = hand ? JSON.stringify(hand) : ''
  const wish = { map, createMissing: true, allOrNothing: false }
  const trial = await run(web, as, batch.id, { ...wish, dryRun: true })
  if (isRefused(trial)) return { questions, byHand: said, said: `refused: ${trial.refused}` }
  const done = await run(web, as, batch.id, { ...wish, dryRun: false, asTried: true })
  if (isRefused(done)) return { questions, byHand: said, said: `trial in, go refused: ${done.refused}` }
  const { result } = done.batch
  if (!result) throw new Error(`${file.name}: no result`)
  const { rowsAccepted, rowsRejected, unchanged, totals } = result
  const counted = `${rowsAccepted} in, ${unchanged} unchanged, ${rowsRejected} back`
  return { questions, byHand: said, said: `${counted}; ${verdict(file.name, rowsAccepted, totals)}` }
}

function verdict(name: string, rows: number, totals: { millilitres: number; amountMinor: number }): string {
  const truth = truths[name]
  if (!truth) return `${Math.round(totals.millilitres / 1000)} L, ${totals.amountMinor / 100}`
  if (truth.refused) return 'NOT as it should be: refused'
  const same =
    (truth.rows ?? rows) === rows &&
    (truth.ml ?? totals.millilitres) === totals.millilitres &&
    (truth.fen ?? totals.amountMinor) === totals.amountMinor
  return same ? 'as the truth' : `NOT as the truth: ${JSON.stringify(truth)}`
}

async function inOwnCompany(
  server: TestServer,
  n: number,
  work: (web: Web, as: string, market: string) => Promise<Omit<Row, 'file'>>,
): Promise<Omit<Row, 'file'>> {
  const root = new Client(server.root)
  await root.connect()
  await root.query(`CREATE DATABASE wizard${n} TEMPLATE ${server.template} OWNER "${server.owner.user}"`)
  await root.end()
  const folder = mkdtempSync(join(tmpdir(), 'tonnage-wizard-'))
  const at = { host: server.root.host, port: server.root.port, database: `wizard${n}` }
  const db = connect({ ...at, ...server.app })
  const deps = {
    db,
    folder,
    now: () => new Date(),
    newId: v7,
    log: pino({ level: 'silent' }),
    version: 'benchmark',
  }
  try {
    const web = await webOn(deps)
    const as = await web.persona('admin', 'HQ')
    const session = (await (await web.call('GET', '/api/session', { as })).json()) as {
      nodes: { kind: string; code: string }[]
    }
    const market = session.nodes.find(({ kind }) => kind === 'market')?.code
    if (market === undefined) throw new Error('no market')
    return await work(web, as, market)
  } finally {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const files = ['messy', 'offices'].flatMap((folder) =>
  readdirSync(join(dataFolder, folder))
    .filter((name) => !/^(README|truth)|\.md$/.test(name) && name !== 'skus.csv' && name.includes(only))
    .map((name) => ({ folder, name, path: join(dataFolder, folder, name), kind: 'movements' as const })),
)
const { server, stop } = await startTestServer()
try {
  console.log('| file | asked | set by hand | went in, came back |\n|---|---|---|---|')
  for (const [n, file] of files.entries()) {
    const row = await inOwnCompany(server, n, async (web, as, market) => {
      if (file.folder === 'messy') {
        const path = join(dataFolder, 'messy', 'skus.csv')
        await throughWizard(web, as, market, { path, name: 'skus.csv', kind: 'products' })
      }
      return throughWizard(web, as, market, file)
    })
    console.log(`| ${file.folder}/${file.name} | ${row.questions} | ${row.byHand} | ${row.said} |`)
  }
} finally {
  await stop()
}
