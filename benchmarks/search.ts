/**
 * The finder over 100,000 accounts (or as many as said) in 62 markets: how long every name takes to be spelled once, and then each way of
 * finding, from the text to the sorted ten, in one transaction on one connection: by one who sees all, and by one who sees one market.
 * Medians of 9, warm cache. `npx tsx benchmarks/search.ts [accounts]`
 */
import { Client } from 'pg'
import { codeKey } from '../src/domain/chain/code.ts'
import { gramsOf } from '../src/domain/chain/grams.ts'
import { connect } from '../src/server/db/client.ts'
import { inScope } from '../src/server/db/transaction.ts'
import { best } from '../src/server/search/find.ts'
import { candidates } from '../src/server/search/search-store.ts'
import { spellSome } from '../src/server/search/spell-store.ts'
import { startTestServer } from '../test/make/cluster.ts'

const COUNT = Number(process.argv[2] ?? 100_000)
const MARKETS = 62
const RUNS = 9
const AT_ONCE = 5_000

const places = [
  '临江',
  '湖湾',
  '青石',
  '白鹭',
  '港口',
  '南桥',
  '云岭',
  '长滩',
  '石坝',
  '梅溪',
  '龙泉',
  '金沙',
]
const first = [...'鑫华源永德顺昌隆福裕宏泰祥瑞恒利盛广丰达兴和美嘉富康乐安远东海天星月光']
const kinds = [
  '商贸',
  '酒业',
  '批发部',
  '副食',
  '超市',
  '小卖部',
  '烟酒店',
  '贸易有限公司',
  '食品经营部',
  '餐馆',
]

/** The same names each time: a linear congruential generator (Numerical Recipes). */
let state = 20_261_126
function upTo(n: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * n)
}
const one = <T>(of: readonly T[]): T => of[upTo(of.length)] as T

const idOf = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
function account(n: number) {
  const name = one(places) + one(first) + one(first) + one(kinds)
  const code = `K${String(n).padStart(6, '0')}`
  const tier = n % 50 === 0 ? 'wholesaler' : n % 9 === 0 ? 'sub_distributor' : 'outlet'
  const phone = `139${String(upTo(100_000_000)).padStart(8, '0')}`
  return { market: idOf(1 + (n % MARKETS)), id: idOf(1_000 + n), code, name, tier, phone }
}

const { server, stop } = await startTestServer()
const root = new Client(server.root)
await root.connect()
try {
  await root.query(`CREATE DATABASE search TEMPLATE "${server.template}" OWNER "${server.owner.user}"`)
  const at = { host: server.root.host, port: server.root.port, database: 'search' }
  const owner = new Client({ ...at, user: server.root.user, password: server.root.password })
  await owner.connect()
  // What went wrong is said, not that the server is gone afterwards.
  owner.on('error', () => undefined)
  await owner.query(
    `INSERT INTO territory_node (id, kind, code, code_key, name) VALUES ('${idOf(0)}', 'hq', 'HQ', 'hq', 'HQ')`,
  )
  const markets = Array.from({ length: MARKETS }, (_, i) => idOf(i + 1))
  for (const [i, id] of markets.entries())
    await owner.query(
      `INSERT INTO territory_node (id, kind, code, code_key, name, parent_id) VALUES ($1, 'market', $2, $2, $2, $3)`,
      [id, `m${String(i)}`, idOf(0)],
    )
  for (let from = 0; from < COUNT; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, COUNT - from) }, (_, i) => account(from + i))
    await owner.query(
      `INSERT INTO account (market_id, id, code, name, tier, phone, grams)
       SELECT market, id, code, name, tier, phone, string_to_array(grams, chr(31))
       FROM jsonb_to_recordset($1::jsonb) AS r (market uuid, id uuid, code text, name text, tier text, phone text, grams text)`,
      [JSON.stringify(rows.map((row) => ({ ...row, grams: gramsOf([row.name, row.code]).join('\u001F') })))],
    )
    await owner.query(
      `INSERT INTO account_key SELECT key, market, id FROM jsonb_to_recordset($1::jsonb) AS r (key text, market uuid, id uuid)`,
      [JSON.stringify(rows.map(({ code, market, id }) => ({ key: codeKey(code), market, id })))],
    )
  }
  await owner.query('VACUUM ANALYZE')
  const db = connect({ ...at, ...server.app, max: 1 })
  const from = performance.now()
  while (await inScope(db, '*', spellSome));
  console.log(`${String(COUNT)} names spelled in ${((performance.now() - from) / 1000).toFixed(1)} s`)
  await owner.query('VACUUM ANALYZE')
  const wants = [
    '湖',
    '湖湾',
    '湖湾鑫源',
    'K0123',
    'K012345',
    'h',
    'hw',
    'hwxy',
    'xin',
    'xinyuan',
    '2086',
    '没有的',
  ]
  console.log('text | found | all markets | one market')
  for (const text of wants) {
    const line: string[] = []
    let found = 0
    for (const scope of ['*', markets.slice(0, 1)] as const) {
      const times: number[] = []
      for (let run = 0; run < RUNS; run += 1) {
        const start = performance.now()
        const all = await inScope(
          db,
          scope,
          async (tx) => best(text, await candidates(tx, scope, text), 10),
          { readOnly: true },
        )
        times.push(performance.now() - start)
        if (scope === '*') found = all.length
      }
      line.push(`${(times.toSorted((a, b) => a - b)[(RUNS - 1) / 2] ?? Number.NaN).toFixed(1)} ms`)
    }
    console.log([text, found, ...line].join(' | '))
  }
  await db.close()
  await owner.end()
} finally {
  await root.end()
  await stop()
}
