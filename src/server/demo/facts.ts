import type { FactName } from '../../domain/assess/figures.ts'
import { chanceOf, type Chance } from './chance.ts'
import { lifeOf } from './dealers.ts'
import type { DemoMarket } from './territory.ts'
import type { Wholesaler } from './wholesalers.ts'
import type { World } from './world.ts'

export type DemoFact = {
  readonly account: string
  readonly fact: FactName
  readonly value: number
  /** Indexes of days; the fact is believed until the day before `expires`. */
  readonly day: number
  readonly expires: number
  readonly source: string
}

export type MarketSize = {
  readonly market: string
  readonly litres: number
  readonly low: number
  readonly high: number
  readonly source: string
}

const QUARTER = 91
const VISIT = '业务员拜访记录'
const INTERVIEW = '客户访谈估计'
const FINANCE = '财务账龄表'

/** What people told of a wholesaler: each fact with its day, its source and its end. Not everybody told everything. */
export function* factsOf(world: World, wholesaler: Wholesaler): Generator<DemoFact> {
  const chance = chanceOf(world.shape.seed, `facts of ${wholesaler.code}`)
  yield* means(world, wholesaler, chance)
  if (wholesaler.story !== null || chance.happens(0.78)) yield* wallets(world, wholesaler, chance)
  if (wholesaler.story !== null || chance.happens(0.85)) yield* overdue(world, wholesaler, chance)
}

/** Funds and team, told anew about once a year; one in twenty was not asked again, and its facts have expired. */
function* means(world: World, wholesaler: Wholesaler, chance: Chance): Generator<DemoFact> {
  const { span } = world.ground
  const kilolitres = (wholesaler.litresADay * 365) / 1000
  const told: readonly (readonly [FactName, number, number, string])[] = [
    ['working_capital', 0.88, kilolitres * 480 * 100 * chance.around(1, 0.4), INTERVIEW],
    ['credit_limit', 0.6, kilolitres * 160 * 100 * chance.around(1, 0.3), FINANCE],
    ['sales_people', 0.92, 1 + (Math.sqrt(kilolitres) / 4) * chance.around(1, 0.25), VISIT],
    ['vehicles', 0.92, 1 + (Math.sqrt(kilolitres) / 6) * chance.around(1, 0.25), VISIT],
    ['warehouse_m2', 0.7, 120 + kilolitres * 0.9 * chance.around(1, 0.3), VISIT],
  ]
  const stale = chance.happens(0.05)
  const first = chance.whole(10, 80)
  for (const [fact, known, value, source] of told) {
    if (!chance.happens(known)) continue
    for (let day = first; day < span.days - (stale ? 420 : 0); day += 340) {
      const now = value * chance.around(1, 0.06)
      const rounded =
        fact === 'working_capital' || fact === 'credit_limit' ? round(now, 1_000_000) : Math.round(now)
      yield { account: wholesaler.code, fact, value: Math.max(1, rounded), day, expires: day + 400, source }
    }
  }
}

/** Share of wallet every quarter of the last two years. */
function* wallets(world: World, wholesaler: Wholesaler, chance: Chance): Generator<DemoFact> {
  const [yearAgo, halfAgo, now] = wholesaler.behaviour.wallet
  const last = world.ground.span.days - 1 - chance.whole(4, 20)
  const path = [now, (now + halfAgo) / 2, halfAgo, (halfAgo + yearAgo) / 2]
  for (let quarter = 7; quarter >= 0; quarter -= 1) {
    const value = round((path[quarter] ?? yearAgo) + 0.008 * chance.normal(), 0.01)
    const day = last - quarter * QUARTER
    if (day < 0) continue
    const clipped = Math.min(0.98, Math.max(0.02, value))
    yield {
      account: wholesaler.code,
      fact: 'share_of_wallet',
      value: clipped,
      day,
      expires: day + 370,
      source: INTERVIEW,
    }
  }
}

/** The ageing list of each month: what is overdue at its end, nearly always nothing. */
function* overdue(world: World, wholesaler: Wholesaler, chance: Chance): Generator<DemoFact> {
  const { monthEnds } = world.ground
  const { until } = lifeOf(wholesaler, world.ground)
  const months = monthEnds.slice(-13)
  for (const [i, day] of months.entries()) {
    if (day > until + 60) return
    const late = months.length - i
    const before = chance.happens(0.02) ? chance.around(3_000_000, 0.6) : 0
    const minor = late <= 2 ? wholesaler.behaviour.overdue * 100 * (late === 2 ? 0.6 : 1) : before
    const value = round(minor, 10_000)
    yield { account: wholesaler.code, fact: 'overdue_minor', value, day, expires: day + 45, source: FINANCE }
  }
}

/** How much of the category a market drinks; of a few markets nobody knows. */
export function sizeOf(world: World, market: DemoMarket): MarketSize | undefined {
  const chance = chanceOf(world.shape.seed, `size of ${market.code}`)
  if (market.index % 13 === 12) return undefined
  const litres = Math.round(market.category) * 1000
  const apart = chance.between(0.08, 0.2)
  return {
    market: market.code,
    litres,
    low: round(litres * (1 - apart), 1000),
    high: round(litres * (1 + apart), 1000),
    source: market.urban ? '统计年鉴与渠道普查推算' : '常住人口 × 人均消费量推算',
  }
}

function round(value: number, step: number): number {
  return step < 1 ? Math.round(value / step) / Math.round(1 / step) : Math.round(value / step) * step
}
