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
export const findings = {} as const satisfies Record<string, Message>
