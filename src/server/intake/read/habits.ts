import type { Assigned } from './assign.ts'
import { plain } from './cell.ts'
import type { HeaderFound } from './header-row.ts'
import type { Question } from './question.ts'
import type { Table } from './table.ts'

/** A number that runs through the whole file says where a line stands in it, not which line of its document it is. */
export function withoutRunningLine(assigned: Assigned[], rows: readonly (readonly string[])[]): Assigned[] {
  const line = assigned.find((one) => one.field === 'line' && one.by !== 'map')
  if (!line) return assigned
  const doc = assigned.find((one) => one.field === 'doc')
  let steps = 0
  let running = 0
  for (let at = 1; at < Math.min(rows.length, 400); at++) {
    const [before, now] = [rows[at - 1], rows[at]]
    if (doc && before?.[doc.column.index] === now?.[doc.column.index]) continue
    const from = Number(plain(before?.[line.column.index] ?? ''))
    const to = Number(plain(now?.[line.column.index] ?? ''))
    if (!Number.isFinite(from) || !Number.isFinite(to)) continue
    steps++
    if (to === from + 1) running++
  }
  return !doc || (steps > 2 && running > steps * 0.7) ? assigned.filter((one) => one !== line) : assigned
}

const carried = new Set([
  'buyer_code',
  'buyer_name',
  'seller_code',
  'market_code',
  'market_name',
  'date',
  'sku_code',
  'sku_name',
  'buyer_city',
  'doc',
  'sku_category',
])

/** One or two blanks are omissions. */
const LEAST_BLANKS = 3

/** A market behind its account says where the account is; left blank, the account's own market counts, not the one above. */
function isOfAccount(one: Assigned, assigned: readonly Assigned[]): boolean {
  return (
    one.field.startsWith('market_') &&
    assigned.some(({ field, column }) => field.startsWith('buyer_') && column.index < one.column.index)
  )
}

/** Another column is blank wherever this one is: a heading of several cells stands above its lines. */
function blankTogether(
  rows: readonly (readonly string[])[],
  index: number,
  others: readonly number[],
): boolean {
  const blanks = rows.filter((row) => (row[index] ?? '') === '')
  return others.some((other) => blanks.every((row) => (row[other] ?? '') === ''))
}

/** Columns whose blanks repeat the value above (merged cells saved as text): many blanks, and never the same value twice running. */
export function fillDownOf(
  table: Table,
  header: HeaderFound,
  assigned: readonly Assigned[],
  questions: Question[],
): Set<number> {
  const found = new Set<number>()
  const rows = table.sample.head.slice(header.dataFrom, header.dataFrom + 600).map((row) => row.cells)
  if (rows.length < 4) return found
  const columns = assigned.filter(
    (one) =>
      carried.has(one.field) && one.column.index < header.columns.length && !isOfAccount(one, assigned),
  )
  for (const one of columns) {
    const { index } = one.column
    const others = columns.flatMap(({ column }) => (column.index === index ? [] : [column.index]))
    if (table.merges.some(([top, left, bottom]) => left === index && bottom > top)) continue
    let blank = 0
    let repeats = 0
    for (const [at, row] of rows.entries()) {
      const cell = row[index] ?? ''
      if (cell === '') blank++
      else if (at > 0 && rows[at - 1]?.[index] === cell) repeats++
    }
    if (
      (rows[0]?.[index] ?? '') !== '' &&
      blank >= Math.max(LEAST_BLANKS, rows.length * (blankTogether(rows, index, others) ? 0.25 : 0.4)) &&
      blank < rows.length - 1 &&
      repeats <= rows.length * 0.02
    ) {
      found.add(index)
      questions.push({ code: 'file/filled-down', facts: { header: one.column.header } })
    }
  }
  return found
}
