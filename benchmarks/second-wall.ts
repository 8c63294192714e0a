/**
 * The price of the second wall: the same pages of the same company, by the application's own role, which the row policies hold,
 * and by a role that they do not hold (a superuser's). The first wall, the explicit scope of each query, stands in both.
 *
 * Protocol: the demo's company in one database; the app runs in this process twice, once on each role, and is called without a
 * network. Three people (headquarters, a manager of the first region, of one market) read the ranking of all they see, of one market,
 * and an account page. `remembered`: as in use, where a process remembers verdicts until something is written. `from nothing`: the app
 * has just started and remembers nothing, so that everything is read. The two roles take turns, and who begins changes each turn; medians
 * of 15 (remembered: of 15 times ten calls). Printed: milliseconds of both and their ratio; the bound is 1.3. Answers must
 * be equal, byte by byte. `npx tsx benchmarks/second-wall.ts [turns]`
 */
import type { PoolConfig } from 'pg'
import { webOn, type Web } from '../test/make/people.ts'
import { inDemoDatabase, median, milliseconds, type DemoDatabase } from './demo-database.ts'

const turns = Number(process.argv[2] ?? 15)

type Side = { readonly web: Web; close(): Promise<void> }
type Question = { readonly who: string; readonly page: string; readonly key: string; readonly path: string }

async function side({ depsOf }: DemoDatabase, role: PoolConfig): Promise<Side> {
  const deps = depsOf({ ...role, max: 4 })
  return { web: await webOn(deps), close: () => deps.db.close() }
}

async function read(web: Web, { key, path }: Question): Promise<string> {
  const answer = await web.call('GET', path, { as: key })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`)
  return text
}

async function questionsOf(
  web: Web,
  regionOf: (market: string) => Promise<string>,
): Promise<readonly Question[]> {
  const all = await web.persona('hq', 'HQ')
  const ask = async <T>(path: string) =>
    JSON.parse(await read(web, { who: '', page: '', key: all, path })) as T
  const [market] = (await ask<{ markets: readonly { code: string }[] }>('/api/markets')).markets
  if (!market) throw new Error('no market')
  const region = await regionOf(market.code)
  const people = [
    { who: 'headquarters', key: all },
    { who: `manager of ${region}`, key: await web.persona('regional_manager', region) },
    { who: `manager of ${market.code}`, key: await web.persona('regional_manager', market.code) },
  ]
  const list = await ask<{ accounts: readonly { id: string }[] }>(`/api/ranking?node=${market.code}`)
  return people.flatMap(({ who, key }) => [
    { who, key, page: 'ranking', path: '/api/ranking?count=60' },
    { who, key, page: 'ranking of a market', path: `/api/ranking?count=60&node=${market.code}` },
    { who, key, page: 'account', path: `/api/accounts/${list.accounts[0]?.id ?? ''}` },
  ])
}

async function parentOf({ root, depsOf }: DemoDatabase, market: string): Promise<string> {
  const { db } = depsOf({ ...root, max: 1 })
  const found = await db.pool.query<{ code: string }>(
    'SELECT above.code FROM territory_node n JOIN territory_node above ON above.id = n.parent_id WHERE n.code = $1',
    [market],
  )
  await db.close()
  return found.rows[0]?.code ?? ''
}

await inDemoDatabase(1, async (database) => {
  const sides = [database.app, database.root]
  const warm = [await side(database, database.app), await side(database, database.root)]
  const questions = await questionsOf(warm[0]!.web, (market) => parentOf(database, market))
  console.log(`the demo's company, made in ${database.madeSeconds} s; medians of ${turns} turns`)
  for (const question of questions) {
    const texts = [await read(warm[0]!.web, question), await read(warm[1]!.web, question)]
    if (texts[0] !== texts[1]) throw new Error(`${question.who}, ${question.page}: the answers differ`)
    const remembered: number[][] = [[], []]
    const fromNothing: number[][] = [[], []]
    for (let turn = 0; turn < turns; turn += 1)
      for (const at of turn % 2 === 0 ? [0, 1] : [1, 0]) {
        remembered[at]!.push(
          await milliseconds(async () => {
            for (let n = 0; n < 10; n += 1) await read(warm[at]!.web, question)
          }),
        )
        const cold = await side(database, sides[at]!)
        fromNothing[at]!.push(await milliseconds(() => read(cold.web, question)))
        await cold.close()
      }
    for (const [name, taken, calls] of [
      ['remembered', remembered, 10],
      ['from nothing', fromNothing, 1],
    ] as const) {
      const [held, free] = [median(taken[0]!) / calls, median(taken[1]!) / calls]
      console.log(
        `${question.who} · ${question.page} · ${name}: ${held.toFixed(1)} ms held, ${free.toFixed(1)} ms free, ratio ${(held / free).toFixed(2)}`,
      )
    }
  }
  for (const { close } of warm) await close()
})
