import { chanceOf, type Chance } from './chance.ts'
import { FreshNames, firmName } from './names.ts'
import { grades, type DemoSku, type Grade } from './products.ts'
import type { DemoShape } from './shape.ts'
import { behaviourOf, plan, type Behaviour, type Story } from './stories.ts'
import type { DemoMarket } from './territory.ts'

export type Carried = { readonly sku: number; readonly share: number }

export type Wholesaler = {
  readonly index: number
  readonly code: string
  readonly name: string
  readonly market: DemoMarket
  readonly story: Story | null
  readonly behaviour: Behaviour
  /** Litres a day at weight 1 in the middle of the history. */
  readonly litresADay: number
  /** What it carries, the most sold first; shares of its volume sum to 1. */
  readonly carries: readonly Carried[]
  /** Off the list price, on the invoice. */
  readonly discount: number
  readonly kilometres: number
}

/** How often things happen to those in whom no story is planted. */
const CLOSES = 0.06
const OPENS = 0.05
const FADES = 0.06

/** Each market's wholesalers, the largest first: a few carry most, as sizes fall off from place to place. */
export function makeWholesalers(
  shape: DemoShape,
  markets: readonly DemoMarket[],
  skus: readonly DemoSku[],
): readonly Wholesaler[] {
  const names = new FreshNames()
  const made: Wholesaler[] = []
  const weights = markets.map((market) => (market.urban ? 1.75 : 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let reached = 0
  markets.forEach((market, m) => {
    reached += weights[m] as number
    const upTo = Math.round((reached * shape.wholesalers) / total)
    const chance = chanceOf(shape.seed, `wholesalers of ${market.index}`)
    const falls = chance.between(0.58, 0.76)
    const count = upTo - made.length
    const sizes = Array.from({ length: count }, (_, i) => chance.around(falls ** i, 0.18)).toSorted(
      (a, b) => b - a,
    )
    const all = sizes.reduce((sum, size) => sum + size, 0)
    sizes.forEach((size, place) => {
      const litresADay = (market.kilolitres * 1000 * size) / all / 365
      made.push(makeWholesaler(shape, { index: made.length, market, place, litresADay }, names, skus))
    })
  })
  return made
}

type Seat = {
  readonly index: number
  readonly market: DemoMarket
  readonly place: number
  readonly litresADay: number
}

function makeWholesaler(
  shape: DemoShape,
  seat: Seat,
  names: FreshNames,
  skus: readonly DemoSku[],
): Wholesaler {
  const { index, market, place } = seat
  const chance = chanceOf(shape.seed, `wholesaler ${index}`)
  const planted = plan.find(([, m, p]) => m === market.index && p === place)?.[0] ?? null
  const behaviour = planted === null ? ordinary(chance, place) : behaviourOf(planted)
  return {
    index,
    code: `W${String(index + 1).padStart(4, '0')}`,
    name:
      index === 3
        ? `${market.place}江北新城金穗糖业烟酒副食品批发配送有限责任公司`
        : names.make(chance, () => firmName(chance, market.place)),
    market,
    story: planted,
    behaviour,
    litresADay: seat.litresADay * behaviour.size,
    carries: carried(chance, market.urban, behaviour.grade, skus),
    discount: chance.between(0.005, 0.03),
    kilometres: market.urban ? chance.between(8, 60) : chance.between(40, 240),
  }
}

/** A life without a story: small ones order less often, some close, some open, some fade. */
function ordinary(chance: Chance, place: number): Behaviour {
  const own: Behaviour = {
    ...behaviourOf(null),
    cycle: chance.around(place < 2 ? 8 : 13, 0.25),
    growth: 0.03 + 0.1 * chance.normal(),
    loading: chance.between(0, 0.3),
    wallet: wallet(chance),
    overdue: chance.happens(0.025) ? chance.around(40_000, 0.8) : 0,
    spend: chance.around(1, 0.22),
  }
  if (place < 2) return own
  if (chance.happens(CLOSES)) return { ...own, silentFor: chance.whole(60, 600) }
  if (chance.happens(OPENS)) return { ...own, began: chance.whole(60, 500), growth: 0.3 }
  return chance.happens(FADES) ? { ...own, growth: -0.2, lately: -0.3 } : own
}

function wallet(chance: Chance): readonly [number, number, number] {
  const now = chance.between(0.25, 0.8)
  const moved = () => Math.min(0.95, Math.max(0.05, now + 0.025 * chance.normal()))
  return [moved(), moved(), now]
}

const usual: Readonly<Record<Grade, number>> = { economy: 0.26, main: 0.46, middle: 0.2, premium: 0.08 }

function carried(
  chance: Chance,
  urban: boolean,
  most: Grade | null,
  skus: readonly DemoSku[],
): readonly Carried[] {
  const weight = (grade: Grade) => {
    if (most !== null) return grade === most ? 0.88 : 0.04
    const town = urban ? { economy: 0.7, main: 1, middle: 1.4, premium: 1.7 }[grade] : 1
    return usual[grade] * town * chance.around(1, 0.35)
  }
  const chosen = grades.flatMap((grade) => {
    const total = weight(grade)
    const of = skus.map((sku, i) => ({ sku, i })).filter(({ sku }) => sku.grade === grade)
    const kept = of.filter((_, at) => at === 0 || chance.happens(0.45))
    const shares = kept.map(({ sku }) => chance.around(sku.packUnits === 12 ? 1 : 0.35, 0.7))
    const sum = shares.reduce((all, share) => all + share, 0)
    return kept.map(({ i }, at) => ({ sku: i, share: (total * (shares[at] as number)) / sum }))
  })
  const all = chosen.reduce((sum, { share }) => sum + share, 0)
  return chosen.map(({ sku, share }) => ({ sku, share: share / all })).toSorted((a, b) => b.share - a.share)
}
