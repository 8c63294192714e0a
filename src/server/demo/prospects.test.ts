import { describe, expect, it } from 'vitest'
import { addDays } from '../../domain/day.ts'
import { referrersOf, sources } from '../../domain/develop/prospect.ts'
import { prospectsOf } from './prospects.ts'
import { countyTo, provinceTo } from './shape.ts'
import { makeWorld } from './world.ts'

const TODAY = '2026-11-25'

describe.each([
  ['a county', countyTo('2026-11-24')],
  ['the province', provinceTo('2026-11-24')],
])('prospects of %s', (_, shape) => {
  const world = makeWorld(shape)
  const found = prospectsOf(world, TODAY)

  it('come from their seed', () => {
    expect(prospectsOf(makeWorld(shape), TODAY)).toEqual(found)
  })

  it('are a year of sixty, by each way some, found in order and named once', () => {
    expect(found).toHaveLength(60)
    expect(found.every((one) => one.found > addDays(TODAY, -366) && one.found < TODAY)).toBe(true)
    for (const source of sources)
      expect(found.filter((one) => one.source === source).length).toBeGreaterThan(4)
    const taken = new Set(world.wholesalers.map(({ name }) => name))
    expect(found.filter(({ name }) => taken.has(name))).toEqual([])
    expect(new Set(found.map(({ name }) => name)).size).toBe(60)
  })

  it('walk forward only, and order after they have signed', () => {
    for (const { found: first, way, firstOrder } of found) {
      const days = [first, ...way.map(({ on }) => on)]
      expect(days).toEqual(days.toSorted())
      const signed = way.find(({ step }) => step === 'sign')?.on ?? null
      expect(firstOrder === null).toBe(signed === null)
      expect((firstOrder ?? '1') > (signed ?? '0')).toBe(true)
    }
  })

  it('name referrers that their way of finding can have', () => {
    const unfit = found.filter(
      ({ source, referrer }) => referrer && !referrersOf(source).includes(referrer.kind),
    )
    expect(unfit).toEqual([])
  })
})
