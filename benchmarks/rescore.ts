/**
 * Rescoring a whole company: all of its markets loaded and judged from nothing (no memory, no stored figure) beside one bare
 * GROUP BY over the movement rows of the same twelve months; and again after one line more in one market. Robustness is not in
 * it (draws = 1; `benchmarks/robustness.ts` measures it). Medians of 7, taken in turns, one connection each, warm cache.
 * The company is the demo's, `factor` times as large. `npx tsx benchmarks/rescore.ts [factor]`
 */
import { Client } from 'pg'
import { v7 } from 'uuid'
import { windowTo } from '../src/domain/day.ts'
import { assess } from '../src/server/assess/assessment.ts'
import { loadMarkets } from '../src/server/assess/figures.ts'
import { standOn } from '../src/server/assess/stand-on.ts'
import { postLines } from '../src/server/chain/post.ts'
import { audit } from '../src/server/db/audit.ts'
import type { Deps } from '../src/server/db/deps.ts'
import { inScope } from '../src/server/db/transaction.ts'
import { inDemoDatabase, median, milliseconds } from './demo-database.ts'

const factor = Number(process.argv[2] ?? 1)
const RUNS = 7

/** The ground with one draw of weightings, so that robustness takes no time; `whole`: as it is, for storing its yardstick. */
async function groundOf(deps: Deps, whole = false) {
  const stood = await standOn(deps)
  if (!stood.ok) throw new Error(stood.problem.code)
  if (whole) return stood.value
  const { policy } = stood.value
  const body = { ...policy.body, robustness: { ...policy.body.robustness, draws: 1 } }
  return { ...stood.value, policy: { ...policy, body } }
}

async function rescore(deps: Deps, whole = false): Promise<number> {
  const ground = await groundOf(deps, whole)
  const asOf = ground.lastDay ?? ground.today
  const done = await assess(deps, ground, '*', ground.markets, { asOf, overridesUntil: asOf })
  return [...done.markets.values()].reduce((sum, one) => sum + one.verdict.verdicts.length, 0)
}

const grouped = (kinds: string) => `
  SELECT market_id, account_id, sum(millilitres), sum(milli_cases), sum(amount_minor), sum(cost_minor), count(*)
  FROM movement WHERE day > $1 AND day <= $2 ${kinds} GROUP BY 1, 2`

/** One order of one account, as an import of one line would post and audit it. */
async function oneLineMore(deps: Deps, owner: Client): Promise<void> {
  const { rows } = await owner.query<{ market: string; account: string; sku: string; day: string }>(
    `SELECT market_id AS market, account_id AS account, sku_id AS sku, day::text FROM movement
     WHERE kind = 'sell_in' ORDER BY day DESC LIMIT 1`,
  )
  const row = rows[0]
  if (!row) throw new Error('no movement')
  const at = deps.now()
  const figures = { millilitres: 6000, milliCases: 1000, amountMinor: 3600, costMinor: 2100 }
  const line = { ...row, ...figures, kind: 'sell_in' as const, seller: null, doc: v7(), line: '1' }
  await inScope(deps.db, '*', async (tx) => {
    await postLines(tx, { batch: v7(), seed: v7(), at }, 'benchmark', [line])
    await audit(
      tx,
      deps.newId,
      { actor: 'cli:benchmark', at },
      { market: row.market, action: 'import', detail: {} },
    )
  })
}

await inDemoDatabase(factor, async ({ app, root, madeSeconds, depsOf }) => {
  const maker = depsOf(app)
  const owner = new Client(root)
  await owner.connect()
  await owner.query('SET jit = off')
  const ground = await groundOf(maker)
  await rescore(maker, true)
  const asOf = ground.lastDay ?? ground.today
  const window = [windowTo(asOf, 12).after, asOf]
  const all: number[] = []
  const ours: number[] = []
  const loading: number[] = []
  const again: number[] = []
  let accounts = 0
  for (let n = 0; n < RUNS; n++) {
    all.push(await milliseconds(() => owner.query(grouped(''), window)))
    const cold = depsOf(app)
    await cold.db.pool.query('SELECT 1')
    ours.push(await milliseconds(async () => (accounts = await rescore(cold))))
    const on = await groundOf(cold)
    loading.push(
      await milliseconds(() =>
        inScope(cold.db, '*', (tx) => loadMarkets(tx, on, on.markets, asOf, asOf), { readOnly: true }),
      ),
    )
    await oneLineMore(cold, owner)
    again.push(await milliseconds(() => rescore(cold)))
    await cold.db.close()
  }
  const rows = await owner.query<{ all: string; window: string }>(
    'SELECT count(*) AS all, count(*) FILTER (WHERE day > $1 AND day <= $2) AS window FROM movement',
    window,
  )
  console.log(
    JSON.stringify({
      factor,
      accounts,
      markets: ground.markets.length,
      movements: rows.rows[0],
      madeSeconds,
      groupBy: median(all),
      rescore: median(ours),
      ofThatLoading: median(loading),
      afterOneLine: median(again),
      ratio: median(ours) / median(all),
    }),
  )
  await owner.end()
  await maker.db.close()
})
