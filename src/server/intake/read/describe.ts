import type { Understood } from '../../../contract/intake.ts'
import type { Movements } from './compile.ts'
import { plainCells, plain } from './cell.ts'
import type { Candidate } from './choose.ts'
import type { Join } from './join.ts'
import type { Plan } from './plan.ts'
import type { Question } from './question.ts'
import type { Dropped } from './rows.ts'
import type { Quantity } from './quantity.ts'
import type { Money } from './money.ts'

export type Described = {
  readonly plan: Plan
  readonly chosen: Candidate
  readonly sheets: readonly string[]
  readonly join: Join | null
  readonly measures: { readonly quantities: readonly Quantity[]; readonly moneys: readonly Money[] }
  readonly dropped: Dropped[]
}

/** What was understood of a file, for people: every column with its field, its unit and how sure that is. */
export function describe(input: Described): Understood {
  const { plan, chosen } = input
  const { table } = chosen
  const used = new Set([
    ...plan.assigned.map((one) => one.column.index),
    ...(plan.sideways?.across.map((one) => one.index) ?? []),
  ])
  return {
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.name,
    sheets: [...input.sheets],
    headerRow: plan.header.first,
    headerRows: plan.header.rows,
    layout: plan.layout,
    across: plan.sideways?.across.map((one) => one.item) ?? [],
    rows: rowsOf(chosen, plan),
    dropped: input.dropped.map(({ row, why, sample }) => ({ row, why, sample })),
    dateFormat: plan.dateFormat ?? dateShape(plan),
    columns: columnsOf(input),
    unused: plan.columns
      .filter((column) => !used.has(column.index) && column.header !== '')
      .map((column) => column.header),
    questions: plan.questions.map((question) => ({ code: question.code, facts: question.facts })),
    preview: table.sample.head
      .slice(plan.header.dataFrom, plan.header.dataFrom + 10)
      .map((row) => [...plainCells(row.cells)]),
  }
}

function rowsOf(chosen: Candidate, plan: Plan): number | null {
  const { sample } = chosen.table
  if (sample.whole) return chosen.data
  return sample.rows === null ? null : Math.max(0, sample.rows - plan.header.dataFrom)
}

function columnsOf({ plan, measures }: Described): Understood['columns'] {
  const columns: Understood['columns'] = plan.assigned.map(({ field, column, sure, by }) => {
    const quantity = measures.quantities.find((one) => one.index === column.index)
    const money = measures.moneys.find((one) => one.index === column.index)
    return {
      field: quantity?.measure ?? fieldShown(field, money),
      header: column.header,
      constant: null,
      unit: quantity?.word ?? money?.word ?? column.parsed.unit?.word ?? null,
      sure: Math.round(Math.min(1, sure) * 100) / 100,
      by,
      samples: plan.profiles[column.index]?.samples.slice(0, 3).map(plain) ?? [],
    }
  })
  if (plan.sideways) {
    const quantity = measures.quantities[0]
    const money = measures.moneys[0]
    if (quantity)
      columns.push({
        field: quantity.measure,
        header: null,
        constant: null,
        unit: quantity.word,
        sure: quantity.sure ? 0.9 : 0.5,
        by: 'values',
        samples: [],
      })
    if (money)
      columns.push({
        field: money.field,
        header: null,
        constant: null,
        unit: money.word,
        sure: 0.9,
        by: 'values',
        samples: [],
      })
  }
  if (plan.sections)
    columns.push({
      field: 'buyer_name',
      header: null,
      constant: null,
      unit: null,
      sure: 0.8,
      by: 'values',
      samples: plan.sections.title ? [plan.sections.title.name] : [],
    })
  for (const [field, constant] of plan.constants)
    columns.push({ field, header: null, constant, unit: null, sure: 1, by: 'constant', samples: [] })
  return columns
}

function fieldShown(field: string, money: Money | undefined): string {
  if (money?.target === 'costOfOne') return 'unit_cost'
  if (money?.target === 'amountWithVat') return 'amount_with_vat'
  return money?.target === 'amount' ? 'amount' : field
}

