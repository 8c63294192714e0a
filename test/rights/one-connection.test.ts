import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { connect, type Db } from '../../src/server/db/client.ts'
import { isScoped, tables } from '../../src/server/db/tables.ts'
import { inScope } from '../../src/server/db/transaction.ts'
import { issueKey } from '../../src/server/people/link-store.ts'
import { freshDatabase, type FreshDatabase } from '../make/database.ts'
import { webOn } from '../make/people.ts'
import { plant, plantMarkets } from '../make/plant.ts'

const MARKETS = Array.from({ length: 20 }, (_, at) => `M${String(at)}`)
const USERS = 1_000

let database: FreshDatabase
/** A pool of one connection: everybody's transactions run on it, one after another. */
let one: Db
const nodes = new Map<string, string>()
const scoped = Object.entries(tables).flatMap(([name, table]) => (isScoped(table) ? [name] : []))

beforeAll(async () => {
  database = await freshDatabase()
  await webOn(database.deps)
  await plantMarkets(database.deps, MARKETS)
  await plant(
    database.deps,
    MARKETS.map((market) => ({
      code: `A-${market}`,
      market,
      orders: [{ day: '2025-12-01', litres: 100 }],
      facts: [{ fact: 'vehicles' as const, value: 1, day: '2025-12-01' }],
    })),
  )
  await inScope(database.deps.db, '*', async ({ q }) => {
    for (const { code, id } of await q.selectFrom('territory_node').select(['code', 'id']).execute())
      nodes.set(code, id)
  })
  one = connect({ ...database.app, max: 1 })
})
afterAll(async () => {
  await one.close()
  await database.close()
})

/** The markets of a user: one to three of them, others for each neighbour in the queue. */
function marketsOf(user: number): string[] {
  const first = (user * 7) % MARKETS.length
  return [...new Set([first, (first + user) % MARKETS.length, (first + 3 * user) % MARKETS.length])]
    .map((at) => MARKETS[at] ?? '')
    .slice(0, 1 + (user % 3))
}

describe(`${String(USERS)} users over one connection`, () => {
  it('see their own rows of every table, also after others who failed, saw everything or nothing', async () => {
    const seen = await Promise.all(
      Array.from({ length: USERS }, async (_, user) => {
        const own = marketsOf(user).map((code) => nodes.get(code) ?? '')
        const scope = user % 11 === 0 ? '*' : user % 13 === 0 ? [] : own
        const work = inScope(one, scope, async ({ client }) => {
          const table = scoped[user % scoped.length] ?? 'account'
          const markets = new Set<string>()
          for (const name of ['account', 'movement', table])
            for (const row of (await client.query<{ market_id: string }>(`SELECT market_id FROM ${name}`))
              .rows)
              markets.add(row.market_id)
          if (user % 5 === 0) await client.query('SELECT 1 / 0')
          return markets
        })
        const markets = await work.catch(() => undefined)
        if (markets === undefined) return user % 5 === 0
        if (scope === '*') return MARKETS.every((code) => markets.has(nodes.get(code) ?? ''))
        return markets.size === scope.length && scope.every((market) => markets.has(market))
      }),
    )
    expect(seen.flatMap((right, user) => (right ? [] : [user]))).toEqual([])
    for (const name of scoped)
      expect([name, (await one.pool.query(`SELECT FROM ${name}`)).rowCount]).toEqual([name, 0])
  })

  it('are answered with their own accounts, whoever asked just before', async () => {
    const { newId, now } = database.deps
    const keys = await inScope(database.deps.db, '*', async ({ q }) => {
      const made: string[] = []
      for (let user = 0; user < USERS; user += 1) {
        const id = newId()
        const email = `user${String(user)}@example.com`
        await q
          .insertInto('person')
          .values({ id, email, name: email, locale: 'en', active: true, created_at: now() })
          .execute()
        const roles = marketsOf(user).map((code) => ({
          id: newId(),
          person_id: id,
          role: 'rep',
          node_id: nodes.get(code) ?? '',
          valid_from: '2020-01-01',
          valid_to: null,
        }))
        await q.insertInto('person_role').values(roles).execute()
        made.push((await issueKey({ q } as never, id, now())).key)
      }
      return made
    })
    const app = createApp({ ...database.deps, db: one })
    const wrong = await Promise.all(
      keys.map(async (key, user) => {
        const path = user % 2 === 0 ? '/api/masters/accounts' : '/api/search?q=A-M'
        const answer = await app.request(path, {
          headers: { authorization: `Bearer ${key}`, 'accept-language': 'en' },
        })
        const found = new Set([...(await answer.text()).matchAll(/A-M\d+/g)].map(([code]) => code))
        const own = marketsOf(user).map((market) => `A-${market}`)
        const same = found.size === own.length && own.every((code) => found.has(code))
        return answer.status === 200 && same
          ? []
          : [`${String(user)} ${String(answer.status)}: ${[...found].join()} for ${own.join()}`]
      }),
    )
    expect(wrong.flat()).toEqual([])
  })
})
