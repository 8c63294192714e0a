import { plain } from './cell.ts'
import type { Assigned } from './assign.ts'
import type { Column } from './header-row.ts'
import { isRedMark, kindOf } from './marks.ts'
import { matchName } from './name-match.ts'
import { parseNumber } from './number.ts'
import { looksLikeProduct } from './places.ts'
import type { Profile } from './profile.ts'
import { isLeftAside } from './words.ts'

type Rows = readonly (readonly string[])[]

/** Guesses for columns whose headers say nothing, from what stands in them; never a customer from mere codes. */
export function guessByValues(
  columns: readonly Column[],
  profiles: readonly Profile[],
  assigned: readonly Assigned[],
  closed: ReadonlySet<string>,
  rows: Rows,
): Assigned[] {
  const found: Assigned[] = []
  const has = (...fields: string[]) =>
    fields.some((field) => closed.has(field)) ||
    [...assigned, ...found].some((one) => fields.includes(one.field))
  const free = columns.filter(
    (column) =>
      !assigned.some((one) => one.column.index === column.index) &&
      !isLeftAside(column.parsed.name) &&
      !(matchName('movements', column.parsed)[0] && !blind(column)) &&
      (profiles[column.index]?.filled ?? 0) > 0,
  )
  const take = (field: string, sure: number, test: (profile: Profile, column: Column) => boolean) => {
    if (has(field)) return
    const column = free.find(
      (one) =>
        !found.some((other) => other.column.index === one.index) && test(profiles[one.index] ?? never(), one),
    )
    if (column) found.push({ field, column, sure, by: 'values' })
  }
  take(
    'date',
    0.5,
    (profile) => profile.date > 0.85 && (profile.dateCells > 0.5 || profile.samples.every(writtenDate)),
  )
  if (!has('buyer_code')) take('buyer_name', 0.5, (profile) => profile.firm > 0.4 && profile.number < 0.1)
  if (!has('sku_code'))
    take(
      'sku_name',
      0.5,
      (profile) =>
        profile.number < 0.3 &&
        share(profile, looksLikeProduct) > 0.5 &&
        (profile.spec < 0.5 || share(profile, namedBesideSpec) > 0.5),
    )
  take('spec', 0.6, (profile) => profile.spec > 0.8)
  if (has('quantity')) take('quantity_unit', 0.6, (profile) => profile.unitWord > 0.9)
  take(
    'kind',
    0.5,
    (profile) =>
      profile.kind > 0.95 &&
      profile.number < 0.5 &&
      profile.values > 1 &&
      profile.samples.some((text) => kindOf(text)?.isReturn),
  )
  if (!has('cases', 'units', 'litres', 'quantity'))
    take('quantity', 0.55, (profile) => profile.withUnit > 0.5)
  if (!has('amount', 'amount_with_vat'))
    take('amount', 0.55, (profile) => profile.money > 0.5 && profile.number > 0.6)
  if (!has('kind')) {
    const remark = columns.find(
      (column) => REMARK.test(column.parsed.name) && profiles[column.index]?.samples.some(isRedMark),
    )
    if (remark) found.push({ field: 'red_mark', column: remark, sure: 0.7, by: 'values' })
  }
  found.push(
    ...byProduct(
      free.filter((column) => !found.some((one) => one.column.index === column.index)),
      profiles,
      [...assigned, ...found],
      has,
      rows,
    ),
  )
  return found
}

const blind = (column: Column) => (matchName('movements', column.parsed)[0]?.weight ?? 0) < 0.6

function never(): never {
  throw new Error('a column without a profile')
}

/** 清爽8度 500ml*12 names a product; 500ml*12 alone does not. */
const namedBesideSpec = (text: string) =>
  /[\u3400-\u9fff]{2}|[a-z]{3}/i.test(
    text.normalize('NFKC').replace(/[\d.*×x/]|ml|毫升|瓶|听|罐|箱|装/gi, ''),
  )

const REMARK = /备注|说明|摘要|标记|标志|remark|note|memo|comment/

const writtenDate = (text: string) => /\d\s*[-/.年]\s*\d|[a-z]{3}/i.test(text)

function share(profile: Profile, test: (text: string) => boolean): number {
  return profile.samples.filter(test).length / Math.max(1, profile.samples.length)
}

/** Quantity × price = amount settles which figure is which. */
function byProduct(
  free: readonly Column[],
  profiles: readonly Profile[],
  assigned: readonly Assigned[],
  has: (...fields: string[]) => boolean,
  rows: Rows,
): Assigned[] {
  if (has('amount', 'amount_with_vat') && has('cases', 'units', 'litres', 'quantity')) return []
  const figures = free.filter((column) => {
    const profile = profiles[column.index]
    return profile && profile.number > 0.9 && profile.dateCells === 0 && profile.values > 1
  })
  const known = (...fields: string[]) => assigned.find((one) => fields.includes(one.field))?.column
  const quantities = one(known('cases', 'units', 'litres', 'quantity'), figures)
  const prices = one(known('unit_price'), figures)
  const amounts = one(known('amount', 'amount_with_vat'), figures)
  const sample = rows.slice(0, 200)
  for (const q of quantities)
    for (const p of prices)
      for (const a of amounts) {
        if (q === p || p === a || q === a || !multiplies(sample, q.index, p.index, a.index)) continue
        if ((profiles[q.index]?.whole ?? 0) < (profiles[p.index]?.whole ?? 0)) continue
        const made: Assigned[] = []
        if (!known('cases', 'units', 'litres', 'quantity'))
          made.push({ field: 'quantity', column: q, sure: 0.55, by: 'values' })
        if (!known('unit_price')) made.push({ field: 'unit_price', column: p, sure: 0.5, by: 'values' })
        if (!known('amount', 'amount_with_vat'))
          made.push({ field: 'amount', column: a, sure: 0.55, by: 'values' })
        return made
      }
  return []
}

const one = (column: Column | undefined, others: readonly Column[]) =>
  column ? [column] : others.slice(0, 8)

function multiplies(rows: Rows, q: number, p: number, a: number): boolean {
  let tried = 0
  let right = 0
  for (const row of rows) {
    const [x, y, z] = [q, p, a].map((index) => figure(row[index]))
    if (x === undefined || y === undefined || z === undefined || x === 0 || x === 1 || y === 1 || z === 0)
      continue
    tried++
    if (Math.abs(x * y - z) <= Math.max(0.02, Math.abs(z) * 0.002)) right++
  }
  return tried >= 3 && right >= tried * 0.9
}

export function figure(cell: string | undefined): number | undefined {
  if (cell === undefined || cell === '') return undefined
  const text = plain(cell)
  const value = Number(text)
  if (text.trim() !== '' && !Number.isNaN(value)) return value
  return parseNumber(text, '.')?.value
}

/** The values of `value` hardly change within a key while the quantity does: a price or cost of one, not of the line. */
export function constantPer(rows: Rows, key: number, value: number, quantity: number): boolean {
  const groups = new Map<string, { values: Set<string>; quantities: Set<string>; rows: number }>()
  for (const row of rows) {
    const name = row[key] ?? ''
    let group = groups.get(name)
    if (!group) groups.set(name, (group = { values: new Set(), quantities: new Set(), rows: 0 }))
    group.values.add(row[value] ?? '')
    group.quantities.add(row[quantity] ?? '')
    group.rows++
  }
  let tried = 0
  let constant = 0
  for (const group of groups.values()) {
    if (group.rows < 3 || group.quantities.size < 3) continue
    tried++
    if (group.values.size <= Math.max(1, group.quantities.size / 3)) constant++
  }
  return tried > 0 && constant >= tried * 0.8
}
