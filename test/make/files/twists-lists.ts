import { dayOf } from './lines.ts'
import { firsts, spec, date, head, row, one, inMonth, type BookMaker } from './twist-book.ts'
import { serial, type RichCell } from './workbook.ts'

export const listsTwists: Readonly<Record<string, BookMaker>> = {
  'three header rows, merged': (lines) => ({
    sheets: one(
      [
        ['2025 年客户销售明细'],
        ['单据', '', '客户', '', '', '货品', '', '', '销售', ''],
        ['号', '日期', '编码', '名称', '区域', '编码', '名称', '规格', '数量', '金额'],
        ['', '', '', '', '', '', '', '', '箱', '元'],
        ...lines.map(row),
      ],
      { merges: ['A1:J1', 'A2:B2', 'C2:E2', 'F2:H2', 'I2:J2'] },
    ),
  }),
  'serials without a date format': (lines) => ({
    sheets: one([
      head,
      ...lines.map((line) =>
        row(line).map((cell, at) => (at === 1 ? serial(line.year, line.month, line.dom) : cell)),
      ),
    ]),
  }),
  'dates counted from 1904': (lines) => ({
    sheets: one([
      head,
      ...lines.map((line) =>
        row(line).map((cell, at) =>
          at === 1 ? { date: serial(line.year, line.month, line.dom) - 1462, format: 'm/d/yy' } : cell,
        ),
      ),
    ]),
    options: { since1904: true },
  }),
  'names of tags with a prefix': (lines) => ({
    sheets: one([head, ...lines.map(row)]),
    options: { prefix: 'x' },
  }),
  'inline texts and values of formulas': (lines) => ({
    sheets: one([
      head,
      ...lines.map((line) =>
        row(line).map((cell, at) =>
          at === 3 ? { inline: line.customer } : at === 9 ? { formula: 'I2*30', value: line.amount } : cell,
        ),
      ),
    ]),
  }),
  'a total that was never computed': (lines) => ({
    sheets: one([
      head,
      ...lines.map(row),
      ['合计', '', '', '', '', '', '', '', { formula: 'SUM(I2:I9)' }, { formula: 'SUM(J2:J9)' }],
    ]),
  }),
  'codes lost their zeros': (lines) => ({
    sheets: one([
      head,
      ...lines.map((line, at) =>
        row(line).map((cell, column) => (column === 2 && at % 2 ? Number(line.code) : cell)),
      ),
    ]),
  }),
  'everything is text': (lines) => ({
    sheets: one([
      head,
      ...lines.map((line) => [
        line.doc,
        dayOf(line),
        line.code,
        line.customer,
        line.market,
        line.sku,
        line.product,
        spec(line),
        String(line.cases),
        String(line.amount),
      ]),
    ]),
  }),
  'among other sheets': (lines) => ({
    sheets: [
      { name: '目录', rows: [['销售数据'], ['导出系统:ERP']] },
      {
        name: '客户',
        rows: [
          ['客户编码', '客户名称', '电话'],
          ...firsts(lines, (line) => line.code).map((line) => [line.code, line.customer, '0571-0000']),
        ],
      },
      { name: '流水', rows: [head, ...lines.map(row)] },
      {
        name: '汇总',
        rows: [
          ['客户', '箱数', '金额'],
          ...firsts(lines, (line) => line.code).map((line) => [line.customer, 5, 6]),
        ],
      },
      { name: '旧', hidden: true, rows: [head, ...lines.map(row), ...lines.map(row)] },
    ],
  }),
  'products in another sheet': (lines) => ({
    sheets: [
      {
        name: '货品',
        rows: [
          ['货号', '品名', '规格'],
          ...firsts(lines, (line) => line.sku).map((line) => [line.sku, line.product, spec(line)]),
        ],
      },
      {
        name: '单据',
        rows: [
          ['日期', '客户编码', '客户名称', '货号', '箱数', '金额'],
          ...lines.map((line) => [date(line), line.code, line.customer, line.sku, line.cases, line.amount]),
        ],
      },
    ],
  }),
  'accounts merged downward, sums between': (lines) => {
    const sorted = lines.toSorted((a, b) => a.code.localeCompare(b.code))
    const rows: RichCell[][] = [['客户编码', '客户名称', '日期', '品项', '箱数', '金额']]
    const merges: string[] = []
    let from = 2
    for (const [at, line] of sorted.entries()) {
      const fresh = sorted[at - 1]?.code !== line.code
      if (fresh) from = rows.length + 1
      rows.push([
        fresh ? line.code : '',
        fresh ? line.customer : '',
        date(line, 'yyyy"年"m"月"d"日"'),
        line.product,
        line.cases,
        line.amount,
      ])
      if (sorted[at + 1]?.code === line.code) continue
      if (rows.length > from) merges.push(`A${from}:A${rows.length}`, `B${from}:B${rows.length}`)
      rows.push(['小计', '', '', '', 1, 2])
    }
    rows.push(['总计', '', '', '', 1, 2])
    return { sheets: one(rows, { merges }), lines: sorted }
  },
  'month in the title, no date column': (lines) => {
    const all = inMonth(lines, 5).map((line) => ({ ...line, dom: 31 }))
    return {
      sheets: one([
        ['2025年5月销售明细'],
        head.filter((_, at) => at !== 1),
        ...all.map((line) => row(line).filter((_, at) => at !== 1)),
      ]),
      lines: all,
    }
  },
}
