import { expect, it } from 'vitest'
import { gramsOf } from './grams.ts'

it('finds 金穗酒业 by one character, by two, and by its code in either case', () => {
  const grams = gramsOf(['金穗酒业', 'W12'])
  const typed = ['金', '穗酒', '酒业', 'w1', '12']
  expect(typed.filter((part) => !gramsOf([part]).every((gram) => grams.includes(gram)))).toEqual([])
  expect(grams).not.toContain('业w')
  expect(gramsOf(['  '])).toEqual([])
})
