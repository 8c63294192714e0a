import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { standings, type Standing } from './criterion.ts'
import { bigSleepers } from './sleeping.ts'

type Past = readonly [id: string, standing: Standing, now: number, before: number | null]
const sleepers = (k: number, list: readonly Past[]) => [
  ...bigSleepers(
    { k, verdicts: list.map(([account, standing]) => ({ account, standing })) },
    list.map(([id, , millilitres, lastYearMillilitres]) => ({ id, millilitres, lastYearMillilitres })),
  ),
]

it('counts who sleeps and was among the K largest of the year before, or of this one', () => {
  const list: readonly Past[] = [
    ['gone', 'dormant', 0, 880],
    ['steady', 'key_account', 500, 600],
    ['small', 'dormant', 0, 20],
    ['just stopped', 'dormant', 700, null],
    ['never', 'dormant', 0, 0],
    ['regular', 'regular', 300, 300],
  ]
  expect(sleepers(2, list)).toEqual(['gone', 'just stopped'])
  expect(sleepers(1, list)).toEqual(['gone', 'just stopped'])
  expect(sleepers(0, list)).toEqual([])
  expect(sleepers(9, list)).toEqual(['gone', 'small', 'just stopped'])
})

it('only ever names dormant accounts that once bought, and no more than K of either year', () => {
  const past = fc.record({
    standing: fc.constantFrom(...standings),
    now: fc.nat(9),
    before: fc.option(fc.nat(9), { nil: null }),
  })
  fc.assert(
    fc.property(fc.array(past, { maxLength: 20 }), fc.nat(8), (all, k) => {
      const list = all.map(({ standing, now, before }, i): Past => [String(i), standing, now, before])
      const found = sleepers(k, list)
      expect(found.length).toBeLessThanOrEqual(2 * k)
      const sleepy = list.filter(
        ([, standing, now, before]) => standing === 'dormant' && now + (before ?? 0) > 0,
      )
      expect(sleepy.map(([id]) => id)).toEqual(expect.arrayContaining(found))
    }),
  )
})
