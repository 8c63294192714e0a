import type { Problem } from '../../../domain/problem.ts'
import { typeOf } from './assign.ts'
import { plain } from './cell.ts'
import type { Key } from './compile.ts'
import { neededOf } from './fields.ts'
import { roleOf, tierOf } from './marks.ts'
import type { MasterRecord } from './open-types.ts'
import type { Plan } from './plan.ts'
import { BAD, dateReader, numberReader, rateReader, textReader } from './readers.ts'
import { isNothing } from './number.ts'
import { specOf } from './units.ts'

type Build = { [field: string]: string | number | boolean }
type Set = (cell: string, record: Build) => Problem | null

export type Masters = {
  readonly keys: readonly Key[]
  build(cells: readonly string[]): MasterRecord | Problem
}

export const isProblem = (made: MasterRecord | Problem): made is Problem => typeof made['facts'] === 'object'

/** Rows of master data → records by our field names. Codes that stood in numeric cells also set `<field>_numeric`. */
export function compileMasters(plan: Plan): Masters {
  const setters: { index: number; set: Set }[] = []
  const keys: Key[] = []
  const groups = neededOf(plan.kind)
  const needed = new Set(groups.flat())
  for (const { field, column } of plan.assigned) {
    const type = typeOf(plan.kind, field)
    setters.push({ index: column.index, set: setterOf(plan, field) })
    if (type === 'code' || type === 'text')
      keys.push({
        group: needed.has(field) ? 'sku' : 'other',
        index: column.index,
        text: textReader(type === 'code', false),
      })
  }
  const fixed: Build = {}
  for (const [field, value] of plan.constants) setterOf(plan, field)(value, fixed)
  return {
    keys,
    build: (cells) => {
      const record: Build = { ...fixed }
      for (const { index, set } of setters) {
        const cell = cells[index]
        if (cell === undefined || cell === '') continue
        const refused = set(cell, record)
        if (refused) return refused
      }
      if (groups.length > 0 && !groups.some((group) => group.every((field) => record[field] !== undefined)))
        return { code: 'line/field-missing', facts: { field: groups[0]?.join(', ') ?? '' } }
      return record
    },
  }
}

function setterOf(plan: Plan, field: string): Set {
  const type = typeOf(plan.kind, field)
  const invalid = (cell: string): Problem => ({
    code: 'line/value-invalid',
    facts: { field, value: plain(cell).slice(0, 60) },
  })
  switch (type) {
    case 'date': {
      const read = dateReader(plan.dates, plan.dateFormat)
      return (cell, record) => {
        const day = read(cell)
        if (day === undefined) return null
        if (day === null) return { code: 'line/date-unreadable', facts: { value: plain(cell).slice(0, 60) } }
        record[field] = day
        return null
      }
    }
    case 'tier':
      return (cell, record) => {
        const tier = tierOf(cell)
        if (tier === null) return isNothing(plain(cell)) ? null : invalid(cell)
        record[field] = tier
        return null
      }
    case 'role':
      return (cell, record) => {
        const role = roleOf(cell)
        if (role === null) return { code: 'person/role-unknown', facts: { role: plain(cell).slice(0, 60) } }
        record[field] = role
        return null
      }
    case 'spec':
      return (cell, record) => {
        const spec = specOf(plain(cell))
        if (spec?.unitMl !== undefined) record['unit_ml'] ??= spec.unitMl
        if (spec?.packUnits !== undefined) record['pack_units'] ??= spec.packUnits
        return null
      }
    case 'code':
    case 'text': {
      const text = textReader(type === 'code', true)
      return (cell, record) => {
        const value = text.read(cell)
        if (value === '') return null
        record[field] = value
        if (type === 'code' && cell.charCodeAt(0) === 1) record[`${field}_numeric`] = true
        return null
      }
    }
    default: {
      const column = plan.assigned.find((one) => one.field === field)?.column.parsed
      const factor =
        type === 'volume' && column?.unit?.measure === 'litres'
          ? column.unit.factor * 1000
          : (column?.money ?? 1)
      const read =
        type === 'rate'
          ? rateReader(plan.decimal)
          : numberReader(plan.decimal, type === 'volume' || type === 'money' ? factor : 1)
      return (cell, record) => {
        const value = read(cell)
        if (value === undefined) return null
        if (value === BAD)
          return { code: 'line/number-unreadable', facts: { field, value: plain(cell).slice(0, 60) } }
        record[field] = value
        return null
      }
    }
  }
}
