import { addDays, type Day } from '../../domain/day.ts'
import { concerns, guide, type Concern } from '../../domain/develop/concern.ts'
import type { LostReason, PersonRole, Source } from '../../domain/develop/prospect.ts'
import { chanceOf, type Chance } from './chance.ts'
import { FreshNames, firmName, personName, street, telephone } from './names.ts'
import type { DemoMarket } from './territory.ts'
import type { World } from './world.ts'

export type WayStep = 'contact' | 'talk' | 'offer' | 'sign' | 'lose' | 'revive'

/** Somebody who was found: who, how, and on which days what happened. Days after today have not come yet. */
export type DemoProspect = {
  readonly index: number
  readonly market: DemoMarket
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly source: Source
  /** Of the same market; `campaign`: that of its source. */
  readonly referrer:
    | { readonly kind: 'trader'; readonly name: string }
    | { readonly kind: 'account' | 'prospect'; readonly of: string }
    | { readonly kind: 'campaign' }
    | null
  readonly outlets: number
  readonly subDistributors: number
  readonly person: { readonly name: string; readonly role: PersonRole }
  readonly answers: Readonly<Record<string, Concern>>
  readonly brand: { readonly brand: string; readonly cases: number }
  readonly found: Day
  readonly way: readonly { readonly step: WayStep; readonly on: Day }[]
  readonly lost: { readonly reason: LostReason; readonly to: string | null }
  /** When its next step was promised, where nobody has kept it. */
  readonly stalledOn: Day | null
  readonly firstOrder: Day | null
  /** It signs by an agreement, whose first order is on its way. */
  readonly fresh: boolean
  readonly litresADay: number
}

const COUNT = 60
/** How many of a hundred are found so, how many of them are won, and the median of days from finding to first order. */
const ways: readonly (readonly [Source, number, number, number])[] = [
  ['peer', 27, 0.5, 24],
  ['outlet', 27, 0.45, 31],
  ['rival', 17, 0.4, 46],
  ['advertising', 16, 0.36, 40],
  ['media', 13, 0.32, 58],
]
/** Shares of the time to the first order at which it is contacted, talked with, offered something, signed. */
const pace = { contact: 0.08, talk: 0.3, offer: 0.55, sign: 0.8 } as const
const forward = ['contact', 'talk', 'offer', 'sign'] as const
const losses: readonly (readonly [LostReason, boolean])[] = [
  ['rival-offer', true],
  ['profit', false],
  ['no-interest', false],
  ['rival-offer', true],
  ['funds', false],
  ['territory', true],
  ['no-answer', false],
]
const rivals = ['雪岭啤酒', '江山啤酒', '金浪啤酒', '北湾啤酒']
const others = ['永盛饮料', '康泰粮油', '同福白酒', '丰乐乳业', '大桥调味品']
const [REVIVED, FRESH, SIGNED, STALLED] = [11, COUNT - 8, COUNT - 6, COUNT - 4]

/** A year of finding in the first region, half of it in its first prefecture; the last ones have hardly begun. */
export function prospectsOf(world: World, today: Day): readonly DemoProspect[] {
  const chance = chanceOf(world.shape.seed, 'prospects')
  const names = new FreshNames()
  for (const { name } of world.wholesalers) names.make(chance, () => name)
  const markets = world.territory.markets.filter(({ region }) => region === 'R1')
  const near = markets.filter(({ office }) => office === 'O01')
  const made: DemoProspect[] = []
  const seen = new Map<Source, number>()
  for (let index = 0; index < COUNT; index += 1) {
    const [source, , rate, median] = wayOf(index)
    const before = seen.get(source) ?? 0
    seen.set(source, before + 1)
    const won = Math.floor((before + 1) * rate + 0.5) > Math.floor(before * rate + 0.5)
    // The one that signs by an agreement is where nobody was promised to be alone.
    const market = chance.pick(index === FRESH ? near.slice(0, 1) : index % 2 === 0 ? near : markets)
    const place = { index, market, source }
    made.push(prospect(world, chance, names, made, place, { won, median, today }))
  }
  return made
}

/** Ways come in turn, each as often as its share says. */
function wayOf(index: number) {
  const at = (index * 37 + 13) % 100
  let reached = 0
  return ways.find(([, share]) => (reached += share) > at) ?? ways[0]!
}

