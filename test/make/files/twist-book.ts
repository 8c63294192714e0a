import type { SalesLine } from './lines.ts'
import type { Made } from './twist.ts'
import { serial, type BookOptions, type RichCell, type SheetSpec } from './workbook.ts'

export type Sheet = Omit<SheetSpec, 'name'> & { readonly name?: string }
type Book = { sheets: readonly Sheet[]; options?: BookOptions } & Partial<Omit<Made, 'name' | 'bytes'>>
export type BookMaker = (lines: readonly SalesLine[]) => Book

export const spec = (line: SalesLine) => `${line.ml}ml*${line.pack}`
export const date = (line: SalesLine, format?: string): RichCell => ({
  date: serial(line.year, line.month, line.dom),
  ...(format ? { format } : {}),
})
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
export const row = (line: SalesLine): RichCell[] => [
  line.doc,
  date(line),
  line.code,
  line.customer,
  line.market,
  line.sku,
  line.product,
  spec(line),
  line.cases,
  line.amount,
]
export const one = (rows: readonly (readonly RichCell[])[], more: Partial<Sheet> = {}): readonly Sheet[] => [
  { rows, ...more },
]
export const firsts = <K>(lines: readonly SalesLine[], key: (line: SalesLine) => K) =>
  [...new Map(lines.toReversed().map((line) => [key(line), line])).values()].toReversed()
export const merge = (
  lines: readonly SalesLine[],
  key: (line: SalesLine) => string,
  dom: number | null,
): SalesLine[] => {
  const sums = new Map<string, SalesLine>()
  for (const line of lines) {
    const before = sums.get(key(line))
    sums.set(key(line), {
      ...line,
      dom: dom ?? line.dom,
      cases: line.cases + (before?.cases ?? 0),
      amount: line.amount + (before?.amount ?? 0),
    })
  }
  return [...sums.values()]
}
export const inMonth = (lines: readonly SalesLine[], month: number) =>
  lines.map((line) => ({ ...line, month, dom: Math.min(line.dom, 28) }))
