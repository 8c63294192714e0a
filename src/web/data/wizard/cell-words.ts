import type { Preview } from '../../../contract/import-preview.ts'
import type { FileReading } from './reading.ts'

type Row = Preview['rows'][number]
const MEASURES: readonly string[] = ['cases', 'units', 'litres']
const AMOUNTS: readonly string[] = ['amount', 'amount_with_vat']

/** What a field's row shows: the volume or the money that a line makes, a day, or the value itself. */
export type Shows = 'volume' | 'money' | 'day' | 'value'

/** The first quantity stands for the line's volume and the first sum for its money; each figure is shown once. */
export function whatFieldsShow(fields: readonly string[]): ReadonlyMap<string, Shows> {
  const first = (of: readonly string[]) => fields.find((field) => of.includes(field))
  const [measure, amount] = [first(MEASURES), first(AMOUNTS)]
  return new Map(
    fields.map((field) => [
      field,
      field === measure ? 'volume' : field === amount ? 'money' : field === 'date' ? 'day' : 'value',
    ]),
  )
}

/** Of days in one year the year is left out. */
export function oneYear(rows: readonly Row[]): boolean {
  const years = new Set(
    rows.flatMap(({ cells }) => {
      const day = cells['date']?.ours
      return typeof day === 'string' ? [day.slice(0, 4)] : []
    }),
  )
  return years.size === 1
}

/** What we read of one cell, for a person; empty where the cell is, null where it could not be read. */
export function oursOf(
  row: Row,
  field: string,
  shows: Shows,
  reading: FileReading,
  sameYear: boolean,
): string | null {
  const cell = row.cells[field]
  const { posting } = row
  if (shows === 'volume' && posting)
    return reading.lineVolume({
      millilitres: posting.millilitres,
      cases: posting.milliCases === null ? null : posting.milliCases / 1000,
    })
  if (shows === 'volume') return null
  if (shows === 'money' && posting)
    return posting.amountMinor === null ? null : reading.money(posting.amountMinor)
  const ours = cell?.ours ?? null
  if (ours === null) return null
  if (shows === 'day' && typeof ours === 'string') return sameYear ? ours.slice(5) : ours
  return typeof ours === 'number' ? plain(ours) : ours
}

/** Without a float's tail. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12))).replace('-', '−')
}

type BlameWord = 'unread' | 'unknown' | 'no-size' | 'empty' | 'ahead'

/** Where a refusal comes from: fields, first come first, and what a person says of the cell. */
const CULPRITS: Readonly<Record<string, readonly [readonly string[], BlameWord]>> = {
  'line/date-unreadable': [['date'], 'unread'],
  'line/day-far-ahead': [['date'], 'ahead'],
  'line/no-account': [['buyer_code', 'buyer_name', 'account_code', 'account_name'], 'empty'],
  'line/account-unknown': [['buyer_code', 'buyer_name', 'account_code', 'account_name'], 'unknown'],
  'line/no-market': [['market_code', 'market_name', 'buyer_code', 'buyer_name'], 'unknown'],
  'line/no-sku': [['sku_code', 'sku_name'], 'empty'],
  'line/sku-unknown': [['sku_code', 'sku_name'], 'unknown'],
  'line/no-volume': [['sku_name', 'sku_code'], 'no-size'],
  'line/amount-without-units': [['cases', 'units', 'litres'], 'empty'],
}

export type Blame = { readonly field: string; readonly why: BlameWord }

/** The cell of a refused line that is to blame, where the refusal says so. */
export function blameOf(row: Row): Blame | null {
  const [fields, why] = CULPRITS[row.problem?.code ?? ''] ?? [[], 'unread']
  const field = fields.find((one) => row.cells[one] !== undefined)
  return field === undefined ? null : { field, why }
}
