/** Markets, accounts, products and movements. */
export const chain = {
  'node.hq': '总部',
  'node.region': '大区',
  'node.office': '办事处',
  'node.unassigned': '未划分',
  'node.market': '区域市场',
  'tier.wholesaler': '一批商',
  'tier.sub_distributor': '分销商',
  'tier.outlet': '终端',
} as const
