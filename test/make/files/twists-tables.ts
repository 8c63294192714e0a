import { gzipSync } from 'node:zlib'
import { csv, gb18030, utf16be, utf16le, type CellValue } from './encode.ts'
import { dayOf } from './lines.ts'
import { head, row, type Maker } from './twist.ts'

export const tablesTwists: Readonly<Record<string, Maker>> = {
  plain: (lines) => ({ rows: [head, ...lines.map(row)] }),
  'utf-16be tab': (lines) => ({
    rows: [head, ...lines.map(row)],
    bytes: utf16be(csv([head, ...lines.map(row)], '\t')),
  }),
  'utf-16le without mark': (lines) => ({
    rows: [],
    bytes: utf16le(csv([head, ...lines.map(row)], '\t'), false),
  }),
  'gb18030 gz': (lines) => ({
    rows: [],
    bytes: gzipSync(gb18030(csv([head, ...lines.map(row)]))),
    fileName: 'x.csv.gz',
  }),
  'old Mac line ends': (lines) => ({ rows: [head, ...lines.map(row)], newline: '\r' }),
  pipes: (lines) => ({ rows: [head, ...lines.map(row)], delimiter: '|' }),
  'snake case english': (lines) => ({
    rows: [
      [
        'order_no',
        'order_date',
        'customer_code',
        'customer_name',
        'district_name',
        'item_code',
        'item_name',
        'units_per_case',
        'bottle_size_ml',
        'bottles_sold',
        'sales_amount',
      ],
      ...lines.map((line) => [
        line.doc,
        dayOf(line),
        line.code,
        line.customer,
        line.market,
        line.sku,
        line.product,
        line.pack,
        line.ml,
        line.cases * line.pack,
        line.amount,
      ]),
    ],
  }),
  'codes guarded for Excel': (lines) => ({
    rows: [head, ...lines.map((line) => row(line).map((cell, at) => (at === 2 ? `="${line.code}"` : cell)))],
  }),
  'two header rows in csv': (lines) => ({
    rows: [
      ['单据', '', '客户', '', '', '单品', '', '', '销售', ''],
      ['单号', '日期', '编码', '名称', '区域', '编码', '名称', '规格', '箱数', '金额'],
      ...lines.map(row),
    ],
  }),
  'eight title rows': (lines) => ({
    rows: [
      ['某啤酒公司'],
      ['销售报表'],
      [],
      ['打印时间:2025-07-01'],
      ['部门', '全部'],
      ['仓库', '全部'],
      ['口径:出库'],
      head,
      ...lines.map(row),
    ],
  }),
  'totals, notes and pages': (lines) => {
    const rows: CellValue[][] = [['2025年上半年销售明细'], head]
    for (const [at, line] of lines.entries()) {
      rows.push(row(line))
      if (at % 40 === 39) rows.push(['', '', '', '本页小计', '', '', '', '', 999, '9,999.00'], [], head)
    }
    rows.push(
      ['', '', '', '', '', '', '合  计', '', 12_345, '999,999.00'],
      ['制表人:王某', '', '', '审核:李某'],
      ['备注:以出库单为准'],
      ['打印日期:2025-07-02'],
    )
    return { rows, bytes: gb18030(csv(rows)) }
  },
  'subtotals by group': (lines) => {
    const rows: CellValue[][] = [head.slice(1)]
    const sorted = lines.toSorted((a, b) => a.customer.localeCompare(b.customer) || a.month - b.month)
    for (const [at, line] of sorted.entries()) {
      rows.push(row(line).slice(1))
      const next = sorted[at + 1]
      if (next?.customer !== line.customer) rows.push(['', '', `${line.customer} 汇总`, '', '', '', '', 5, 6])
      else if (next.month !== line.month) rows.push([`${line.month}月小计`, '', '', '', '', '', '', 5, 6])
    }
    rows.push(['总计', '', '', '', '', '', '', 5, 6])
    return { rows }
  },
  'total without a word': (lines) => ({
    rows: [
      head,
      ...lines.map(row),
      [
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        lines.reduce((sum, line) => sum + line.cases, 0),
        lines.reduce((sum, line) => sum + line.amount, 0),
      ],
    ],
  }),
  'names that hold the word total': (lines) => {
    const odd = lines.map((line) =>
      line.code === lines[0]?.code
        ? { ...line, customer: '合计商贸行' }
        : line.code === lines[1]?.code
          ? { ...line, customer: 'Total' }
          : line,
    )
    return { rows: [head, ...odd.map(row)], lines: odd }
  },
  'merged cells saved as text': (lines) => {
    const sorted = lines.toSorted((a, b) => a.code.localeCompare(b.code))
    return {
      rows: [
        ['客户编码', '客户名称', '日期', '单品编码', '单品名称', '箱数', '金额'],
        ...sorted.map((line, at) => [
          ...(sorted[at - 1]?.code === line.code ? ['', ''] : [line.code, line.customer]),
          dayOf(line),
          line.sku,
          line.product,
          line.cases,
          line.amount,
        ]),
      ],
      lines: sorted,
    }
  },
  'letters of Taiwan': (lines) => ({
    rows: [
      [
        '單據號碼',
        '日期',
        '客戶編號',
        '客戶名稱',
        '區域',
        '產品編號',
        '產品名稱',
        '規格',
        '數量(箱)',
        '銷售金額(未稅)',
      ],
      ...lines.map(row),
    ],
  }),
  'packs without a word for the content': (lines) => ({
    rows: [
      [...head.slice(0, 8), '数量', '金额'],
      ...lines.map((line) => row(line).map((cell, at) => (at === 7 ? `${line.ml}*${line.pack}` : cell))),
    ],
  }),
  'a column that asks whether it came back': (lines) => ({
    rows: [[...head, '是否退货'], ...lines.map((line, at) => [...row(line), at % 5 ? '否' : '是'])],
    lines: lines.map((line, at) => (at % 5 ? line : { ...line, cases: -line.cases, amount: -line.amount })),
  }),
  'kinds as figures say nothing': (lines) => ({
    rows: [[...head, '类型'], ...lines.map((line, at) => [...row(line), 1 + (at % 2)])],
  }),
  'customers as headings between the lines': (lines) => {
    const sorted = lines.toSorted((a, b) => a.code.localeCompare(b.code))
    const rows: CellValue[][] = [['出库明细'], ['日期', '单品编码', '单品名称', '规格', '箱数', '金额']]
    for (const [at, line] of sorted.entries()) {
      if (sorted[at - 1]?.code !== line.code)
        rows.push([`客户:${line.customer} (${line.code})`, '', '', '', '', ''])
      rows.push([dayOf(line), line.sku, line.product, `${line.ml}ml*${line.pack}`, line.cases, line.amount])
      if (sorted[at + 1]?.code !== line.code) rows.push(['小计', '', '', '', 5, 6])
    }
    return { rows, lines: sorted }
  },
  'one customer, named above the table': (lines) => {
    const one = lines.filter((line) => line.code === lines[0]?.code)
    const rows = one.map((line) => [dayOf(line), line.sku, line.product, line.cases, line.amount])
    return {
      rows: [
        ['客户对账单'],
        ['客户名称:', one[0]?.customer],
        ['日期', '品项', '品名', '箱数', '金额'],
        ...rows,
      ],
      lines: one,
    }
  },
}
