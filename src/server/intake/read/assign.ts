import type { ColumnMap, ImportKind } from '../../../contract/intake.ts'
import { Refused } from '../../../domain/problem.ts'
import { fieldNamed, fieldsOf, helperFields, type FieldType } from './fields.ts'
import { columnNamed, type Column } from './header-row.ts'
import { matchName } from './name-match.ts'
import { withSellers } from './parties.ts'
import type { Profile } from './profile.ts'
import { isLeftAside } from './words.ts'

type Source = 'map' | 'memory' | 'header' | 'values' | 'constant'
export type Assigned = {
  readonly field: string
  readonly column: Column
  readonly sure: number
  readonly by: Source
}

/** The type of a field or of a helper column. */
export function typeOf(kind: ImportKind, field: string): FieldType {
  const types: Readonly<Record<string, FieldType>> = { ...helperFields, ...fieldsOf(kind) }
  return types[field] ?? 'text'
}

/** How well the values of a column suit a field, 0…1. */
function suits(type: FieldType, profile: Profile, field: string): number {
  if (profile.filled === 0) return 0.5
  switch (type) {
    case 'date':
      return profile.whole > 0.9 && profile.high < 32 ? 0 : profile.date
    case 'number':
    case 'money':
    case 'quantity':
      if (field === 'buyer_lat' || field === 'lat')
        return profile.number > 0.9 && Math.abs(profile.high) <= 90 ? 1 : 0
      if (field === 'buyer_lon' || field === 'lon')
        return profile.number > 0.9 && Math.abs(profile.high) <= 180 ? 1 : 0
      return profile.dateCells > 0.5 ? 0 : profile.number
    case 'count':
      return profile.number > 0.8 && profile.whole > 0.8 && profile.low >= 0 && profile.high <= 1000 ? 1 : 0
    case 'volume':
      return profile.number > 0.8 && profile.low >= 0 ? 1 : 0
    case 'rate':
      return profile.number > 0.8 && profile.high <= 100 ? 1 : 0
    case 'spec':
      return profile.spec
    case 'kind':
      return profile.kind
    case 'tier':
      return profile.tier
    case 'role':
      return profile.role
    case 'unit':
      return profile.unitWord
    case 'year':
      return profile.number > 0.9 && profile.low >= 1990 && profile.high <= 2100 ? 1 : 0
    case 'month':
      return profile.number > 0.9 && profile.low >= 1 && profile.high <= 12 ? 1 : 0
    case 'dom':
      return profile.number > 0.9 && profile.low >= 1 && profile.high <= 31 ? 1 : 0
    case 'code':
      if (profile.samples.some((text) => /^0\d/.test(text))) return 1
      return profile.dateCells > 0.5 || (profile.number > 0.9 && profile.whole < 0.5) ? 0.2 : 1
    case 'text':
      return profile.number > 0.95 ? 0.25 : profile.dateCells > 0.5 ? 0.1 : 1
  }
}

/** What a map, or a remembered one, says: fields it gives a column, fields it leaves out on purpose (an empty header). */
export function mapped(
  kind: ImportKind,
  map: ColumnMap | null,
  columns: readonly Column[],
  by: 'map' | 'memory',
): { assigned: Assigned[]; leftOut: Set<string> } {
  const assigned: Assigned[] = []
  const leftOut = new Set<string>()
  for (const [name, header] of Object.entries(map?.columns ?? {})) {
    const field = fieldNamed(kind, name) ?? (kind === 'movements' && name in helperFields ? name : undefined)
    if (field === undefined) {
      if (by === 'memory') continue
      throw new Refused('map/field-unknown', { field: name, fields: Object.keys(fieldsOf(kind)).join(', ') })
    }
    if (header.trim() === '') {
      leftOut.add(field)
      continue
    }
    const column = columnNamed(columns, header)
    if (column) assigned.push({ field, column, sure: 1, by })
    else if (by === 'map')
      throw new Refused('map/column-missing', { column: header, columns: named(columns) })
  }
  return { assigned, leftOut }
}

const named = (columns: readonly Column[]) =>
  columns
    .map((column) => column.header)
    .filter((header) => header !== '')
    .slice(0, 40)
    .join(', ')

type Candidate = {
  readonly field: string
  readonly column: Column
  readonly sure: number
  readonly by: Source
}

