import { byMonth, dayOf } from './lines.ts'
import { one, firsts, merge, inMonth, type BookMaker } from './twist-book.ts'
import { serial, type RichCell } from './workbook.ts'

export const sidewaysTwists: Readonly<Record<string, BookMaker>> = {
  'months as dates in the header': (lines) => {
    const all = byMonth(lines)
    return {
      sheets: one([
        [
          '客户',
          '货号',
          ...[1, 2, 3, 4, 5, 6].map((month): RichCell => ({
            date: serial(2025, month, 1),
            format: 'yyyy"年"m"月"',
          })),
          '合计',
        ],
        ...firsts(all, (line) => line.code + line.sku).map((of) => [
          of.customer,
          of.sku,
          ...[1, 2, 3, 4, 5, 6].map(
            (month) =>
              all.find((line) => line.code === of.code && line.sku === of.sku && line.month === month)
                ?.cases ?? null,
          ),
          3,
        ]),
      ]),
      lines: all,
      noMoney: true,
    }
  },
  'quarters across': (lines) => {
    const all = merge(
      lines.map((line) => ({ ...line, month: line.month <= 3 ? 3 : 6, dom: line.month <= 3 ? 31 : 30 })),
      (line) => `${line.code}/${line.sku}/${line.month}`,
      null,
    )
    return {
      sheets: one([
        ['2025年度'],
        ['客户编码', '客户名称', '产品', '一季度', '二季度', '上半年'],
        ...firsts(all, (line) => line.code + line.sku).map((of) => [
          of.code,
          of.customer,
          of.product,
          ...[3, 6].map(
            (month) =>
              all.find((line) => line.code === of.code && line.sku === of.sku && line.month === month)
                ?.cases ?? 0,
          ),
          9,
        ]),
      ]),
      lines: all,
      noMoney: true,
    }
  },
  'accounts across, month in a column': (lines) => {
    const all = byMonth(lines)
    const accounts = firsts(all, (line) => line.code)
    return {
      sheets: one([
        ['月份', '品名', ...accounts.map((line) => line.customer), '合计'],
        ...firsts(all, (line) => `${line.month}/${line.sku}`).map((of) => [
          `2025年${of.month}月`,
          of.product,
          ...accounts.map(
            (account) =>
              all.find((line) => line.code === account.code && line.sku === of.sku && line.month === of.month)
                ?.cases ?? null,
          ),
          4,
        ]),
        ['合计', '', ...accounts.map(() => 8), 8],
      ]),
      lines: all,
      noMoney: true,
    }
  },
  'accounts across in two rows, cases and money': (lines) => {
    const all = byMonth(lines)
    const accounts = firsts(all, (line) => line.code)
    return {
      sheets: one(
        [
          ['日期', '品名', ...accounts.flatMap((line) => [line.customer, ''])],
          ['', '', ...accounts.flatMap(() => ['箱数', '金额'])],
          ...firsts(all, (line) => `${line.month}/${line.sku}`).map((of) => [
            dayOf(of),
            of.product,
            ...accounts.flatMap((account) => {
              const found = all.find(
                (line) => line.code === account.code && line.sku === of.sku && line.month === of.month,
              )
              return [found?.cases ?? null, found?.amount ?? null]
            }),
          ]),
        ],
        { merges: ['A1:A2', 'B1:B2'] },
      ),
      lines: all,
    }
  },
  'products across, month in the title': (lines) => {
    const all = merge(inMonth(lines, 3), (line) => `${line.code}/${line.sku}`, 31)
    const skus = firsts(all, (line) => line.sku)
    return {
      sheets: one([
        ['2025年3月份客户进货表(箱)'],
        ['客户编码', '客户名称', ...skus.map((line) => line.product), '合计'],
        ...firsts(all, (line) => line.code).map((of) => [
          of.code,
          of.customer,
          ...skus.map(
            (sku) => all.find((line) => line.code === of.code && line.sku === sku.sku)?.cases ?? null,
          ),
          5,
        ]),
      ]),
      lines: all,
      noMoney: true,
    }
  },
  'days across, month in the title': (lines) => {
    const all = merge(inMonth(lines, 4), (line) => `${line.code}/${line.sku}/${line.dom}`, null)
    return {
      sheets: one([
        ['2025年4月 每日出库(箱)'],
        ['客户编码', '客户', '货号', ...Array.from({ length: 30 }, (_, at) => `${at + 1}日`), '合计'],
        ...firsts(all, (line) => line.code + line.sku).map((of) => [
          of.code,
          of.customer,
          of.sku,
          ...Array.from(
            { length: 30 },
            (_, at) =>
              all.find((line) => line.code === of.code && line.sku === of.sku && line.dom === at + 1)
                ?.cases ?? null,
          ),
          5,
        ]),
      ]),
      lines: all,
      noMoney: true,
    }
  },
  'years above months': (lines) => {
    const all = byMonth(lines)
    return {
      sheets: one(
        [
          ['客户编码', '客户', '货号', '2025年', '', '', '', '', ''],
          ['', '', '', ...[1, 2, 3, 4, 5, 6].map((month) => `${month}月`)],
          ...firsts(all, (line) => line.code + line.sku).map((of) => [
            of.code,
            of.customer,
            of.sku,
            ...[1, 2, 3, 4, 5, 6].map(
              (month) =>
                all.find((line) => line.code === of.code && line.sku === of.sku && line.month === month)
                  ?.cases ?? null,
            ),
          ]),
        ],
        { merges: ['D1:I1', 'A1:A2', 'B1:B2', 'C1:C2'] },
      ),
      lines: all,
      noMoney: true,
    }
  },
}
