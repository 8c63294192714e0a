/** What can be wrong with a trade policy, a claim on it, or a settlement. */
export const tradeProblem = {
  'trade-policy/missing': '没有这个政策，或不在你的范围内。',
  'trade-policy/name-missing': '政策还没有名称，或太长了[[（最多 {most} 字）]]。写一个看得懂的名称。',
  'trade-policy/day-invalid': '日期[[“{day:plain}”]]不对。写成 2026-11-23 的样子。',
  'trade-policy/dates-crossed': '开始日[[ {from:plain} ]]在结束日[[ {to:plain} ]]之后。改对其中一个。',
  'trade-policy/budget-missing': '政策没有预算。写上最多能核销多少钱；没有预算的政策不能开。',
  'trade-policy/budget-below-held':
    '预算不能低于已经报上来和批掉的数[[：{held} 元]]。先退回一些核销，或把预算定高。',
  'trade-policy/market-unknown': '区域没选，或里面没有市场。选大区、办事处或市场。',
  'trade-policy/tier-none': '没选给哪一级客户。一批商、分销商、终端，至少选一级。',
  'trade-policy/account-unknown': '有客户不存在，或一个也没选。重新选客户；给所有客户就不要限定。',
  'trade-policy/sku-unknown': '有单品不存在，或一个也没选。重新选单品；所有单品都算就不要限定。',
  'trade-policy/pack-missing':
    '按箱算的政策，里面有单品没有箱规[[：{skus:plain}]]。先在主数据里补上一箱几瓶，再开政策。',
  'trade-policy/growth-too-long': '增长政策的一期超过了一年，会和自己比。分成年、季或月来算。',
  'trade-policy/number-invalid':
    '有个数不能用[[：{value:plain}]][[（{field:plain}）]]。金额用整数分，比率最多四位小数，别多写一位。',
  'trade-policy/rate-negative': '比率和金额不能是负的[[：{value}]][[（{field:plain}）]]。改成正数。',
  'trade-policy/rate-zero': '比率或金额是零，这个政策什么也不给[[（{field:plain}）]]。写上给多少。',
  'trade-policy/tiers-none': '一档也没有，或档太多了[[（最多 {most} 档）]]。至少写一档。',
  'trade-policy/tier-invalid': '[[第 {n} 档]]的起点不对[[：{value:plain}]]。写整数，从零起也可以。',
  'trade-policy/tiers-unsorted':
    '档没有从小到大排[[：第 {n} 档从 {from} 起]][[，前面是 {before}]]。按起点从小到大排好。',
  'trade-policy/tiers-overlap':
    '[[第 {n} 档]]和上一档重叠了[[：从 {from} 起]]。上一档到哪里，下一档就从哪里起。',
  'trade-policy/tiers-hole':
    '[[第 {n} 档]]后面有一段没有人管[[：从 {from} 起]][[，到 {next}]]。最后一档不写到哪里，中间的要接上。',
  'trade-policy/free-goods-invalid':
    '搭赠要写整箱：买几箱、送几箱，都至少一箱[[（现在是 {buy} 送 {get}）]]。',
  'trade-policy/changed': '这个政策刚被[[ {by:plain} ]]改过[[，现在是第 {version} 版]]。看看新的样子再改。',
  'trade-policy/of-agreement':
    '这个政策是协议[[ {code:plain} ]]定的，这里只能改预算和审批额度。条款要改，就去变更协议。',
  'trade-policy/no-change': '和现在的一样，没有什么要改。',
  'trade-policy/not-confirmable': '这个政策按量算，不用确认。只有按表现给和陈列费要确认。',
  'trade-policy/period-unknown': '这个政策没有这一期[[：{period:plain}]]。选它的日子里的一期。',
  'trade-policy/not-for-account': '这个政策不给这个客户。看看它的区域、级别和客户名单。',
  'trade-policy/confirmed-already': '这一期已经是这样了，不用再确认。',
  'claim/missing': '没有这笔核销，或不在你的范围内。',
  'claim/amount-invalid': '申报的金额不对。写大于零的数，最多到分。',
  'claim/open-already': '这一期已经有一笔在等批[[：{asked} 元，{day:plain} 报的]]。等它批完，或先撤回它。',
  'claim/over-accrued': '报多了：这一期还能报[[ {left} ]]元。改成这个数以内；流水还没进来的，等进来再报。',
  'claim/over-budget': '政策的预算不够了：还剩[[ {left} ]]元。少报一些，或请总部加预算。',
  'claim/evidence-missing': '有凭证不在这个客户的文件里。先把照片或清单放进客户的文件，再选它。',
  'claim/evidence-used': '这份凭证已经用过了[[：{name:plain}，{day:plain} 那一笔]]。换一份凭证。',
  'claim/decided': '这笔核销刚被[[ {by:plain} ]]处理过。看看现在的样子。',
  'claim/not-approved': '这笔核销还没批，或已经兑完，不能兑付。',
  'claim/own': '自己报的核销不能自己批。请别人批。',
  'claim/beyond-limit': '这笔超过了你能批的数[[：{limit} 元]]。请能改政策的人批[[（{roles}）]]。',
  'claim/reason-missing': '少批或不批要写原因，让报的人知道为什么。',
  'claim/approved-invalid': '批的数要大于零，不能超过报的[[ {asked} ]]元。',
  'settlement/over-approved': '兑多了：这笔核销还能兑[[ {left} ]]元。',
  'settlement/amount-invalid': '兑付的金额不对。写大于零的数，最多到分。',
  'settlement/goods-unknown': '用货兑付要选单品和整箱数。',
} as const
