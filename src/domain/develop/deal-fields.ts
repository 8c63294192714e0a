/**
 * Every number of a deal, by its path, with what it may be. The reader checks against it, forms and the help of the command line show it.
 * `spread` may be negative: a price war sells below what it bought for.
 */
export type DealField = {
  /** Money is yuan (a case), a share is 0..1, a count is whole. */
  readonly kind: 'money' | 'share' | 'count'
  readonly low: number
  readonly high: number
}

const MOST_MONEY = 1_000_000
const money = (low: number): DealField => ({ kind: 'money', low, high: MOST_MONEY })
const count = (low: number, high: number): DealField => ({ kind: 'count', low, high })
const share: DealField = { kind: 'share', low: 0, high: 1 }

export const dealFields = {
  'case.spread': money(-MOST_MONEY),
  'case.emptyExchange.n': count(1, 1000),
  'case.emptyExchange.fullValue': money(0),
  'case.emptyExchange.depositValue': money(0),
  'case.emptyExchange.returnRate': share,
  'case.capPrize.amount': money(0),
  'case.capPrize.kept': share,
  'case.rebate.perCase': money(0),
  'case.freeGoods.buy': count(1, 1_000_000),
  'case.freeGoods.get': count(0, 1_000_000),
  'case.delivery': money(0),
  'firstOrder.cases': count(0, 10_000_000),
  'firstOrder.priceIn': money(0.01),
  'firstOrder.sellDays': count(1, 3650),
  'firstOrder.creditShare': share,
  'firstOrder.creditDays': count(0, 3650),
  'firstOrder.rebateLagDays': count(0, 3650),
  'firstOrder.annualRate': share,
  'price.list': money(0),
  'price.cost': money(0),
  'price.excise': money(0),
  'price.freight': money(0),
} as const satisfies Readonly<Record<string, DealField>>

export type DealPath = keyof typeof dealFields

/** What is taken where a part is given without it. */
export const dealDefaults = {
  'case.emptyExchange.depositValue': 0,
  'case.emptyExchange.returnRate': 1,
  'case.capPrize.kept': 1,
  'firstOrder.creditShare': 0,
  'firstOrder.creditDays': 30,
  'firstOrder.rebateLagDays': 30,
} as const satisfies Partial<Record<DealPath, number>>

/** What a part cannot be without. */
export const dealNeeds = {
  'case.emptyExchange': ['case.emptyExchange.n', 'case.emptyExchange.fullValue'],
  'case.capPrize': ['case.capPrize.amount'],
  'case.freeGoods': ['case.freeGoods.buy', 'case.freeGoods.get'],
} as const satisfies Readonly<Record<string, readonly DealPath[]>>

/** What stands beneath each part, by its last name: all that may be there. */
export const dealParts: Readonly<Record<string, readonly string[]>> = {
  '': ['case', 'firstOrder', 'price'],
  case: ['spread', 'emptyExchange', 'capPrize', 'rebate', 'freeGoods', 'delivery'],
  'case.emptyExchange': ['n', 'fullValue', 'depositValue', 'returnRate'],
  'case.capPrize': ['amount', 'kept'],
  'case.rebate': ['perCase', 'tiers', 'mode'],
  'case.freeGoods': ['buy', 'get'],
  firstOrder: ['cases', 'priceIn', 'sellDays', 'creditShare', 'creditDays', 'rebateLagDays', 'annualRate'],
  price: ['list', 'cost', 'excise', 'freight'],
}