function prospect(
  world: World,
  chance: Chance,
  names: FreshNames,
  before: readonly DemoProspect[],
  place: Pick<DemoProspect, 'index' | 'market' | 'source'>,
  { won, median, today }: { readonly won: boolean; readonly median: number; readonly today: Day },
): DemoProspect {
  const { index, market } = place
  const recent = { [FRESH]: 34, [SIGNED]: 27, [STALLED]: 21 }[index]
  const usual = -364 + Math.floor((index * 362) / COUNT) + chance.whole(0, 4)
  const found = addDays(today, recent === undefined ? usual : -recent)
  const drawn = Math.max(9, Math.round(chance.around(median, 0.38)))
  const days = index === FRESH ? 25 : index === SIGNED ? 30 : drawn
  const steps = forward.map((step) => ({
    step,
    on: addDays(found, Math.max(1, Math.round(days * pace[step]))),
  }))
  const cut = 1 + chance.whole(0, 2)
  const lostOn = addDays(steps[cut - 1]?.on ?? found, chance.whole(4, 20))
  const [reason, toRival] = losses[index % losses.length] ?? ['other', false]
  const way = (): DemoProspect['way'] => {
    if (index === STALLED) return steps.slice(0, 1)
    if (index === REVIVED) return revived(steps, found)
    return won || recent !== undefined ? steps : [...steps.slice(0, cut), { step: 'lose', on: lostOn }]
  }
  const signed = way().find(({ step }) => step === 'sign')?.on
  const orders = index === FRESH ? -9 : index === SIGNED ? 5 : null
  const firstOrder =
    orders === null
      ? signed && addDays(signed, Math.max(2, Math.round(days * (1 - pace.sign))))
      : addDays(today, orders)
  const asked = guide.map(({ question }) => [question, chance.pick(concerns)] as const)
  return {
    ...place,
    name: names.make(chance, () => firmName(chance, market.place)),
    phone: telephone(chance),
    address: `${market.name}${street(chance)}`,
    referrer: referrerOf(world, chance, before, place),
    outlets: chance.whole(30, 220),
    subDistributors: chance.whole(0, 9),
    person: { name: personName(chance), role: chance.pick(['owner', 'owner', 'owner', 'spouse', 'buyer']) },
    answers: Object.fromEntries(asked),
    brand: { brand: chance.pick(rivals), cases: chance.whole(8, 60) * 50 },
    found,
    way: way(),
    lost: { reason, to: toRival ? chance.pick(rivals) : null },
    stalledOn: index === STALLED ? addDays(today, -4) : null,
    firstOrder: firstOrder ?? null,
    fresh: index === FRESH,
    litresADay: chance.around(240, 0.4),
  }
}

/** Lost a month after it was found, and taken up again ten weeks later. */
function revived(steps: DemoProspect['way'], found: Day): DemoProspect['way'] {
  const day = (n: number) => addDays(found, n)
  return [
    ...steps.slice(0, 2),
    { step: 'lose', on: day(30) },
    { step: 'revive', on: day(100) },
    { step: 'offer', on: day(108) },
    { step: 'sign', on: day(116) },
  ]
}

function referrerOf(
  world: World,
  chance: Chance,
  before: readonly DemoProspect[],
  { market, source }: Pick<DemoProspect, 'index' | 'market' | 'source'>,
): DemoProspect['referrer'] {
  if (source === 'advertising' || source === 'media') return { kind: 'campaign' }
  const outlets = world.outlets.filter((one) => one.market === market)
  if (source === 'outlet') return { kind: 'account', of: chance.pick(outlets.slice(0, 4)).code }
  if (source === 'rival') return { kind: 'trader', name: chance.pick(rivals) }
  const known = before.filter((one) => one.market.office === market.office)
  if (known.length > 0 && chance.happens(0.35))
    return { kind: 'prospect', of: chance.pick(known.slice(0, 3)).name }
  const firms = world.wholesalers.filter((one) => one.market === market)
  return chance.happens(0.5)
    ? { kind: 'account', of: chance.pick(firms.slice(0, 2)).code }
    : { kind: 'trader', name: chance.pick(others) }
}
