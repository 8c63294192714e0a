import { codeKey } from '../../domain/chain/code.ts'
import type { Tx } from '../db/transaction.ts'
import { insertRows } from './rows-store.ts'
import type { World } from './world.ts'

/** Ids that the demo's codes got in this database. */
export type Places = {
  readonly node: ReadonlyMap<string, string>
  readonly account: ReadonlyMap<string, { readonly id: string; readonly market: string }>
  readonly skus: readonly string[]
}

/** The tree of territories: parents before their children, as the list has them. */
export async function writeNodes(
  tx: Tx,
  newId: () => string,
  world: World,
  hq: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map([['HQ', hq]])
  const others = world.territory.nodes.filter(({ kind }) => kind !== 'hq')
  for (const { code } of others) ids.set(code, newId())
  await insertRows(
    tx,
    'territory_node',
    others.map(({ code, kind, name, parent }) => ({
      id: ids.get(code) ?? null,
      kind,
      code,
      code_key: codeKey(code),
      name,
      parent_id: parent === null ? null : (ids.get(parent) ?? null),
    })),
  )
  return ids
}

/** Products, what they cost and what they list for, year by year. */
export async function writeProducts(tx: Tx, newId: () => string, world: World): Promise<readonly string[]> {
  const { skus, ground } = world
  const ids = skus.map(() => newId())
  const first = ground.days[0] ?? ''
  const years = [...new Set(ground.year)]
  const from = (year: number) => (year === 0 ? first : `${Number(first.slice(0, 4)) + year}-01-01`)
  const to = (year: number) => (years.includes(year + 1) ? from(year + 1) : null)
  await insertRows(
    tx,
    'sku',
    skus.map(({ code, name, category, brand }, i) => {
      return { id: ids[i] ?? null, code, code_key: codeKey(code), name, category, brand }
    }),
  )
  const period = (year: number) => ({ id: newId(), valid_from: from(year), valid_to: to(year) })
  await insertRows(
    tx,
    'sku_period',
    skus.flatMap((sku, i) =>
      years.map((year) => ({
        ...period(year),
        sku_id: ids[i] ?? null,
        pack_units: sku.packUnits,
        unit_ml: sku.unitMl,
        cost_minor: sku.costMinor[year] ?? null,
        excise_minor: sku.exciseMinor[year] ?? null,
      })),
    ),
  )
  const tiers = [
    ['wholesaler', 'listMinor'],
    ['sub_distributor', 'subMinor'],
    ['outlet', 'outletMinor'],
  ] as const
  await insertRows(
    tx,
    'price',
    skus.flatMap((sku, i) =>
      tiers.flatMap(([tier, price]) =>
        years.map((year) => {
          return { ...period(year), sku_id: ids[i] ?? null, tier, list_minor: sku[price][year] ?? null }
        }),
      ),
    ),
  )
  return ids
}
