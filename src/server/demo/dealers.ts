import { chanceOf, type Chance } from './chance.ts'
import { dealerName, FreshNames, shopName } from './names.ts'
import type { Ground } from './ground.ts'
import type { DemoShape } from './shape.ts'
import type { DemoMarket } from './territory.ts'
import type { Carried, Wholesaler } from './wholesalers.ts'

/** A sub-distributor. Day indexes; `until` is the last day on which it buys. */
export type Dealer = {
  readonly index: number
  readonly code: string
  readonly name: string
  readonly supplier: Wholesaler
  readonly litresADay: number
  readonly cycle: number
  readonly carries: readonly Carried[]
  readonly from: number
  readonly until: number
}

export type Outlet = {
  readonly index: number
  readonly code: string
  readonly name: string
  readonly channel: 'on_trade' | 'off_trade'
  readonly market: DemoMarket
  /** Supplied by a sub-distributor, or directly by a wholesaler, by line. */
  readonly dealer: Dealer | null
  readonly wholesaler: Wholesaler
  readonly direct: boolean
  readonly litresADay: number
  readonly carries: readonly Carried[]
  readonly reports: boolean
}

/** What a wholesaler sells by way of its sub-distributors; the rest goes to outlets. */
const BY_DEALERS = 0.75
const WHERE_ALL_REPORT = 1

/** First and last day index on which a wholesaler buys. */
export function lifeOf({ behaviour }: Wholesaler, { span }: Ground): { from: number; until: number } {
  const last = span.days - 1
  return {
    from: behaviour.began === null ? 0 : last - behaviour.began,
    until: last - (behaviour.silentFor ?? 0),
  }
}

function fewOf(chance: Chance, carries: readonly Carried[], count: number): readonly Carried[] {
  const chosen = carries
    .map((one) => ({ one, key: Math.log(chance.share()) / one.share }))
    .toSorted((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ one }) => one)
  const sum = chosen.reduce((all, { share }) => all + share, 0)
  return chosen.map(({ sku, share }) => ({ sku, share: share / sum }))
}

/** Shares out `count` by weight in whole numbers that sum to it. */
function sharedOut(count: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let reached = 0
  let given = 0
  return weights.map((weight) => {
    reached += weight
    const own = Math.round((reached * count) / total) - given
    given += own
    return own
  })
}

export function makeDealers(
  shape: DemoShape,
  ground: Ground,
  wholesalers: readonly Wholesaler[],
): readonly Dealer[] {
  const counts = sharedOut(
    shape.subDistributors,
    wholesalers.map(({ litresADay }) => litresADay ** 0.6),
  )
  const names = new FreshNames()
  const made: Dealer[] = []
  wholesalers.forEach((supplier, w) => {
    const chance = chanceOf(shape.seed, `dealers of ${supplier.code}`)
    const sizes = Array.from({ length: counts[w] as number }, () => chance.around(1, 0.6))
    const sum = sizes.reduce((all, size) => all + size, 0)
    const life = lifeOf(supplier, ground)
    for (const size of sizes) {
      const began = life.from + (chance.happens(0.15) ? chance.whole(30, 500) : 0)
      const left = chance.happens(0.12) ? chance.whole(60, 600) : 0
      made.push({
        index: made.length,
        code: `S${String(made.length + 1).padStart(5, '0')}`,
        name: names.make(chance, () => dealerName(chance)),
        supplier,
        litresADay: (supplier.litresADay * BY_DEALERS * size) / sum,
        cycle: chance.around(18, 0.2),
        carries: fewOf(chance, supplier.carries, chance.whole(3, 6)),
        from: Math.min(began, life.until),
        until: Math.max(life.from, life.until + 14 - left),
      })
    }
  })
  return made
}

export function makeOutlets(
  shape: DemoShape,
  wholesalers: readonly Wholesaler[],
  dealers: readonly Dealer[],
): readonly Outlet[] {
  const direct = sharedOut(
    shape.directOutlets,
    wholesalers.map(({ litresADay }) => litresADay ** 0.5),
  )
  const rest = sharedOut(
    shape.outlets - shape.directOutlets,
    dealers.map(({ litresADay }) => litresADay ** 0.5),
  )
  const made: Outlet[] = []
  const add = (wholesaler: Wholesaler, dealer: Dealer | null, count: number) => {
    const from = dealer ?? wholesaler
    const chance = chanceOf(shape.seed, `outlets of ${from.code}`)
    const sizes = Array.from({ length: count }, () => chance.around(1, 0.8))
    const sum = sizes.reduce((all, size) => all + size, 0)
    const volume = from.litresADay * (dealer ? 1 : 1 - BY_DEALERS)
    for (const size of sizes) {
      const { market } = wholesaler
      const channel = chance.happens(0.6) ? 'on_trade' : 'off_trade'
      const all = market.office === `O${String(WHERE_ALL_REPORT + 1).padStart(2, '0')}`
      made.push({
        index: made.length,
        code: `T${String(made.length + 1).padStart(6, '0')}`,
        name: shopName(chance, channel),
        channel,
        market,
        dealer,
        wholesaler,
        direct: dealer === null,
        litresADay: (volume * size) / sum,
        carries: fewOf(chance, from.carries, chance.whole(2, 5)),
        reports: chance.happens(shape.sampled) || all,
      })
    }
  }
  wholesalers.forEach((wholesaler, w) => add(wholesaler, null, direct[w] as number))
  dealers.forEach((dealer, d) => add(dealer.supplier, dealer, rest[d] as number))
  return made
}
