/**
 * Posting against bare COPY: a million movements through the door of the ledger (keys, duplicates, line keys, both rollups),
 * beside COPY of the same rows into an identical table with the same keys, in one run on one server. `npx tsx benchmarks/ledger.ts [lines]`
 */
import { Client } from 'pg'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { postLines } from '../src/server/chain/post.ts'
import { connect } from '../src/server/db/client.ts'
import { inScope } from '../src/server/db/transaction.ts'
import { aChain } from '../test/make/chain.ts'
import { startTestServer } from '../test/make/cluster.ts'
import { bareCopy, seconds } from './bare-copy.ts'
import { manyLines } from './many-lines.ts'

const lines = Number(process.argv[2] ?? 1_000_000)

const { server, stop } = await startTestServer()
const root = new Client(server.root)
await root.connect()
await root.query(`CREATE DATABASE bench TEMPLATE "${server.template}" OWNER "${server.owner.user}"`)
const at = { host: server.root.host, port: server.root.port, database: 'bench' }
const db = connect({ ...at, ...server.app })
const deps = {
  db,
  now: () => new Date(),
  newId: () => v7(),
  folder: '',
  version: '',
  log: pino({ level: 'silent' }),
}
const chain = await aChain(deps, { markets: 20, accounts: 25, skus: 100 })

const [posted] = await seconds(() =>
  inScope(db, '*', (tx) =>
    postLines(
      tx,
      { batch: v7(), seed: v7(), at: new Date() },
      'bench',
      manyLines(chain, { count: lines, year: 2024, days: 730, linesAnOrder: 8 }),
    ),
  ),
)
const owner = new Client({ ...at, user: server.root.user, password: server.root.password })
await owner.connect()
const bare = await bareCopy(owner)
console.log(
  JSON.stringify({ lines, posted, bare, ratio: bare / posted, node: process.memoryUsage().rss / 2 ** 20 }),
)
await owner.end()
await db.close()
await root.end()
await stop()
