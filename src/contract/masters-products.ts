import { z } from '@hono/zod-openapi'
import { tiers } from '../domain/chain/line.ts'

const Tier = z.enum(tiers)
const day = z.string().max(20)
const span = { from: day, to: day.nullable() }

/** Money of one case in the company's currency, without VAT; absent for who may not see costs. */
const Money = z.number().nonnegative().max(1e9).nullable().optional()
const size = {
  packUnits: z.number().int().positive().max(10_000).nullable(),
  /** Kept to a thousandth of a millilitre. */
  unitMl: z.number().min(0.001).max(1_000_000).nullable(),
  cost: Money,
  excise: Money,
}
export const SizeSpan = z.object({ ...span, ...size }).openapi('SizeSpan')
export type SizeSpan = z.infer<typeof SizeSpan>

export const PriceSpan = z.object({ ...span, list: z.number().nonnegative().max(1e9) }).openapi('PriceSpan')
export type PriceSpan = z.infer<typeof PriceSpan>

const fields = {
  code: z.string(),
  name: z.string(),
  brand: z.string().nullable(),
  category: z.string().nullable(),
}
/** As it holds today. */
export const ProductRow = z
  .object({
    id: z.string(),
    ...fields,
    packUnits: z.number().nullable(),
    unitMl: z.number().nullable(),
    cost: z.number().nullable(),
    excise: z.number().nullable(),
    /** What a wholesaler pays for a case by the list. */
    list: z.number().nullable(),
  })
  .openapi('MasterProductRow')
export type ProductRow = z.infer<typeof ProductRow>

export const Products = z
  .object({ today: z.string(), may: z.boolean(), seesCosts: z.boolean(), rows: z.array(ProductRow) })
  .openapi('MasterProducts')
export type Products = z.infer<typeof Products>

export const ProductForm = z
  .object({
    id: z.string(),
    ...fields,
    version: z.string(),
    may: z.boolean(),
    seesCosts: z.boolean(),
    sizes: z.array(SizeSpan),
    prices: z.array(z.object({ tier: Tier, spans: z.array(PriceSpan) })),
    /** Movements name it: it cannot be deleted. */
    inUse: z.boolean(),
  })
  .openapi('MasterProduct')
export type ProductForm = z.infer<typeof ProductForm>

const wanted = {
  code: z.string().max(500),
  name: z.string().max(500),
  brand: z.string().max(100).nullable(),
  category: z.string().max(100).nullable(),
}
export const NewProduct = z.object({ ...wanted, ...size })
export type NewProduct = z.infer<typeof NewProduct>

export const ProductChange = z.object({ ...wanted, version: z.string().max(100) })
export type ProductChange = z.infer<typeof ProductChange>

/** One step on a timeline: add (takes its days from what is there), correct the period that began on a day, or take it out. */
export const PeriodStep = z.object({
  version: z.string().max(100),
  step: z.enum(['add', 'correct', 'remove']),
  /** For correct and remove: when the period began. */
  began: day.optional(),
  size: SizeSpan.optional(),
  price: PriceSpan.optional(),
  /** Of a price; without it the step is one of pack, cost and excise. */
  tier: Tier.optional(),
})
export type PeriodStep = z.infer<typeof PeriodStep>

export const ProductBulk = z.object({
  ids: z.array(z.uuid()).min(1).max(5_000),
  brand: z.string().max(100).nullable().optional(),
  category: z.string().max(100).nullable().optional(),
})
export type ProductBulk = z.infer<typeof ProductBulk>
