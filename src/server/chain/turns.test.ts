import { expect, it } from 'vitest'
import { Turns } from './turns.ts'

it('lets a few in at a time, in order, and goes on after a failure', async () => {
  const turns = new Turns(2)
  let inside = 0
  let most = 0
  const order: number[] = []
  const work = (n: number) => async () => {
    inside += 1
    most = Math.max(most, inside)
    order.push(n)
    await Promise.resolve()
    inside -= 1
    if (n === 1) throw new Error('one')
    return n
  }
  const all = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => turns.take(work(n))))
  expect(all.map((one) => one.status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ])
  expect([most, inside, order]).toEqual([2, 0, [0, 1, 2, 3, 4]])
})
