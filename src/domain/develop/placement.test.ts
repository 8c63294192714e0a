import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../day.ts'
import {
  firstOrderState,
  HALF_TIME,
  PLACEMENT_DAYS,
  placementOf,
  readFirstOrderPlan,
  type Delivery,
} from './placement.ts'

const day = '2026-01-05'
const at = (days: number) => addDays(day, days)
const order = { day, milliCases: 2_400_000 }
const network = [
  { id: 'O1', usual: 10_000 },
  { id: 'O2', usual: 90_000 },
  { id: 'O3', usual: 50_000 },
]
const to = (outlet: string, cases: number, more: Partial<Delivery> = {}): Delivery => ({
  via: null,
  to: outlet,
  outlet: true,
  day: at(3),
  milliCases: cases * 1000,
  ...more,
})
const placed = (
  deliveries: readonly Delivery[],
  today: string,
  sightings: Parameters<typeof placementOf>[2]['sightings'] = [],
) => placementOf(order, network, { deliveries, sightings }, today)

describe('placement of the first order (article 2.2: 2,400 cases in half a month)', () => {
  it('is what was delivered to outlets within fifteen days of it, by the account or through who is between', () => {
    const deliveries = [
      to('O1', 600),
      to('O1', 100, { day: at(15) }),
      to('O1', 999, { day: at(16) }),
      to('O9', 40, { day: addDays(day, -1) }),
      // A sub-distributor got 1,700 of the account and sold 1,800: 100 were there before.
      to('S1', 1700, { outlet: false }),
      to('O2', 1500, { via: 'S1' }),
      to('O3', 300, { via: 'S1', day: at(9) }),
    ]
    expect(placed(deliveries, at(15))).toEqual({
      by: '2026-01-20',
      state: 'placed',
      placed: 2_400_000,
      between: 0,
      reached: [
        { outlet: 'O2', day: at(3), how: 'delivered', milliCases: 1_500_000 },
        { outlet: 'O1', day: at(3), how: 'delivered', milliCases: 700_000 },
        { outlet: 'O3', day: at(9), how: 'delivered', milliCases: 300_000 },
      ],
      known: 3,
      next: [],
    })
  })

  it('what was seen on the shelf counts where no delivery is known, with the cases that somebody counted', () => {
    const sightings = [
      { outlet: 'O1', day: at(4), cases: 5 },
      { outlet: 'O2', day: at(4), cases: 8 },
      { outlet: 'O3', day: at(4), cases: null },
      { outlet: 'O4', day: at(40), cases: 99 },
    ]
    const { placed: cases, reached } = placed([to('O1', 20)], at(4), sightings)
    expect(cases).toBe(28_000)
    expect(reached.map(({ outlet, how, milliCases }) => [outlet, how, milliCases])).toEqual([
      ['O1', 'delivered', 20_000],
      ['O2', 'seen', 8000],
      ['O3', 'seen', null],
    ])
  })

  it('goods taken back reach nobody, and what stays between is told', () => {
    const {
      placed: cases,
      reached,
      between,
    } = placed(
      [to('O1', 20), to('O1', -20), to('S1', 50, { outlet: false }), to('O2', 30, { via: 'S1' })],
      at(4),
    )
    expect([cases, between, reached.map(({ outlet }) => outlet)]).toEqual([30_000, 20_000, ['O2']])
  })

  it('at half time a slow one is behind, with the outlets to try next: those that buy most', () => {
    const slow = [to('O1', 1279)]
    expect(placed(slow, at(HALF_TIME - 1)).state).toBe('early')
    // 2,400 × 8 ÷ 15 = 1,280
    expect(placed(slow, at(HALF_TIME))).toMatchObject({ state: 'behind', next: ['O2', 'O3'] })
    expect(placed([to('O1', 1280)], at(HALF_TIME)).state).toBe('moving')
    expect(placed([to('O1', 1280)], at(HALF_TIME + 1)).state).toBe('behind')
    expect(placed([to('O1', 2399)], at(PLACEMENT_DAYS)).state).toBe('behind')
    expect(placed([to('O1', 2399)], at(PLACEMENT_DAYS + 1)).state).toBe('fell-short')
    expect(placed([to('O1', 2400)], at(PLACEMENT_DAYS + 1)).state).toBe('placed')
  })

  it('anything delivered: never more placed than ordered, and nobody both reached and to try next', () => {
    const delivery = fc.record({
      via: fc.constantFrom(null, 'S1'),
      to: fc.constantFrom('O1', 'O2', 'O3', 'O4'),
      outlet: fc.constant(true),
      day: fc.nat(20).map(at),
      milliCases: fc.integer({ min: -500_000, max: 3_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(delivery), fc.nat(20), (deliveries, today) => {
        const one = placed(deliveries, at(today))
        expect(one.placed).toBeGreaterThanOrEqual(0)
        expect(one.placed).toBeLessThanOrEqual(order.milliCases)
        expect(one.next.filter((id) => one.reached.some(({ outlet }) => outlet === id))).toEqual([])
      }),
    )
  })

  it('until when it is due is said ahead; late and short are told', () => {
    const codeOf = (dueOn: string, cases: number | null) => {
      const read = readFirstOrderPlan({ dueOn, cases }, day)
      return read.ok ? 'ok' : read.problem.code
    }
    expect([codeOf(day, null), codeOf(at(30), 2400)]).toEqual(['ok', 'ok'])
    expect([codeOf(at(-1), 1), codeOf(at(400), 1), codeOf('x', 1)]).toEqual(
      Array.from({ length: 3 }, () => 'visit/day-outside'),
    )
    for (const cases of [0, 1.5, 1e6 + 1]) expect(codeOf(day, cases)).toBe('visit/cases-invalid')
    const plan = { dueOn: at(10), cases: 2400 }
    const came = (days: number, cases: number) => firstOrderState(plan, { day: at(days), cases }, at(20))
    expect([firstOrderState(null, null, day), firstOrderState(plan, null, at(10))]).toEqual(['none', 'waits'])
    expect([firstOrderState(plan, null, at(11)), came(10, 2400), came(11, 2400), came(10, 2399)]).toEqual([
      'late',
      'came',
      'came-late',
      'came-short',
    ])
  })
})
