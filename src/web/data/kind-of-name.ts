import type { ImportKind } from '../../contract/intake.ts'

/** Words in the names of files that say what is in them. The first that fits counts. */
const words: readonly (readonly [ImportKind, RegExp])[] = [
  ['supply-links', /供货|渠道关系|上下级|supply.?link/i],
  ['prices', /价目|价格|报价|price/i],
  ['people', /人员|员工|权限|people|staff|user/i],
  ['movements', /销售|出货|进货|出库|入库|流水|明细|订单|移动|sale|movement|order|shipment|invoice/i],
  ['accounts', /客户|经销商|终端|门店|account|customer|store/i],
  ['products', /产品|商品|单品|sku|product|item/i],
  ['markets', /市场|区域|market|territor|region/i],
]

/** What a file of several is likely to be; `chosen` where its name does not say. */
export function kindOfName(name: string, chosen: ImportKind): ImportKind {
  return words.find(([, word]) => word.test(name))?.[0] ?? chosen
}
