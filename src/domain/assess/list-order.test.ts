import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder, namePlaces, passes, sortKeys, standingOrder, type Listable } from './list-order.ts'

const maybe = (top: number) => fc.option(fc.integer({ min: 0, max: top }), { nil: null })
const account: fc.Arbitrary<Omit<Listable, 'id'>> = fc.record({
  account: fc.string({ maxLength: 4 }),
  name: fc.string({ maxLength: 6 }),
  pinyin: fc.constant(''),
  initials: fc.constant(''),
  score: maybe(5),
  rank: maybe(5),
  standing: fc.constantFrom(...standingOrder),
  sleepsBig: fc.boolean(),
  tonnageLitres: fc.integer({ min: 0, max: 5 }),
  lastYearLitres: maybe(5),
  marketShare: fc.integer({ min: 0, max: 5 }),
  contributionPerTonne: maybe(5),
  loyalty: fc.record({ cycles: maybe(5) }),
  robustness: maybe(5),
})
const accounts = fc
  .array(account, { maxLength: 30 })
  .map((list) => list.map((one, i) => ({ ...one, id: String(i) })))
const places = (list: readonly Listable[]) => () => namePlaces(list, new Intl.Collator('zh-CN'))

describe('the order of a list', () => {
  it('loses nobody, and keeps equals in the order they came in', () => {
    fc.assert(
      fc.property(accounts, fc.constantFrom(...sortKeys), fc.boolean(), (list, sort, descending) => {
        const sorted = inOrder(list, { sort, descending }, places(list))
        expect(sorted.map((one) => Number(one.id)).toSorted((a, b) => a - b)).toEqual(list.map((_, i) => i))
        for (const [i, one] of sorted.entries()) {
          const next = sorted[i + 1]
          if (sort !== 'share' || !next) continue
          const fits = descending ? one.marketShare >= next.marketShare : one.marketShare <= next.marketShare
          expect(fits && (one.marketShare !== next.marketShare || Number(one.id) < Number(next.id))).toBe(
            true,
          )
        }
      }),
    )
  })

  it('puts what is not known last, whichever way the column runs', () => {
    fc.assert(
      fc.property(accounts, fc.boolean(), (list, descending) => {
        const known = inOrder(list, { sort: 'score', descending }, places(list)).map(
          (one) => one.score !== null,
        )
        expect(known).toEqual(known.toSorted((a, b) => Number(b) - Number(a)))
      }),
    )
  })

  it('filters by standing and words; without either everybody passes', () => {
    fc.assert(
      fc.property(accounts, fc.subarray([...standingOrder]), (list, standings) => {
        const kept = list.filter((one) => passes(one, { query: '', standings }))
        const wanted = standings.length === 0 ? list : list.filter((one) => standings.includes(one.standing))
        expect(kept).toEqual(wanted)
      }),
    )
  })
})
