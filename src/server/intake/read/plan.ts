import type { ColumnMap, ImportKind } from '../../../contract/intake.ts'
import { type Assigned, guess, mapped } from './assign.ts'
import { isFormulaCell } from './cell.ts'
import type { Day } from '../../../domain/day.ts'
import { endOf, orderOf, type DateReading } from './date.ts'
import { unitsOfTitle } from './header.ts'
import type { Column, HeaderFound } from './header-row.ts'
import { periodIn, yearIn } from './month.ts'
import { decimalOf, type Decimal } from './number.ts'
import { profileOf, type Profile } from './profile.ts'
import type { Question } from './question.ts'
import { findSideways, type Layout, type Sideways } from './sideways.ts'
import { sectionOf, type Section } from './sections.ts'
import type { Table } from './table.ts'
import { unitSaid, type Unit } from './units.ts'
import { fillDownOf, withoutRunningLine } from './habits.ts'
import { guessByValues } from './values.ts'
import { Refused } from '../../../domain/problem.ts'

/** How a table is read: which column is what, and how its dates and figures are written. */
export type Plan = {
  readonly kind: ImportKind
  readonly header: HeaderFound
  readonly columns: readonly Column[]
  readonly profiles: readonly Profile[]
  readonly assigned: readonly Assigned[]
  readonly sideways: Sideways | null
  readonly layout: Layout
  readonly constants: ReadonlyMap<string, string>
  readonly decimal: Decimal
  readonly dates: DateReading
  readonly dateFormat: string | null
  /** The day of every line where no column says it and the title names a month. */
  readonly titleDay: Day | null
  readonly titleUnit: Unit | null
  readonly titleMoney: number | null
  readonly fillDown: ReadonlySet<number>
  /** No column names the customer: rows above its lines do, or the title (then it is here). */
  readonly sections: { readonly title: Section | null } | null
  readonly rows: readonly (readonly string[])[]
  readonly questions: Question[]
  readonly said: Said
}

/** Corrections of a person that the reading of cells heeds. */
export type Said = {
  readonly unit: Unit | null
  readonly vat: 'with' | 'without' | null
  readonly take: ReadonlySet<number>
}

export type PlanInput = {
  readonly kind: ImportKind
  readonly table: Table
  readonly header: HeaderFound
  readonly columns: readonly Column[]
  /** Rows of the sample, header left out, joined columns put in. */
  readonly rows: readonly (readonly string[])[]
  readonly map: ColumnMap | null
  readonly memory: ColumnMap | null
  readonly constants: ReadonlyMap<string, string>
  readonly fileName: string
}

