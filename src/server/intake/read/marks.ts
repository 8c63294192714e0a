import { plain } from './cell.ts'

const TOTAL =
  /^(?:本页|本月|当月|本期|本年|全年|年度|季度|累计|总|大)?(?:合计|总计|小计|累计|共计|总和|汇总)(?:数|金额|数量)?$/
const TOTAL_EN = /^(?:grand|sub|page|overall|sum|running|year|ytd)?(?:total|totals|subtotal|sum|ytd)$/

function bare(text: string): string {
  return plain(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-:：.()[\]【】*]/g, '')
}

/** The whole cell says that the row, or the column, is a sum: 合计, 总 计, 小计:, Total, Grand total, Sub-total, 本页合计. */
export function isTotalWord(text: string): boolean {
  if (text.length > 24) return false
  const word = bare(text)
  return word !== '' && (TOTAL.test(word) || TOTAL_EN.test(word))
}

/** 1月小计, 2025年1月合计, 一季度小计, Jan total: a sum with the name of its period. */
export function isPeriodTotal(text: string): boolean {
  if (text.length > 24) return false
  return /^(?:\d{2,4}年)?(?:\d{1,2}月|[一二三四五六七八九十]{1,2}月|第?[一二三四1-4]季度|[上下]半年|\d{4}年?)份?(?:小计|合计|总计|汇总)$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\d*(?:total|subtotal)$|^q[1-4]total$/.test(
    bare(text),
  )
}

/** `临江江宁 汇总`, `临江江宁 小计`, `Riverside Total`: a sum named after the group above it; gives the group's name. */
export function groupOfTotal(text: string): string | null {
  const m = /^(.*\S)[\s\-_:：]*(?:汇总|小计|合计|总计|(?:sub-?\s?)?total)$/i.exec(
    plain(text).normalize('NFKC').trim(),
  )
  return m?.[1] ?? null
}

/** Columns that hold no item but a figure about the others. */
export function isSideColumn(header: string): boolean {
  const word = bare(header)
  return (
    isTotalWord(header) ||
    isPeriodTotal(header) ||
    /^(?:总量|全年|年度|上半年|下半年|平均|均值|月均|平均值|排名|名次|占比|比重|同比|环比|增长率?|增幅|完成率|达成率|目标|计划|average|avg|mean|rank|share|growth|yoy|mom|ytd|h1|h2|fy|fullyear|target|budget|%|百分比)/.test(
      word,
    ) ||
    /(?:合计|总计|小计|总量|累计|平均|占比|同比|环比|total|average)$/.test(word)
  )
}

const FOOT =
  /^(?:制表|制单|编制|填表|审核|复核|审批|批准|打印|导出|备注|说明|注|附注|签字|签名|盖章|负责人|经办|财务|主管|会计|仓管|销售内勤|统计口径|数据来源|来源|第\s*\d+\s*页|共\s*\d+|页码|日期\s*[:：]|时间\s*[:：]|单位\s*[:：]|单位负责人|printed|prepared|approved|checked|reviewed|page\s*\d|source|notes?\b|remarks?\b|generated|exported|report\b|end of|\*|—{2,}|-{3,}|={3,})/i

/** A line below or above the table: who made it, who checked it, when it was printed, notes. */
export function isFootnote(text: string): boolean {
  return FOOT.test(plain(text).normalize('NFKC').trim())
}

const RED =
  /红字|红冲|冲红|负数发票|退货|退回|退换|退库|销退|退单|return|refund|credit\s?(?:note|memo)|red[\s-]?letter|cancel|rma|^r$|^红$|^退$|^cn$|^cr$/i
const RETURN_NO = /^(?:否|n|no|false|0|无|正常|蓝字|蓝|normal|)$/i

export type KindOf = {
  readonly kind?: 'sell_in' | 'sell_through' | 'sell_out' | 'return' | 'adjustment'
  readonly isReturn?: true
}

/** A remark that marks a line as a return: 红字, 红冲 within it, or nothing but 退货. */
export function isRedMark(text: string): boolean {
  const word = plain(text).normalize('NFKC').trim()
  return /红字|红冲|冲红/.test(word) || /^(?:退货|退回|退换货?|销退|return(?:ed)?)$/i.test(word)
}

/** What a word in a column of kinds says; null when it says nothing that we know. `asksForReturn`: its header asks 是否退货. */
export function kindOf(text: string, asksForReturn = false): KindOf | null {
  const word = plain(text).normalize('NFKC').trim().toLowerCase()
  if (RETURN_NO.test(word)) return {}
  if (/^(?:sell[_\s-]?in|sell[_\s-]?through|sell[_\s-]?out|return|adjustment)$/.test(word)) {
    const kind = word
      .replace(/[\s-]/g, '_')
      .replace('sellin', 'sell_in')
      .replace('sellthrough', 'sell_through')
      .replace('sellout', 'sell_out')
    return kind === 'return' ? { kind, isReturn: true } : { kind: kind as 'sell_in' }
  }
  if (RED.test(word)) return { isReturn: true }
  if (asksForReturn && /^(?:是|y|yes|true|1)$/.test(word)) return { isReturn: true }
  if (/调整|盘盈|盘亏|adjust/.test(word)) return { kind: 'adjustment' }
  if (/分销|二批|sell.?through|depletion/.test(word)) return { kind: 'sell_through' }
  if (/动销|终端销售|零售|sell.?out|offtake/.test(word)) return { kind: 'sell_out' }
  if (
    /销售|进货|出库|发货|订货|一级销售|订单|开票|蓝|正常|普通|专用|sale|invoice|order|shipment|delivery|standard|normal|^s$|^inv$/.test(
      word,
    )
  )
    return {}
  return null
}

export function tierOf(text: string): 'wholesaler' | 'sub_distributor' | 'outlet' | null {
  const word = plain(text).normalize('NFKC').trim().toLowerCase()
  if (
    /^(?:wholesalers?|一批商?|经销商|一级|一级经销商|一级客户|一级商|tier\s?1|1|批发商|distributor|代理商|总代理|总经销)$/.test(
      word,
    )
  )
    return 'wholesaler'
  if (
    /^(?:sub[_\s-]?distributors?|二批商?|分销商|二级|二级经销商|二级客户|二级商|tier\s?2|2|邮差商?|配送商)$/.test(
      word,
    )
  )
    return 'sub_distributor'
  if (
    /^(?:outlets?|终端|终端店|零售终端|门店|餐饮|超市|便利店|夜场|零售店|零售商|retailers?|tier\s?3|3|三级|烟酒店|小店|stores?)$/.test(
      word,
    )
  )
    return 'outlet'
  return null
}

export function roleOf(text: string): string | null {
  const word = plain(text)
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  const known: Readonly<Record<string, string>> = {
    管理员: 'admin',
    系统管理员: 'admin',
    总部: 'hq',
    财务: 'finance',
    大区经理: 'regional_manager',
    区域经理: 'regional_manager',
    业代: 'rep',
    业务员: 'rep',
    业务代表: 'rep',
    只读: 'read_only',
    administrator: 'admin',
    headquarters: 'hq',
    manager: 'regional_manager',
    sales_rep: 'rep',
    field_rep: 'rep',
    readonly: 'read_only',
    viewer: 'read_only',
  }
  if (['admin', 'hq', 'finance', 'regional_manager', 'rep', 'read_only'].includes(word)) return word
  return known[word] ?? null
}
