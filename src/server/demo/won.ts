import { dayNumber, type Day } from '../../domain/day.ts'
import { chanceOf } from './chance.ts'
import { sold, stampOf, type Dealing } from './dealings.ts'
import type { World } from './world.ts'

/** An account that was a prospect: under which code it buys, from when, and whom it sells to. */
export type Won = {
  readonly code: string
  readonly firstOrder: Day
  readonly litresADay: number
  /** Codes of outlets. */
  readonly outlets: readonly string[]
  /** Its first order stays in its store: less goes on than half a month asks for. */
  readonly slow: boolean
}

const CYCLE = 13
const SKUS = ['LJ01', 'LQ01', 'LC01']
const SHARES = [0.55, 0.3, 0.15]

/** What it buys from its first order to the end of the demo, and what goes on to outlets in the half month after each order. */
export function dealingsOfWon(world: World, { code, firstOrder, litresADay, outlets, slow }: Won): Dealing[] {
  const { ground, skus, shape } = world
  const chance = chanceOf(shape.seed, `orders of won ${code}`)
  const made: Dealing[] = []
  const first = dayNumber(firstOrder) - ground.span.first
  for (let day = first; day < ground.span.days; day += CYCLE + chance.whole(-2, 4)) {
    const litres = litresADay * CYCLE * (ground.season.weight[day] ?? 1) * chance.around(1, 0.15)
    for (const [at, share] of SHARES.entries()) {
      const sku = skus.findIndex((one) => one.code === SKUS[at])
      const cases = Math.max(1, Math.round((litres * share) / (skus[sku]?.litres ?? 1)))
      const bought = sold(world, { sku, cases, day, price: 'listMinor', discount: 0.01 })
      const line = String(at + 1)
      made.push({
        ...bought,
        kind: 'sell_in',
        account: code,
        seller: null,
        doc: `SO${stampOf(ground, day)}${code}`,
        line,
      })
      let left = Math.round(cases * (slow ? 0.3 : 0.95))
      for (const [n, outlet] of outlets.entries()) {
        const on = day + 1 + ((n * 3) % 12)
        const some = Math.min(left, Math.ceil((cases * 0.95) / outlets.length))
        if (some === 0 || on >= ground.span.days) continue
        left -= some
        const one = sold(world, { sku, cases: some, day: on, price: 'subMinor', discount: 0 })
        const doc = `ST${stampOf(ground, on)}${code}-${outlet}`
        made.push({ ...one, costMinor: null, kind: 'sell_through', account: outlet, seller: code, doc, line })
      }
    }
  }
  return made
}
