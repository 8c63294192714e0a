import type { Assigned } from './assign.ts'
import { plain } from './cell.ts'
import type { Header } from './header.ts'
import type { Plan } from './plan.ts'
import { specOf, type Measure } from './units.ts'

/** How a column of quantities is counted: what its figures are when the cell itself says nothing. */
export type Quantity = {
  readonly index: number
  readonly header: string
  readonly measure: Measure
  readonly factor: number
  /** The word for it as the file has it; null where it was taken for granted. */
  readonly word: string | null
  readonly sure: boolean
  /** Loose bottles beside full cases: they add to the cases, they are not the whole. */
  readonly loose: boolean
}

/**
 * 箱 and 瓶 side by side: the whole counted twice, or full cases and what is left over. Where many lines have fewer bottles than
 * cases, the bottles cannot be the whole.
 */
function isBesideCases(plan: Plan, index: number, field: string): boolean {
  const assigned = (name: string) => plan.assigned.find((one) => one.field === name && one.by !== 'map')
  const at = assigned('cases')?.column.index
  if (field !== 'units' || at === undefined || assigned('units')?.column.index !== index) return false
  let both = 0
  let fewer = 0
  for (const row of plan.rows) {
    const [cases, units] = [plain(row[at] ?? ''), plain(row[index] ?? '')].map(Number)
    if (!row[at] || !row[index] || !cases || units === undefined || Number.isNaN(units)) continue
    both++
    if (Math.abs(units) < Math.abs(cases)) fewer++
  }
  return both > 0 && fewer >= both * 0.3
}

const LITRE_NAMES: readonly (readonly [RegExp, number])[] = [
  [/吨|tonn/, 988],
  [/千升|kl|kilol/, 1000],
  [/百升|hl|hectol/, 100],
]

/** The unit of a quantity column: from its header, its cells, a column of units, the title, its name, else from what the file is. */
export function quantityOf(plan: Plan, index: number, header: Header, field: string): Quantity {
  const profile = plan.profiles[index]
  const text = header.text === '' ? (plan.columns[index]?.header ?? '') : header.text
  const make = (measure: Measure, factor: number, word: string | null, sure = true): Quantity => ({
    index,
    header: text,
    measure,
    factor,
    word,
    sure,
    loose: /散|零瓶|零支|loose/.test(header.name) || isBesideCases(plan, index, field),
  })
  const { said } = plan
  if (said.unit && field === 'quantity') return make(said.unit.measure, said.unit.factor, said.unit.word)
  if (header.unit) return make(header.unit.measure, header.unit.factor, header.unit.word)
  if (field === 'cases' || field === 'units') return make(field, 1, null)
  if (field === 'litres') {
    const named = LITRE_NAMES.find(([name]) => name.test(header.name))
    return make('litres', named?.[1] ?? 1, null)
  }
  if (plan.titleUnit) return make(plan.titleUnit.measure, plan.titleUnit.factor, plan.titleUnit.word)
  const usual = usualMeasure(plan, header)
  const told = (profile?.withUnit ?? 0) > 0.9 || namesUnits(plan)
  return make(usual, 1, null, told)
}

/**
 * Whether the file says line by line what its quantity counts: a column of units in which at least some words are known. One without
 * any (台, 套: goods that are no drinks) says nothing, and is asked about. What a person said of the file goes before.
 */
export function namesUnits(plan: Plan): boolean {
  const column = plan.assigned.find((one) => one.field === 'quantity_unit')?.column.index
  return column !== undefined && !plan.said.unit && (plan.profiles[column]?.unitWord ?? 0) > 0
}

/** Where no word tells: a file that names packs counts packs; a Chinese list of customers counts cases; anything else pieces. */
function usualMeasure(plan: Plan, header: Header): Measure {
  const has = (field: string) => plan.assigned.some((one) => one.field === field)
  if (has('cases')) return 'units'
  if (has('units')) return 'cases'
  if (has('spec') || has('pack_units') || packsInNames(plan)) return 'cases'
  const chinese = /[\u3400-\u9fff]/.test(header.text + plan.columns.map((column) => column.header).join(''))
  return chinese && (has('buyer_code') || has('buyer_name') || plan.layout === 'accounts') ? 'cases' : 'units'
}

/** Most product names carry their pack: 清爽8度 500ml*12. */
export function packsInNames(plan: Plan): boolean {
  const name = plan.assigned.find((one: Assigned) => one.field === 'sku_name')
  const samples = name ? (plan.profiles[name.column.index]?.samples ?? []) : []
  return (
    samples.length > 0 &&
    samples.filter((text) => specOf(text)?.packUnits !== undefined).length >= samples.length * 0.8
  )
}
