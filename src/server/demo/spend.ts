import type { SpendComponent } from '../../domain/assess/figures.ts'
import { LITRES_PER_TONNE } from '../../domain/volume.ts'
import type { Tally } from './dealings.ts'
import { toQuarterEnd } from './season.ts'
import type { Wholesaler } from './wholesalers.ts'
import type { World } from './world.ts'

export type Spend = {
  readonly account: string
  /** Index of the day. */
  readonly day: number
  readonly component: SpendComponent
  readonly amountMinor: number
}

/** Shares of revenue, booked at the end of each quarter. */
const ofRevenue: readonly (readonly [SpendComponent, number])[] = [
  ['rebate', 0.035],
  ['free_goods', 0.014],
  ['display', 0.009],
  ['promoter', 0.006],
  ['empty_exchange', 0.005],
]
const CREDIT = 0.0035
/** Yuan: a visit, an order taken, a drop, caps a kilolitre, a tonne and a tonne-kilometre of freight. */
const [VISIT, ORDER, DROP, CAPS, TONNE, TONNE_KILOMETRE] = [65, 22, 130, 62, 34, 0.85]
const VISITS_A_MONTH = 4

/** What is spent for a wholesaler: freight and caps by the month, the rest by the quarter. Fen. */
export function* spendOf(world: World, wholesaler: Wholesaler, tally: Tally): Generator<Spend> {
  const { ground } = world
  const { spend } = wholesaler.behaviour
  let [revenue, orders, months] = [0, 0, 0]
  for (const [month, day] of ground.monthEnds.entries()) {
    const litres = tally.litres[month] as number
    const book = (component: SpendComponent, minor: number): Spend[] =>
      Math.round(minor) === 0
        ? []
        : [{ account: wholesaler.code, day, component, amountMinor: Math.round(minor) }]
    const tonnes = litres / LITRES_PER_TONNE
    yield* book('freight', tonnes * (TONNE + TONNE_KILOMETRE * wholesaler.kilometres) * 100)
    yield* book('cap_prize', (litres / 1000) * CAPS * spend * 100)
    revenue += tally.revenue[month] as number
    orders += tally.orders[month] as number
    months += 1
    const last = day === ground.span.days - 1
    if (toQuarterEnd(ground.span.first + day) !== 0 && !last) continue
    for (const [component, share] of ofRevenue) yield* book(component, revenue * share * spend)
    yield* book('credit', revenue * CREDIT)
    if (orders > 0) yield* book('visits', months * VISITS_A_MONTH * VISIT * 100)
    yield* book('orders', orders * ORDER * 100)
    yield* book('drops', orders * DROP * 100)
    ;[revenue, orders, months] = [0, 0, 0]
  }
}
