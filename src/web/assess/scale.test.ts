import { expect, it } from 'vitest'
import { area, blocks, line, points, ticks } from './scale.ts'

it('steps roundly to at least the largest value', () => {
  expect(ticks(700, 4)).toEqual([0, 200, 400, 600, 800])
  expect(ticks(1, 4)).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(ticks(0.3, 4)).toEqual([0, 0.1, 0.2, 0.3])
  expect(ticks(0, 4)).toEqual([0])
})

it('draws from the left edge to the right one, zero at the bottom', () => {
  const path = points([0, 5, 10], 100, 20, 10)
  expect(path).toEqual([
    [0, 20],
    [50, 10],
    [100, 0],
  ])
  expect(line(path)).toBe('M0 20L50 10L100 0')
  expect(area(path, 20)).toBe('M0 20L50 10L100 0L100 20L0 20Z')
})

it('leaves out what is missing and keeps its place: no line runs along zero before the first record', () => {
  const path = points([null, 5, 0], 100, 20, 10)
  expect(path).toEqual([
    [50, 10],
    [100, 20],
  ])
  expect(area(path, 20)).toBe('M50 10L100 20L100 20L50 20Z')
})

it('a waterfall closes: 50.4 + 14.1 + 8.1 + 7.0 + 1.4 = 81.0, and a deduction hangs down', () => {
  const shown = blocks([
    { kind: 'total', value: 3680 },
    { kind: 'minus', value: -782 },
    { kind: 'total', value: 2898 },
  ])
  expect(shown.map(({ from, to }) => [from, to])).toEqual([
    [0, 3680],
    [3680, 2898],
    [0, 2898],
  ])
  const score = blocks(
    [50.4, 14.1, 8.1, 7, 1.4].map((value, i) => ({ kind: i === 0 ? 'total' : 'plus', value })),
  )
  expect(score.at(-1)?.running).toBeCloseTo(81, 10)
  // a deduction without its sign, and a gain below zero, both go down
  expect(
    blocks([
      { kind: 'total', value: 10 },
      { kind: 'minus', value: 3 },
    ])[1],
  ).toEqual({ from: 10, to: 7, running: 7 })
  expect(
    blocks([
      { kind: 'total', value: 10 },
      { kind: 'plus', value: -3 },
    ])[1],
  ).toEqual({ from: 10, to: 7, running: 7 })
})
