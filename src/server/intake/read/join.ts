import { isBlank, plain } from './cell.ts'
import type { Column, HeaderFound } from './header-row.ts'
import { isTotalWord } from './marks.ts'
import type { Table } from './table.ts'

export type Join = {
  readonly sheet: string
  readonly by: string
  readonly columns: readonly Column[]
  readonly extend: (cells: readonly string[]) => readonly string[]
}

const MOST_ROWS = 50_000

/**
 * A second sheet whose rows are items that the main sheet names by a column of the same header: its other columns are put behind
 * the main sheet's. Its key must be unique and hold nine of ten of the main sheet's values.
 */
export async function findJoin(
  main: { table: Table; header: HeaderFound; rows: readonly (readonly string[])[] },
  others: readonly { table: Table; header: HeaderFound }[],
): Promise<Join | null> {
  for (const other of others) {
    if ((other.table.sample.rows ?? 0) > MOST_ROWS) continue
    for (const key of other.header.columns) {
      if (key.parsed.squashed === '') continue
      const mine = main.header.columns.find((column) => column.parsed.squashed === key.parsed.squashed)
      if (!mine) continue
      const fresh = other.header.columns.filter(
        (column) =>
          column.index !== key.index &&
          column.header !== '' &&
          !main.header.columns.some((own) => own.parsed.squashed === column.parsed.squashed),
      )
      if (fresh.length === 0) continue
      const items = await itemsOf(other.table, other.header, key.index)
      if (items && covers(items, main.rows, mine.index))
        return joinOf(other.table, key, mine, fresh, items, main.header.columns.length)
    }
  }
  return null
}

const keyText = (cell: string | undefined) =>
  plain(cell ?? '')
    .trim()
    .toLowerCase()

async function itemsOf(
  table: Table,
  header: HeaderFound,
  key: number,
): Promise<Map<string, readonly string[]> | null> {
  const items = new Map<string, readonly string[]>()
  let twice = 0
  for await (const batch of table.batches(header.columns.length))
    for (const [at, cells] of batch.rows.entries()) {
      if (
        (batch.numbers[at] ?? 0) < header.first + header.rows ||
        isBlank(cells[key]) ||
        isTotalWord(cells[key] ?? '')
      )
        continue
      const text = keyText(cells[key])
      if (items.has(text)) twice++
      items.set(text, cells)
      if (twice > 5 + items.size / 50) return null
    }
  return items.size >= 2 && twice * 50 <= items.size ? items : null
}

function covers(
  items: ReadonlyMap<string, unknown>,
  rows: readonly (readonly string[])[],
  index: number,
): boolean {
  let filled = 0
  let found = 0
  for (const row of rows) {
    if (isBlank(row[index])) continue
    filled++
    if (items.has(keyText(row[index]))) found++
  }
  return filled > 0 && found >= filled * 0.9
}

function joinOf(
  table: Table,
  key: Column,
  mine: Column,
  fresh: readonly Column[],
  items: ReadonlyMap<string, readonly string[]>,
  width: number,
): Join {
  return {
    sheet: table.name ?? '',
    by: key.header,
    columns: fresh.map((column, at) => ({ ...column, index: width + at })),
    extend: (cells) => {
      const item = items.get(keyText(cells[mine.index]))
      const made = [...cells]
      while (made.length < width) made.push('')
      for (const column of fresh) made.push(item?.[column.index] ?? '')
      return made
    },
  }
}
