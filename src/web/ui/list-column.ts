import type { ReactNode } from 'react'

export type ListColumn<Row> = {
  readonly key: string
  readonly head: string
  /** Unit of the figures, beneath the head. */
  readonly unit?: string
  readonly align?: 'start' | 'end'
  /** px; a column without one takes what is left, and at least 120. */
  readonly width?: number
  readonly sortable?: boolean
  readonly cell: (row: Row) => ReactNode
}
export type ListSort = { readonly key: string; readonly descending: boolean }

/** From this many rows on only those in sight are in the document. */
export const MANY = 100

export type ListProps<Row> = {
  readonly rows: readonly Row[]
  readonly columns: readonly ListColumn<Row>[]
  readonly rowKey: (row: Row) => string
  readonly selected?: ReadonlySet<string>
  readonly onSelect?: (selected: ReadonlySet<string>) => void
  /** The row that stands in the drawer. */
  readonly openKey?: string | null | undefined
  readonly onOpen?: (row: Row) => void
  readonly sort?: ListSort
  readonly onSort?: (sort: ListSort) => void
  /** Stands where the first row would be. */
  readonly empty?: ReactNode
  readonly label: string
}

const LEAST = 120
/** The first column names the row, and a name needs room. */
const LEAST_NAME = 180

/**
 * The columns that fit in `width` px, from the first on: where a drawer takes room, the last ones give way. The first always stays, and
 * so does the one that the rows are sorted by.
 */
export function fitting<C extends { readonly key: string; readonly width?: number }>(
  columns: readonly C[],
  width: number,
  sortedBy: string | null,
): readonly C[] {
  const need = (column: C) => column.width ?? (column === columns[0] ? LEAST_NAME : LEAST)
  const kept = new Set(columns.filter((column, at) => at === 0 || column.key === sortedBy))
  let left = width - [...kept].reduce((sum, column) => sum + need(column), 0)
  for (const column of columns) {
    if (kept.has(column)) continue
    left -= need(column)
    if (left < 0) break
    kept.add(column)
  }
  return columns.filter((column) => kept.has(column))
}

/** What a press on a head asks for: the other way round, or this column (figures from the largest on, words from the first on). */
export function nextSort(column: ListColumn<never>, sort: ListSort | undefined): ListSort {
  if (sort?.key === column.key) return { key: column.key, descending: !sort.descending }
  return { key: column.key, descending: column.align === 'end' }
}

/** The picked rows after a row was picked or left, alone or from `anchor` on. */
export function picked(
  keys: readonly string[],
  selected: ReadonlySet<string>,
  at: number,
  anchor: number | null,
): ReadonlySet<string> {
  const key = keys[at]
  if (key === undefined) return selected
  const next = new Set(selected)
  if (anchor !== null) {
    for (const one of keys.slice(Math.min(anchor, at), Math.max(anchor, at) + 1)) next.add(one)
  } else if (!next.delete(key)) next.add(key)
  return next
}
