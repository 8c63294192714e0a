import type { Column } from './header-row.ts'
import type { Plan } from './plan.ts'
import { constantPer } from './values.ts'

/** A column of money: where its figure goes, in units of the currency. */
export type Money = {
  readonly index: number
  readonly field: string
  readonly target: 'amount' | 'amountWithVat' | 'cost' | 'costOfOne' | 'price' | 'priceWithVat' | 'vatAmount'
  readonly factor: number
  /** Of which unit a price or cost of one is; null: of one of whatever the quantity counts. */
  readonly per: 'cases' | 'units' | null
  readonly word: string | null
}

const targets: Readonly<Record<string, Money['target']>> = {
  amount: 'amount',
  amount_with_vat: 'amountWithVat',
  cost: 'cost',
  unit_cost: 'costOfOne',
  unit_price: 'price',
  unit_price_with_vat: 'priceWithVat',
  vat_amount: 'vatAmount',
}

const withVat: Readonly<
  Record<'with' | 'without' | 'open', Partial<Record<Money['target'], Money['target']>>>
> = {
  with: { amount: 'amountWithVat', price: 'priceWithVat' },
  without: { amountWithVat: 'amount', priceWithVat: 'price' },
  open: {},
}

/** 万元 and 千元 in the header or above the table multiply; a cost that stays the same within a product is a cost of one. */
export function moneyOf(plan: Plan, field: string, column: Column): Money {
  const { parsed, index } = column
  const word = /[百千]?万元?|亿元?|千元|'?000|thousands?|millions?/i.exec(column.header)?.[0] ?? null
  const ofOne = ['unit_cost', 'unit_price', 'unit_price_with_vat'].includes(field)
  const factor = parsed.money ?? (ofOne ? 1 : (plan.titleMoney ?? 1))
  let target = targets[field] ?? 'amount'
  if (
    field === 'cost' &&
    plan.assigned.find((one) => one.field === 'cost')?.by !== 'map' &&
    isCostOfOne(plan, index)
  )
    target = 'costOfOne'
  target = withVat[plan.said.vat ?? 'open'][target] ?? target
  const named = /bottle|btl|瓶|单支/i.test(parsed.name)
    ? 'units'
    : /case|箱|件/i.test(parsed.name)
      ? 'cases'
      : null
  return {
    index,
    field,
    target,
    factor,
    per: parsed.per ?? (ofOne ? named : null),
    word: word ?? (parsed.money === null ? null : '元'),
  }
}

function isCostOfOne(plan: Plan, index: number): boolean {
  const at = (...fields: string[]) => plan.assigned.find((one) => fields.includes(one.field))?.column.index
  const sku = at('sku_code') ?? at('sku_name')
  const quantity = at('units') ?? at('cases') ?? at('quantity') ?? at('litres')
  return sku !== undefined && quantity !== undefined && constantPer(plan.rows, sku, index, quantity)
}
