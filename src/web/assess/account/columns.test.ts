import { expect, it } from 'vitest'
import { toTheRight } from './columns.ts'

it('parts sections into two columns of about the same height, the first at the left', () => {
  expect(toTheRight([300, 270, 160, 240, 290])).toEqual([false, true, true, true, false])
  expect(toTheRight([300, 270])).toEqual([false, true])
  expect(toTheRight([100, 250, 160])).toEqual([false, true, false])
})

it('one section stands alone, and none makes no column', () => {
  expect(toTheRight([300])).toEqual([false])
  expect(toTheRight([])).toEqual([])
})
