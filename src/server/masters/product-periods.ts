import type { NewProduct, PeriodStep, SizeSpan } from '../../contract/masters-products.ts'
import type { Tier } from '../../domain/chain/line.ts'
import {
  addSpan,
  correctSpan,
  removeSpan,
  spanOn,
  withoutHoles,
  type Span,
  type Timeline,
} from '../../domain/chain/timeline.ts'
import { toMinor } from '../../domain/money.ts'
import { Refused } from '../../domain/problem.ts'
import type { Tx } from '../db/transaction.ts'
import { must } from './ground.ts'
import { priceRows, sizeRows, type Size } from './product-store.ts'

/** A day that is left out is the beginning: a period from always. */
function stepped<V>(spans: Timeline<V>, ask: PeriodStep, wanted: Span<V> | undefined): Timeline<V> {
  if (ask.step === 'remove') return must(removeSpan(spans, ask.began ?? ''))
  if (!wanted) throw new Refused('period/missing')
  return must(ask.step === 'add' ? addSpan(spans, wanted) : correctSpan(spans, ask.began ?? '', wanted))
}

/** What is said of a size. Who may not see costs leaves them as they were. */
export function valueOf(
  said: SizeSpan | NewProduct,
  digits: number,
  before: Size | undefined,
  seesCosts: boolean,
): Size {
  const money = (value: number | null | undefined, old: number | null | undefined) => {
    if (!seesCosts || value === undefined) return old ?? null
    return value === null ? null : toMinor(value, digits)
  }
  return {
    packUnits: said.packUnits,
    unitMl: said.unitMl,
    costMinor: money(said.cost, before?.costMinor),
    exciseMinor: money(said.excise, before?.exciseMinor),
  }
}

/**
 * The sizes and costs of a product after a step. `valid_from` is the first day that counts, `valid_to` the first that no longer does
 * (exclusive), so a period may end on the day on which the next begins, and no two hold on one day. They leave no day out: a hole
 * would be litres and excise that nobody knows.
 */
export async function sizeSpans(
  tx: Tx,
  sku: string,
  ask: PeriodStep,
  digits: number,
  seesCosts: boolean,
): Promise<Timeline<Size>> {
  const rows = await sizeRows(tx, [sku])
  const spans = rows.map(({ from, to, packUnits, unitMl, costMinor, exciseMinor }) => ({
    from,
    to,
    value: { packUnits, unitMl, costMinor, exciseMinor },
  }))
  const { size } = ask
  const before = spanOn(spans, ask.began ?? size?.from ?? '')?.value
  const wanted = size && {
    from: size.from,
    to: size.to,
    value: valueOf(size, digits, before, seesCosts),
  }
  return must(withoutHoles(stepped(spans, ask, wanted), spans[0]?.from))
}

/** The list prices of a product for a tier after a step, with the same ends; days without a price are allowed. */
export async function priceSpans(
  tx: Tx,
  sku: string,
  tier: Tier,
  ask: PeriodStep,
  digits: number,
): Promise<Timeline<number>> {
  const rows = (await priceRows(tx, [sku])).filter((row) => row.tier === tier)
  const spans = rows.map(({ from, to, listMinor }) => ({ from, to, value: listMinor }))
  const { price } = ask
  const wanted = price && { from: price.from, to: price.to, value: toMinor(price.list, digits) }
  return stepped(spans, ask, wanted)
}
