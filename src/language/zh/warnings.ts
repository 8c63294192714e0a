import type { WarningCode } from '../../domain/chain/warning.ts'
import type { Message } from '../message.ts'

/** What is told about lines that went in all the same; how many stands beside it. */
export const warnings = {
  'line/day-ahead': '日期在今天之后：先记下，到那天才算数。看看年份对不对。',
  'line/other-market': '写的市场和客户的市场不一样，按客户的市场记。',
  'line/volumes-apart': '两种算法的数量差了 1% 以上，按瓶数优先记。',
  'line/equal': '没有行号、内容全同的行，都算数。',
  'line/vat-rate-unknown': '含税金额没有税率，原样记下。',
  'code/leading-zeros': '数字编码丢了前面的零，已对上原来的编码。',
  'account/by-name': '文件里没有客户编码：名称和库里唯一一位同名客户相符的行，算在那位客户名下。',
  'account/renamed':
    '客户改了名：编码对得上，名称和库里不同。要是编码撞了别家，两家的账会混在一起，先看看下面的名单。',
  'line/month-there': '这是按月合计的表，同一客户、同一产品的这个月已经有账：照样会加上去，别记成两遍。',
  'sku/period-opened': '产品的规格和以前不同，从那天起按新的算。',
  'sku/sizes-on-one-day': '同一天同一产品有两种规格，按先出现的算。',
  'amount/vat-unclear': '金额没写含不含税，按不含税记。',
  'amount/other-currency': '表头写的币种和公司的不同，数字照公司的币种记，不换算。不对就先换算好再传。',
} as const satisfies Record<WarningCode, Message>
