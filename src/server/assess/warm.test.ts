import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/make/database.ts'
import { webOn } from '../../../test/make/people.ts'
import { plant, plantMarkets, steady } from '../../../test/make/plant.ts'
import { assess } from './assessment.ts'
import { dayAsked } from './ranking.ts'
import { standOn } from './stand-on.ts'
import { warm } from './warm.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
  await webOn(database.deps)
  await plantMarkets(database.deps, ['Second'])
  await plant(database.deps, [
    { code: 'A1', orders: steady('2025-12-31', 10, 1000) },
    { code: 'B1', market: 'Second', orders: steady('2025-12-30', 12, 700) },
  ])
})
afterAll(() => database.close())

describe('warming up', () => {
  it('judges what the first who asks will ask for; many who ask at once share one judgement', async () => {
    const { deps } = database
    await warm(deps)
    const ground = await standOn(deps)
    if (!ground.ok) throw new Error(ground.problem.code)
    const when = dayAsked(ground.value, undefined)
    if (!when.ok) throw new Error(when.problem.code)
    const ask = () => assess(deps, ground.value, '*', ground.value.markets, when.value)
    const [one, other] = await Promise.all([ask(), ask()])
    expect([...one.markets.keys()].toSorted()).toEqual([...ground.value.markets].toSorted())
    for (const [market, assessed] of one.markets) expect(other.markets.get(market)).toBe(assessed)
  })

  it('ends when the database is closed', async () => {
    const closed = await freshDatabase()
    await webOn(closed.deps)
    await closed.close()
    await expect(warm(closed.deps)).rejects.toThrow(/pool/)
  })
})
