/**
 * The article's example (2.4): "an empty-case exchange (four for one), 3 yuan a case of rebate, bottle-cap prizes of 6 yuan, in all 15 yuan profit
 * a case". It can be read in two ways, and both are offered; what both leave open is the price spread.
 *   A: the 3 yuan are what the exchange is worth: 6 spread + 3 exchange + 6 prizes = 15
 *   B: exchange and rebate are two things: spread and exchange are worth 6 together, + 3 rebate + 6 prizes = 15; here 3 and 3
 * A case of beer worth 12 makes the exchange of four for one worth 3 (12 ÷ 4); deposits are left at 0.
 */
const exchange = { n: 4, fullValue: 12, depositValue: 0, returnRate: 1 } as const
const capPrize = { amount: 6, kept: 1 } as const

export const dealPresets = {
  A: { spread: 6, emptyExchange: exchange, capPrize },
  B: { spread: 3, emptyExchange: exchange, capPrize, rebate: { perCase: 3 } },
} as const

/** The order of 2.2: 2,400 cases, placed in half a month. Price in, lag and rate are examples and not of the article. */
export const firstOrderPreset = {
  cases: 2400,
  priceIn: 18,
  sellDays: 15,
  creditShare: 0,
  creditDays: 30,
  rebateLagDays: 30,
  annualRate: 0.08,
} as const
