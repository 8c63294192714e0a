import type { Column } from './header-row.ts'

const SELLER =
  /^(?:上级|所属)?(?:经销商|一批商?|总经销商?|代理商|总代理|批发商|distributor|dealer|wholesaler)/
const BUYER =
  /^(?:终端|门店|二批商?|分销商|网点|店|超市|餐厅|客户|outlet|store|retailer|subdistributor|shop|customer)/

/** A file that names wholesalers and those they supply: there the wholesaler sells. Gives the candidates with that settled. */
export function withSellers<C extends { readonly field: string; readonly column: Column }>(
  candidates: readonly C[],
): C[] {
  const isParty = (one: C) => one.field === 'buyer_code' || one.field === 'buyer_name'
  const sells = (one: C) => isParty(one) && SELLER.test(one.column.parsed.name)
  const buys = candidates.some((one) => isParty(one) && BUYER.test(one.column.parsed.name))
  if (!buys || !candidates.some(sells)) return [...candidates]
  const coded = candidates.some((one) => sells(one) && one.field === 'buyer_code')
  return candidates.flatMap((one) => {
    if (!sells(one)) return [one]
    return one.field === 'buyer_name' && coded ? [] : [{ ...one, field: 'seller_code' }]
  })
}