/** Columns → fields by name and values; what is `fixed` already stays. One column serves one field, and the surest pairs go first. */
export function guess(
  kind: ImportKind,
  columns: readonly Column[],
  profiles: readonly Profile[],
  fixed: readonly Assigned[],
  closed: ReadonlySet<string>,
): Assigned[] {
  const candidates: Candidate[] = []
  for (const column of columns) {
    const profile = profiles[column.index]
    if (!profile || column.header === '' || fixed.some((one) => one.column.index === column.index)) continue
    candidates.push(...byName(kind, column, profile))
  }
  const chosen: Assigned[] = [...fixed]
  const take = (candidate: Candidate) => {
    if (closed.has(candidate.field)) return
    if (
      chosen.some(
        (one) =>
          one.field === candidate.field || (one.column.index === candidate.column.index && one.by !== 'map'),
      )
    )
      return
    if (fixed.some((one) => one.column.index === candidate.column.index)) return
    chosen.push(candidate)
  }
  const settled = kind === 'movements' ? withSellers(candidates) : candidates
  for (const candidate of settled.toSorted((a, b) => b.sure - a.sure || a.column.index - b.column.index))
    take(candidate)
  return chosen
}

function byName(kind: ImportKind, column: Column, profile: Profile): Candidate[] {
  const { parsed } = column
  const found: Candidate[] = []
  for (const match of matchName(kind, parsed)) {
    if (match.field === 'line' && parsed.name === 'item' && !isLineNumber(parsed.name, profile)) continue
    const type = typeOf(kind, match.field)
    const fit = suits(type, profile, match.field)
    if (fit < 0.3) continue
    let sure = match.weight * (fit >= 0.6 ? 0.9 + 0.1 * fit : fit)
    if (parsed.unit?.word.startsWith('gal')) sure -= 0.1
    if (match.field === 'sku_code' && isLineNumber(parsed.name, profile)) sure -= 0.3
    if (profile.filled === 0) sure -= 0.05
    found.push({ field: match.field, column, sure, by: 'header' })
  }
  if (kind !== 'movements') {
    const perCase = parsed.per === 'cases' || /箱|case/.test(parsed.name)
    const priced = found.map((one) =>
      one.field === 'unit_cost' && perCase ? { ...one, field: 'case_cost' } : one,
    )
    return codesAsNames(priced, column, profile)
  }
  if (parsed.unit && profile.number > 0.6) {
    const field = found.find((one) => ['unit_ml', 'cases', 'units', 'litres', 'quantity'].includes(one.field))
    if (field && field.field !== 'unit_ml' && field.field !== parsed.unit.measure)
      found.push({ field: parsed.unit.measure, column, sure: field.sure, by: 'header' })
    else if (found.length === 0 && !isLeftAside(parsed.name))
      found.push({ field: parsed.unit.measure, column, sure: 0.6, by: 'header' })
  }
  if (parsed.money !== null && found.length === 0 && profile.number > 0.6 && !isLeftAside(parsed.name))
    found.push({
      field: parsed.per ? 'unit_price' : parsed.vat === 'with' ? 'amount_with_vat' : 'amount',
      column,
      sure: 0.55,
      by: 'header',
    })
  const money = found.some((one) => one.field === 'amount' || one.field === 'amount_with_vat')
  const fits = parsed.unit
    ? found.filter((one) => !money || !['amount', 'amount_with_vat', 'unit_price'].includes(one.field))
    : found
  return codesAsNames(
    parsed.money !== null
      ? fits.filter((one) => !['cases', 'units', 'litres', 'quantity'].includes(one.field))
      : fits,
    column,
    profile,
  )
}

/** 10, 20, 30 under Item: lines of a document, not products. */
const isLineNumber = (name: string, profile: Profile) =>
  name === 'item' &&
  profile.whole > 0.95 &&
  profile.low >= 0 &&
  profile.high <= 9999 &&
  profile.values < profile.filled

const codeOf: Readonly<Record<string, string>> = {
  buyer_name: 'buyer_code',
  sku_name: 'sku_code',
  account_name: 'account_code',
  market_name: 'market_code',
  seller_name: 'seller_code',
}

/** 品项 with SKU100 in it, 客户 with 59224: a name that holds codes is a code. */
function codesAsNames(found: Candidate[], column: Column, profile: Profile): Candidate[] {
  if (profile.code < 0.9 || profile.cjk > 0.1) return found
  return found.flatMap((one) => {
    const code = codeOf[one.field]
    if (code === undefined || found.some((other) => other.field === code)) return [one]
    return [
      { ...one, sure: one.sure - 0.25 },
      { field: code, column, sure: one.sure - 0.02, by: one.by },
    ]
  })
}
