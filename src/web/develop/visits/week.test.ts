import { expect, it } from 'vitest'
import { translator } from '../../../language/index.ts'
import { daysOf, weekdayWords } from './week.ts'

it('weekdays in a row are one word', () => {
  const t = translator('zh')
  expect(weekdayWords(t, [5, 1, 2, 3, 4])).toBe('周一至周五')
  expect(weekdayWords(t, [1, 2, 4, 5, 6, 7])).toBe('周一 周二 周四至周日')
  expect(weekdayWords(translator('en'), [3])).toBe('Wed')
})

it('a week is Monday to Sunday, also on a Sunday', () => {
  const sunday = '2026-01-11'
  expect(daysOf('today', sunday)).toEqual({ from: sunday, to: sunday })
  expect(daysOf('week', sunday)).toEqual({ from: '2026-01-05', to: sunday })
  expect(daysOf('next', sunday)).toEqual({ from: '2026-01-12', to: '2026-01-18' })
})