export function makePlan(input: PlanInput): Plan {
  const { kind, columns, rows, header, map, memory } = input
  const looked = thin(rows, 1400).filter((row) => sectionOf(row) === null)
  const profiles = columns.map((column) => profileOf(looked, column.index))
  refuseFormulas(profiles)
  const questions: Question[] = []
  const told = mapped(kind, map, columns, 'map')
  const remembered = mapped(kind, memory, columns, 'memory')
  const fixed = [
    ...told.assigned,
    ...remembered.assigned.filter(
      (one) =>
        !told.assigned.some((other) => other.field === one.field) &&
        !told.leftOut.has(one.field) &&
        !input.constants.has(one.field),
    ),
  ]
  const closed = new Set([...told.leftOut, ...remembered.leftOut, ...input.constants.keys()])
  const sideways = kind === 'movements' && !hasMeasure(fixed) ? findSideways(columns, profiles) : null
  const taken = new Set([...(sideways?.across.map((one) => one.index) ?? []), ...(sideways?.aside ?? [])])
  const base = columns.filter((column) => !taken.has(column.index))
  if (sideways?.layout === 'months' || sideways?.layout === 'days')
    for (const field of ['date', 'year', 'month', 'day_of_month']) closed.add(field)
  let assigned = guess(kind, base, profiles, fixed, closed)
  if (kind === 'movements') {
    assigned = withoutRunningLine(assigned, looked)
    assigned.push(...guessByValues(base, profiles, assigned, closed, looked))
    if (assigned.some((one) => one.field === 'date'))
      assigned = assigned.filter((one) => !['year', 'month', 'day_of_month'].includes(one.field))
  }
  if (sideways)
    assigned = assigned.filter(
      (one) =>
        ![
          'cases',
          'units',
          'litres',
          'quantity',
          'amount',
          'amount_with_vat',
          'unit_price',
          'unit_price_with_vat',
          'cost',
        ].includes(one.field) || one.by === 'map',
    )
  const title = unitsOfTitle(header.titles.join(' '))
  const year = yearOf(input, sideways, questions)
  const decimal = decimalFor(input, assigned, sideways, profiles, questions)
  const { dates, dateFormat } = datesFor(input, assigned, year, questions)
  return {
    kind,
    header,
    columns,
    profiles,
    assigned,
    sideways,
    layout: sideways?.layout ?? 'lines',
    constants: input.constants,
    decimal,
    dates,
    dateFormat,
    titleDay: titleDayOf(input, assigned, sideways, year, questions),
    titleUnit: title.unit,
    titleMoney: title.money,
    sections: sectionsOf(input, assigned, sideways),
    fillDown: fillDownOf(input.table, input.header, assigned, questions),
    rows: looked,
    questions,
    said: saidOf(map, memory),
  }
}

function saidOf(map: ColumnMap | null, memory: ColumnMap | null): Said {
  const word = map?.quantityUnit ?? memory?.quantityUnit
  const unit = word === undefined ? null : unitSaid(word)
  if (unit === undefined)
    throw new Refused('map/constant-invalid', { field: 'quantityUnit', value: word ?? '' })
  return { unit, vat: map?.vat ?? memory?.vat ?? null, take: new Set(map?.takeRows) }
}

function sectionsOf(
  input: PlanInput,
  assigned: readonly Assigned[],
  sideways: Sideways | null,
): Plan['sections'] {
  const known = (field: string) => input.constants.has(field) || assigned.some((one) => one.field === field)
  if (
    input.kind !== 'movements' ||
    known('buyer_code') ||
    known('buyer_name') ||
    sideways?.layout === 'accounts'
  )
    return null
  const titles = input.table.sample.head.slice(0, input.header.dataFrom - input.header.rows)
  const title = titles.map((row) => sectionOf(row.cells)).find((section) => section !== null) ?? null
  return title || input.rows.some((row) => sectionOf(row) !== null) ? { title } : null
}

const hasMeasure = (fixed: readonly Assigned[]) =>
  fixed.some((one) => ['cases', 'units', 'litres', 'quantity'].includes(one.field))

function thin<T>(rows: readonly T[], most: number): readonly T[] {
  if (rows.length <= most) return rows
  const head = rows.slice(0, most / 2)
  const rest = rows.slice(most / 2)
  const step = rest.length / (most / 2)
  return [
    ...head,
    ...Array.from({ length: most / 2 }, (_, index) => rest[Math.floor(index * step)]).filter(
      (row) => row !== undefined,
    ),
  ]
}

function refuseFormulas(profiles: readonly Profile[]): void {
  if (profiles.some((profile) => profile.filled > 0 && profile.formulas > 0.5))
    throw new Refused('file/formulas-without-values')
}

function yearOf(input: PlanInput, sideways: Sideways | null, questions: Question[]): number | null {
  const constant = input.constants.get('date')
  if (constant !== undefined && /^\d{4}$/.test(constant)) return Number(constant)
  const needs = sideways?.across.some((one) => one.period !== null && one.period.year === null) ?? false
  const sources = [...input.header.titles, input.table.name ?? '', input.fileName.replace(/\.[a-z.]+$/i, '')]
  for (const source of sources) {
    const year = yearIn(source)
    if (year !== null) {
      if (needs) questions.push({ code: 'file/year-taken', facts: { year, from: source.slice(0, 60) } })
      return year
    }
  }
  if (needs) questions.push({ code: 'file/year-missing', facts: {} })
  return null
}