/** The dates of a file as a format people know: YYYY-MM-DD, D.M.YYYY. */
function dateShape(plan: Plan): string | null {
  const date = plan.assigned.find((one) => ['date', 'valid_from', 'opened_on'].includes(one.field))
  if (!date) return null
  const profile = plan.profiles[date.column.index]
  if ((profile?.dateCells ?? 0) > 0.9) return 'Excel'
  const text = (profile?.samples.find((one) => one.trim() !== '') ?? '').normalize('NFKC').trim()
  const [year, month, dom] = [/^\d{4}/.test(text) ? 'YYYY' : 'YY', 'M', 'D']
  if (/^\d{8}$/.test(text)) return 'YYYYMMDD'
  if (/^\d{5}(\.\d+)?$/.test(text)) return 'Excel'
  if (/^\d{4}\s*年.*日/.test(text)) return 'YYYY年M月D日'
  const mark = /^\d{1,4}\s*([-/.])\s*\d{1,2}\s*[-/.]/.exec(text)?.[1]
  if (!mark) return text.replace(/\d/g, '0').slice(0, 20) || null
  if (year === 'YYYY')
    return /^\d{4}.\d{2}.\d{2}/.test(text) ? `YYYY${mark}MM${mark}DD` : [year, month, dom].join(mark)
  const last = /[-/.]\d{4}/.test(text) ? 'YYYY' : 'YY'
  const order = { ymd: ['YY', 'M', 'D'], dmy: ['D', 'M', last], mdy: ['M', 'D', last] }[plan.dates.order]
  return order.join(mark)
}

/** Questions that only the whole plan can put. */
export function askAbout(
  plan: Plan,
  made: Movements,
  measures: Described['measures'],
  questions: Question[],
): void {
  const has = (...fields: string[]) =>
    fields.some((field) => plan.constants.has(field) || plan.assigned.some((one) => one.field === field))
  if (!has('buyer_code', 'buyer_name') && plan.layout !== 'accounts' && !plan.sections)
    questions.push({ code: 'file/no-account', facts: {} })
  if (!has('sku_code', 'sku_name') && plan.layout !== 'skus')
    questions.push({ code: 'file/no-sku', facts: {} })
  if (plan.layout !== 'months' && plan.layout !== 'days' && plan.titleDay === null && !has('date', 'month'))
    questions.push({ code: 'file/no-date', facts: {} })
  if (measures.quantities.length === 0 && !has('cases', 'units', 'litres'))
    questions.push({ code: 'file/no-volume', facts: {} })
  for (const quantity of measures.quantities.slice(0, 1))
    if (!quantity.sure)
      questions.push({
        code: quantity.measure === 'cases' ? 'file/quantity-taken-as-cases' : 'file/quantity-taken-as-units',
        facts: { header: quantity.header || plan.header.titles[0] || '' },
      })
  const amount = made.moneys.find((one) => one.target === 'amount')
  const column = plan.columns[amount?.index ?? -1]
  const told =
    column?.header === 'amount' ||
    plan.assigned.some((one) => one.column.index === amount?.index && one.by === 'map')
  if (
    amount &&
    column &&
    !told &&
    plan.said.vat === null &&
    column.parsed.vat === null &&
    !has('amount_with_vat', 'vat_amount')
  )
    questions.push({ code: 'file/vat-unclear', facts: { header: column.header } })
  const dates = plan.columns.filter(
    (one) =>
      (plan.profiles[one.index]?.date ?? 0) > 0.8 &&
      /日期|date/i.test(one.header) &&
      !plan.assigned.some((other) => other.column.index === one.index),
  )
  const date = plan.assigned.find((one) => one.field === 'date' && one.by !== 'map')
  if (date && dates.length > 0)
    questions.push({
      code: 'file/date-choice',
      facts: { header: date.column.header, others: dates.map((one) => one.header).join(', ') },
    })
}
