import type { Edited } from '../../contract/masters.ts'
import type { NewProduct, PeriodStep, ProductBulk, ProductChange } from '../../contract/masters-products.ts'
import { readCode, readName } from '../../domain/chain/naming.ts'
import { type Caller, noRight } from '../../domain/chain/reach.ts'
import { ALWAYS } from '../../domain/chain/size-period.ts'
import { ok, Refused, type Result } from '../../domain/problem.ts'
import type { Deps } from '../db/deps.ts'
import { inScope, type Tx } from '../db/transaction.ts'
import { auditEach, recorded, type Edit, type Touched } from './edit-store.ts'
import { groundIn, must, sameVersion, type MasterGround } from './ground.ts'
import { priceSpans, sizeSpans, valueOf } from './product-periods.ts'
import {
  groupSkus,
  isUsed,
  skuByCode,
  skuRows,
  withdrawSku,
  writePrices,
  writeSizes,
  writeSku,
  type SkuRow,
} from './product-store.ts'

type Plan = {
  readonly ids: readonly string[]
  readonly detail: Record<string, unknown>
  readonly work: () => Promise<unknown>
}

/** One change of products: only for who may change them everywhere, kept for undo and audited at HQ. */
async function edited(
  deps: Deps,
  caller: Caller,
  action: string,
  plan: (tx: Tx, ground: MasterGround) => Promise<Plan>,
): Promise<Result<Edited>> {
  if (caller.scope !== '*') return noRight('product.change')
  const edit: Edit = { id: deps.newId(), action, caller, at: deps.now() }
  return inScope(deps.db, '*', async (tx) => {
    const ground = must(await groundIn(tx, deps))
    const { ids, detail, work } = await plan(tx, ground)
    const touched: readonly Touched[] = [
      { subject: 'sku', by: 'id', values: ids },
      { subject: 'sku_period', by: 'sku_id', values: ids },
      { subject: 'price', by: 'sku_id', values: ids },
    ]
    await recorded(tx, deps, edit, ground.hq, touched, work)
    const [id = null] = ids
    const subject = ids.length === 1 && id !== null ? { subject: id } : {}
    await auditEach(tx, deps, edit, new Map([[ground.hq, { ...subject, detail }]]))
    return ok({ edit: edit.id, id, count: ids.length })
  })
}

async function standing(tx: Tx, ground: MasterGround, id: string, version: string): Promise<SkuRow> {
  const [sku] = await skuRows(tx, [id], { lock: true })
  if (!sku) throw new Refused('product/missing')
  await sameVersion(tx, { market: ground.hq, id, version: sku.version }, version)
  return sku
}

function textOf(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}

async function fieldsOf(tx: Tx, id: string | null, wanted: ProductChange | NewProduct) {
  const name = must(readName(wanted.name))
  const code = must(readCode(wanted.code))
  const holder = await skuByCode(tx, code)
  if (holder && holder.id !== id && !(holder.withdrawn && id === null))
    throw new Refused('code/taken', { code, account: holder.name })
  return {
    old: holder?.id,
    fields: { code, name, brand: textOf(wanted.brand), category: textOf(wanted.category) },
  }
}

/** A new product, with what holds for it from always. A code that was withdrawn comes back with its old id. */
export async function addProduct(deps: Deps, caller: Caller, wanted: NewProduct): Promise<Result<Edited>> {
  return edited(deps, caller, 'product.create', async (tx, ground) => {
    const { old, fields } = await fieldsOf(tx, null, wanted)
    const id = old ?? deps.newId()
    const value = valueOf(wanted, ground.digits, undefined, caller.rights.has('contribution.read'))
    return {
      ids: [id],
      detail: { ...fields },
      work: async () => {
        await writeSku(tx, { id, ...fields }, ground.today)
        await writeSizes(tx, id, [{ from: ALWAYS, to: null, value }], deps.newId)
      },
    }
  })
}

export async function changeProduct(
  deps: Deps,
  caller: Caller,
  id: string,
  change: ProductChange,
): Promise<Result<Edited>> {
  return edited(deps, caller, 'product.change', async (tx, ground) => {
    const { code, name, brand, category } = await standing(tx, ground, id, change.version)
    const { fields } = await fieldsOf(tx, id, change)
    return {
      ids: [id],
      detail: { from: { code, name, brand, category }, to: fields },
      work: () => writeSku(tx, { id, ...fields }, ground.today),
    }
  })
}

/** Adds, corrects or takes out one period of pack, cost and excise, or of a tier's list price. */
export async function changePeriod(
  deps: Deps,
  caller: Caller,
  id: string,
  ask: PeriodStep,
): Promise<Result<Edited>> {
  return edited(deps, caller, 'product.period', async (tx, ground) => {
    await standing(tx, ground, id, ask.version)
    const { version: _, ...detail } = ask
    const { tier } = ask
    if (tier !== undefined) {
      const spans = await priceSpans(tx, id, tier, ask, ground.digits)
      return { ids: [id], detail, work: () => writePrices(tx, { sku: id, tier }, spans, deps.newId) }
    }
    const sees = caller.rights.has('contribution.read')
    const spans = await sizeSpans(tx, id, ask, ground.digits, sees)
    return { ids: [id], detail, work: () => writeSizes(tx, id, spans, deps.newId) }
  })
}

/** Takes a product away that was never sold; one that was is refused with a sentence. */
export async function removeProduct(
  deps: Deps,
  caller: Caller,
  id: string,
  version: string,
): Promise<Result<Edited>> {
  return edited(deps, caller, 'product.withdraw', async (tx, ground) => {
    const { code, name } = await standing(tx, ground, id, version)
    if (await isUsed(tx, id)) throw new Refused('product/in-use', { product: name })
    return { ids: [id], detail: { code, name }, work: () => withdrawSku(tx, id, deps.now()) }
  })
}

/** Another brand or category for many at once. */
export async function groupProducts(deps: Deps, caller: Caller, ask: ProductBulk): Promise<Result<Edited>> {
  return edited(deps, caller, 'product.change-many', async (tx) => {
    const { brand, category } = ask
    const skus = await skuRows(tx, ask.ids, { lock: true })
    if (skus.length === 0) throw new Refused('product/missing')
    const change = {
      ...(brand === undefined ? {} : { brand: textOf(brand) }),
      ...(category === undefined ? {} : { category: textOf(category) }),
    }
    const ids = skus.map(({ id }) => id)
    return { ids, detail: { count: ids.length, change }, work: () => groupSkus(tx, ids, change) }
  })
}
