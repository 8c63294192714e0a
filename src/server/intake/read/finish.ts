import { dayOf, daysInMonth } from '../../../domain/day.ts'
import type { Problem } from '../../../domain/problem.ts'
import type { Draft, Extra } from './draft.ts'
import type { Money } from './money.ts'
import { tidy } from './number.ts'
import type { Plan } from './plan.ts'
import type { Quantity } from './quantity.ts'

/**
 * What a line still needs when its cells are read: a date from its parts, bottles from cases and loose bottles, an amount
 * from a price, and the refusals that need no database. Null when the line stands.
 */
export function finisher(
  plan: Plan,
  quantities: readonly Quantity[],
  moneys: readonly Money[],
): (draft: Draft, extra: Extra) => Problem | null {
  const has = (target: Money['target']) => moneys.some((one) => one.target === target)
  const price = moneys.find((one) => one.target === 'price' || one.target === 'priceWithVat')
  const cost = moneys.find((one) => one.target === 'costOfOne')
  const counts = quantities[0]?.measure ?? null
  const parts = plan.assigned.some((one) => one.field === 'month' || one.field === 'year')
  const needsDate = plan.layout !== 'months' && plan.layout !== 'days'
  const pricesAmount = price !== undefined && !has('amount') && !has('amountWithVat')
  const coded = (field: string) =>
    plan.constants.has(field) || plan.assigned.some((one) => one.field === field)
  const [accountsCoded, skusCoded] = [coded('buyer_code'), coded('sku_code')]
  return (draft, extra) => {
    // A file without codes tells accounts and products apart by their names; in one with codes a blank is an omission.
    if (!accountsCoded && draft.buyerCode === undefined && draft.buyerName !== undefined) {
      draft.buyerCode = draft.buyerName
      delete draft.buyerName
    }
    if (!skusCoded && draft.skuCode === undefined && draft.skuName !== undefined) {
      draft.skuCode = draft.skuName
      delete draft.skuName
    }
    if (parts && draft.day === undefined) dateFromParts(draft, extra, plan.dates.year)
    if (needsDate && draft.day === undefined) return { code: 'line/date-unreadable', facts: {} }
    if (draft.buyerCode === undefined && draft.buyerName === undefined)
      return { code: 'line/no-account', facts: {} }
    if (draft.skuCode === undefined && draft.skuName === undefined) return { code: 'line/no-sku', facts: {} }
    if (extra.loose !== undefined) addLoose(draft, extra)
    if (pricesAmount) amountFromPrice(draft, extra, price.target, price.per, counts)
    if (extra.price !== undefined && (price?.per ?? counts) === 'units') draft.unitPrice = extra.price
    if (cost && extra.costOfOne !== undefined) costFromOne(draft, extra, cost.per, counts)
    if (extra.vatAmount !== undefined && draft.amount === undefined && draft.amountWithVat !== undefined)
      draft.amount = tidy(draft.amountWithVat - extra.vatAmount)
    return volumeProblem(draft)
  }
}

function dateFromParts(draft: Draft, extra: Extra, fileYear: number | null): void {
  const { month = 0, dom } = extra
  const year = extra.year === undefined ? fileYear : extra.year < 100 ? 2000 + extra.year : extra.year
  if (year === null || month < 1 || month > 12) return
  const last = daysInMonth(year, month)
  if (dom === undefined) draft.day = dayOf(year, month, last)
  else if (dom >= 1 && dom <= last) draft.day = dayOf(year, month, dom)
}

/** Where the line doesn't say what a case holds, the product will. */
function addLoose(draft: Draft, extra: Extra): void {
  const loose = extra.loose ?? 0
  if (loose === 0) return
  if (draft.cases === undefined || draft.cases === 0) {
    draft.units = (draft.units ?? 0) + loose
    return
  }
  if (draft.packUnits === undefined) {
    draft.looseUnits = loose
    return
  }
  draft.units = draft.cases * draft.packUnits + loose
  draft.cases = tidy(draft.cases + loose / draft.packUnits)
}

/** A price is of one of what the quantity counts, unless its header says of which: 元/瓶 beside 箱 needs the pack. */
function amountFromPrice(
  draft: Draft,
  extra: Extra,
  target: Money['target'],
  per: Money['per'],
  counts: string | null,
): void {
  const one = target === 'price' ? extra.price : extra.priceWithVat
  if (one === undefined || extra.counted === undefined) return
  const quantity = quantityIn(draft, extra, per, counts)
  if (quantity === undefined) {
    if (target === 'price' && per === 'units') draft.unitPrice = one
    return
  }
  if (target === 'price') draft.amount = tidy(quantity * one)
  else draft.amountWithVat = tidy(quantity * one)
}

function costFromOne(draft: Draft, extra: Extra, per: Money['per'], counts: string | null): void {
  const one = extra.costOfOne
  if (one === undefined || draft.cost !== undefined) return
  if (per === 'units' || (per === null && counts === 'units')) {
    draft.unitCost = one
    return
  }
  const quantity = quantityIn(draft, extra, per, counts)
  if (quantity !== undefined) draft.cost = tidy(quantity * one)
}

function quantityIn(
  draft: Draft,
  extra: Extra,
  per: Money['per'],
  counts: string | null,
): number | undefined {
  if (per === null || per === counts) return extra.counted
  const { packUnits } = draft
  if (per === 'units')
    return (
      draft.units ??
      (packUnits !== undefined && draft.cases !== undefined ? tidy(draft.cases * packUnits) : undefined)
    )
  return (
    draft.cases ??
    (packUnits !== undefined && draft.units !== undefined ? tidy(draft.units / packUnits) : undefined)
  )
}

function volumeProblem(draft: Draft): Problem | null {
  const some = draft.cases || draft.units || draft.litres
  if (some) return null
  const money = draft.amount || draft.amountWithVat
  return money ? { code: 'line/amount-without-units', facts: {} } : { code: 'line/no-volume', facts: {} }
}
