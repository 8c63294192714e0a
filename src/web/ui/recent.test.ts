import { describe, expect, it } from 'vitest'
import { readRecent, withRecent, type Recent } from './recent.ts'

const one = (key: string, kind: Recent['kind'] = 'account'): Recent => ({ kind, key, name: key, note: '' })

describe('what was opened last', () => {
  it('stands first, once, and six are kept', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].reduce<readonly Recent[]>(
      (list, key) => withRecent(list, one(key)),
      [],
    )
    expect(many.map(({ key }) => key)).toEqual(['g', 'f', 'e', 'd', 'c', 'b'])
    expect(withRecent(many, one('c')).map(({ key }) => key)).toEqual(['c', 'g', 'f', 'e', 'd', 'b'])
    expect(withRecent([one('a')], one('a', 'place'))).toHaveLength(2)
  })
  it('is nothing where what was kept cannot be read', () => {
    expect(readRecent(null)).toEqual([])
    expect(readRecent('{')).toEqual([])
    expect(readRecent('[1, null, {"kind":"account"}]')).toEqual([])
    expect(readRecent(JSON.stringify([one('a')]))).toEqual([one('a')])
  })
})
