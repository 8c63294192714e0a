/** What can be wrong with visits and their fixed dates. */
export const visitProblem = {
  'visit/missing': '找不到这次拜访。也许撤回了，也许不在你的区域里。',
  'visit/day-outside': '日子不对[[：要在 {from:plain} 到 {to:plain} 之间]]。换一天。',
  'visit/words-long': '写长了[[，最多 {max} 个字]]。写短一点。',
  'visit/cases-invalid': '箱数要是整数，不能小于 0。改了再存。',
  'visit/cadence-days': '两次拜访要隔 1 到[[ {max} ]]天，填整天数。改一下天数。',
  'visit/cadence-weekdays': '至少选一个星期几，每天只选一次。',
  'visit/no-such-date': '这个客户没有这个拜访日子[[（{day:plain}）]]。刷新看最新的日子。',
  'visit/answered': '这个日子已经有人记过了[[（{day:plain}）]]。刷新看看。',
  'visit/over': '这次拜访已经记完了。要改，先撤回再重记。',
  'calendar/missing': '没有这个日历地址，也许已经停了。到“我的账号”里新建一个。',
} as const
