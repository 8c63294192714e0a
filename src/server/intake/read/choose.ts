import type { ColumnMap, ImportKind } from '../../../contract/intake.ts'
import { Refused } from '../../../domain/problem.ts'
import { guess } from './assign.ts'
import { isBlank } from './cell.ts'
import { fieldNamed, neededOf } from './fields.ts'
import { squash } from './header.ts'
import { findHeader, type HeaderFound } from './header-row.ts'
import { profileOf } from './profile.ts'
import { findSideways } from './sideways.ts'
import type { Table } from './table.ts'

export type Candidate = {
  readonly table: Table
  readonly header: HeaderFound
  readonly score: number
  readonly data: number
}

const MOST_COLUMNS = 400

/** The best table of a file and the others, best first. Refuses a file without one, too wide a table, a header without rows. */
export function chooseTable(kind: ImportKind, tables: readonly Table[], map: ColumnMap | null): Candidate[] {
  const wanted = Object.values(map?.columns ?? {})
    .map(squash)
    .filter((name) => name !== '')
  const asked = askedFor(tables, map?.sheet)
  const found: Candidate[] = []
  let headerOnly = false
  let empty: Candidate | undefined
  for (const table of asked) {
    refuseWide(table)
    const header = findHeader(kind, table, wanted, map ?? {})
    if (!header) continue
    const data = table.sample.head.slice(header.dataFrom).filter((row) => !row.cells.every(isBlank)).length
    if (data === 0) {
      if (isOurs(kind, header)) empty ??= { table, header, data: 0, score: 0 }
      headerOnly ||= header.known >= 2 || wanted.length > 0
      continue
    }
    found.push({ table, header, data, score: worth(kind, table, header) - (table.hidden ? 8 : 0) })
  }
  if (found.length > 0) return found.toSorted((a, b) => b.score - a.score)
  if (empty) return [empty]
  throw new Refused(headerOnly || tables.every(isOneRow) ? 'file/header-only' : 'file/no-table')
}

/** An export of ours from nothing: every head is one of our fields, and there are no rows. */
function isOurs(kind: ImportKind, { columns }: HeaderFound): boolean {
  const named = columns.filter((column) => column.header !== '')
  return named.length >= 2 && named.every((column) => fieldNamed(kind, column.header) !== undefined)
}

const isOneRow = (table: Table) =>
  table.sample.whole && table.sample.head.length === 1 && (table.sample.head[0]?.cells.length ?? 0) >= 3

function askedFor(tables: readonly Table[], name: string | undefined): readonly Table[] {
  if (name === undefined || name === '') return tables
  const found = tables.find((table) => table.name !== null && squash(table.name) === squash(name))
  if (!found) {
    const sheets = tables.map((table) => table.name ?? '').join(', ')
    throw new Refused('map/column-missing', { column: name, columns: sheets })
  }
  return [found]
}

function refuseWide(table: Table): void {
  let columns = 0
  for (const row of table.sample.head.slice(0, 200)) {
    let width = row.cells.length
    while (width > columns && isBlank(row.cells[width - 1])) width--
    columns = Math.max(columns, width)
  }
  if (columns > MOST_COLUMNS) throw new Refused('file/too-wide', { columns, limit: MOST_COLUMNS })
}

/** How much of what the kind needs a table seems to hold; among equals the longer one. */
function worth(kind: ImportKind, table: Table, header: HeaderFound): number {
  const rows = table.sample.head.slice(header.dataFrom, header.dataFrom + 200).map((row) => row.cells)
  const profiles = header.columns.map((column) => profileOf(rows, column.index))
  const sideways = kind === 'movements' ? findSideways(header.columns, profiles) : null
  const fields = new Set(guess(kind, header.columns, profiles, [], new Set()).map((one) => one.field))
  const has = (...names: string[]) => (names.some((name) => fields.has(name)) ? 1 : 0)
  const length = Math.log10(1 + (table.sample.rows ?? table.sample.head.length))
  if (kind !== 'movements') {
    const met = neededOf(kind).some((group) => group.every((field) => fields.has(field)))
    return (met ? 10 : 0) + fields.size + length
  }
  const measure = sideways || has('cases', 'units', 'litres', 'quantity') ? 1 : 0
  const date = sideways?.layout === 'months' || sideways?.layout === 'days' || has('date', 'month') ? 1 : 0
  return (
    4 * measure +
    3 * date +
    3 * has('buyer_code', 'buyer_name') +
    3 * has('sku_code', 'sku_name') +
    2 * has('amount', 'amount_with_vat') +
    0.3 * fields.size +
    1.5 * length
  )
}
