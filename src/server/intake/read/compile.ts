import type { Problem } from '../../../domain/problem.ts'
import { parseDate } from './date.ts'
import type { Draft, Extra, Step } from './draft.ts'
import { finisher } from './finish.ts'
import { kindOf, tierOf } from './marks.ts'
import { moneyOf, type Money } from './money.ts'
import type { Plan } from './plan.ts'
import { namesUnits, packsInNames, quantityOf, type Quantity } from './quantity.ts'
import { numberReader, rateReader, textReader, type TextReader } from './readers.ts'
import {
  dateStep,
  figureStep,
  kindStep,
  millilitres,
  moneyStep,
  partStep,
  quantityStep,
  redStep,
  specStep,
  textStep,
  tierStep,
  type Figure,
  type Text,
} from './steps.ts'

export type Movements = {
  readonly steps: readonly Step[]
  readonly finish: (draft: Draft, extra: Extra) => Problem | null
  readonly start: () => Draft
  /** Columns whose cells say what a row is about: date, account, product, document. */
  readonly keys: readonly Key[]
  readonly quantities: readonly Quantity[]
  readonly moneys: readonly Money[]
}

export type Key = {
  readonly group: 'date' | 'account' | 'sku' | 'doc' | 'market' | 'other'
  readonly index: number
  readonly text: TextReader | null
}

const names: Readonly<Record<string, keyof Draft>> = {
  seller_code: 'sellerCode',
  buyer_code: 'buyerCode',
  buyer_name: 'buyerName',
  buyer_address: 'buyerAddress',
  buyer_city: 'buyerCity',
  market_code: 'marketCode',
  market_name: 'marketName',
  sku_code: 'skuCode',
  sku_name: 'skuName',
  sku_category: 'skuCategory',
  brand: 'brand',
  doc: 'doc',
  line: 'line',
  buyer_lat: 'buyerLat',
  buyer_lon: 'buyerLon',
  pack_units: 'packUnits',
  vat_rate: 'vatRate',
}

const groups: Readonly<Record<string, Key['group']>> = {
  date: 'date',
  buyer_code: 'account',
  buyer_name: 'account',
  sku_code: 'sku',
  sku_name: 'sku',
  doc: 'doc',
  market_code: 'market',
  market_name: 'market',
}

/** One small function a column, so that a line costs no look-ups and no pattern matching where a plain way will do. */
export function compile(plan: Plan): Movements {
  const steps: Step[] = []
  const keys: Key[] = []
  const quantities: Quantity[] = []
  const moneys: Money[] = []
  for (const { field, column } of plan.assigned) {
    const { index } = column
    const profile = plan.profiles[index]
    switch (field) {
      case 'date':
        steps.push(dateStep(plan, index))
        keys.push({ group: 'date', index, text: null })
        break
      case 'kind':
        steps.push(kindStep(index, column.header))
        break
      case 'red_mark':
        steps.push(redStep(index))
        break
      case 'buyer_tier':
        steps.push(tierStep(index))
        break
      case 'spec':
        steps.push(specStep(index))
        break
      case 'year':
      case 'month':
      case 'day_of_month':
        steps.push(partStep(field, index))
        break
      case 'vat_rate':
        steps.push(figureStep('vatRate', field, index, rateReader(plan.decimal)))
        break
      case 'unit_ml':
        steps.push(
          figureStep('unitMl', field, index, numberReader(plan.decimal, millilitres(column.parsed.unit))),
        )
        break
      case 'pack_units':
      case 'buyer_lat':
      case 'buyer_lon':
        steps.push(figureStep(names[field] as Figure, field, index, numberReader(plan.decimal, 1)))
        break
      case 'cases':
      case 'units':
      case 'litres':
      case 'quantity':
        quantities.push(quantityOf(plan, index, column.parsed, field))
        break
      case 'quantity_unit':
        break
      case 'amount':
      case 'amount_with_vat':
      case 'cost':
      case 'unit_cost':
      case 'unit_price':
      case 'unit_price_with_vat':
      case 'vat_amount':
        moneys.push(moneyOf(plan, field, column))
        break
      default: {
        const text = textReader(
          field.endsWith('_code') || field === 'doc' || field === 'line',
          (profile?.distinct ?? 0) > 0.8 && (profile?.filled ?? 0) > 100,
        )
        const name = names[field]
        if (!name) break
        keys.push({ group: groups[field] ?? 'other', index, text })
        steps.push(textStep(name as Text, index, text))
      }
    }
  }
  if (!plan.assigned.some((one) => one.field === 'spec') && packsInNames(plan)) {
    const name = plan.assigned.find((one) => one.field === 'sku_name')
    if (name) steps.push(specStep(name.column.index))
  }
  const unitColumn = plan.assigned.find((one) => one.field === 'quantity_unit')?.column.index ?? -1
  for (const quantity of quantities) steps.push(quantityStep(plan, quantity, unitColumn, namesUnits(plan)))
  for (const money of moneys) steps.push(moneyStep(plan, money))
  return { steps, finish: finisher(plan, quantities, moneys), start: starter(plan), keys, quantities, moneys }
}

function starter(plan: Plan): () => Draft {
  const fixed: Draft = {}
  if (plan.titleDay !== null) fixed.day = plan.titleDay
  for (const [field, value] of plan.constants) {
    if (field === 'date') {
      const day = parseDate(value, plan.dates)
      if (day !== null && !/^\d{4}$/.test(value)) fixed.day = day
    } else if (field === 'kind') Object.assign(fixed, kindOf(value) ?? {})
    else if (field === 'buyer_tier') fixed.buyerTier = tierOf(value) ?? 'wholesaler'
    else if (
      [
        'cases',
        'units',
        'litres',
        'amount',
        'cost',
        'pack_units',
        'vat_rate',
        'buyer_lat',
        'buyer_lon',
        'unit_ml',
        'amount_with_vat',
        'unit_cost',
        'unit_price',
      ].includes(field)
    ) {
      const name = names[field] ?? field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
      Object.assign(fixed, { [name]: Number(value) })
    } else {
      const name = names[field]
      if (name) Object.assign(fixed, { [name]: value })
    }
  }
  return () => ({ ...fixed })
}
