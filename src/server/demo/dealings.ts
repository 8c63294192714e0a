import type { MovementKind } from '../../domain/chain/line.ts'
import { chanceOf, type Chance } from './chance.ts'
import { lifeOf, type Outlet } from './dealers.ts'
import { weightBetween, type Ground } from './ground.ts'
import type { DemoSku } from './products.ts'
import { toQuarterEnd } from './season.ts'
import type { Carried, Wholesaler } from './wholesalers.ts'
import type { World } from './world.ts'

/** One line of the demo's ledger. Accounts by code, day by its index; volumes in ml, money in fen. */
export type Dealing = {
  readonly kind: MovementKind
  readonly day: number
  readonly account: string
  readonly seller: string | null
  readonly sku: number
  readonly millilitres: number
  readonly milliCases: number
  readonly amountMinor: number
  readonly costMinor: number | null
  readonly doc: string
  readonly line: string
}

/** What a wholesaler bought in each month of the history: trade spend is reckoned from it. */
export type Tally = {
  readonly revenue: Float64Array
  readonly litres: Float64Array
  readonly orders: Float64Array
}

const QUARTER_PUSH_DAYS = 12
const RETURNS = 0.014

/** All movements: what wholesalers buy and bring back, what they sell on by line, and what outlets report. */
export function* dealingsOf(world: World, tallies: Map<number, Tally>): Generator<Dealing> {
  const months = world.ground.monthEnds.length
  for (const wholesaler of world.wholesalers) {
    const tally = {
      revenue: new Float64Array(months),
      litres: new Float64Array(months),
      orders: new Float64Array(months),
    }
    tallies.set(wholesaler.index, tally)
    yield* sellIn(world, wholesaler, tally)
  }
  for (const dealer of world.dealers) {
    const chance = chanceOf(world.shape.seed, `orders of ${dealer.code}`)
    const terms = { seller: dealer.supplier.code, price: 'subMinor', lines: 0.5 } as const
    const days = orderDays(world.ground, chance, dealer.cycle, dealer.from, dealer.until)
    yield* sellThrough(world, chance, dealer, days, dealer.supplier, terms)
  }
  for (const outlet of world.outlets) {
    if (outlet.direct) yield* direct(world, outlet)
    if (outlet.reports) yield* sellOut(world, outlet)
  }
}

/** Order days of a rhythm, winter slower than summer, none on closed days. */
function orderDays(ground: Ground, chance: Chance, cycle: number, from: number, until: number): number[] {
  const { weight, closed } = ground.season
  const days: number[] = []
  const last = Math.min(until, ground.span.days - 1)
  let day = from + chance.between(0, cycle)
  while (day <= last) {
    let at = Math.floor(day)
    while (closed[at] === 1 && at < last) at += 1
    if (closed[at] !== 1 && at !== days.at(-1)) days.push(at)
    const slow = Math.min(1.35, Math.max(0.8, (weight[at] as number) ** -0.4))
    day = Math.max(at + 1, day + cycle * slow * chance.rhythm())
  }
  return days
}

/** Those of an account that keeps to its days, counted back from its last order. */
function steadyDays(chance: Chance, cycle: number, from: number, until: number): number[] {
  const days: number[] = []
  for (let day = until; day >= from; day -= cycle + chance.whole(-1, 1)) days.unshift(day)
  return days
}

/** Growth over the history, and the change of the last 15 months. */
function levelOf({ behaviour }: Wholesaler, day: number, ground: Ground): number {
  const years = (day - ground.span.days / 2) / 365
  const late = Math.max(0, day - (ground.span.days - 450)) / 365
  return Math.exp(behaviour.growth * years + behaviour.lately * late)
}

function* sellIn(world: World, wholesaler: Wholesaler, tally: Tally): Generator<Dealing> {
  const { ground } = world
  const { behaviour } = wholesaler
  const chance = chanceOf(world.shape.seed, `orders of ${wholesaler.code}`)
  const { from, until } = lifeOf(wholesaler, ground)
  const days = behaviour.steady
    ? steadyDays(chance, behaviour.cycle, from, until)
    : orderDays(ground, chance, behaviour.cycle, from, until)
  let loaded = 0
  let before = Math.floor(from - behaviour.cycle)
  for (const day of days) {
    const demand =
      wholesaler.litresADay * levelOf(wholesaler, day, ground) * weightBetween(ground, before, day)
    let litres = demand * chance.around(1, 0.15)
    before = day
    if (toQuarterEnd(ground.span.first + day) < QUARTER_PUSH_DAYS) {
      const push = litres * behaviour.loading * chance.between(0.7, 1.3)
      loaded += push
      litres += push
    } else {
      const less = Math.min(loaded, litres * 0.5)
      loaded -= less
      litres -= less
    }
    const month = ground.month[day] as number
    tally.orders[month] = (tally.orders[month] as number) + 1
    const doc = `SO${stampOf(ground, day)}${wholesaler.code}`
    let line = 0
    for (const { sku, cases } of split(
      world.skus,
      chance,
      wholesaler.carries,
      litres,
      (share) => 0.1 + 3.2 * share,
    )) {
      const one = sold(world, { sku, cases, day, price: 'listMinor', discount: wholesaler.discount })
      tally.revenue[month] = (tally.revenue[month] as number) + one.amountMinor
      tally.litres[month] = (tally.litres[month] as number) + one.millilitres / 1000
      line += 1
      yield { ...one, kind: 'sell_in', account: wholesaler.code, seller: null, doc, line: String(line) }
      if (line === 1 && chance.happens(RETURNS)) {
        const back = bringBack(world, wholesaler, sku, cases, day + chance.whole(18, 45), chance)
        if (back) yield back
      }
    }
  }
}

