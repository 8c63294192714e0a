/**
 * A file of movements from end to end (reading, codes, keys, duplicates, line keys, both rollups, scope, audit, batch) beside
 * COPY of the same rows into an identical, empty table with the same keys, indexes and foreign keys. Both in one database with
 * the product's own settings (every commit reaches the disk), one after the other, in a fresh database each time; median of the
 * runs. COPY reads its rows from memory; the import reads a csv file. `npx tsx benchmarks/import-speed.ts [lines] [runs]`
 */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { rights, type Caller } from '../src/domain/chain/reach.ts'
import { connect } from '../src/server/db/client.ts'
import type { Deps } from '../src/server/db/deps.ts'
import { engine } from '../src/server/importing.ts'
import { aChain, type MadeChain } from '../test/make/chain.ts'
import { startTestServer, type TestServer } from '../test/make/cluster.ts'
import { bareCopy, seconds } from './bare-copy.ts'

const lines = Number(process.argv[2] ?? 1_000_000)
const runs = Number(process.argv[3] ?? 5)
const LOT = 5000

function* fileOf(chain: MadeChain): Generator<string> {
  let state = 7
  const pick = (count: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) % count
  yield '日期,单据号,行号,客户编码,客户名称,产品编码,产品名称,箱数,不含税金额,成本\n'
  let lot = ''
  for (let n = 0; n < lines; n++) {
    const at = pick(chain.accounts.length)
    const sku = 1 + pick(chain.skus.length)
    const cases = 1 + pick(50)
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor((n * 730) / lines))).toISOString().slice(0, 10)
    const code = chain.accounts[at]?.code ?? ''
    lot += `${day},SO-${Math.floor(n / 8)},${n % 8},${code},云顶商行${at},S${sku},纯生 500ml×12 第${sku}款,${cases},${cases * 36}.00,${cases * 21}.00\n`
    if (n % LOT === LOT - 1) {
      yield lot
      lot = ''
    }
  }
  yield lot
}

const caller: Caller = {
  actor: 'cli:benchmark',
  personId: null,
  rights: new Set(rights),
  scope: '*',
  locale: 'zh',
}

async function run(server: TestServer, root: Client, folder: string, base: string, file: string, n: number) {
  await root.query(`CREATE DATABASE bench${n} TEMPLATE ${base} OWNER "${server.owner.user}"`)
  const at = { host: server.root.host, port: server.root.port, database: `bench${n}` }
  const deps = depsOf(connect({ ...at, ...server.app }), folder)
  await root.query('CHECKPOINT')
  const request = {
    path: file,
    fileName: 'movements.csv',
    kind: 'movements' as const,
    map: null,
    dryRun: false,
    createMissing: true,
    allOrNothing: true,
  }
  const [imported, result] = await seconds(() => engine.importFile(deps, caller, request, () => {}))
  if (!result.ok || result.value.rowsAccepted !== lines)
    throw new Error(JSON.stringify(result).slice(0, 2000))
  const owner = new Client({ ...at, user: server.root.user, password: server.root.password })
  await owner.connect()
  const bare = await bareCopy(owner)
  await owner.end()
  await deps.db.close()
  await root.query(`DROP DATABASE bench${n}`)
  return { imported, bare, ratio: bare / imported, steps: result.value.seconds }
}

function depsOf(db: Deps['db'], folder: string): Deps {
  return { db, now: () => new Date(), newId: () => v7(), folder, version: '', log: pino({ level: 'silent' }) }
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'tonnage-import-speed-'))
const { server, stop } = await startTestServer(process.argv[4] === 'volatile' ? undefined : [])
const root = new Client(server.root)
await root.connect()
try {
  await root.query(`CREATE DATABASE base TEMPLATE "${server.template}" OWNER "${server.owner.user}"`)
  const db = connect({ host: server.root.host, port: server.root.port, database: 'base', ...server.app })
  const chain = await aChain(depsOf(db, folder), { markets: 20, accounts: 25, skus: 100 })
  await db.close()
  const file = path.join(folder, 'movements.csv')
  await pipeline(Readable.from(fileOf(chain)), createWriteStream(file))
  console.log(JSON.stringify({ lines, megabytes: Math.round((await stat(file)).size / 1e6) }))
  const ratios: number[] = []
  for (let n = 0; n < runs; n++) {
    const one = await run(server, root, folder, 'base', file, n)
    ratios.push(one.ratio)
    console.log(JSON.stringify(one))
  }
  const sorted = ratios.toSorted((a, b) => a - b)
  console.log(JSON.stringify({ median: sorted[Math.floor(sorted.length / 2)] }))
} finally {
  await root.end()
  await stop()
  await rm(folder, { recursive: true, force: true })
}
