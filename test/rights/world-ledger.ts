import { sql } from 'kysely'
import { codeKey } from '../../src/domain/chain/code.ts'
import { gramsOf } from '../../src/domain/chain/grams.ts'
import { inScope } from '../../src/server/db/transaction.ts'
import type { FreshDatabase } from '../make/database.ts'
import { plant, type Planted } from '../make/plant.ts'
import { PHONE } from './blind.ts'
import { mark, type Figure } from './judge.ts'
import { above, isBeneath, places, type Place } from './oracle.ts'

type Grow = {
  readonly key: string
  readonly place: Place
  readonly formerly?: Place
  readonly tier?: 'sub_distributor'
}
export const wanted: readonly Grow[] = [
  { key: 'own', place: 'own' },
  { key: 'child', place: 'own', tier: 'sub_distributor' },
  { key: 'sibling', place: 'sibling' },
  { key: 'near', place: 'near' },
  { key: 'far', place: 'far' },
  { key: 'former', place: 'far', formerly: 'own' },
  { key: 'future', place: 'own', formerly: 'far' },
]

export async function growPlaces({ deps }: FreshDatabase): Promise<ReadonlyMap<Place, string>> {
  return inScope(deps.db, '*', async ({ q }) => {
    const hq = await q
      .selectFrom('territory_node')
      .select('id')
      .where('kind', '=', 'hq')
      .executeTakeFirstOrThrow()
    await q
      .updateTable('territory_node')
      .set({ code: mark('pc', 'hq', 'x'), code_key: mark('pc', 'hq', 'x'), name: mark('pn', 'hq', 'x') })
      .execute()
    const ids = new Map<Place, string>([['hq', hq.id]])
    for (const place of places) {
      const parent = above[place]
      if (parent === null) continue
      const id = deps.newId()
      ids.set(place, id)
      const kind =
        place === 'north' || place === 'south' || place === 'void'
          ? 'region'
          : place === 'northoffice'
            ? 'office'
            : 'market'
      const code = mark('pc', place, 'x')
      await q
        .insertInto('territory_node')
        .values({
          id,
          kind,
          code,
          code_key: codeKey(code),
          name: mark('pn', place, 'x'),
          parent_id: ids.get(parent) ?? null,
        })
        .execute()
    }
    return ids
  })
}

export async function growAccounts({ deps }: FreshDatabase, nodes: ReadonlyMap<Place, string>) {
  const figures: Figure[] = []
  const sums = new Map<string, { place: Place; litres: number; amount: number; cost: number }>()
  let n = 0
  const account = (
    key: string,
    at: Place,
    places_: string,
    more: Partial<Planted>,
    counts: readonly Place[],
  ): Planted => {
    n += 1
    const litres = 5_100_003 + n * 10_007
    const amount = 21_000_000.13 + n * 1_000_033.01
    const cost = 15_000_000.29 + n * 700_061.07
    for (const place of counts) {
      figures.push(
        { kind: 'volume', place, value: litres },
        { kind: 'amount', place, value: amount },
        { kind: 'cost', place, value: cost },
        { kind: 'margin', place, value: amount - cost },
      )
      for (const top of places.filter((one) => isBeneath(place, one) && one !== place)) {
        const sum = sums.get(top) ?? { place: top, litres: 0, amount: 0, cost: 0 }
        sums.set(top, {
          place: top,
          litres: sum.litres + litres,
          amount: sum.amount + amount,
          cost: sum.cost + cost,
        })
      }
    }
    return {
      code: mark('ac', places_, key),
      name: mark('an', places_, key),
      market: mark('pc', at, 'x'),
      // A year before there was a little: the yardstick is frozen, as in a company that has been at work for long.
      orders: [
        { day: at === counts[0] ? '2025-12-20' : '2025-11-03', litres, amount, cost },
        { day: '2024-10-01', litres: 10 },
      ],
      // Known from the beginning, of each: the yardstick has its scale, and takes no other when somebody tells one more.
      facts: [{ fact: 'credit_limit', value: 1_000_000 + n, day: '2025-09-01' }],
      ...more,
    }
  }
  const planted = wanted.flatMap(({ key, place, formerly, tier }) => {
    const both = formerly ? `${formerly}+${place}` : place
    const more = tier ? { tier } : {}
    const parent = tier ? { parent: mark('ac', place, 'own') } : {}
    return [
      account(key, formerly ?? place, both, { ...more, ...parent }, formerly ? [] : [place]),
      account(`${key}twin`, place, place, { ...more, ...parent }, [place]),
      account(`${key}spent`, place, place, { ...more, ...parent }, [place]),
    ]
  })
  const made = await plant(deps, planted)
  for (const { place, litres, amount, cost } of sums.values())
    figures.push(
      { kind: 'volume', place, value: litres },
      { kind: 'amount', place, value: amount },
      { kind: 'cost', place, value: cost },
      { kind: 'margin', place, value: amount - cost },
    )
  await inScope(deps.db, '*', async ({ q }) => {
    for (const one of await q.selectFrom('account').select(['market_id', 'id', 'code', 'name']).execute()) {
      await q
        .updateTable('account')
        .set({ grams: gramsOf([one.name, one.code]), phone: PHONE })
        .where('id', '=', one.id)
        .execute()
      await sql`INSERT INTO account_key VALUES (${codeKey(one.code)}, ${one.market_id}, ${one.id})`.execute(q)
    }
  })
  if (nodes.size !== places.length) throw new Error('a place is missing')
  return { figures, ids: new Map([...made].map(([code, id]) => [code.replace(/^qzac-[a-z+]+-/, ''), id])) }
}
