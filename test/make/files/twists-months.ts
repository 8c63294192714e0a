import { byMonth, type SalesLine } from './lines.ts'
import { months, type Maker } from './twist.ts'

export const monthsTwists: Readonly<Record<string, Maker>> = {
  'months with cases and money': (lines) => {
    const all = byMonth(lines)
    const keys = [...new Map(all.map((line) => [`${line.code}/${line.sku}`, line])).values()]
    const cells = (of: SalesLine) =>
      [1, 2, 3, 4, 5, 6].flatMap((month) => {
        const found = all.find((line) => line.code === of.code && line.sku === of.sku && line.month === month)
        return [found?.cases ?? '', found?.amount ?? '']
      })
    return {
      rows: [
        ['2025年客户进货'],
        [
          '客户编码',
          '客户',
          '产品编码',
          '产品',
          ...[1, 2, 3, 4, 5, 6].flatMap((month) => [`${month}月`, '']),
          '合计',
          '',
        ],
        ['', '', '', '', ...[1, 2, 3, 4, 5, 6].flatMap(() => ['箱数', '金额']), '箱数', '金额'],
        ...keys.map((line) => [line.code, line.customer, line.sku, line.product, ...cells(line), 1, 2]),
        ['合计', '', '', '', ...Array.from({ length: 14 }, () => 7)],
      ],
      lines: all,
    }
  },
  'months as Jan-25': (lines) => {
    const all = byMonth(lines)
    const keys = [...new Map(all.map((line) => [`${line.code}/${line.sku}`, line])).values()]
    return {
      rows: [
        [
          'Customer no',
          'Customer',
          'SKU code',
          'SKU',
          ...months.slice(0, 6).map((month) => `${month}-25`),
          'Total',
        ],
        ...keys.map((of) => [
          of.code,
          of.customer,
          of.sku,
          of.product,
          ...[1, 2, 3, 4, 5, 6].map((month) => {
            const found = all.find(
              (line) => line.code === of.code && line.sku === of.sku && line.month === month,
            )
            return found ? found.cases * found.pack : 0
          }),
          99,
        ]),
      ],
      lines: all,
      noMoney: true,
    }
  },
  'year in the file name': (lines) => {
    const all = byMonth(lines)
    const keys = [...new Map(all.map((line) => [`${line.code}/${line.sku}`, line])).values()]
    return {
      rows: [
        [
          '客户编码',
          '客户名称',
          '品项',
          '品名',
          ...[1, 2, 3, 4, 5, 6].map((month) => `${month}月销量(箱)`),
          '一季度',
          '占比',
        ],
        ...keys.map((of) => [
          of.code,
          of.customer,
          of.sku,
          of.product,
          ...[1, 2, 3, 4, 5, 6].map(
            (month) =>
              all.find((line) => line.code === of.code && line.sku === of.sku && line.month === month)
                ?.cases ?? '-',
          ),
          5,
          '3%',
        ]),
      ],
      lines: all,
      noMoney: true,
      fileName: '2025年客户分月销量.csv',
    }
  },
}
