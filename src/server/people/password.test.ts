import { describe, expect, it } from 'vitest'
import { strongEnough } from './password.ts'

const passes = async (password: string) => (await strongEnough(password, 'wang@example.com')).ok

describe('a password', () => {
  it.each([
    ['password123', 'is on the list'],
    ['1Q2W3E4R5T', 'is on the list in small letters'],
    ['ｕｎｂｅｌｉｅｖａｂｌｅ', 'is on the list, typed in wide letters'],
    ['superman!!2026', 'is on the list with signs behind it'],
    ['2026-dragonball', 'is on the list with figures before it'],
    ['wang-wang-1', 'is the own name again'],
    ['short one', 'has nine characters'],
    ['a'.repeat(129), 'is longer than any'],
  ])('is refused that %s: %s', async (password) => {
    expect(await passes(password)).toBe(false)
  })

  it.each([
    'tall barrels roll',
    'lanjiang-2400',
    '大麦与啤酒花的故事都在这里',
    'x'.repeat(60) + 'yzuvw',
    'no rules of composition',
    '8362 9017 4425',
  ])('is taken: %s', async (password) => {
    expect(await passes(password)).toBe(true)
  })
})
