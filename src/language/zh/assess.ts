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

/**
 * Sentences from facts, keyed by the code of a `Reason`. They stand one after the other, joined by a semicolon, so none ends
 * in a full stop.
 */
export const reasons = {
  'tonnage.first': '本市场第一大客户，占 {share:percent}',
  'tonnage.place': '第 {place} 大客户，占本市场 {share:percent}',
  'tonnage.place-far': '销量排本市场第 {place}，占 {share:percent}',
  'tonnage.grew': '近 12 个月比上一年多销 {change:percent}',
  'tonnage.shrank': '近 12 个月比上一年少销 {change:percent}',
  'loyalty.silent': { other: '已 {n} 天未进货，平时每 {usual} 天一次' },
  'loyalty.wallet-fell': '半年里，我们占它采购的份额从 {before:percent} 掉到 {now:percent}',
  'loyalty.overdue': '截至{day}有 {amount} 元货款逾期',
  'loyalty.few-orders': { other: '只进过 {n} 次货，还看不出节奏' },
  'contribution.loss': '这个客户在亏钱：每吨亏 {amount} 元',
  'contribution.unknown': '利润还算不出：只有 {coverage:percent} 的销量有成本',
  'dormant.since': { other: '{day}以后再没有进出货，已 {n} 天' },
  'dormant.never': '账上还没有进过货',
  'dormant.bought': '上一年还进了 {kilolitres} 千升',
  'dormant.silent': { other: '已 {n} 天未进货，是平时间隔的 {cycles} 倍' },
  'watch.below': '排名掉到第 {rank}，线是第 {line}：下个月还在线下就退出',
  'candidate.marks': '潜力 {potential} 分、吨位 {volume} 分，值得培养',
  'rank.line': '综合排第 {rank}，进到第 {line} 才算大客户',
  'standing.overridden': '{by}定的，理由：{why}；到{until}为止',
} as const satisfies Record<string, Message>
