import { expect, it } from 'vitest'
import { priceSteps, withoutEcho } from './steps.ts'

it('leaves out a pocket price that nothing is known of, and keeps one that only happens to be equal', () => {
  const invoiced = { name: 'revenue', kind: 'total' as const, value: 19_223 }
  const pocket = { name: 'pocket', kind: 'total' as const, value: 19_223 }
  const cost = { name: 'cost', kind: 'minus' as const, value: 12_980 }
  const rebate = { name: 'rebate', kind: 'minus' as const, value: 0 }
  expect(withoutEcho([invoiced, pocket, cost])).toEqual([invoiced, cost])
  expect(withoutEcho([invoiced, rebate, pocket, cost])).toHaveLength(4)
  expect(withoutEcho(null)).toBeNull()
})

it('gathers the cost of serving and drops the invoice price between list and pocket; the rest still adds up', () => {
  const step = (name: string, kind: 'total' | 'minus', value: number) => ({ name, kind, value })
  const shown = priceSteps([
    step('list', 'total', 4464),
    step('discount', 'minus', 51),
    step('revenue', 'total', 4413),
    step('rebate', 'minus', 437),
    step('pocket', 'total', 3976),
    step('cost', 'minus', 2417),
    step('visits', 'minus', 1),
    step('orders', 'minus', 0.5),
    step('promoter', 'minus', 29),
    step('contribution', 'total', 1528.5),
  ])
  expect(shown?.map(({ name }) => name)).toEqual([
    'list',
    'discount',
    'rebate',
    'pocket',
    'cost',
    'service',
    'contribution',
  ])
  const loose = shown?.filter(({ kind }) => kind === 'minus').reduce((sum, { value }) => sum - value, 4464)
  expect(loose).toBeCloseTo(1528.5, 9)
})
