import { two } from './lines.ts'
import { head, spec, row, grouped, european, full, measured, moneyed, type Maker } from './twist.ts'

export const figuresTwists: Readonly<Record<string, Maker>> = {
  'thousands dots': (lines) => ({
    rows: [
      [
        'Invoice no',
        'Posting date',
        'Sold-to',
        'Customer name',
        'District',
        'Material',
        'Description',
        'Pack size',
        'Cases',
        'Net amount',
      ],
      ...lines.map((line) => [
        line.doc,
        `${two(line.dom)}.${two(line.month)}.2025`,
        line.code,
        line.customer,
        line.market,
        line.sku,
        line.product,
        spec(line),
        line.cases,
        european(line.amount),
      ]),
    ],
    delimiter: ';',
  }),
  'unit in a column': measured(
    '数量',
    (line) => line.cases * line.pack,
    ['单位'],
    () => ['瓶'],
  ),
  'units mixed in a column': (lines) => ({
    rows: [
      [...head.slice(0, 8), '数量', '计量单位', '金额'],
      ...lines.map((line, at) => [
        ...row(line).slice(0, 8),
        at % 2 ? line.cases : line.cases * line.pack,
        at % 2 ? '箱' : '瓶',
        line.amount,
      ]),
    ],
  }),
  'no unit beside packs': measured('数量', (line) => line.cases),
  'kilolitres with a unit word': measured(
    '销量',
    (line) => `${(line.cases * line.pack * line.ml) / 1e6}千升`,
  ),
  'hectolitres in the header': measured('Volume (hl)', (line) => (line.cases * line.pack * line.ml) / 1e5),
  'litres in the header': measured('销量_升', (line) => (line.cases * line.pack * line.ml) / 1000),
  'cases and bottles in one cell': measured('数量', (line) => `${line.cases - 1}箱${line.pack}瓶`),
  'cases and loose bottles': (lines) => ({
    rows: [
      [...head.slice(0, 8), '箱数', '散瓶', '金额'],
      ...lines.map((line) => [...row(line).slice(0, 8), line.cases - 1, line.pack, line.amount]),
    ],
  }),
  'thousands of yuan': moneyed(['金额(千元)'], (line) => [line.amount / 1000]),
  'ten thousands in the title': moneyed(['销售额'], (line) => [(line.amount / 10_000).toFixed(6)], [
    ['销售明细'],
    ['单位:万元'],
  ]),
  'yuan word behind': moneyed(['金额'], (line) => [`${grouped(line.amount)}元`]),
  'CNY behind': moneyed(['Amount'], (line) => [`${grouped(line.amount)} CNY`]),
  'spaces as thousands': moneyed(['金额'], (line) => [grouped(line.amount).replaceAll(',', '\u00a0')]),
  'full-width figures': moneyed(['金额'], (line) => [full(grouped(line.amount))]),
  'price of a case': moneyed(['单价(元/箱)'], (line) => [line.amount / line.cases]),
  'price of a bottle': moneyed(['单价(元/瓶)'], (line) => [
    (line.amount / line.cases / line.pack).toFixed(8),
  ]),
  'amounts with VAT': (lines) => ({
    ...moneyed(['含税金额', '税率'], (line) => [line.amount, '13%'])(lines),
    withVat: true,
  }),
  'amounts and VAT apart': moneyed(['金额', '税额', '价税合计'], (line) => [
    line.amount,
    (line.amount * 0.13).toFixed(2),
    (line.amount * 1.13).toFixed(2),
  ]),
  'total less VAT': moneyed(['税额', '价税合计'], (line) => [
    (line.amount * 0.13).toFixed(4),
    (line.amount * 1.13).toFixed(4),
  ]),
  'a row of units': (lines) => ({
    rows: [
      [...head.slice(0, 8), '数量', '金额'],
      ['', '', '', '', '', '', '', '', '(箱)', '(元)'],
      ...lines.map(row),
    ],
  }),
  'minus behind, returns by kind': (lines) => ({
    rows: [
      [...head, '业务类型'],
      ...lines.map((line, at) => [
        ...row(line).slice(0, 8),
        at % 7 ? line.cases : `${line.cases}-`,
        at % 7 ? line.amount : `(${grouped(line.amount)})`,
        at % 7 ? '销售出库' : '销售退货',
      ]),
    ],
    lines: lines.map((line, at) => (at % 7 ? line : { ...line, cases: -line.cases, amount: -line.amount })),
  }),
  'returns with positive figures': (lines) => ({
    rows: [[...head, '红字标志'], ...lines.map((line, at) => [...row(line), at % 9 ? '' : '红字'])],
    lines: lines.map((line, at) => (at % 9 ? line : { ...line, cases: -line.cases, amount: -line.amount })),
  }),
}
