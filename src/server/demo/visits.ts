import { addDays, type Day } from '../../domain/day.ts'
import type { Aim, Sight } from '../../domain/develop/visit.ts'
import { fixedDates, type Cadence } from '../../domain/develop/visit-dates.ts'
import { chanceOf } from './chance.ts'
import { lifeOf } from './dealers.ts'
import type { Wholesaler } from './wholesalers.ts'
import type { World } from './world.ts'

export type DemoVisit = {
  readonly standsFor: Day
  readonly day: Day
  readonly state: 'done' | 'missed'
  readonly aim: Aim
  readonly met: boolean | null
  readonly seen: readonly Sight[]
  readonly words: string
}

const WEEKDAYS = [1, 2, 3, 4, 5]
const SINCE = 364
/** What a rep went for, what stood there, and what was said of it. */
const STORIES: readonly (readonly [Aim, readonly Sight[], string])[] = [
  ['order', ['on_shelf', 'sold_out'], '纯生断货两天，补 60 箱，周三送到'],
  ['order', ['on_shelf'], '库存够卖一周，下周一再订'],
  ['placement', ['on_shelf'], '新进三家大排档，各放 5 箱'],
  ['placement', ['on_shelf', 'display'], '车站路两家超市换了堆头'],
  ['care', ['on_shelf', 'display'], '陈列在，货龄正常'],
  ['care', ['rival_offer', 'on_shelf'], '竞品搞买十送一，下周给他回话'],
  ['problem', ['old_stock', 'on_shelf'], '有 20 箱过了四个月，换货'],
  ['problem', ['price_off', 'on_shelf'], '一家门店卖低了两块，说好明天改回来'],
  ['payment', [], '上月的款月底前付'],
]
/** Why nobody was met. */
const MISSED = ['老板不在，下次去', '下大雨，路封了', '临时开会，改下周']

/** How often a wholesaler is visited, and what came of the dates of the last year; null: it has left. */
export function visitsTo(
  { shape, ground }: World,
  wholesaler: Wholesaler,
): { readonly cadence: Cadence; readonly visits: readonly DemoVisit[] } | null {
  if (lifeOf(wholesaler, ground).until < ground.span.days - 60) return null
  const chance = chanceOf(shape.seed, `visits to ${wholesaler.code}`)
  const from = addDays(shape.end, -SINCE - chance.whole(0, 6))
  const cadence = { from, everyDays: chance.pick([7, 10, 14, 14, 30]), weekdays: WEEKDAYS }
  const diligent = chance.between(0.7, 1)
  const visits = fixedDates([cadence], { from, to: addDays(shape.end, -1) }).flatMap(
    ({ day }): DemoVisit[] => {
      const [aim, seen, words] = chance.pick(STORIES)
      const later = addDays(day, chance.happens(0.2) ? 1 : 0)
      const met = chance.happens(0.65)
      if (!chance.happens(diligent)) return []
      if (chance.happens(0.04))
        return [
          { standsFor: day, day, state: 'missed', aim, met: null, seen: [], words: chance.pick(MISSED) },
        ]
      return later < shape.end ? [{ standsFor: day, day: later, state: 'done', aim, met, seen, words }] : []
    },
  )
  return { cadence, visits }
}
