/**
 * Posting against bare COPY: a million movements through the door of the ledger (keys, duplicates, line keys, both rollups),
 * beside COPY of the same rows into an identical table with the same keys, in one run on one server. `npx tsx benchmarks/ledger.ts [lines]`
 */
import { Client } from 'pg'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { postLines, type PostLine } from '../src/server/chain/post.ts'
import { connect } from '../src/server/db/client.ts'
import { inScope } from '../src/server/db/transaction.ts'
import { aChain, type MadeChain } from '../test/make/chain.ts'
import { startTestServer } from '../test/make/cluster.ts'
import { bareCopy, seconds } from './bare-copy.ts'

const lines = Number(process.argv[2] ?? 1_000_000)

function* manyLines(chain: MadeChain): Generator<PostLine> {
  let state = 7
  const pick = (count: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) % count
  const days = Array.from({ length: 730 }, (_, at) =>
    new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
  )
  for (let n = 0; n < lines; n++) {
    const account = chain.accounts[pick(chain.accounts.length)]
    if (!account) throw new Error('no accounts')
    const cases = 1 + pick(50)
    yield {
      market: account.market,
      account: account.id,
      sku: chain.skus[pick(chain.skus.length)] ?? '',
      seller: null,
      kind: 'sell_in',
      day: days[Math.floor((n * 730) / lines)] ?? '2024-01-01',
      millilitres: cases * 6000,
      milliCases: cases * 1000,
      amountMinor: cases * 3600,
      costMinor: cases * 2100,
      doc: `SO-${Math.floor(n / 8)}`,
      line: String(n % 8),
    }
  }
}

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
    postLines(tx, { batch: v7(), seed: v7(), at: new Date() }, 'bench', manyLines(chain)),
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
