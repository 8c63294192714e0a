import type { ProductForm, Products } from '../../contract/masters-products.ts'
import { tiers } from '../../domain/chain/line.ts'
import type { Caller } from '../../domain/chain/reach.ts'
import { fromMinor } from '../../domain/money.ts'
import { ok, refuse, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope } from '../db/transaction.ts'
import { groundIn, masterGround } from './ground.ts'
import { isUsed, priceRows, sizeRows, skuRows } from './product-store.ts'

/** Products are the company's: who may change them holds the right everywhere. */
function reads(caller: Caller) {
  return {
    may: caller.scope === '*' && caller.rights.has('product.change'),
    seesCosts: caller.rights.has('contribution.read'),
  }
}

/** Every product as it holds today. Costs and excise only for who may see contributions. */
export async function listProducts(deps: Deps, caller: Caller): Promise<Result<Products>> {
  const found = await masterGround(deps)
  if (!found.ok) return found
  const { today, digits } = found.value
  const { may, seesCosts } = reads(caller)
  const money = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? null : fromMinor(minor, digits)
  return inScope(
    deps.db,
    [],
    async (tx) => {
      const sizes = new Map((await sizeRows(tx, null, today)).map((row) => [row.sku, row]))
      const prices = await priceRows(tx, null, today)
      const list = new Map(prices.filter(({ tier }) => tier === 'wholesaler').map((row) => [row.sku, row]))
      const rows = (await skuRows(tx, null)).map(({ id, code, name, brand, category }) => {
        const size = sizes.get(id)
        return {
          id,
          code,
          name,
          brand,
          category,
          packUnits: size?.packUnits ?? null,
          unitMl: size?.unitMl ?? null,
          cost: seesCosts ? money(size?.costMinor) : null,
          excise: seesCosts ? money(size?.exciseMinor) : null,
          list: money(list.get(id)?.listMinor),
        }
      })
      return ok({ today, may, seesCosts, rows })
    },
    { readOnly: true, snapshot: true },
  )
}

/** One product with all its periods. */
export async function productForm(deps: Deps, caller: Caller, id: string): Promise<Result<ProductForm>> {
  const { may, seesCosts } = reads(caller)
  // Whether anybody anywhere ever sold it decides if it can be deleted, also out of the caller's reach.
  return inScope(
    deps.db,
    '*',
    async (tx) => {
      const ground = await groundIn(tx, deps)
      if (!ground.ok) return ground
      const { digits } = ground.value
      const [sku] = await skuRows(tx, [id])
      if (!sku) return refuse('product/missing')
      const money = (minor: number | null) => (minor === null ? null : fromMinor(minor, digits))
      const prices = await priceRows(tx, [id])
      const sizes = await sizeRows(tx, [id])
      return ok({
        ...sku,
        may,
        seesCosts,
        sizes: sizes.map(({ from, to, packUnits, unitMl, costMinor, exciseMinor }) => ({
          from,
          to,
          packUnits,
          unitMl,
          ...(seesCosts ? { cost: money(costMinor), excise: money(exciseMinor) } : {}),
        })),
        prices: tiers.map((tier) => ({
          tier,
          spans: prices
            .filter((row) => row.tier === tier)
            .map(({ from, to, listMinor }) => ({ from, to, list: fromMinor(listMinor, digits) })),
        })),
        inUse: await isUsed(tx, id),
      })
    },
    { readOnly: true, snapshot: true },
  )
}
