/**
 * What policies cost an import: 100,000 lines of 3,000 accounts under 40 policies, posted as an import posts them, beside the ledger's own
 * posting of the lines and one bare GROUP BY over them, in one run on one server; then 1,000 lines more, and a check of it all.
 * `npx tsx benchmarks/settlement.ts [lines]`
 */
import { pino } from 'pino'
import { Client } from 'pg'
import { v7 } from 'uuid'
import type { TermsDraft } from '../src/domain/develop/trade-policy-draft.ts'
import { postLines } from '../src/server/chain/post.ts'
import { connect } from '../src/server/db/client.ts'
import { inScope, type Tx } from '../src/server/db/transaction.ts'
import { accrue } from '../src/server/develop/accrue.ts'
import { checkPolicies } from '../src/server/develop/policy-check.ts'
import { insertPolicy } from '../src/server/develop/policy-store.ts'
import { aChain, type MadeChain } from '../test/make/chain.ts'
import { startTestServer } from '../test/make/cluster.ts'
import { aPolicy } from '../test/make/policies.ts'
import { seconds } from './bare-copy.ts'
import { manyLines } from './many-lines.ts'

const lines = Number(process.argv[2] ?? 100_000)

/** Forty policies: by month, quarter and year; rates, tiers, growth and free goods; each of them for a quarter of the products. */
function drafts(chain: MadeChain) {
  const measure = 'cases'
  const terms: TermsDraft[] = [
    { kind: 'rate', measure, rate: 35.5 },
    {
      kind: 'tiers',
      measure,
      mode: 'all',
      tiers: [100, 500, 1000].map((from, at) => ({ from, rate: 50 * (at + 1) })),
    },
    { kind: 'growth', measure, above: 5, rate: 100 },
    { kind: 'free_goods', buy: 10, get: 1, valueMinor: 3600 },
  ]
  return Array.from({ length: 40 }, (_, at) =>
    aPolicy({
      skus: chain.skus.filter((_sku, n) => n % 4 === at % 4),
      period: (['month', 'quarter', 'year'] as const)[at % 3] ?? 'month',
      terms: terms[Math.floor(at / 4) % 4] as TermsDraft,
      budgetMinor: 1e12,
    }),
  )
}

const { server, stop } = await startTestServer()
const root = new Client(server.root)
await root.connect()
await root.query(`CREATE DATABASE bench TEMPLATE "${server.template}" OWNER "${server.owner.user}"`)
const db = connect({ host: server.root.host, port: server.root.port, database: 'bench', ...server.app })
const deps = {
  db,
  now: () => new Date(),
  newId: () => v7(),
  folder: '',
  version: '',
  log: pino({ level: 'silent' }),
}
const chain = await aChain(deps, { markets: 20, accounts: 150, skus: 100 })
await inScope(db, '*', async (tx) => {
  for (const [at, draft] of drafts(chain).entries()) {
    const one = { id: v7(), code: `P-${String(at + 1).padStart(3, '0')}`, version: 1, draft, markets: null }
    await insertPolicy(tx, one, { actor: 'bench', at: new Date() })
  }
})

const mega = (bytes: number) => Math.round(bytes / 2 ** 20)
async function run(count: number, first: number) {
  const at = new Date()
  const batch = v7()
  let peak = process.memoryUsage().rss
  const before = peak
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20)
  const told = await inScope(db, '*', async (tx: Tx) => {
    const [post] = await seconds(() =>
      postLines(
        tx,
        { batch, seed: v7(), at },
        'bench',
        manyLines(chain, { count, first, year: 2026, days: 365, linesAnOrder: 1 }),
      ),
    )
    const [bare] = await seconds(() =>
      tx.client.query(
        "SELECT account_id, date_trunc('month', day), sum(milli_cases), sum(amount_minor) FROM movement WHERE batch_id = $1 GROUP BY 1, 2",
        [batch],
      ),
    )
    const [policies] = await seconds(() => accrue(tx, deps, { batch, at }))
    return { lines: count, post, bare, policies, ratio: Math.round(policies / bare) }
  })
  clearInterval(watch)
  return { ...told, rss: `${mega(before)} → ${mega(peak)} MB` }
}

const whole = await run(lines, 0)
const more = await run(1000, lines)
const counts = await inScope(db, '*', ({ client }) =>
  client.query(`SELECT (SELECT count(*)::int FROM policy_balance) AS units, (SELECT count(*)::int FROM policy_posting) AS postings,
    (SELECT count(*)::int FROM trade_spend) AS shares`),
)
const [check, checked] = await seconds(() => checkPolicies(deps))
console.log(
  JSON.stringify(
    { accounts: chain.accounts.length, whole, more, ...counts.rows[0], check, wrong: checked.wrong },
    null,
    1,
  ),
)
await db.close()
await root.end()
await stop()
