import type { MovementKind, Tier } from '../../../domain/chain/line.ts'
import type { Problem, ProblemCode } from '../../../domain/problem.ts'
import { isBlank, isNumberCell, plain } from './cell.ts'
import type { Draft, Step } from './draft.ts'
import { isRedMark, kindOf, tierOf } from './marks.ts'
import type { Money } from './money.ts'
import { monthNamed } from './month.ts'
import { isNothing, tidy } from './number.ts'
import type { Plan } from './plan.ts'
import type { Quantity } from './quantity.ts'
import { BAD, dateReader, numberReader, readFigure, type TextReader } from './readers.ts'
import { specOf, unitNamed, type Unit } from './units.ts'

function problem(code: ProblemCode, facts: Problem['facts'] = {}): Problem {
  return { code, facts }
}

function unreadable(field: string, cell: string): Problem {
  return problem('line/number-unreadable', { field, value: plain(cell).slice(0, 60) })
}

export type Text = { [K in keyof Draft]-?: NonNullable<Draft[K]> extends string ? K : never }[keyof Draft]
export type Figure = { [K in keyof Draft]-?: NonNullable<Draft[K]> extends number ? K : never }[keyof Draft]

export const millilitres = (unit: Unit | null) => (unit?.measure === 'litres' ? unit.factor * 1000 : 1)

export function textStep(name: Text, index: number, text: TextReader): Step {
  const numeric = name === 'buyerCode' ? 'buyerCodeNumeric' : name === 'skuCode' ? 'skuCodeNumeric' : null
  return (cells, draft) => {
    const cell = cells[index]
    if (cell === undefined || cell === '') return null
    const value = text.read(cell)
    if (value === '') return null
    draft[name] = value as never
    if (numeric !== null && isNumberCell(cell)) draft[numeric] = true
    return null
  }
}

export function dateStep(plan: Plan, index: number): Step {
  const read = dateReader(plan.dates, plan.dateFormat)
  return (cells, draft) => {
    const cell = cells[index] ?? ''
    const day = read(cell)
    if (day === undefined) return null
    if (day === null) return problem('line/date-unreadable', { value: plain(cell).slice(0, 60) })
    draft.day = day
    return null
  }
}

export function kindStep(index: number, header: string): Step {
  const asksForReturn = /退货|红字|红冲|冲红|return|refund|credit/i.test(header)
  const known = new Map<string, { kind?: MovementKind; isReturn?: true } | null>()
  return (cells, draft) => {
    const cell = cells[index] ?? ''
    if (cell === '') return null
    let said = known.get(cell)
    if (said === undefined) {
      if (known.size > 1000) known.clear()
      known.set(cell, (said = kindOf(cell, asksForReturn)))
    }
    if (said?.kind) draft.kind = said.kind
    if (said?.isReturn) draft.isReturn = true
    return null
  }
}

export function redStep(index: number): Step {
  return (cells, draft) => {
    const cell = cells[index]
    if (cell !== undefined && cell !== '' && isRedMark(cell)) draft.isReturn = true
    return null
  }
}

export function tierStep(index: number): Step {
  const known = new Map<string, Tier | null>()
  return (cells, draft) => {
    const cell = cells[index] ?? ''
    let tier = known.get(cell)
    if (tier === undefined) {
      if (known.size > 1000) known.clear()
      known.set(cell, (tier = tierOf(cell)))
    }
    if (tier) draft.buyerTier = tier
    // Taking it for a wholesaler would put an outlet into the ranking.
    else if (!isBlank(cell) && !isNothing(plain(cell)))
      return problem('line/value-invalid', { field: 'buyer_tier', value: plain(cell).slice(0, 60) })
    return null
  }
}

export function specStep(index: number): Step {
  const known = new Map<string, ReturnType<typeof specOf>>()
  return (cells, draft) => {
    const cell = cells[index] ?? ''
    if (cell === '') return null
    let spec = known.get(cell)
    if (spec === undefined) {
      if (known.size > 20_000) known.clear()
      known.set(cell, (spec = specOf(plain(cell))))
    }
    if (spec?.unitMl !== undefined) draft.unitMl ??= spec.unitMl
    if (spec?.packUnits !== undefined) draft.packUnits ??= spec.packUnits
    return null
  }
}

export function partStep(field: 'year' | 'month' | 'day_of_month', index: number): Step {
  const name = field === 'day_of_month' ? 'dom' : field
  return (cells, _draft, extra) => {
    const text = plain(cells[index] ?? '')
      .normalize('NFKC')
      .trim()
      .replace(/[年月日号份]+$/, '')
    const value = Number(text) || (field === 'month' ? monthNamed(text) : 0)
    if (value > 0) extra[name] = value
    return null
  }
}

export function figureStep(
  name: Figure,
  field: string,
  index: number,
  read: ReturnType<typeof numberReader>,
): Step {
  return (cells, draft) => {
    const cell = cells[index]
    if (cell === undefined || cell === '') return null
    const value = read(cell)
    if (value === undefined) return null
    if (value === BAD) return unreadable(field, cell)
    draft[name] = value
    return null
  }
}

/** Adds a quantity to a line in its measure; a cell's own unit (箱, 瓶 …) and a column of units go before the column's. */
/** `strict`: a word in the column of units that is none is refused, not taken for the usual one: three sacks are not three cases. */
export function quantityStep(plan: Plan, quantity: Quantity, unitColumn: number, strict: boolean): Step {
  const { index, measure, factor, loose } = quantity
  const { decimal } = plan
  const unitsOf = new Map<string, Unit | null>()
  const unitIn = (cell: string): Unit | null => {
    let unit = unitsOf.get(cell)
    if (unit === undefined) {
      if (unitsOf.size > 1000) unitsOf.clear()
      unitsOf.set(cell, (unit = unitNamed(plain(cell)) ?? null))
    }
    return unit
  }
  const read = numberReader(decimal, 1)
  return (cells, draft, extra) => {
    const cell = cells[index]
    if (cell === undefined || cell === '') return null
    let value = read(cell)
    if (value === undefined) return null
    if (value === BAD) return unreadable(quantity.header || measure, cell)
    extra.counted ??= value
    let to = measure
    let times = factor
    const last = cell.charCodeAt(cell.length - 1)
    if (last > 57 || last < 48) {
      const reading = readFigure(cell, decimal)
      if (reading !== undefined && reading !== BAD && reading.unit) {
        to = reading.unit.measure
        times = reading.unit.factor
        if (reading.rest) extra.loose = (extra.loose ?? 0) + reading.restValue
      }
    } else if (unitColumn >= 0) {
      const unit = unitIn(cells[unitColumn] ?? '')
      if (unit) {
        to = unit.measure
        times = unit.factor
      } else if (strict && plain(cells[unitColumn] ?? '') !== '')
        return problem('line/unit-unknown', { value: plain(cells[unitColumn] ?? '').slice(0, 60) })
    }
    value = times === 1 ? value : tidy(value * times)
    if (loose) extra.loose = (extra.loose ?? 0) + value
    else if (draft[to] === undefined) draft[to] = value
    return null
  }
}

export function moneyStep(plan: Plan, money: Money): Step {
  const read = numberReader(plan.decimal, money.factor)
  const { index, target, field } = money
  return (cells, draft, extra) => {
    const cell = cells[index]
    if (cell === undefined || cell === '') return null
    const value = read(cell)
    if (value === undefined) return null
    if (value === BAD) return unreadable(field, cell)
    if (target === 'amount' || target === 'amountWithVat' || target === 'cost') draft[target] = value
    else extra[target] = value
    return null
  }
}
