import type { Day } from '../../../domain/day.ts'
import type { Problem } from '../../../domain/problem.ts'
import { isBlank } from './cell.ts'
import { endOf } from './date.ts'
import { clearExtra, type Draft, type Extra, type Step } from './draft.ts'
import { moneyOf, type Money } from './money.ts'
import { matchName } from './name-match.ts'
import type { Plan } from './plan.ts'
import { quantityOf, type Quantity } from './quantity.ts'
import type { Across } from './sideways.ts'
import { moneyStep, quantityStep } from './steps.ts'
import { specOf } from './units.ts'

/** One value that stands across the top (a month, a customer …) with the columns that hold its figures. */
export type Group = {
  readonly item: string
  readonly day: Day | null
  readonly columns: readonly number[]
  readonly steps: readonly Step[]
}

const money = new Set(['amount', 'amount_with_vat', 'cost', 'unit_price', 'unit_cost', 'vat_amount'])
const counted = new Set(['cases', 'units', 'litres', 'quantity'])

function fieldOf(plan: Plan, one: Across): string {
  const { measure } = one
  const match = matchName('movements', measure).find(
    (found) => money.has(found.field) || counted.has(found.field),
  )
  if (match && (money.has(match.field) || !measure.unit)) return match.field
  if (measure.unit) return measure.unit.measure
  if (measure.money !== null) return measure.vat === 'with' ? 'amount_with_vat' : 'amount'
  const title = plan.header.titles.join(' ')
  if (!plan.titleUnit && plan.titleMoney !== null && /额|金额|收入|sales|revenue|amount/i.test(title))
    return 'amount'
  return 'quantity'
}

/** The groups of a table that lies sideways, and how its figures are counted. */
export function groupsOf(plan: Plan): { groups: Group[]; quantities: Quantity[]; moneys: Money[] } {
  const groups = new Map<string, { item: string; day: Day | null; columns: number[]; steps: Step[] }>()
  const quantities: Quantity[] = []
  const moneys: Money[] = []
  for (const one of plan.sideways?.across ?? []) {
    const day = one.period ? dayOfPeriod(plan, one) : null
    const name = one.period ? `${one.period.year}/${one.period.month}/${one.period.day ?? ''}` : one.item
    let group = groups.get(name)
    if (!group) groups.set(name, (group = { item: one.item, day, columns: [], steps: [] }))
    const field = fieldOf(plan, one)
    if (money.has(field)) {
      const column = plan.columns[one.index]
      if (!column) continue
      const found = moneyOf(plan, field, { ...column, parsed: one.measure })
      moneys.push(found)
      group.steps.push(moneyStep(plan, found))
    } else {
      const found = quantityOf(plan, one.index, one.measure, field)
      quantities.push(found)
      group.steps.push(quantityStep(plan, found, -1, false))
    }
    group.columns.push(one.index)
  }
  return { groups: [...groups.values()], quantities, moneys }
}

function dayOfPeriod(plan: Plan, one: Across): Day | null {
  if (!one.period) return null
  if (plan.layout !== 'days' || one.period.month > 0) return endOf(one.period, plan.dates.year)
  const month = monthOfTitle(plan.header.titles.join(' '))
  return month === null ? null : endOf({ ...one.period, month }, plan.dates.year)
}

function monthOfTitle(title: string): number | null {
  const found = /(?<!\d)(1[0-2]|0?[1-9])\s*月/.exec(title.normalize('NFKC'))
  return found ? Number(found[1]) : null
}

/** The lines of one row: one for each group that has a figure; blanks and noughts are no lines. */
export function spread(
  plan: Plan,
  groups: readonly Group[],
  cells: readonly string[],
  base: Draft,
  extra: Extra,
  finish: (draft: Draft, extra: Extra) => Problem | null,
  emit: (draft: Draft | null, problem: Problem | null) => void,
): void {
  for (const group of groups) {
    if (group.columns.every((index) => isBlank(cells[index]))) continue
    const draft: Draft = { ...base }
    clearExtra(extra)
    let refused = run(group.steps, cells, draft, extra)
    const nothing = !draft.cases && !draft.units && !draft.litres && !draft.amount && !draft.amountWithVat
    if (!refused && nothing) continue
    if (!refused) refused = place(plan, group, draft) ?? finish(draft, extra)
    emit(refused ? null : draft, refused)
    if (refused && (refused.code === 'line/no-account' || refused.code === 'line/no-sku')) return
  }
}

export function run(
  steps: readonly Step[],
  cells: readonly string[],
  draft: Draft,
  extra: Extra,
): Problem | null {
  for (const step of steps) {
    const refused = step(cells, draft, extra)
    if (refused) return refused
  }
  return null
}

function packOf(item: string, draft: Draft): void {
  const spec = specOf(item)
  if (spec?.unitMl === undefined || spec.packUnits === undefined) return
  draft.unitMl ??= spec.unitMl
  draft.packUnits ??= spec.packUnits
}

function place(plan: Plan, group: Group, draft: Draft): Problem | null {
  switch (plan.layout) {
    case 'months':
    case 'days':
      if (group.day === null) return { code: 'line/date-unreadable', facts: { value: group.item } }
      draft.day = group.day
      return null
    case 'accounts':
      if (/^[A-Za-z]{0,4}\d{3,}$/.test(group.item)) draft.buyerCode = group.item
      else draft.buyerName = group.item
      return null
    case 'skus':
      if (/^[A-Za-z]{1,6}[-_]?\d{2,}$|^\d{5,}$/.test(group.item)) draft.skuCode = group.item
      else draft.skuName = group.item
      packOf(group.item, draft)
      return null
    case 'markets':
      draft.marketName = group.item
      return null
    case 'lines':
      return null
  }
}
