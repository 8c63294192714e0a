import { expect, it } from 'vitest'
import { withoutEcho } from './steps.ts'

it('leaves out a pocket price that nothing is known of, and keeps one that only happens to be equal', () => {
  const invoiced = { name: 'revenue', kind: 'total' as const, value: 19_223 }
  const pocket = { name: 'pocket', kind: 'total' as const, value: 19_223 }
  const cost = { name: 'cost', kind: 'minus' as const, value: 12_980 }
  const rebate = { name: 'rebate', kind: 'minus' as const, value: 0 }
  expect(withoutEcho([invoiced, pocket, cost])).toEqual([invoiced, cost])
  expect(withoutEcho([invoiced, rebate, pocket, cost])).toHaveLength(4)
  expect(withoutEcho(null)).toBeNull()
})
