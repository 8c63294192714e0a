import type { Message } from '../message.ts'

/** Bringing files in. */
export const intake = {
  'kind.markets': '区域市场',
  'kind.accounts': '客户',
  'kind.products': '产品',
  'kind.movements': '进货与出货',
  'kind.supply-links': '供货关系',
  'kind.prices': '价格',
  'kind.people': '人员',
} as const

/** Sentences about a file, keyed by the code of a question or a warning of an import. */
export const findings = {
  'file/no-account': '文件里没有客户这一列。指给我们哪一列是客户，否则每一行都进不来。',
  'file/no-sku': '文件里没有产品这一列。指给我们哪一列是产品，否则每一行都进不来。',
  'file/no-date': '文件里没有日期这一列。指给我们哪一列是日期，或给一个固定的日期。',
  'file/no-volume': '文件里没有数量这一列。指给我们哪一列是箱数、瓶数或升数。',
  'file/vat-unclear': '“{header}”没写含不含税，先按不含税算。',
  'file/quantity-taken-as-cases': '“{header}”没写单位，先按箱算。',
  'file/quantity-taken-as-units': '“{header}”没写单位，先按瓶（最小单位）算。',
  'file/date-order-unclear': '“{header}”的日和月分不清，先按 {taken} 读。',
  'file/date-choice': '有几列日期，用了“{header}”，没用{others}。',
  'file/year-missing': '月份没有写年份。给一个年份（date 填成 2025 这样），否则每一行都进不来。',
  'file/year-taken': '年份 {year:plain} 取自“{from}”。',
  'file/number-style-unclear': '“{header}”里的“{sample}”可能是千位分隔，也可能是小数，先读作 {taken:plain}。',
  'file/column-unsure': '“{header}”当作 {field}，只有 {percent} % 的把握。',
  'file/sheet-chosen': '用了工作表“{sheet}”，没用：{others}。',
  'file/sheets-alike': '工作表{others}和“{sheet}”的列一样，这次没有读。要读就另选工作表再导一次。',
  'file/sheets-joined': '按“{by}”从工作表“{sheet}”补上了：{columns}。',
  'file/filled-down': '“{header}”的空格按上面一格补上（合并单元格）。',
  'file/turned-months': '表是横着排的：{count} 列（{sample}……）各是一个月，已转成一行一笔。',
  'file/turned-days': '表是横着排的：{count} 列（{sample}……）各是一天，已转成一行一笔。',
  'file/turned-accounts': '表是横着排的：{count} 列（{sample}……）各是一个客户，已转成一行一笔。',
  'file/turned-skus': '表是横着排的：{count} 列（{sample}……）各是一个产品，已转成一行一笔。',
  'file/turned-markets': '表是横着排的：{count} 列（{sample}……）各是一个区域市场，已转成一行一笔。',
} as const satisfies Record<string, Message>