function titleDayOf(
  input: PlanInput,
  assigned: readonly Assigned[],
  sideways: Sideways | null,
  year: number | null,
  questions: Question[],
): Day | null {
  const dated = ['months', 'days'].includes(sideways?.layout ?? '') || input.constants.has('date')
  if (input.kind !== 'movements' || dated || assigned.some((one) => ['date', 'month'].includes(one.field)))
    return null
  for (const from of [
    ...input.header.titles,
    input.table.name ?? '',
    input.fileName.replace(/\.[a-z.]+$/i, ''),
  ]) {
    const named = periodIn(from)
    const day = named && (named.period.year ?? year) !== null ? endOf(named.period, year) : null
    if (day === null) continue
    questions.push({ code: 'file/date-from-title', facts: { from: from.slice(0, 60), day } })
    return day
  }
  return null
}

const figures = new Set([
  'cases',
  'units',
  'litres',
  'quantity',
  'amount',
  'amount_with_vat',
  'cost',
  'unit_cost',
  'unit_price',
  'unit_price_with_vat',
  'vat_amount',
  'list_price',
  'case_cost',
  'excise',
  'unit_ml',
  'working_capital',
  'credit_limit',
  'overdue',
])

function decimalFor(
  input: PlanInput,
  assigned: readonly Assigned[],
  sideways: Sideways | null,
  profiles: readonly Profile[],
  questions: Question[],
): Decimal {
  const said = input.map?.decimal ?? input.memory?.decimal
  if (said) return said
  const indexes = [
    ...assigned.filter((one) => figures.has(one.field)).map((one) => one.column.index),
    ...(sideways?.across.map((one) => one.index) ?? []),
  ]
  const texts = indexes.flatMap((index) =>
    profiles[index]?.numberCells ? [] : (profiles[index]?.samples ?? []),
  )
  const usual: Decimal =
    input.table.delimiter === ';' && !texts.some((text) => /\d\.\d{1,2}$/.test(text)) ? ',' : '.'
  const { decimal, sure, sample } = decimalOf(texts, usual)
  if (!sure) {
    const at = indexes.find((index) => profiles[index]?.samples.includes(sample))
    const taken = decimal === ',' ? sample.replaceAll('.', '').replace(',', '.') : sample.replaceAll(',', '')
    questions.push({
      code: 'file/number-style-unclear',
      facts: { header: input.columns[at ?? -1]?.header ?? '', sample, taken },
    })
  }
  return decimal
}

function datesFor(
  input: PlanInput,
  assigned: readonly Assigned[],
  year: number | null,
  questions: Question[],
): { dates: DateReading; dateFormat: string | null } {
  const date = assigned.find(
    (one) => one.field === 'date' || one.field === 'valid_from' || one.field === 'opened_on',
  )
  const stated =
    input.map?.dateFormat ?? (date?.by === 'memory' ? input.memory?.dateFormat : undefined) ?? null
  if (!date) return { dates: { order: 'ymd', year, shift: false }, dateFormat: stated }
  const texts = input.rows
    .map((row) => row[date.column.index] ?? '')
    .filter((cell) => cell !== '' && !isFormulaCell(cell))
  const said = input.map?.dateOrder ?? input.memory?.dateOrder
  const { order, sure } = said ? { order: said, sure: true } : orderOf(texts, 'dmy', year)
  if (!sure && stated === null)
    questions.push({
      code: 'file/date-order-unclear',
      facts: { header: date.column.header, taken: { ymd: 'Y-M-D', dmy: 'D/M/Y', mdy: 'M/D/Y' }[order] },
    })
  const zulu = texts.slice(0, 200).filter((text) => text.length > 10)
  const shift = zulu.length >= 3 && zulu.every((text) => /T16:00:00(?:\.0+)?Z$/.test(text))
  return { dates: { order, year, shift }, dateFormat: stated }
}
