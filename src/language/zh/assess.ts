import type { Message } from '../message.ts'

/** Chapter one: key accounts. */
export const assess = {
  'standing.key_account': '大客户',
  'standing.on_watch': '大客户·留看',
  'standing.at_risk': '大客户·有风险',
  'standing.big_disloyal': '大而不忠',
  'standing.candidate': '培养对象',
  'standing.regular': '一般客户',
  'standing.dormant': '沉睡客户',
  'part.volume': '吨位',
  'part.profit': '利润',
  'part.strength': '实力',
  'part.potential': '潜力',
} as const

/** Sentences from facts, keyed by the code of a `Reason`. */
export const reasons = {} as const satisfies Record<string, Message>
