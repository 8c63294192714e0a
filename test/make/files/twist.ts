import type { CellValue } from './encode.ts'
import { dayOf, type SalesLine } from './lines.ts'

/** A file in one of the shapes that offices export, and the lines it holds. */
export type Made = {
  readonly name: string
  readonly fileName: string
  readonly bytes: Buffer
  readonly lines: readonly SalesLine[]
  /** The file has no amounts. */
  readonly noMoney?: boolean
  readonly constants?: Readonly<Record<string, string>>
  /** Lines in the file that must come back as refused. */
  readonly refused?: number
  /** Amounts are with VAT at this rate, the truth is what the file says. */
  readonly withVat?: boolean
}

export type Row = readonly CellValue[]
export const head = [
  '单据号',
  '日期',
  '客户编码',
  '客户名称',
  '区域',
  '单品编码',
  '单品名称',
  '规格',
  '数量(箱)',
  '金额(元)',
]
export const spec = (line: SalesLine) => `${line.ml}ml*${line.pack}`
export const row = (line: SalesLine): CellValue[] => [
  line.doc,
  dayOf(line),
  line.code,
  line.customer,
  line.market,
  line.sku,
  line.product,
  spec(line),
  line.cases,
  line.amount.toFixed(2),
]
export const grouped = (value: number, digits = 2) =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
export const european = (value: number) =>
  value.toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
export const full = (text: string) =>
  text.replace(/[0-9.,]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

export type Maker = (
  lines: readonly SalesLine[],
) => { rows: readonly Row[]; delimiter?: string; newline?: string } & Partial<Omit<Made, 'name'>>

/** Each date of `head` written another way, everything else plain. */
export const dated =
  (write: (line: SalesLine) => CellValue, header = '日期'): Maker =>
  (lines) => ({
    rows: [
      head.map((name) => (name === '日期' ? header : name)),
      ...lines.map((line) => row(line).map((cell, at) => (at === 1 ? write(line) : cell))),
    ],
  })

export const measured =
  (
    header: string,
    write: (line: SalesLine) => CellValue,
    more: readonly string[] = [],
    extra: (line: SalesLine) => CellValue[] = () => [],
  ): Maker =>
  (lines) => ({
    rows: [
      [...head.slice(0, 8), header, '金额', ...more],
      ...lines.map((line) => [...row(line).slice(0, 8), write(line), line.amount, ...extra(line)]),
    ],
  })

export const moneyed =
  (headers: readonly string[], write: (line: SalesLine) => CellValue[], titles: readonly Row[] = []): Maker =>
  (lines) => ({
    rows: [
      ...titles,
      [...head.slice(0, 9), ...headers],
      ...lines.map((line) => [...row(line).slice(0, 9), ...write(line)]),
    ],
  })
