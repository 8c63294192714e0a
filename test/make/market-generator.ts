import type { AccountFigures, MarketFigures } from '../../src/domain/assess/figures.ts'
import { seedFor, sfc32, type Random } from '../../src/domain/assess/random.ts'
import { addMonths, monthEnd, type Day } from '../../src/domain/day.ts'
import { aFact, anAccount, ordersEvery } from './figures.ts'

/**
 * A market of wholesalers for studying how a ranking behaves over time: lognormal sizes, each with a margin, funds, a network
 * and a team that go with its size more or less, a season-free random walk of its monthly volume, and noise in every month.
 * It says nothing about a real market beyond itself. Pure: the same seed gives the same market.
 */
export type MarketShape = {
  readonly seed: number
  readonly accounts: number
  readonly months: number
  /** Standard deviation of ln size over the accounts, of a month's noise, and of the walk a month. */
  readonly spread: number
  readonly noise: number
  readonly drift: number
}

export const plainShape: MarketShape = {
  seed: 1,
  accounts: 200,
  months: 24,
  spread: 1,
  noise: 0.2,
  drift: 0.02,
}

const FIRST: Day = '2024-01-31'

/** The rescorings of the market: one set of figures for the end of each month, oldest first. */
export function generateMarket(shape: MarketShape): readonly MarketFigures[] {
  const paths = Array.from({ length: shape.accounts }, (_, i) => walk(shape, i))
  return Array.from({ length: shape.months }, (_, month) => {
    const asOf = monthEnd(addMonths(FIRST, month))
    return {
      market: { id: 'generated', code: 'generated' },
      asOf,
      minorDigits: 2,
      categoryMillilitres: null,
      knownSpend: [],
      accounts: paths.map((path) => path(month, asOf)),
    }
  })
}

/** One account's life: its monthly volumes first, then the figures of any month's window of twelve. */
function walk(shape: MarketShape, index: number): (month: number, asOf: Day) => AccountFigures {
  const random = sfc32(seedFor(shape.seed, `account ${index}`))
  const size = shape.spread * normal(random)
  const like = (share: number) => share * size + Math.sqrt(1 - share ** 2) * shape.spread * normal(random)
  const [margin, funds, network, team] = [0.35 + 0.06 * normal(random), like(0.7), like(0.6), like(0.6)]
  const wallet = 0.1 + 0.8 * random()
  const volumes: number[] = []
  let level = size
  for (let month = 0; month < shape.months + 24; month += 1) {
    level += shape.drift * normal(random)
    volumes.push(Math.round(20e6 * Math.exp(level + shape.noise * normal(random))))
  }
  return (month, asOf) => {
    const months = volumes.slice(month, month + 24)
    const [before, millilitres] = [sum(months.slice(0, 12)), sum(months.slice(12))]
    const revenueMinor = Math.round(millilitres * 0.45)
    return anAccount({
      code: `G${String(index).padStart(3, '0')}`,
      millilitres,
      lastYearMillilitres: before,
      months,
      revenueMinor,
      costMinor: Math.round(revenueMinor * (1 - margin)),
      orderDays: ordersEvery(12, 13, 5, asOf),
      lastMovement: asOf,
      activeOutlets: Math.round(60 * Math.exp(network)),
      facts: [
        aFact('working_capital', Math.round(50e6 * Math.exp(funds)), FIRST),
        aFact('sales_people', Math.ceil(4 * Math.exp(team)), FIRST),
        aFact('share_of_wallet', wallet, FIRST),
      ],
    })
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Box–Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
}
