import type { ColumnMap, ImportKind } from '../../../contract/intake.ts'
import { Refused } from '../../../domain/problem.ts'
import { typeOf } from './assign.ts'
import { parseDate } from './date.ts'
import { fieldNamed, fieldsOf, helperFields } from './fields.ts'
import { kindOf, roleOf, tierOf } from './marks.ts'
import { parseNumber } from './number.ts'

const figures = new Set(['number', 'count', 'volume', 'money', 'rate', 'quantity'])

/** The constants of a map by our field names, checked. A date may be a year alone: it dates columns that are months. */
export function readConstants(kind: ImportKind, map: ColumnMap | null): Map<string, string> {
  for (const name of Object.keys(map?.columns ?? {}))
    if (fieldNamed(kind, name) === undefined && !(kind === 'movements' && name in helperFields))
      unknown(kind, name)
  const constants = new Map<string, string>()
  for (const [name, given] of Object.entries(map?.constants ?? {})) {
    // Whose document numbers these are: the ledger's business, no field of a line.
    if (name === 'source' && kind === 'movements') continue
    const field = fieldNamed(kind, name)
    if (field === undefined) unknown(kind, name)
    const value = String(given).trim()
    if (value === '') continue
    const read = readable(kind, field, value)
    if (read === null) throw new Refused('map/constant-invalid', { field: name, value: value.slice(0, 60) })
    constants.set(field, read)
  }
  return constants
}

function unknown(kind: ImportKind, field: string): never {
  throw new Refused('map/field-unknown', { field, fields: Object.keys(fieldsOf(kind)).join(', ') })
}

function readable(kind: ImportKind, field: string, value: string): string | null {
  const type = typeOf(kind, field)
  if (figures.has(type)) {
    const figure = parseNumber(value, '.')
    return figure ? String(figure.value) : null
  }
  if (type === 'date')
    return /^\d{4}$/.test(value) ? value : parseDate(value, { order: 'dmy', year: null, shift: false })
  if (type === 'kind') return kindOf(value) ? value : null
  if (type === 'tier') return tierOf(value)
  if (type === 'role') return roleOf(value)
  return value
}