function bringBack(
  world: World,
  wholesaler: Wholesaler,
  sku: number,
  bought: number,
  day: number,
  chance: Chance,
): Dealing | undefined {
  if (day > lifeOf(wholesaler, world.ground).until) return undefined
  const cases = Math.max(1, Math.round(bought * chance.between(0.02, 0.06)))
  const one = sold(world, { sku, cases: -cases, day, price: 'listMinor', discount: wholesaler.discount })
  const doc = `RT${stampOf(world.ground, day)}${wholesaler.code}`
  return { ...one, kind: 'return', account: wholesaler.code, seller: null, doc, line: String(sku + 1) }
}

type Buyer = { readonly code: string; readonly litresADay: number; readonly carries: readonly Carried[] }
type Terms = { readonly seller: string; readonly price: 'subMinor' | 'outletMinor'; readonly lines: number }

function* sellThrough(
  world: World,
  chance: Chance,
  buyer: Buyer,
  days: readonly number[],
  supplier: Wholesaler,
  terms: Terms,
): Generator<Dealing> {
  let before = (days[0] ?? 0) - 20
  for (const day of days) {
    const level = levelOf(supplier, day, world.ground) * chance.around(1, 0.2)
    const litres = buyer.litresADay * level * weightBetween(world.ground, before, day)
    before = day
    const doc = `ST${stampOf(world.ground, day)}${buyer.code}`
    let line = 0
    for (const { sku, cases } of split(world.skus, chance, buyer.carries, litres, () => terms.lines)) {
      const one = sold(world, { sku, cases, day, price: terms.price, discount: 0 })
      line += 1
      const goods = { ...one, costMinor: null, account: buyer.code, seller: terms.seller }
      yield { ...goods, kind: 'sell_through', doc, line: String(line) }
    }
  }
}

function* direct(world: World, outlet: Outlet): Generator<Dealing> {
  const chance = chanceOf(world.shape.seed, `orders of ${outlet.code}`)
  const { from, until } = lifeOf(outlet.wholesaler, world.ground)
  const days = orderDays(world.ground, chance, 28, from, until + 14)
  const terms = { seller: outlet.wholesaler.code, price: 'outletMinor', lines: 0.5 } as const
  yield* sellThrough(world, chance, outlet, days, outlet.wholesaler, terms)
}

/** What an outlet sold in each month, by SKU, dated the month's last day. */
function* sellOut(world: World, outlet: Outlet): Generator<Dealing> {
  const { ground } = world
  const chance = chanceOf(world.shape.seed, `sales of ${outlet.code}`)
  let before = -1
  for (const day of ground.monthEnds) {
    const level = levelOf(outlet.wholesaler, day, ground) * chance.around(1, 0.12)
    const litres = outlet.litresADay * level * weightBetween(ground, before, day)
    before = day
    let line = 0
    for (const { sku, share } of outlet.carries) {
      const units = Math.round((litres * share * chance.around(1, 0.2) * 1000) / unitMl(world.skus, sku))
      if (units === 0) continue
      const cases = units / (world.skus[sku] as DemoSku).packUnits
      const one = sold(world, { sku, cases, day, price: 'outletMinor', discount: -0.35 })
      line += 1
      const doc = `PO${stampOf(ground, day)}${outlet.code}`
      yield {
        ...one,
        costMinor: null,
        kind: 'sell_out',
        account: outlet.code,
        seller: null,
        doc,
        line: String(line),
      }
    }
  }
}

function unitMl(skus: readonly DemoSku[], sku: number): number {
  return (skus[sku] as DemoSku).unitMl
}

/** An order by SKU: each that it carries with its own probability, in whole cases, larger lines in fives. */
function* split(
  skus: readonly DemoSku[],
  chance: Chance,
  carries: readonly Carried[],
  litres: number,
  probability: (share: number) => number,
): Generator<{ sku: number; cases: number }> {
  const chosen = carries.filter(({ share }) => chance.happens(probability(share)))
  const taken = chosen.length > 0 ? chosen : carries.slice(0, 1)
  const sum = taken.reduce((all, { share }) => all + share, 0)
  for (const { sku, share } of taken) {
    const exact = (litres * share) / sum / (skus[sku] as DemoSku).litres
    const cases = exact >= 20 ? Math.round(exact / 5) * 5 : Math.round(exact)
    if (cases > 0) yield { sku, cases }
  }
}

type Sale = {
  readonly sku: number
  readonly cases: number
  readonly day: number
  readonly price: 'listMinor' | 'subMinor' | 'outletMinor'
  readonly discount: number
}

/** A line's volume and money at the year's price, less what stands on the invoice. */
export function sold(
  { skus, ground }: Pick<World, 'skus' | 'ground'>,
  { sku, cases, day, price, discount }: Sale,
) {
  const product = skus[sku] as DemoSku
  const year = ground.year[day] as number
  return {
    day,
    sku,
    millilitres: Math.round(cases * product.packUnits) * product.unitMl,
    milliCases: Math.round(cases * 1000),
    amountMinor: Math.round(cases * (product[price][year] as number) * (1 - discount)),
    costMinor: Math.round(cases * (product.costMinor[year] as number)),
  }
}

/** `251124`: the day as documents carry it. */
export function stampOf({ days }: Ground, day: number): string {
  const text = days[day] as string
  return text.slice(2, 4) + text.slice(5, 7) + text.slice(8, 10)
}
